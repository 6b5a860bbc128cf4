package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Gives each distinct byte string one `int`, its *symbol*, so that trees hold four bytes instead
/// of a reference and names compare by `==`. Both twins use the same interner.
///
/// Symbols count up from 1 in the order of first sight; 0 is none. An interner only grows: share
/// one between the files whose symbols should be comparable. Not thread-safe.
public final class Interner {
  /// The greatest symbol that is given out: what a tree's node has room for (25 bits, less the
  /// escape).
  public static final int MAX_SYMBOL = (1 << 25) - 2;

  private static final int INITIAL_SLOTS = 1024;

  private byte[] bytes = new byte[INITIAL_SLOTS * 8];
  private int[] ends = new int[INITIAL_SLOTS];
  private int[] hashes = new int[INITIAL_SLOTS];
  private int[] slots = new int[INITIAL_SLOTS];
  private int count;

  /// The symbol of `source[from, to)`; the bytes are copied when they are seen first.
  ///
  /// @throws IllegalStateException when there are more than [#MAX_SYMBOL] distinct strings, or
  ///   their bytes exceed an array
  public int intern(byte[] source, int from, int to) {
    return intern(source, from, to, hash(source, from, to));
  }

  private int intern(byte[] source, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (true) {
      int symbol = slots[slot];
      if (symbol == 0) {
        return add(source, from, to, hash, slot);
      }
      if (hashes[symbol] == hash
          && Arrays.equals(bytes, ends[symbol - 1], ends[symbol], source, from, to)) {
        return symbol;
      }
      slot = (slot + 1) & mask;
    }
  }

  private int add(byte[] source, int from, int to, int hash, int slot) {
    if (count == MAX_SYMBOL) {
      throw new IllegalStateException("count=" + count + ", limit=" + MAX_SYMBOL);
    }
    int start = ends[count];
    int end = Math.addExact(start, to - from);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(bytes.length * 2L, 1 << 30)));
    }
    System.arraycopy(source, from, bytes, start, to - from);
    int symbol = ++count;
    if (symbol == ends.length) {
      ends = Arrays.copyOf(ends, symbol * 2);
      hashes = Arrays.copyOf(hashes, symbol * 2);
    }
    ends[symbol] = end;
    hashes[symbol] = hash;
    slots[slot] = symbol;
    if (symbol * 2 > slots.length) {
      rehash();
    }
    return symbol;
  }

  private void rehash() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int symbol = 1; symbol <= count; symbol++) {
      int slot = hashes[symbol] & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = symbol;
    }
    slots = wider;
  }

  private static int hash(byte[] source, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) {
      h = h * 0x01000193 ^ source[i];
    }
    return h ^ (h >>> 15);
  }

  /// How many symbols there are; the greatest is this.
  public int count() {
    return count;
  }

  /// The string of a symbol, one `char` (0–255) a byte: Lua strings are bytes, not text.
  public String text(int symbol) {
    check(symbol);
    int start = ends[symbol - 1];
    return new String(bytes, start, ends[symbol] - start, StandardCharsets.ISO_8859_1);
  }

  /// A hash of the symbol's bytes, the same in every interner.
  public int contentHash(int symbol) {
    check(symbol);
    return hashes[symbol];
  }

  /// How many bytes the symbol's string has.
  int length(int symbol) {
    check(symbol);
    return ends[symbol] - ends[symbol - 1];
  }

  /// Copies the symbol's bytes to `target[at, at + length(symbol))`.
  void copy(int symbol, byte[] target, int at) {
    check(symbol);
    int start = ends[symbol - 1];
    System.arraycopy(bytes, start, target, at, ends[symbol] - start);
  }

  private void check(int symbol) {
    if (symbol < 1 || symbol > count) {
      throw new IllegalArgumentException("symbol=" + symbol + ", count=" + count);
    }
  }
}
