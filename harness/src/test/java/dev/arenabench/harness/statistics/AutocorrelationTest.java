package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  /// Deviations -2, -1, 0, 1, 2: (2 + 0 + 0 + 2) / 10.
  @Test
  void lag1_oneToFive_isWorkedByHand() {
    assertEquals(0.4, Autocorrelation.lag1(new double[] {1, 2, 3, 4, 5}).orElseThrow(), 1e-15);
  }

  @Test
  void lag1_alternating_isNegative() {
    assertEquals(-5 / 6.0, Autocorrelation.lag1(new double[] {1, 2, 1, 2, 1, 2}).orElseThrow());
  }

  @Test
  void lag1_constant_isNotMeasured() {
    assertEquals(OptionalDouble.empty(), Autocorrelation.lag1(new double[] {0.1, 0.1, 0.1}));
  }

  @Test
  void limit_independentNoise_isPassedOneTimeInTwenty() {
    SplittableRandom random = new SplittableRandom(1);
    int samples = 4_000;
    long passed =
        IntStream.range(0, samples)
            .filter(
                i ->
                    Math.abs(
                            Autocorrelation.lag1(Noise.NORMAL.sample(40, 0, 1, random))
                                .orElseThrow())
                        > Autocorrelation.limit(40))
            .count();
    assertEquals(0.05, (double) passed / samples, 0.02);
  }

  @Test
  void lag1_twoUnits_isRefused() {
    assertEquals(
        "y has too few values: length=2, least=3",
        assertThrows(
                IllegalArgumentException.class, () -> Autocorrelation.lag1(new double[] {1, 2}))
            .getMessage());
  }
}
