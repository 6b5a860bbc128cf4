package dev.arenabench.frontend;

import java.math.BigInteger;

/// Decimal to binary floating point, correctly rounded and without an allocation.
final class DecimalFloats {
  private DecimalFloats() {}

  /*
   * Two ways, both exact.
   *
   * Short and near (Clinger, "How to read floating point numbers accurately", 1990): digits up to
   * 2^53 and powers of ten up to 10^22 are doubles without error, so that one multiplication or
   * division of them rounds once, rightly.
   *
   * Otherwise Lemire's method ("Number parsing at a gigabyte per second", 2021, after an idea of
   * Eisel's): digits · 10^q = digits · 5^q · 2^q. The 64 bits of the digits, normalised, are
   * multiplied by the upper 64 bits of 5^q; only if the bits below those that are kept are all ones
   * - so that the part of 5^q that was left out might carry into them - are the next 64 bits taken
   * into account. Mushtak and Lemire ("Fast number parsing without fallback", 2023) show that 128
   * bits of 5^q always decide for digits below 2^64. Ties are possible only for small q, where 5^q
   * fits exactly.
   */
  private static final int MIN_POWER = -342;
  private static final int MAX_POWER = 308;

  /// 5^27 is the greatest that fits in 64 bits: digits may be a multiple of it, and the product
  /// with its reciprocal is only then recognised as exact if the reciprocal was rounded up.
  private static final int MAX_EXACT_DIVISOR = 27;

  /// 5^q, upper and lower 64 bits of the mantissa that is normalised to 128 bits. Truncated, but
  /// for reciprocals up to [#MAX_EXACT_DIVISOR].
  private static final long[] POWERS_OF_FIVE = powersOfFive();

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int MANTISSA_BITS = 52;
  private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;
  private static final int EXPONENT_BIAS = 1023;
  private static final int INFINITE_EXPONENT = 0x7FF;

  /// Of the upper product: the mantissa, its hidden bit, one bit to round by and one that the
  /// normalisation may take.
  private static final int KEPT_BITS = MANTISSA_BITS + 3;

  private static long[] powersOfFive() {
    long[] table = new long[(MAX_POWER - MIN_POWER + 1) * 2];
    BigInteger five = BigInteger.valueOf(5);
    BigInteger power = BigInteger.ONE;
    for (int q = 0; q <= Math.max(MAX_POWER, -MIN_POWER); q++) {
      if (q <= MAX_POWER) {
        put(table, q, power.shiftLeft(128).shiftRight(power.bitLength()));
      }
      if (q > 0 && -q >= MIN_POWER) {
        // 2^(127 + bits) / 5^q has 128 bits.
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(127 + power.bitLength()).divide(power);
        put(table, -q, q <= MAX_EXACT_DIVISOR ? reciprocal.add(BigInteger.ONE) : reciprocal);
      }
      power = power.multiply(five);
    }
    return table;
  }

  private static void put(long[] table, int q, BigInteger mantissa) {
    table[(q - MIN_POWER) * 2] = mantissa.shiftRight(64).longValue();
    table[(q - MIN_POWER) * 2 + 1] = mantissa.longValue();
  }

  /// The `double` nearest to `digits` · 10^`exponent`; ties to even.
  ///
  /// @param digits unsigned
  static double nearest(long digits, long exponent) {
    if (digits == 0 || exponent < MIN_POWER) {
      return 0;
    }
    if (exponent > MAX_POWER) {
      return Double.POSITIVE_INFINITY;
    }
    int q = (int) exponent;
    if (digits >>> MANTISSA_BITS + 1 == 0 && Math.abs(q) < POWERS_OF_TEN.length) {
      return q < 0 ? digits / POWERS_OF_TEN[-q] : digits * POWERS_OF_TEN[q];
    }
    return scale(digits, q);
  }

  private static double scale(long digits, int q) {
    int zeros = Long.numberOfLeadingZeros(digits);
    long normal = digits << zeros;
    int at = (q - MIN_POWER) * 2;
    long power = POWERS_OF_FIVE[at];
    long high = Math.unsignedMultiplyHigh(normal, power);
    long low = normal * power;
    long undecided = -1L >>> KEPT_BITS;
    if ((high & undecided) == undecided) {
      long carry = Math.unsignedMultiplyHigh(normal, POWERS_OF_FIVE[at + 1]);
      low += carry;
      if (Long.compareUnsigned(low, carry) < 0) {
        high++;
      }
    }
    int upper = (int) (high >>> 63);
    int drop = upper + 64 - KEPT_BITS;
    long mantissa = high >>> drop;
    int biased = binaryExponent(q) + upper - zeros + EXPONENT_BIAS;
    if (biased <= 0) {
      return subnormal(mantissa, biased);
    }
    if (Long.compareUnsigned(low, 1) <= 0
        && q >= -4
        && q <= 23
        && (mantissa & 3) == 1
        && mantissa << drop == high) {
      mantissa--; // A tie: to even.
    }
    mantissa = mantissa + (mantissa & 1) >>> 1;
    if (mantissa == HIDDEN_BIT << 1) {
      mantissa = HIDDEN_BIT;
      biased++;
    }
    return biased >= INFINITE_EXPONENT
        ? Double.POSITIVE_INFINITY
        : Double.longBitsToDouble((long) biased << MANTISSA_BITS | mantissa & HIDDEN_BIT - 1);
  }

  private static double subnormal(long mantissa, int biased) {
    int drop = 1 - biased;
    if (drop >= 64) {
      return 0;
    }
    long dropped = mantissa >>> drop;
    // A carry into the hidden bit makes the exponent field 1, as it should.
    return Double.longBitsToDouble(dropped + (dropped & 1) >>> 1);
  }

  /// floor(log2(10^q)) + 63.
  private static int binaryExponent(int q) {
    return (217706 * q >> 16) + 63;
  }
}
