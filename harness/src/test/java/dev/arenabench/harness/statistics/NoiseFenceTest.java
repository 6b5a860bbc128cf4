package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseFenceTest {
  /// |y| = 1 .. 5: quartiles 2 and 4, fence 4 + 3 × 2.
  @Test
  void of_fiveUnits_isWorkedByHand() {
    NoiseFence fence = NoiseFence.of(new double[] {-5, 1, 4, -2, 3});
    assertEquals(new NoiseFence(2, 4, 5), fence);
    assertEquals(10, fence.ofOneUnit());
    assertEquals(2.5, fence.marginFor(16).delta());
  }

  /// |y| = 1 .. 4: type 7 puts the quartiles at 1.75 and 3.25.
  @Test
  void of_fourUnits_interpolatesAsRDoes() {
    assertEquals(new NoiseFence(1.75, 3.25, 4), NoiseFence.of(new double[] {1, -2, 3, -4}));
  }

  @Test
  void marginFor_quietRow_isOnePerCent() {
    NoiseFence fence = NoiseFence.of(new double[] {0.001, -0.001, 0.002, 0.001, -0.002});
    assertEquals(Margin.LEAST, fence.marginFor(12));
  }

  @Test
  void marginFor_moreUnits_isNeverWider() {
    NoiseFence fence = NoiseFence.of(new double[] {0.02, -0.03, 0.01, 0.04, -0.02});
    for (int units = 1; units < 500; units++) {
      assertTrue(
          fence.marginFor(units + 1).delta() <= fence.marginFor(units).delta(), "units=" + units);
    }
    assertEquals(Margin.LEAST, fence.marginFor(500));
  }

  @Test
  void of_oneWildUnitInTwenty_hardlyMoves() {
    double[] y = Noise.NORMAL.sample(20, 0, 0.017, new SplittableRandom(2));
    double before = NoiseFence.of(y).ofOneUnit();
    y[7] = 3;
    assertEquals(before, NoiseFence.of(y).ofOneUnit(), 0.3 * before);
  }

  /// The figures in the class's own words: 3.65 standard deviations for one unit, and the median of
  /// twelve A/A units beyond the fence of twelve about four times in a thousand.
  @Test
  void of_normalNoise_standsWhereTheTheorySays() {
    SplittableRandom random = new SplittableRandom(4);
    NoiseFence fence = NoiseFence.of(Noise.NORMAL.sample(200_000, 0, 1, random));
    assertEquals(3.65, fence.ofOneUnit(), 0.03);

    Margin margin = fence.marginFor(12);
    int beyond = 0;
    int samples = 50_000;
    for (int sample = 0; sample < samples; sample++) {
      double median = Samples.median(Noise.NORMAL.sample(12, 0, 1, random));
      if (Math.abs(median) > margin.delta()) {
        beyond++;
      }
    }
    assertEquals(0.003, (double) beyond / samples, 0.0015);
  }

  @Test
  void of_tooFewOrNoUnits_isRefused() {
    assertEquals(
        "sameOnBothSides has too few values: length=3, least=4",
        assertThrows(IllegalArgumentException.class, () -> NoiseFence.of(new double[] {1, 2, 3}))
            .getMessage());
    assertEquals(
        "not quartiles of magnitudes: lowerQuartile=2.0, upperQuartile=1.0",
        assertThrows(IllegalArgumentException.class, () -> new NoiseFence(2, 1, 9)).getMessage());
    assertEquals(
        "verdictUnits must be positive: verdictUnits=0",
        assertThrows(IllegalArgumentException.class, () -> new NoiseFence(1, 2, 9).marginFor(0))
            .getMessage());
  }
}
