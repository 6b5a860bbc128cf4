package dev.arenabench.arena;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// An [Arena] whose slabs lie outside the Java heap, as memory segments. The collector neither
/// moves nor marks nor counts them, and never gives them back: an arena that is not closed is lost
/// memory.
///
/// Two kinds of slabs, chosen when the arena is made. *Confined* ones belong to the thread that
/// made the arena, and every access checks that; giving them back costs what `free` costs. *Shared*
/// ones may be passed on with the arena; giving one back takes about 20 µs, in which every thread
/// of the process is asked whether it is reading there. Slabs are kept over resets as far as
/// [ArenaOptions#retainedBytes] allows, so neither matters until the arena shrinks or is closed. A
/// new slab comes full of zeros, as a new array does, and costs as much. With [SlabTiers] slabs are
/// always shared ones.
///
/// After [#close] whatever still refers to a segment of the arena fails with the segment's own
/// [IllegalStateException], in checked mode and without.
public final class NativeArena extends Arena {
  /// How words are reached. Unaligned, because slabs are aligned and offsets are multiples of eight
  /// anyway, and this way no access has to check it: what is left are the bounds and whether the
  /// segment is alive. On every machine that this runs on, it is one ordinary load or store.
  static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  private static final VarHandle BYTES_AS_WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean shared;

  // Empty where there is no slab; the segments stand beside the slabs so that an access takes one
  // step less.
  private NativeSlab[] slabs = {NativeSlab.NONE, NativeSlab.NONE, NativeSlab.NONE, NativeSlab.NONE};
  private MemorySegment[] segments = {
    MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL
  };
  private final NativeRegion region = new NativeRegion(this);

  NativeArena(ArenaOptions options, boolean shared) {
    super(options);
    this.shared = shared;
  }

  @Override
  public Memory memory() {
    return Memory.OFF_HEAP;
  }

  @Override
  public NativeRegion region() {
    return region;
  }

  // Allocation.

  @Override
  public int allocateValue(long value) {
    int address = bump(1);
    segments[address >>> OFFSET_BITS].set(WORD, offset(address), value);
    return Checks.ON ? enter(address, 1, Ledger.VALUE) : address;
  }

  @Override
  public int allocateFilled(int words, long value) {
    int address = bump(words);
    int from = address & OFFSET_MASK;
    fillWords(address >>> OFFSET_BITS, from, from + words, value);
    return Checks.ON ? enter(address, words, Ledger.SLICE) : address;
  }

  @Override
  public int allocateCopy(long[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int words = to - from;
    int address = bump(words);
    MemorySegment.copy(
        source, from, segments[address >>> OFFSET_BITS], WORD, offset(address), words);
    return Checks.ON ? enter(address, words, Ledger.SLICE) : address;
  }

  @Override
  public int allocateString(byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int length = to - from;
    int wholeWords = length >>> 3;
    int restBytes = length & 7;
    int taken = 1 + wholeWords + (restBytes == 0 ? 0 : 1);
    int address = bump(taken);
    MemorySegment words = segments[address >>> OFFSET_BITS];
    long at = offset(address);
    words.set(WORD, at, length);
    for (int i = 0; i < wholeWords; i++) {
      at += Long.BYTES;
      words.set(WORD, at, (long) BYTES_AS_WORDS.get(source, from + (i << 3)));
    }
    if (restBytes != 0) {
      words.set(WORD, at + Long.BYTES, lastWord(source, to - restBytes, to));
      countPadding(Long.BYTES - restBytes);
    }
    return Checks.ON ? enter(address, taken, Ledger.STRING) : address;
  }

  // Reading and writing.

  @Override
  public long read(int handle) {
    return read(handle, 0);
  }

  @Override
  public long read(int handle, int index) {
    return word(Checks.ON ? checked(handle, index) : handle, index, handle);
  }

  @Override
  public void write(int handle, long value) {
    write(handle, 0, value);
  }

  @Override
  public void write(int handle, int index, long value) {
    int address = Checks.ON ? checked(handle, index) : handle;
    try {
      segments[address >>> OFFSET_BITS].set(WORD, offset(address, index), value);
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  @Override
  public int stringLength(int handle) {
    return (int) word(Checks.ON ? checkedString(handle) : handle, 0, handle);
  }

  @Override
  public int copyString(int handle, byte[] target, int at) {
    int address = Checks.ON ? checkedString(handle) : handle;
    int length = (int) word(address, 0, handle);
    Objects.checkFromIndexSize(at, length, target.length);
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      BYTES_AS_WORDS.set(target, at + (i << 3), word(address, 1 + i, handle));
    }
    if ((length & 7) != 0) {
      long word = word(address, 1 + wholeWords, handle);
      for (int i = wholeWords << 3; i < length; i++) {
        target[at + i] = (byte) word;
        word >>>= Byte.SIZE;
      }
    }
    return length;
  }

  @Override
  public boolean stringEquals(int handle, byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int address = Checks.ON ? checkedString(handle) : handle;
    int length = (int) word(address, 0, handle);
    if (length != to - from) {
      return false;
    }
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      if ((long) BYTES_AS_WORDS.get(source, from + (i << 3)) != word(address, 1 + i, handle)) {
        return false;
      }
    }
    int restBytes = length & 7;
    return restBytes == 0
        || lastWord(source, to - restBytes, to) == word(address, 1 + wholeWords, handle);
  }

  private long word(int address, int index, int handle) {
    try {
      return segments[address >>> OFFSET_BITS].get(WORD, offset(address, index));
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  private static long offset(int address) {
    return (long) (address & OFFSET_MASK) << 3;
  }

  private static long offset(int address, int index) {
    return ((address & OFFSET_MASK) + (long) index) << 3;
  }

  // Slabs.

  MemorySegment slab(int number) {
    return segments[number];
  }

  @Override
  void extendTable(int length) {
    int before = slabs.length;
    slabs = Arrays.copyOf(slabs, length);
    Arrays.fill(slabs, before, length, NativeSlab.NONE);
    segments = Arrays.copyOf(segments, length);
    Arrays.fill(segments, before, length, MemorySegment.NULL);
  }

  @Override
  void createSlab(int number, int words) {
    SlabTiers tiers = tiers();
    put(number, tiers == null ? NativeSlab.of(words, shared) : tiers.offHeap().take(words));
  }

  @Override
  void swapSlabs(int number, int other) {
    NativeSlab slab = slabs[number];
    put(number, slabs[other]);
    put(other, slab);
  }

  @Override
  void dropSlab(int number) {
    NativeSlab slab = slabs[number];
    put(number, NativeSlab.NONE);
    SlabTiers tiers = tiers();
    if (tiers == null) {
      slab.free();
    } else {
      tiers.offHeap().giveBack(slab, slab.words());
    }
  }

  private void put(int number, NativeSlab slab) {
    slabs[number] = slab;
    segments[number] = slab.segment();
  }

  @Override
  void copyWords(int from, int fromIndex, int to, int toIndex, int words) {
    MemorySegment.copy(
        segments[from],
        (long) fromIndex << 3,
        segments[to],
        (long) toIndex << 3,
        (long) words << 3);
  }

  @Override
  void fillWords(int number, int from, int to, long value) {
    MemorySegment words = segments[number];
    for (long at = (long) from << 3; at < (long) to << 3; at += Long.BYTES) {
      words.set(WORD, at, value);
    }
  }
}
