package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumeralsTest {
  @Test
  void fitsInteger_aroundTheLimit_isBelowTwoToThe63() {
    assertTrue(fits("0"));
    assertTrue(fits("999999999999999999"));
    assertTrue(fits("9223372036854775807"));
    assertTrue(fits("0000000000000000000000009223372036854775807"));
    assertFalse(fits("9223372036854775808"));
    assertFalse(fits("9999999999999999999"));
    assertFalse(fits("10000000000000000000"));
    assertFalse(fits("18446744073709551616"));
    assertFalse(fits("00018446744073709551617"));
  }

  @Test
  void hexInteger_moreThan64Bits_wrapsAround() {
    assertEquals(0x23456789abcdef01L, hexInteger("123456789abcdef01"));
    assertEquals(-1, hexInteger("fFfFfFfFfFfFfFfF"));
    assertEquals(0, hexInteger("10000000000000000"));
  }

  @Test
  void decimalFloat_edgeValues_isExact() {
    String[] edges = {
      "0.0",
      "0e0",
      "0e999999999999",
      "0.000",
      "1e308",
      "1.7976931348623157e308",
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "1e309",
      "1e99999999999999999999",
      "4.9e-324",
      "2.4703282292062327e-324",
      "2.4703282292062328e-324",
      "2.47e-324",
      "1e-400",
      "1e-99999999999999999999",
      "2.2250738585072014e-308",
      "2.2250738585072011e-308",
      "2.225073858507201e-308",
      "9007199254740992.",
      "9007199254740993.",
      "9007199254740991e0",
      "9007199254740993e22",
      "1e22",
      "1e23",
      "8.5e22",
      "123456789e-22",
      "1e-23",
      "0.1",
      "0.3",
      "0.30000000000000004",
      "5e-324",
      "1.",
      ".5",
      "12345678901234567890123456789012345678901234",
      "18446744073709551615.0",
      "18446744073709551616.0",
      "9223372036854775808",
      "100000000000000000000000000000000000000000000000000000000000000000000000000000000000e-83",
      "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000001e84",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126",
    };
    for (String edge : edges) {
      checkDecimal(edge);
    }
  }

  @Test
  void decimalFloat_anyDouble_isReadBack() {
    Random random = new Random(20260101);
    for (int i = 0; i < 80_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      if (value < Double.POSITIVE_INFINITY) {
        checkDecimal(Double.toString(value));
      }
    }
  }

  @Test
  void decimalFloat_randomDigitsAndExponent_isNearest() {
    Random random = new Random(4);
    for (int i = 0; i < 80_000; i++) {
      String digits = Long.toUnsignedString(random.nextLong() >>> random.nextInt(64));
      checkDecimal(digits + "e" + (random.nextInt(720) - 360));
      checkDecimal(digits + "." + random.nextInt(1_000_000) + "e" + (random.nextInt(60) - 30));
    }
  }

  @Test
  void decimalFloat_halfwayBetweenDoubles_roundsToEven() {
    Random random = new Random(5);
    BigDecimal two = BigDecimal.valueOf(2);
    for (int i = 0; i < 5_000; i++) {
      double low = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      double high = Math.nextUp(low);
      if (high < Double.POSITIVE_INFINITY) {
        BigDecimal halfway = new BigDecimal(low).add(new BigDecimal(high)).divide(two);
        checkDecimal(halfway.toString());
        checkDecimal(halfway.add(halfway.ulp()).toString());
        checkDecimal(halfway.subtract(halfway.ulp()).toString());
      }
    }
    for (int i = 0; i < 25_000; i++) {
      // Halfway cases of few digits: 54 bits times a small power of two or five.
      long odd = 1L << 53 | random.nextLong() >>> 11 | 1;
      checkDecimal(Long.toString(odd));
      checkDecimal(odd + "e" + (random.nextInt(28) - 4));
    }
  }

  @Test
  void hexFloat_edgeValues_isExact() {
    String[] edges = {
      "0x.8",
      "0x8.",
      "0xA.8p1",
      "0x1p-1074",
      "0x1p-1075",
      "0x1.8p-1075",
      "0x1.0000001p-1075",
      "0x0.8p-1074",
      "0x1p-1076",
      "0x1.fffffffffffffp1023",
      "0x1.fffffffffffff7p1023",
      "0x1.fffffffffffff8p1023",
      "0x1p1024",
      "0x1p99999999999999999999",
      "0x1p-99999999999999999999",
      "0x0p99999999999999999999",
      "0x0.0p0",
      "0x1.00000000000008p0",
      "0x1.000000000000080000000000000000000000000000001p0",
      "0x1.00000000000018p0",
      "0x.0000000000000000000000000000000000000001p160",
      "0xffffffffffffffffffff.0",
      "0x1fffffffffffff8.0p-1",
      "0x10000000000000000000000000p-100",
      "0x0.fffffffffffff8p-1022",
      "0x0.fffffffffffffp-1022",
      "0x0.00000000000008p-1022",
    };
    for (String edge : edges) {
      checkHex(edge);
    }
  }

  @Test
  void hexFloat_random_isNearest() {
    Random random = new Random(6);
    for (int i = 0; i < 80_000; i++) {
      String whole = new BigInteger(1 + random.nextInt(130), random).toString(16);
      String part = new BigInteger(1 + random.nextInt(130), random).toString(16);
      checkHex("0x" + whole + "." + part + "p" + (random.nextInt(2400) - 1200));
      checkHex("0X" + whole + "P" + (random.nextInt(60) - 30));
      checkHex("0x." + part);
    }
  }

  private static void checkDecimal(String numeral) {
    byte[] source = (numeral + "\0").getBytes(StandardCharsets.US_ASCII);
    assertTrue(Numerals.isWellFormed(source, 0, numeral.length(), false), numeral);
    double actual = Numerals.decimalFloat(source, 0, numeral.length());
    assertEquals(Double.parseDouble(numeral), actual, numeral);
  }

  private static void checkHex(String numeral) {
    byte[] source = (numeral + "\0").getBytes(StandardCharsets.US_ASCII);
    assertTrue(Numerals.isWellFormed(source, 0, numeral.length(), true), numeral);
    double actual = Numerals.hexFloat(source, 0, numeral.length());
    String java = numeral.indexOf('p') < 0 && numeral.indexOf('P') < 0 ? numeral + "p0" : numeral;
    assertEquals(Double.parseDouble(java), actual, numeral);
  }

  private static boolean fits(String digits) {
    return Numerals.fitsInteger(digits.getBytes(StandardCharsets.US_ASCII), 0, digits.length());
  }

  private static long hexInteger(String digits) {
    return Numerals.hexInteger(digits.getBytes(StandardCharsets.US_ASCII), 0, digits.length());
  }
}
