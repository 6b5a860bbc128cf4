package dev.arenabench.arena;

/// Slabs that several arenas share: each takes what it needs and gives it back on reset and close,
/// by size classes, the powers of two. So the memory that is held follows the work that is going
/// on, not the high-water mark of each arena.
///
/// ```java
/// SlabTiers tiers = new SlabTiers(64L << 20);
/// ArenaOptions options = ArenaOptions.DEFAULT.withTiers(tiers);
/// try (Arena arena = Arena.create(options)) { … }     // on any thread
/// ```
///
/// Slabs are found by class alone: one that is idle is not split, nor are two joined. What is given
/// back last is lent first, since it is the likeliest to be in a cache still.
///
/// **Bound.** No more than [#boundBytes] are held idle, in each memory; what comes back beyond that
/// is let go. What is lent is not bounded here: that is [ArenaOptions#limitBytes].
///
/// **Threads.** Safe for any number; each memory has one lock, held for a few instructions and
/// taken once for each slab, not for each allocation. Slabs off the heap are shared ones (see
/// [NativeArena]), whoever takes them.
///
/// **Content.** A slab comes as it was given back: what one arena has written, another can read
/// until it has overwritten it.
public final class SlabTiers implements AutoCloseable {
  /// The smallest class; an arena's smaller slabs are rounded up to it.
  public static final int LEAST_SLAB_BYTES = 512;

  private static final int LEAST_SLAB_WORDS = LEAST_SLAB_BYTES / Long.BYTES;
  private static final int GREATEST_SLAB_WORDS = 1 << 30;

  private final long boundBytes;
  private final SlabShelf<long[]> onHeap;
  private final SlabShelf<NativeSlab> offHeap;

  /// @param boundBytes how much may be held idle in each memory
  /// @throws IllegalArgumentException if `boundBytes` is negative
  public SlabTiers(long boundBytes) {
    if (boundBytes < 0) {
      throw new IllegalArgumentException("boundBytes=" + boundBytes + ", least=0");
    }
    this.boundBytes = boundBytes;
    onHeap = new SlabShelf<>(boundBytes, words -> new long[words], slab -> {});
    offHeap = new SlabShelf<>(boundBytes, words -> NativeSlab.of(words, true), NativeSlab::free);
  }

  /// How much may be held idle in each memory.
  public long boundBytes() {
    return boundBytes;
  }

  /// Bytes of slabs that wait for an arena.
  public long heldBytes(Memory memory) {
    return shelf(memory).heldBytes();
  }

  /// Bytes of slabs that arenas have now.
  public long lentBytes(Memory memory) {
    return shelf(memory).lentBytes();
  }

  /// How many slabs were asked for since the start.
  public long takenCount(Memory memory) {
    return shelf(memory).takenCount();
  }

  /// How many of those had to be made, because none of their class was idle.
  public long takenAnewCount(Memory memory) {
    return shelf(memory).takenAnewCount();
  }

  /// Lets go all slabs that are held. Those that are lent stay where they are, and are let go when
  /// they come back. Arenas may go on: each slab is then made for them, and not kept.
  @Override
  public void close() {
    onHeap.close();
    offHeap.close();
  }

  SlabShelf<long[]> onHeap() {
    return onHeap;
  }

  SlabShelf<NativeSlab> offHeap() {
    return offHeap;
  }

  /// The words of the smallest class that holds `words`; `words` if there is none.
  static int tierWords(int words) {
    return words > GREATEST_SLAB_WORDS
        ? words
        : Arena.powerOfTwo(Math.max(words, LEAST_SLAB_WORDS));
  }

  private SlabShelf<?> shelf(Memory memory) {
    return switch (memory) {
      case ON_HEAP -> onHeap;
      case OFF_HEAP -> offHeap;
    };
  }
}
