package dev.arenabench.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Gives each distinct byte string one `int`, its *symbol*, so that trees hold four bytes instead
/// of a reference and names compare by `==`. Both twins use the same interner.
///
/// Symbols count up from 1 in the order of first sight; 0 is none. The reserved words of Lua are
/// there from the start, as the symbols 1 to [#KEYWORD_COUNT] in alphabetical order, so that one
/// probe tells a scanner both whether a word is reserved and which symbol it is. The contextual
/// [Words] follow them. An interner only grows: share one between the files whose symbols should be
/// comparable. Not thread-safe.
public final class Interner {
  /// The greatest symbol that is given out: what a tree's node has room for (25 bits, less the
  /// escape).
  public static final int MAX_SYMBOL = (1 << 25) - 2;

  /// Lua's reserved words, by symbol less one.
  private static final List<String> KEYWORDS =
      List.of(
          "and",
          "break",
          "do",
          "else",
          "elseif",
          "end",
          "false",
          "for",
          "function",
          "goto",
          "if",
          "in",
          "local",
          "nil",
          "not",
          "or",
          "repeat",
          "return",
          "then",
          "true",
          "until",
          "while");

  /// How many reserved words there are; a symbol up to this is one.
  public static final int KEYWORD_COUNT = 22;

  /*
   * One open-addressing table (linear probing, at most half full) serves both lengths of string. A
   * slot is two adjacent longs, so that a probe touches one cache line:
   *
   *   key    the string itself, little-endian and zero-padded, when it has at most eight bytes;
   *          otherwise a 64-bit hash of its words
   *   entry  (length + 1) << 32 | symbol; 0 is a free slot
   *
   * For a short string equal key and equal length are equality, and no byte is compared. Nearly all
   * names of real programs are short. The length is needed because "a" and "a\0" have one key; it
   * is stored plus one so that the empty string does not match a free slot.
   *
   * The slot comes from Fibonacci hashing: the upper bits of key * 2^64/phi (Knuth, The Art of
   * Computer Programming, vol. 3, 6.4), to which every byte of the key contributes.
   */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_BYTES = Integer.MAX_VALUE - 16;
  private static final int INITIAL_SLOT_BITS = 11;

  private byte[] bytes = new byte[8 << INITIAL_SLOT_BITS];
  private int[] ends = new int[1 << (INITIAL_SLOT_BITS - 1)];
  private int[] hashes = new int[1 << (INITIAL_SLOT_BITS - 1)];
  private long[] table = new long[2 << INITIAL_SLOT_BITS];
  private int shift = 64 - INITIAL_SLOT_BITS;
  private int count;

  private final int maxSymbol;

  /// Makes an interner that knows the reserved and the contextual words.
  public Interner() {
    this(MAX_SYMBOL);
  }

  /// @param maxSymbol for tests: the real limit takes gigabytes to reach
  Interner(int maxSymbol) {
    this.maxSymbol = maxSymbol;
    addAll(KEYWORDS);
    addAll(Words.TEXTS);
  }

  private void addAll(List<String> words) {
    for (String word : words) {
      byte[] text = word.getBytes(StandardCharsets.ISO_8859_1);
      intern(text, 0, text.length);
    }
  }

  /// The symbol of `source[from, to)`; the bytes are copied when they are seen first.
  ///
  /// @throws InternerFullException when there are more than [#MAX_SYMBOL] distinct strings, or
  ///   their bytes exceed an array
  public int intern(byte[] source, int from, int to) {
    int length = to - from;
    if (length <= 8) {
      return internWord(partialWord(source, from, length), length);
    }
    long key = (long) LONGS.get(source, from);
    int at = from + 8;
    for (; at + 8 <= to; at += 8) {
      key = mix(key, (long) LONGS.get(source, at));
    }
    if (at < to) {
      key = mix(key, partialWord(source, at, to - at));
    }
    return internLong(key, source, from, to);
  }

