package dev.arenabench.arena;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// An [Arena] whose slabs are arrays on the Java heap. The collector gives them back when nothing
/// refers to them any more; [#close] only lets them go early.
public final class HeapArena extends Arena {
  private static final long[] NO_WORDS = {};
  private static final VarHandle BYTES_AS_WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // Empty where there is no slab.
  private long[][] slabs = {NO_WORDS, NO_WORDS, NO_WORDS, NO_WORDS};
  private final HeapRegion region = new HeapRegion(this);

  HeapArena(ArenaOptions options) {
    super(options);
  }

  @Override
  public Memory memory() {
    return Memory.ON_HEAP;
  }

  @Override
  public HeapRegion region() {
    return region;
  }

  // Allocation.

  @Override
  public int allocateValue(long value) {
    int address = bump(1);
    slabs[address >>> OFFSET_BITS][address & OFFSET_MASK] = value;
    return Checks.ON ? enter(address, 1, Ledger.VALUE) : address;
  }

  @Override
  public int allocateFilled(int words, long value) {
    int address = bump(words);
    int from = address & OFFSET_MASK;
    Arrays.fill(slabs[address >>> OFFSET_BITS], from, from + words, value);
    return Checks.ON ? enter(address, words, Ledger.SLICE) : address;
  }

  @Override
  public int allocateCopy(long[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int words = to - from;
    int address = bump(words);
    System.arraycopy(source, from, slabs[address >>> OFFSET_BITS], address & OFFSET_MASK, words);
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
    long[] words = slabs[address >>> OFFSET_BITS];
    int at = address & OFFSET_MASK;
    words[at++] = length;
    for (int i = 0; i < wholeWords; i++) {
      words[at++] = (long) BYTES_AS_WORDS.get(source, from + (i << 3));
    }
    if (restBytes != 0) {
      words[at] = lastWord(source, to - restBytes, to);
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
    int address = Checks.ON ? checked(handle, index) : handle;
    try {
      return slabs[address >>> OFFSET_BITS][(address & OFFSET_MASK) + index];
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  @Override
  public void write(int handle, long value) {
    write(handle, 0, value);
  }

  @Override
  public void write(int handle, int index, long value) {
    int address = Checks.ON ? checked(handle, index) : handle;
    try {
      slabs[address >>> OFFSET_BITS][(address & OFFSET_MASK) + index] = value;
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  @Override
  public int stringLength(int handle) {
    return (int) word(Checks.ON ? checkedString(handle) : handle, 0);
  }

  @Override
  public int copyString(int handle, byte[] target, int at) {
    int address = Checks.ON ? checkedString(handle) : handle;
    int length = (int) word(address, 0);
    Objects.checkFromIndexSize(at, length, target.length);
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      BYTES_AS_WORDS.set(target, at + (i << 3), word(address, 1 + i));
    }
    if ((length & 7) != 0) {
      long word = word(address, 1 + wholeWords);
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
    int length = (int) word(address, 0);
    if (length != to - from) {
      return false;
    }
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      if ((long) BYTES_AS_WORDS.get(source, from + (i << 3)) != word(address, 1 + i)) {
        return false;
      }
    }
    int restBytes = length & 7;
    return restBytes == 0 || lastWord(source, to - restBytes, to) == word(address, 1 + wholeWords);
  }

  private long word(int address, int index) {
    try {
      return slabs[address >>> OFFSET_BITS][(address & OFFSET_MASK) + index];
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(address, index, e);
    }
  }

  // Slabs.

  long[] slab(int number) {
    return slabs[number];
  }

  @Override
  void extendTable(int length) {
    int before = slabs.length;
    slabs = Arrays.copyOf(slabs, length);
    Arrays.fill(slabs, before, length, NO_WORDS);
  }

  @Override
  void createSlab(int number, int words) {
    SlabTiers tiers = tiers();
    slabs[number] = tiers == null ? new long[words] : tiers.onHeap().take(words);
  }

  @Override
  void swapSlabs(int number, int other) {
    long[] slab = slabs[number];
    slabs[number] = slabs[other];
    slabs[other] = slab;
  }

  @Override
  void dropSlab(int number) {
    long[] slab = slabs[number];
    slabs[number] = NO_WORDS;
    SlabTiers tiers = tiers();
    if (tiers != null) {
      tiers.onHeap().giveBack(slab, slab.length);
    }
  }

  @Override
  void copyWords(int from, int fromIndex, int to, int toIndex, int words) {
    System.arraycopy(slabs[from], fromIndex, slabs[to], toIndex, words);
  }

  @Override
  void fillWords(int number, int from, int to, long value) {
    Arrays.fill(slabs[number], from, to, value);
  }
}
