package dev.arenabench.arena;

import org.jspecify.annotations.Nullable;

/// How an [Arena] takes memory and keeps it.
///
/// @param capacityBytes size of the first slab; taken when it is first needed. A hint: too little
///   costs further slabs, too much costs memory. `0 < capacityBytes`
/// @param slabCapBytes where the doubling of slabs ends: a power of two, from 512 bytes to
///   [#MAX_SLAB_CAP_BYTES]
/// @param limitBytes hard limit of [Arena#capacityBytes]; a request beyond it throws
///   [ArenaLimitException]. `0 < limitBytes`
/// @param retainedBytes what [Arena#reset] may keep; more is given back. `0 ≤ retainedBytes`
/// @param tiers where slabs come from and go back to; null for an arena that makes its own
/// @param expectation who is told when an arena holds more than expected; null for nobody
public record ArenaOptions(
    long capacityBytes,
    int slabCapBytes,
    long limitBytes,
    long retainedBytes,
    @Nullable SlabTiers tiers,
    @Nullable Expectation expectation) {

  // Why these sizes.
  //
  // *Humongous objects.* G1 puts an object larger than half a heap region by itself into whole
  // regions of the old generation: it is allocated under a lock, past the TLAB and Eden, the rest
  // of
  // its last region is lost, and each may start a concurrent cycle. Regions are 1 MiB on heaps up
  // to
  // 2 GiB and grow with the heap to 32 MiB, so 512 KiB is the size that must stay safe. A `long[]`
  // of
  // 2^16 words is 512 KiB *and a header*: just over. 2^15 words, 256 KiB and a header, are ordinary
  // on every heap; two of them and little else fit one region, so Eden is not fragmented either.
  // Doubling further would save little: with 256 KiB a slab is left once in 32,768 words.
  //
  // A tree that needs more contiguous words than that gets a slab of its own, humongous where
  // regions
  // are small. That cannot be had otherwise, and for memory that is kept over resets it is no loss:
  // a humongous object is never copied, and one without references is not scanned.
  //
  // *The first slab.* Without a hint an arena may be used for a handful of values; 8 KiB is zeroed
  // in
  // less time than the arena's own bookkeeping takes. Five doublings lead to the cap.
  //
  // *Retention.* One tree of 64 MiB comes from about 70 MB of source: no ordinary file makes a
  // long-lived arena start over, and no extraordinary one makes it hold more for ever.

  /// The greatest [#slabCapBytes]: what a handle's offset can reach.
  public static final int MAX_SLAB_CAP_BYTES = Arena.MAX_SLAB_WORDS * Long.BYTES;

  private static final int MIN_SLAB_CAP_BYTES = 512;

  /// First slab 8 KiB, cap 256 KiB, no limit, 64 MiB kept.
  public static final ArenaOptions DEFAULT =
      new ArenaOptions(1 << 13, 1 << 18, Long.MAX_VALUE, 1L << 26);

  /// @throws IllegalArgumentException if a component is out of its range
  public ArenaOptions {
    if (capacityBytes <= 0) {
      throw new IllegalArgumentException("capacityBytes=" + capacityBytes + ", least=1");
    }
    if (slabCapBytes < MIN_SLAB_CAP_BYTES
        || slabCapBytes > MAX_SLAB_CAP_BYTES
        || Integer.bitCount(slabCapBytes) != 1) {
      throw new IllegalArgumentException(
          "slabCapBytes="
              + slabCapBytes
              + ", allowed: powers of two from "
              + MIN_SLAB_CAP_BYTES
              + " to "
              + MAX_SLAB_CAP_BYTES);
    }
    if (limitBytes <= 0) {
      throw new IllegalArgumentException("limitBytes=" + limitBytes + ", least=1");
    }
    if (retainedBytes < 0) {
      throw new IllegalArgumentException("retainedBytes=" + retainedBytes + ", least=0");
    }
  }

  /// Without tiers and expectation.
  ///
  /// @throws IllegalArgumentException if a component is out of its range
  public ArenaOptions(long capacityBytes, int slabCapBytes, long limitBytes, long retainedBytes) {
    this(capacityBytes, slabCapBytes, limitBytes, retainedBytes, null, null);
  }

  /// The same with another first slab.
  public ArenaOptions withCapacityBytes(long bytes) {
    return new ArenaOptions(bytes, slabCapBytes, limitBytes, retainedBytes, tiers, expectation);
  }

  /// The same with another end of the doubling.
  public ArenaOptions withSlabCapBytes(int bytes) {
    return new ArenaOptions(capacityBytes, bytes, limitBytes, retainedBytes, tiers, expectation);
  }

  /// The same with another hard limit.
  public ArenaOptions withLimitBytes(long bytes) {
    return new ArenaOptions(capacityBytes, slabCapBytes, bytes, retainedBytes, tiers, expectation);
  }

  /// The same with another retention limit.
  public ArenaOptions withRetainedBytes(long bytes) {
    return new ArenaOptions(capacityBytes, slabCapBytes, limitBytes, bytes, tiers, expectation);
  }

  /// The same with slabs that come from `tiers` and go back there, **and with nothing retained**:
  /// each reset gives all slabs back, to whichever arena needs them next. `withRetainedBytes` after
  /// this for an arena that keeps some to itself. Slabs are powers of two then, at least
  /// [SlabTiers#LEAST_SLAB_BYTES]: the capacity hint and what is larger than the cap are rounded
  /// up. (Only where [#limitBytes] leaves less room than that is a slab of what is left made, and
  /// let go afterwards.)
  public ArenaOptions withTiers(SlabTiers tiers) {
    return new ArenaOptions(capacityBytes, slabCapBytes, limitBytes, 0, tiers, expectation);
  }

  /// The same with a listener for when an arena holds more than `bytes`.
  ///
  /// @throws IllegalArgumentException if `bytes` is negative
  public ArenaOptions withExpectation(long bytes, Expectation.Listener listener) {
    return new ArenaOptions(
        capacityBytes,
        slabCapBytes,
        limitBytes,
        retainedBytes,
        tiers,
        new Expectation(bytes, listener));
  }
}
