package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatesTest {
  /// 1 .. n, shuffled: the value of an order statistic is its rank.
  private static double[] ranks(int n) {
    double[] y = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    SplittableRandom random = new SplittableRandom(n);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swapped = y[i];
      y[i] = y[j];
      y[j] = swapped;
    }
    return y;
  }

  /// Tails of Binomial(n, 1/2) by hand: for n = 12, (1 + 12 + 66) / 4096 lie below the third.
  @ParameterizedTest
  @CsvSource({
    "1, 0.95, 1, 1, 0",
    "2, 0.95, 1, 2, 0.5",
    "5, 0.95, 1, 5, 0.9375",
    "5, 0.90, 1, 5, 0.9375",
    "6, 0.95, 1, 6, 0.96875",
    "7, 0.99, 1, 7, 0.984375",
    "8, 0.95, 1, 8, 0.9921875",
    "8, 0.90, 2, 7, 0.9296875",
    "8, 0.50, 3, 6, 0.7109375",
    "12, 0.95, 3, 10, 0.96142578125",
    "12, 0.99, 2, 11, 0.99365234375",
    "20, 0.95, 6, 15, 0.958610534667969",
    "20, 0.90, 6, 15, 0.958610534667969",
    "20, 0.88, 7, 14, 0.884681701660156",
  })
  void median_knownTails_givesTheseOrderStatistics(
      int n, double wanted, double lower, double upper, double reached) {
    Estimate estimate = Estimates.median(ranks(n), wanted);
    assertEquals((n + 1) / 2.0, estimate.point());
    assertEquals(lower, estimate.lower());
    assertEquals(upper, estimate.upper());
    assertEquals(reached, estimate.confidence(), 1e-12);
    assertEquals(n, estimate.units());
  }

  @ParameterizedTest
  @CsvSource({"6, 0.96875", "8, 0.9921875", "8, 0.9296875", "12, 0.96142578125"})
  void median_confidenceThatIsReachedExactly_isNotMissedByRounding(int n, double wanted) {
    assertEquals(wanted, Estimates.median(ranks(n), wanted).confidence(), 1e-12);
  }

  @Test
  void median_everyLengthTo200_takesTheNarrowestIntervalThatReaches() {
    for (int n = 6; n <= 200; n++) {
      Estimate estimate = Estimates.median(ranks(n), 0.95);
      int k = (int) estimate.lower();
      assertTrue(estimate.confidence() >= 0.95, "n=" + n);
      assertEquals(n + 1 - k, estimate.upper(), "n=" + n);
      assertTrue(Estimates.coverage(n, k + 1) < 0.95, "n=" + n);
    }
  }

  @Test
  void median_evenNumber_isTheMiddleOfTheMiddleTwo() {
    assertEquals(2.5, Estimates.median(new double[] {9, 2, 3, 1}, 0.5).point());
  }

  @Test
  void median_oneWildUnitInTwelve_movesNothing() {
    double[] y = ranks(12);
    Estimate before = Estimates.median(y, 0.95);
    for (int i = 0; i < y.length; i++) {
      if (y[i] == 12) {
        y[i] = 1e9;
      }
    }
    assertEquals(before, Estimates.median(y, 0.95));
  }

  @Test
  void median_ofNegatedValues_isTheInverse() {
    double[] y = Noise.SKEWED.sample(13, 0.1, 1, new SplittableRandom(3));
    double[] negated = IntStream.range(0, y.length).mapToDouble(i -> -y[i]).toArray();
    assertEquals(Estimates.median(y, 0.95).inverse(), Estimates.median(negated, 0.95));
  }

  @Test
  void median_leavesItsInputAlone() {
    double[] y = {3, 1, 2};
    Estimates.median(y, 0.95);
    assertArrayEquals(new double[] {3, 1, 2}, y);
  }

  @Test
  void median_emptyOrNotFinite_isRefused() {
    assertEquals(
        "y has too few values: length=0, least=1",
        assertThrows(IllegalArgumentException.class, () -> Estimates.median(new double[0], 0.95))
            .getMessage());
    assertEquals(
        "y is not finite: y[1]=NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> Estimates.median(new double[] {1, Double.NaN}, 0.95))
            .getMessage());
    assertEquals(
        "y is not finite: y[0]=-Infinity",
        assertThrows(
                IllegalArgumentException.class,
                () -> Estimates.median(new double[] {Double.NEGATIVE_INFINITY}, 0.95))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-0.5", "95", "NaN"})
  void median_confidenceThatIsNone_isRefused(double confidence) {
    assertEquals(
        "confidence must lie between 0 and 1: confidence=" + confidence,
        assertThrows(
                IllegalArgumentException.class,
                () -> Estimates.median(new double[] {1, 2}, confidence))
            .getMessage());
  }

  /// Student's t for 4 degrees of freedom at 95 % is 2.776445; the mean is 3, s = sqrt(2.5).
  @Test
  void mean_oneToFive_isTheTextbookInterval() {
    Estimate estimate = Estimates.mean(new double[] {1, 2, 3, 4, 5}, 0.95);
    double half = 2.7764451051977987 * Math.sqrt(2.5 / 5);
    assertEquals(3, estimate.point(), 1e-15);
    assertEquals(3 - half, estimate.lower(), 1e-9);
    assertEquals(3 + half, estimate.upper(), 1e-9);
    assertEquals(0.95, estimate.confidence());
  }

  @Test
  void mean_oneUnit_isRefused() {
    assertEquals(
        "y has too few values: length=1, least=2",
        assertThrows(IllegalArgumentException.class, () -> Estimates.mean(new double[] {1}, 0.95))
            .getMessage());
  }

  /// The share of 10,000 intervals that hold the true median must be the confidence the estimate
  /// states, which discrete steps put above the 95 % asked for: within four standard errors.
  @ParameterizedTest
  @EnumSource(Noise.class)
  void median_overThousandsOfSamples_coversAsItStates(Noise noise) {
    int samples = 10_000;
    SplittableRandom random = new SplittableRandom(95 + noise.ordinal());
    for (int n : new int[] {6, 8, 12, 20}) {
      int held = 0;
      double stated = 0;
      for (int sample = 0; sample < samples; sample++) {
        Estimate estimate = Estimates.median(noise.sample(n, 0.03, 0.017, random), 0.95);
        stated = estimate.confidence();
        if (estimate.lower() <= 0.03 && 0.03 <= estimate.upper()) {
          held++;
        }
      }
      double coverage = (double) held / samples;
      double standardError = Math.sqrt(stated * (1 - stated) / samples);
      assertEquals(stated, coverage, 4 * standardError, "n=" + n);
      assertTrue(coverage >= 0.93, "n=" + n + ", coverage=" + coverage);
    }
  }

  @Test
  void mean_overThousandsOfNormalSamples_coversAsItStates() {
    int samples = 10_000;
    SplittableRandom random = new SplittableRandom(8);
    int held = 0;
    for (int sample = 0; sample < samples; sample++) {
      Estimate estimate = Estimates.mean(Noise.NORMAL.sample(6, 0.03, 0.017, random), 0.95);
      if (estimate.lower() <= 0.03 && 0.03 <= estimate.upper()) {
        held++;
      }
    }
    assertEquals(0.95, (double) held / samples, 4 * Math.sqrt(0.95 * 0.05 / samples));
  }
}