  /// Up to eight bytes, zero-padded; nothing beyond the array is read.
  private static long partialWord(byte[] source, int from, int length) {
    if (length > 0 && from + 8 <= source.length) {
      int unused = 64 - 8 * length;
      return (long) LONGS.get(source, from) << unused >>> unused;
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << 8 | source[from + i] & 0xFF;
    }
    return word;
  }

  /// Continues the key of a string longer than eight bytes: start with its first word, then mix in
  /// each following word, the last one zero-padded; all little-endian.
  public static long mix(long key, long word) {
    return (Long.rotateLeft(key, 25) ^ word) * GOLDEN;
  }

  /// The symbol of a string of at most eight bytes.
  ///
  /// @param word its bytes, little-endian, zero-padded
  public int internWord(long word, int length) {
    long[] table = this.table;
    int tag = length + 1;
    int slot = (int) (word * GOLDEN >>> shift) << 1;
    while (true) {
      long entry = table[slot + 1];
      if (table[slot] == word && (int) (entry >>> 32) == tag) {
        return (int) entry;
      }
      if (entry == 0) {
        return addWord(word, length, slot);
      }
      slot = slot + 2 & table.length - 1;
    }
  }

  /// The symbol of `source[from, to)`, a string of more than eight bytes whose key is at hand.
  ///
  /// @param key its words by [#mix]
  public int internLong(long key, byte[] source, int from, int to) {
    long[] table = this.table;
    int tag = to - from + 1;
    int slot = (int) (key * GOLDEN >>> shift) << 1;
    while (true) {
      long entry = table[slot + 1];
      if (table[slot] == key
          && (int) (entry >>> 32) == tag
          && equal(ends[(int) entry - 1], source, from, to)) {
        return (int) entry;
      }
      if (entry == 0) {
        return add(source, from, to, key, slot);
      }
      slot = slot + 2 & table.length - 1;
    }
  }

  /// Compares by words; the last one overlaps its predecessor, so that nothing beyond is read.
  private boolean equal(int at, byte[] source, int from, int to) {
    byte[] bytes = this.bytes;
    int offset = at - from;
    int last = to - 8;
    for (int i = from; i < last; i += 8) {
      if ((long) LONGS.get(bytes, i + offset) != (long) LONGS.get(source, i)) {
        return false;
      }
    }
    return (long) LONGS.get(bytes, last + offset) == (long) LONGS.get(source, last);
  }

  private int addWord(long word, int length, int slot) {
    byte[] source = new byte[8];
    LONGS.set(source, 0, word);
    return add(source, 0, length, word, slot);
  }

  /// Gives the next symbol to a string that has not been seen. All of it is in this one method, for
  /// the JIT compiler finds that too large to inline: the probes stay small, even if they are
  /// compiled while most strings are new.
  private int add(byte[] source, int from, int to, long key, int slot) {
    int length = to - from;
    int start = ends[count];
    if (count == maxSymbol || length > MAX_BYTES - start) {
      throw new InternerFullException(
          ("count=" + count + ", limit=" + maxSymbol)
              + (", usedBytes=" + start + ", length=" + length + ", limit=" + MAX_BYTES));
    }
    int end = start + length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(bytes.length * 2L, MAX_BYTES)));
    }
    System.arraycopy(source, from, bytes, start, length);
    int symbol = ++count;
    if (symbol == ends.length) {
      ends = Arrays.copyOf(ends, symbol * 2);
      hashes = Arrays.copyOf(hashes, symbol * 2);
    }
    ends[symbol] = end;
    long hash = mix(key, length);
    hashes[symbol] = (int) (hash ^ hash >>> 32);
    table[slot] = key;
    table[slot + 1] = (length + 1L) << 32 | symbol;
    if (symbol * 4 > table.length) {
      long[] wider = new long[table.length * 2];
      shift--;
      for (int old = 0; old < table.length; old += 2) {
        if (table[old + 1] != 0) {
          int free = (int) (table[old] * GOLDEN >>> shift) << 1;
          while (wider[free + 1] != 0) {
            free = free + 2 & wider.length - 1;
          }
          wider[free] = table[old];
          wider[free + 1] = table[old + 1];
        }
      }
      table = wider;
    }
    return symbol;
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
