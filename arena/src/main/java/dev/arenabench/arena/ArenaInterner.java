package dev.arenabench.arena;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Gives each distinct byte string one `int`, its *symbol*, and keeps the strings in an arena.
///
/// Symbols count up from 1 in the order of first sight; 0 is none. No string is known from the
/// start. The strings are ordinary [arena strings][Arena#allocateString], to be read by their
/// [#handle] too; what finds them, a table and a directory, are arrays of the interner's own.
///
/// **Lifetime.** The interner lives and dies with what its arena holds: after the arena's `reset`
/// it is empty, which it notices by itself, and counts from 1 again. So there are two ways to use
/// it. *Per arena*: symbols are valid as long as the values beside them, and one reset takes back
/// both. *Shared*: the interner has an arena of its own that nobody resets, and symbols from it are
/// comparable over any number of other arenas and of their resets. While an arena's [Region] is
/// open it hands out nothing, and so no new string can be interned in it: a parser that writes a
/// tree into a region needs its interner in another arena.
///
/// **Cost.** A string that is known is found by one probe, most of the time one cache line, and a
/// comparison by words if it has more than eight bytes. Becoming empty is a constant number of
/// stores. In steady state (the same work again after each reset) nothing is allocated on the Java
/// heap.
///
/// Not thread-safe; belongs to its arena's thread.
public final class ArenaInterner {
  /// The greatest symbol that is given out.
  public static final int MAX_SYMBOL = (1 << 27) - 1;

  /*
   * Open addressing, linear probing, at most half full. A slot is two adjacent longs, so that a
   * probe touches one cache line:
   *
   *   key    the string itself, little-endian and zero-padded, when it has at most eight bytes;
   *          otherwise a 64-bit hash of its words
   *
   *           63            32 31     27 26            0
   *          ┌────────────────┬─────────┬───────────────┐
   *   entry  │ epoch          │ tag     │ symbol        │   tag: length, 9 for more than 8
   *          └────────────────┴─────────┴───────────────┘
   *
   * For a short string equal key and equal length are equality, and no byte is compared. The length
   * is needed because "a" and "a\0" have one key.
   *
   * An entry of another epoch is a free slot. So forgetting everything is counting the epoch up,
   * and the table is never cleared, except when the epochs have been used up (2^32 - 1 of them: the
   * zeros of a new table must not be one). Linear probing allows that because nothing is ever
   * removed alone: within an epoch a chain has no gaps. One comparison answers for epoch and tag.
   *
   * The slot comes from Fibonacci hashing: the upper bits of key * 2^64/phi (Knuth, The Art of
   * Computer Programming, vol. 3, 6.4), to which every byte of the key contributes.
   */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int EPOCH_SHIFT = 32;
  private static final int SYMBOL_BITS = 27;
  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
  private static final int LONG_TAG = Long.BYTES + 1;
  private static final int INITIAL_SLOT_BITS = 8;

  private final Arena arena;
  private final int maxSymbol;
  private final byte[] wordBytes = new byte[Long.BYTES];

  private long[] table = new long[2 << INITIAL_SLOT_BITS];
  private int shift = Long.SIZE - INITIAL_SLOT_BITS;
  private int[] handles = new int[1 << INITIAL_SLOT_BITS >> 1];
  private int[] hashes = new int[1 << INITIAL_SLOT_BITS >> 1];
  private int count;
  private long epoch; // from 1 to 2^32 - 1
  private long resetCount;

  /// An interner whose strings lie in `arena`.
  public ArenaInterner(Arena arena) {
    this(arena, MAX_SYMBOL, 1);
  }

  /// @param maxSymbol for tests: the real limit takes gigabytes to reach
  /// @param epoch for tests: the first one
  ArenaInterner(Arena arena, int maxSymbol, long epoch) {
    this.arena = Objects.requireNonNull(arena, "arena");
    this.maxSymbol = maxSymbol;
    this.epoch = epoch;
    resetCount = arena.resetCount();
  }

  /// The symbol of `source[from, to)`; the bytes are copied when they are seen first.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  /// @throws IllegalStateException if the string is new, and the arena is closed, its region open,
  ///   or there are [#MAX_SYMBOL] strings
  /// @throws ArenaLimitException if it is new and the arena must not grow; the interner is as
  ///   before
  public int intern(byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int length = to - from;
    if (length <= Long.BYTES) {
      return internWord(partialWord(source, from, length), length);
    }
    return internLong(keyOf(source, from, to), source, from, to);
  }

