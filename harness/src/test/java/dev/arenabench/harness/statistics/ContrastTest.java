package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// [Contrast] and the two that stand on it.
class ContrastTest {
  private static final double[] ZERO_TO_FOUR = {3, 0, 4, 1, 2};

  /// c = 1, p = 1/32, z = 1.8627319, SE = 4 / (2 z); times 1.959964 for 95 %.
  private static final double HALF = 1.959963985 * 4 / (2 * 1.862731867);

  @Test
  void overTheseRows_oneRow_isWorkedByHand() {
    Estimate estimate = GeometricMean.overTheseRows(new double[][] {ZERO_TO_FOUR}, 0.95);
    assertEquals(2, estimate.point());
    assertEquals(2 - HALF, estimate.lower(), 1e-8);
    assertEquals(2 + HALF, estimate.upper(), 1e-8);
    assertEquals(5, estimate.units());
  }

  @Test
  void overTheseRows_fourRows_averagesLogsAndHalvesTheError() {
    double[] tenMore = {13, 10, 14, 11, 12};
    double[][] rows = {ZERO_TO_FOUR, tenMore, tenMore, ZERO_TO_FOUR};
    Estimate estimate = GeometricMean.overTheseRows(rows, 0.95);
    assertEquals(7, estimate.point());
    assertEquals(HALF / 2, estimate.halfWidth(), 1e-8);
    assertEquals(20, estimate.units());
  }

  @Test
  void overTheseRows_ratiosOfAHalfAndTwo_areOneInTheMean() {
    double half = Math.log(0.5);
    double[][] rows = {{half, half, half}, {-half, -half, -half}};
    assertEquals(1, GeometricMean.overTheseRows(rows, 0.95).ratio());
  }

  @Test
  void overRowsLikeThese_isStudentsIntervalOverTheRows() {
    double[][] rows = {{1}, {2, 2}, {3, 2, 9}, {4}, {5}};
    Estimate estimate = GeometricMean.overRowsLikeThese(rows, 0.95);
    assertEquals(Estimates.mean(new double[] {1, 2, 3, 4, 5}, 0.95), estimate);
    assertEquals(5, estimate.units());
  }

  @Test
  void ratioOfRatios_isTheDifferenceOfTheMedians() {
    double[] now = {13, 10, 14, 11, 12};
    Estimate estimate = RatioOfRatios.of(now, ZERO_TO_FOUR, 0.95);
    assertEquals(10, estimate.point());
    assertEquals(Math.sqrt(2) * HALF, estimate.halfWidth(), 1e-8);
    assertEquals(10, estimate.units());
    assertEquals(-10, RatioOfRatios.of(ZERO_TO_FOUR, now, 0.95).point());
  }

  @Test
  void rows_tooFewOrTooShort_areRefused() {
    assertEquals(
        "too few rows for a mean: rows=0, least=1",
        assertThrows(
                IllegalArgumentException.class,
                () -> GeometricMean.overTheseRows(new double[0][], 0.95))
            .getMessage());
    assertEquals(
        "too few rows for a mean: rows=1, least=2",
        assertThrows(
                IllegalArgumentException.class,
                () -> GeometricMean.overRowsLikeThese(new double[][] {{1, 2}}, 0.95))
            .getMessage());
    assertEquals(
        "row has too few values: length=1, least=2",
        assertThrows(
                IllegalArgumentException.class,
                () -> GeometricMean.overTheseRows(new double[][] {{1}}, 0.95))
            .getMessage());
    assertEquals(
        "then has too few values: length=1, least=2",
        assertThrows(
                IllegalArgumentException.class,
                () -> RatioOfRatios.of(new double[] {1, 2}, new double[] {1}, 0.95))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void ratioOfRatios_overThousandsOfRuns_coversAsItStates(Noise noise) {
    SplittableRandom random = new SplittableRandom(14);
    int samples = 5_000;
    for (int n : new int[] {5, 8, 12, 20}) {
      int held = 0;
      for (int sample = 0; sample < samples; sample++) {
        Estimate estimate =
            RatioOfRatios.of(
                noise.sample(n, 0.5, 0.1, random), noise.sample(n, 0.3, 0.1, random), 0.95);
        if (estimate.lower() <= 0.2 && 0.2 <= estimate.upper()) {
          held++;
        }
      }
      double coverage = (double) held / samples;
      assertTrue(coverage >= 0.93, "n=" + n + ", coverage=" + coverage);
    }
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void overTheseRows_overThousandsOfRuns_coversAsItStates(Noise noise) {
    SplittableRandom random = new SplittableRandom(15);
    int samples = 5_000;
    int held = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[][] rows = new double[4][];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = noise.sample(6 + row, row, 0.1, random);
      }
      Estimate estimate = GeometricMean.overTheseRows(rows, 0.95);
      if (estimate.lower() <= 1.5 && 1.5 <= estimate.upper()) {
        held++;
      }
    }
    double coverage = (double) held / samples;
    assertTrue(coverage >= 0.93, "coverage=" + coverage);
  }
}
