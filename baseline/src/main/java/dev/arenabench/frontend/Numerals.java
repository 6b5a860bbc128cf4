package dev.arenabench.frontend;

import java.nio.charset.StandardCharsets;

/// The values of Lua's numerals.
final class Numerals {
  private Numerals() {}

  /// Powers of ten that a `double` holds exactly.
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /// Whether `[from, to)` is digits with at most one point, then maybe an exponent.
  static boolean isWellFormed(byte[] source, int from, int to, boolean hex) {
    int at = hex ? from + 2 : from;
    int digits = 0;
    boolean point = false;
    while (at < to) {
      byte b = source[at];
      if (b == '.' && !point) {
        point = true;
      } else if (hex ? hexDigit(b) >= 0 : isDigit(b)) {
        digits++;
      } else {
        break;
      }
      at++;
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
    if (source[at] == '+' || source[at] == '-') {
      at++;
    }
    int exponent = at;
    while (at < to && isDigit(source[at])) {
      at++;
    }
    return at == to && at > exponent;
  }

  /// A hexadecimal integer wraps around.
  static long hexInteger(byte[] source, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | hexDigit(source[i]);
    }
    return value;
  }

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
    if (to - first != 19) {
      return to - first < 19;
    }
    return decimalInteger(source, first, to) >= 0;
  }

  /// The nearest `double` to a decimal numeral.
  static double decimalFloat(byte[] source, int from, int to) {
    // A mantissa up to 2^53 and a power of ten up to 22 are both exact as doubles, so that one
    // operation on them rounds once (Clinger, "How to read floating point numbers accurately",
    // 1990).
    long mantissa = 0;
    int digits = 0;
    int scale = 0;
    boolean point = false;
    int at = from;
    while (at < to && (source[at] | 0x20) != 'e') {
      byte b = source[at++];
      if (b == '.') {
        point = true;
      } else {
        if (point) {
          scale--;
        }
        if (digits > 0 || b != '0') {
          digits++;
        }
        if (digits <= 18) {
          mantissa = mantissa * 10 + b - '0';
        }
      }
    }
    if (at < to) {
      at++;
      boolean negative = source[at] == '-';
      if (negative || source[at] == '+') {
        at++;
      }
      int exponent = 0;
      while (at < to) {
        exponent = Math.min(exponent * 10 + source[at++] - '0', 100_000);
      }
      scale += negative ? -exponent : exponent;
    }
    if (digits <= 18 && mantissa <= 1L << 53 && scale >= -22 && scale <= 22) {
      return scale < 0 ? mantissa / POWERS_OF_TEN[-scale] : mantissa * POWERS_OF_TEN[scale];
    }
    return Double.parseDouble(new String(source, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /// The nearest `double` to a hexadecimal numeral.
  static double hexFloat(byte[] source, int from, int to) {
    String text = new String(source, from, to - from, StandardCharsets.ISO_8859_1);
    boolean exponent = text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
    return Double.parseDouble(exponent ? text : text + "p0");
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int hexDigit(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