  private static long keyOf(byte[] source, int from, int to) {
    long key = (long) LONGS.get(source, from);
    int at = from + Long.BYTES;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      key = mix(key, (long) LONGS.get(source, at));
    }
    return at < to ? mix(key, partialWord(source, at, to - at)) : key;
  }

  /// Up to eight bytes, zero-padded; nothing beyond the array is read.
  private static long partialWord(byte[] source, int from, int length) {
    if (length > 0 && source.length - from >= Long.BYTES) {
      int unused = Long.SIZE - Byte.SIZE * length;
      return (long) LONGS.get(source, from) << unused >>> unused;
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << Byte.SIZE | source[from + i] & 0xFF;
    }
    return word;
  }

  /// Continues the key of a string longer than eight bytes: start with its first word, then mix in
  /// each following word, the last one zero-padded; all little-endian.
  public static long mix(long key, long word) {
    return (Long.rotateLeft(key, 25) ^ word) * GOLDEN;
  }

  /// The symbol of a string of at most eight bytes; fails as [#intern] does.
  ///
  /// @param word its bytes, little-endian, zero-padded
  public int internWord(long word, int length) {
    notice();
    long[] table = this.table;
    long wanted = epoch << EPOCH_SHIFT - SYMBOL_BITS | length;
    int slot = (int) (word * GOLDEN >>> shift) << 1;
    while (true) {
      long entry = table[slot + 1];
      if (table[slot] == word && entry >>> SYMBOL_BITS == wanted) {
        return (int) entry & SYMBOL_MASK;
      }
      if (entry >>> EPOCH_SHIFT != epoch) {
        LONGS.set(wordBytes, 0, word);
        return add(wordBytes, 0, length, word, slot);
      }
      slot = slot + 2 & table.length - 1;
    }
  }

  /// The symbol of `source[from, to)`, a string of more than eight bytes whose key is at hand;
  /// fails as [#intern] does.
  ///
  /// @param key its words by [#mix]
  public int internLong(long key, byte[] source, int from, int to) {
    notice();
    long[] table = this.table;
    long wanted = epoch << EPOCH_SHIFT - SYMBOL_BITS | LONG_TAG;
    int slot = (int) (key * GOLDEN >>> shift) << 1;
    while (true) {
      long entry = table[slot + 1];
      if (table[slot] == key && entry >>> SYMBOL_BITS == wanted) {
        int symbol = (int) entry & SYMBOL_MASK;
        if (arena.stringEquals(handles[symbol - 1], source, from, to)) {
          return symbol;
        }
      }
      if (entry >>> EPOCH_SHIFT != epoch) {
        return add(source, from, to, key, slot);
      }
      slot = slot + 2 & table.length - 1;
    }
  }

  /// Gives the next symbol to a string that has not been seen. Too large to be inlined, so that the
  /// probes stay small even if they are compiled while most strings are new.
  private int add(byte[] source, int from, int to, long key, int slot) {
    if (count == maxSymbol) {
      throw new IllegalStateException("count=" + count + ", limit=" + maxSymbol);
    }
    int handle = arena.allocateString(source, from, to); // may fail: nothing has changed yet
    if (count == handles.length) {
      handles = Arrays.copyOf(handles, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    int length = to - from;
    long hash = mix(key, length);
    handles[count] = handle;
    hashes[count] = (int) (hash ^ hash >>> 32);
    int symbol = ++count;
    long tag = Math.min(length, LONG_TAG);
    table[slot] = key;
    table[slot + 1] = epoch << EPOCH_SHIFT | tag << SYMBOL_BITS | symbol;
    if (symbol * 4L > table.length) {
      widen();
    }
    return symbol;
  }

  private void widen() {
    long[] narrow = table;
    long[] wide = new long[narrow.length * 2];
    shift--;
    for (int old = 0; old < narrow.length; old += 2) {
      if (narrow[old + 1] >>> EPOCH_SHIFT == epoch) {
        int free = (int) (narrow[old] * GOLDEN >>> shift) << 1;
        while (wide[free + 1] != 0) {
          free = free + 2 & wide.length - 1;
        }
        wide[free] = narrow[old];
        wide[free + 1] = narrow[old + 1];
      }
    }
    table = wide;
  }

  /// Forgets everything if the arena has been reset or closed.
  private void notice() {
    if (resetCount != arena.resetCount()) {
      forget();
    }
  }

  private void forget() {
    resetCount = arena.resetCount();
    count = 0;
    epoch++;
    if (epoch >>> Integer.SIZE != 0) {
      Arrays.fill(table, 0);
      epoch = 1;
    }
  }

  /// How many symbols there are; the greatest is this.
  public int count() {
    notice();
    return count;
  }

  /// The symbol's string in the arena, for [Arena#stringLength], [Arena#stringEquals] and
  /// [Arena#copyString].
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  public int handle(int symbol) {
    check(symbol);
    return handles[symbol - 1];
  }

  /// The string of a symbol, one `char` (0–255) a byte: the interner knows bytes, not text.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  public String text(int symbol) {
    byte[] bytes = new byte[length(symbol)];
    copy(symbol, bytes, 0);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// How many bytes the symbol's string has.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  public int length(int symbol) {
    return arena.stringLength(handle(symbol));
  }

  /// Copies the symbol's bytes to `target[at, at + length(symbol))`.
  ///
  /// @return how many there are
  /// @throws IllegalArgumentException if there is no such symbol
  /// @throws IndexOutOfBoundsException if `target` is too short
  public int copy(int symbol, byte[] target, int at) {
    return arena.copyString(handle(symbol), target, at);
  }

  /// A hash of the symbol's bytes, the same in every interner.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  public int contentHash(int symbol) {
    check(symbol);
    return hashes[symbol - 1];
  }

  private void check(int symbol) {
    notice();
    if (symbol < 1 || symbol > count) {
      throw new IllegalArgumentException("symbol=" + symbol + ", count=" + count);
    }
  }
}
