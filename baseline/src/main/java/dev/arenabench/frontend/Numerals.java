package dev.arenabench.frontend;

import java.nio.charset.StandardCharsets;

/// The values of Lua's numerals: bytes in, value out, no `String` in between (but for one decimal
/// numeral in a great many: [#decimalFloat]).
final class Numerals {
  private Numerals() {}

  /// More digits than this may not fit in a `long`.
  static final int MAX_LONG_DIGITS = 18;

  /// More digits than this may not fit in an unsigned `long`.
  private static final int MAX_UNSIGNED_DIGITS = 19;

  /// Bits of a `double`'s mantissa, the hidden one included.
  private static final int DOUBLE_PRECISION = 53;

  /// Beyond any exponent that matters, and far from an overflow.
  private static final long EXPONENT_LIMIT = 1L << 40;

  /// Whether `[from, to)` is digits with at most one point, then maybe an exponent.
  static boolean isWellFormed(byte[] source, int from, int to, boolean hex) {
    int at = hex ? from + 2 : from;
    int digits = 0;
    boolean point = false;
    for (; at < to; at++) {
      byte b = source[at];
      if (b == '.' && !point) {
        point = true;
      } else if (hex ? hexDigit(b) >= 0 : isDigit(b)) {
        digits++;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    if (at == to) {
      return true;
    }
    if ((source[at] | 0x20) != (hex ? 'p' : 'e')) {
      return false;
    }
    at++;
    if (at < to && isSign(source[at])) {
      at++;
    }
    int exponent = at;
    while (at < to && isDigit(source[at])) {
      at++;
    }
    return at == to && at > exponent;
  }

  /// The value of hexadecimal digits; it wraps around.
  static long hexInteger(byte[] source, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | hexDigit(source[i]);
    }
    return value;
  }

  /// The value of decimal digits for which [#fitsInteger] holds.
  static long decimalInteger(byte[] source, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + source[i] - '0';
    }
    return value;
  }

  /// Whether decimal digits make a value below 2^63; a greater one is a float in Lua.
  static boolean fitsInteger(byte[] source, int from, int to) {
    int first = from;
    while (first < to && source[first] == '0') {
      first++;
    }
    int digits = to - first;
    // 19 digits stay below 2^64, so that a sum that passed 2^63 shows as negative.
    return digits <= MAX_LONG_DIGITS
        || digits == MAX_LONG_DIGITS + 1 && decimalInteger(source, first, to) >= 0;
  }

  /// The `double` nearest to a well-formed decimal numeral; ties to even.
  static double decimalFloat(byte[] source, int from, int to) {
    long digits = 0;
    int used = 0;
    boolean cut = false;
    long exponent = 0;
    boolean point = false;
    int at = from;
    for (; at < to; at++) {
      byte b = source[at];
      if (b == '.') {
        point = true;
        continue;
      }
      if (!isDigit(b)) {
        break;
      }
      if (used < MAX_UNSIGNED_DIGITS) {
        digits = digits * 10 + b - '0';
        if (digits != 0) {
          used++;
        }
        exponent -= point ? 1 : 0;
      } else {
        cut |= b != '0';
        exponent += point ? 0 : 1;
      }
    }
    exponent += exponent(source, at, to);
    double value = DecimalFloats.nearest(digits, exponent);
    if (cut && value != DecimalFloats.nearest(digits + 1, exponent)) {
      // The digits that were cut off decide.
      return Double.parseDouble(new String(source, from, to - from, StandardCharsets.ISO_8859_1));
    }
    return value;
  }

  /// The `double` nearest to a well-formed hexadecimal numeral; ties to even.
  static double hexFloat(byte[] source, int from, int to) {
    long bits = 0;
    long exponent = 0;
    boolean point = false;
    int at = from + 2;
    for (; at < to; at++) {
      byte b = source[at];
      if (b == '.') {
        point = true;
        continue;
      }
      int digit = hexDigit(b);
      if (digit < 0) {
        break;
      }
      if (bits >>> 60 == 0) {
        bits = bits << 4 | digit;
        exponent -= point ? 4 : 0;
      } else {
        // Of what has no room it only matters whether it is zero.
        bits |= digit == 0 ? 0 : 1;
        exponent += point ? 0 : 4;
      }
    }
    return nearestBinary(bits, exponent + exponent(source, at, to));
  }

  /// The `double` nearest to `bits` · 2^`exponent`, `bits` being unsigned.
  private static double nearestBinary(long bits, long exponent) {
    if (bits == 0) {
      return 0;
    }
    int zeros = Long.numberOfLeadingZeros(bits);
    long normal = bits << zeros;
    long top = exponent + 63 - zeros;
    if (top > Double.MAX_EXPONENT) {
      return Double.POSITIVE_INFINITY;
    }
    // Below the normal range, each step costs a bit of the mantissa.
    long lost = 64 - DOUBLE_PRECISION + Math.max(0, Double.MIN_EXPONENT - top);
    if (lost > 64) {
      return 0;
    }
    int drop = (int) lost;
    long kept = drop == 64 ? 0 : normal >>> drop;
    long half = 1L << drop - 1;
    long rest = normal & half - 1;
    if ((normal & half) != 0 && (rest != 0 || (kept & 1) != 0)) {
      kept++;
    }
    // `kept` is exact as a double, and so is its product with a power of two, in two steps because
    // the power alone may be out of range.
    int scale = (int) (top - 63 + drop);
    return Math.scalb((double) kept, scale);
  }

  /// The value of an exponent with its mark, 0 if there is none.
  private static long exponent(byte[] source, int from, int to) {
    if (from == to) {
      return 0;
    }
    int at = from + 1;
    boolean negative = source[at] == '-';
    if (isSign(source[at])) {
      at++;
    }
    long value = 0;
    for (; at < to; at++) {
      value = Math.min(value * 10 + source[at] - '0', EXPONENT_LIMIT);
    }
    return negative ? -value : value;
  }

  private static boolean isSign(byte b) {
    return b == '+' || b == '-';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /// The value of a hexadecimal digit, -1 if it is none.
  static int hexDigit(byte b) {
    if (isDigit(b)) {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
