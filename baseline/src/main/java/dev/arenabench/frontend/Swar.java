package dev.arenabench.frontend;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time: each method marks bytes of a word by their topmost bit.
///
/// There are two ways to do it. *Exact* ones clear the topmost bit of each byte first, so that sums
/// cannot carry into the next byte, and mark all bytes rightly. *First* ones subtract without that
/// and may mark bytes wrongly above a rightly marked one, because only there a borrow arrives; the
/// lowest mark, the only one that is asked for, is right, and they take fewer instructions.
/// (Warren, Hacker's Delight, 2nd edition, 6-1.) Words are little-endian: lowest is first in the
/// source.
final class Swar {
  private Swar() {}

  static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The eight bytes from `at`.
  static long word(byte[] source, int at) {
    return (long) LONGS.get(source, at);
  }

  /// Writes eight bytes from `at`.
  static void put(byte[] target, int at, long word) {
    LONGS.set(target, at, word);
  }

  /// Index, 0 to 7, of the first byte that `marks` marks; there has to be one.
  static int firstIndex(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /// The bytes of `word` before the first that `marks` marks, the others zero.
  static long before(long word, long marks) {
    // The xor keeps all bits up to the lowest mark, the topmost bit of its byte.
    return word & (marks ^ marks - 1) >>> 8;
  }

  /// Exact: bytes that cannot continue a name.
  static long nonNameBytes(long word) {
    long low = word & ~TOPS;
    long lower = low | 0x20 * ONES;
    long letters = lower + (0x80 - 'a') * ONES & ~(lower + (0x7F - 'z') * ONES);
    long digits = low + (0x80 - '0') * ONES & ~(low + (0x7F - '9') * ONES);
    long underscores = ~((low ^ '_' * ONES) + 0x7F * ONES);
    return ~((letters | digits | underscores) & ~word) & TOPS;
  }

  /// Exact: bytes that are not blanks: neither a space nor in `\t…\r`.
  static long nonBlanks(long word) {
    long low = word & ~TOPS;
    long controls = low + (0x80 - '\t') * ONES & ~(low + (0x7F - '\r') * ONES);
    long spaces = ~((low ^ ' ' * ONES) + 0x7F * ONES);
    return ~((controls | spaces) & ~word) & TOPS;
  }

  /// First: what ends a short comment: `\n`, `\r`, zero.
  static long lineEnds(long word) {
    return (zeros(word ^ '\n' * ONES) | zeros(word ^ '\r' * ONES) | zeros(word)) & TOPS;
  }

  /// First: closing brackets and zeros.
  static long bracketsOrZeros(long word) {
    return (zeros(word ^ ']' * ONES) | zeros(word)) & TOPS;
  }

  /// First: carriage returns.
  static long carriageReturns(long word) {
    return zeros(word ^ '\r' * ONES) & TOPS;
  }

  /// First: what a string's plain bytes end at: its quote, a backslash, a control character.
  ///
  /// @param quotes the quote in all eight bytes
  static long stringStops(long word, long quotes) {
    long controls = word - 0x20 * ONES & ~word;
    return (zeros(word ^ quotes) | zeros(word ^ '\\' * ONES) | controls) & TOPS;
  }

  /// The topmost bit is set in the lowest zero byte, and in none below it.
  private static long zeros(long word) {
    return word - ONES & ~word;
  }
}
