package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredUnitsTest {
  /// A pilot with a standard deviation of 1.
  private static final double[] PILOT = {-Math.sqrt(0.5), Math.sqrt(0.5)};

  /// The normal guess is 6.03. Eight units still take the full range, ± 1.43 expected; 9 to 11 take
  /// y(2) to the last but one, ± 0.932 at best; 12 take y(3) to y(10), ± 0.79.
  @Test
  void forHalfWidth_oneDeviation_isWorkedByHand() {
    assertEquals(9, RequiredUnits.forHalfWidth(PILOT, 1, 0.95));
    assertEquals(9, RequiredUnits.forHalfWidth(PILOT, 0.933, 0.95));
    assertEquals(12, RequiredUnits.forHalfWidth(PILOT, 0.931, 0.95));
  }

  @ParameterizedTest
  @CsvSource({"0.90, 5", "0.95, 6", "0.99, 8"})
  void forHalfWidth_noSpread_isWhatTheConfidenceTakes(double confidence, int units) {
    assertEquals(units, RequiredUnits.forHalfWidth(new double[] {3, 3, 3}, 0.01, confidence));
  }

  /// (1.959964 / 0.01)^2 π/2.
  @Test
  void forHalfWidth_large_isTheNormalFormula() {
    assertEquals(60_342, RequiredUnits.forHalfWidth(PILOT, 0.01, 0.95));
  }

  @Test
  void forHalfWidth_aroundTheHandOver_isContinuous() {
    int before = RequiredUnits.forHalfWidth(PILOT, 0.02457, 0.95);
    int beyond = RequiredUnits.forHalfWidth(PILOT, 0.02455, 0.95);
    assertTrue(before < beyond && beyond - before < 0.01 * beyond, before + " " + beyond);
  }

  @Test
  void forHalfWidth_narrower_neverTakesFewer() {
    int last = 0;
    for (double halfWidth = 2; halfWidth > 0.03; halfWidth *= 0.95) {
      int units = RequiredUnits.forHalfWidth(PILOT, halfWidth, 0.95);
      assertTrue(units >= last, "halfWidth=" + halfWidth);
      last = units;
    }
  }

  /// What it promises: intervals of that many units are on average as narrow as was asked, and with
  /// a quarter fewer they are not.
  @Test
  void forHalfWidth_triedOut_isEnoughAndNotTooMuch() {
    SplittableRandom random = new SplittableRandom(33);
    for (double wanted : new double[] {0.8, 0.4, 0.2}) {
      int units = RequiredUnits.forHalfWidth(PILOT, wanted, 0.95);
      assertEquals(wanted, Math.max(wanted, meanHalfWidth(units, random)), 0.03 * wanted);
      assertTrue(meanHalfWidth(units * 3 / 4, random) > wanted, "wanted=" + wanted);
    }
  }

  private static double meanHalfWidth(int units, SplittableRandom random) {
    int samples = 500;
    double sum = 0;
    for (int sample = 0; sample < samples; sample++) {
      sum += Estimates.median(Noise.NORMAL.sample(units, 0, 1, random), 0.95).halfWidth();
    }
    return sum / samples;
  }

  @Test
  void forHalfWidth_impossible_isRefused() {
    assertEquals(
        "halfWidth must be positive: halfWidth=0.0",
        assertThrows(
                IllegalArgumentException.class, () -> RequiredUnits.forHalfWidth(PILOT, 0, 0.95))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> RequiredUnits.forHalfWidth(new double[] {1}, 0.1, 0.95));
    assertThrows(ArithmeticException.class, () -> RequiredUnits.forHalfWidth(PILOT, 1e-9, 0.95));
  }
}
