package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
  @Test
  void of_straightLine_driftsFromFirstToLast() {
    Trend trend = Trend.of(new double[] {1, 3, 5, 7, 9, 11});
    assertEquals(10, trend.drift(), 1e-12);
    // One order of 720 rises throughout, one falls.
    assertEquals(2 / 720.0, trend.pValue(), 1e-15);
    assertEquals(-10, Trend.of(new double[] {11, 9, 7, 5, 3, 1}).drift(), 1e-12);
  }

  @Test
  void of_oneWildValue_doesNotCarryTheSlopeAway() {
    assertEquals(9, Trend.of(new double[] {0, 1, 2, 3, 900, 5, 6, 7, 8, 9}).drift(), 1e-12);
  }

  /// Kendall's exact test: 6/720 + 14/720 + 29/720 + 49/720 on either side for S = 9, tau = 0.6.
  @Test
  void of_sixValues_hasKendallsExactPValue() {
    assertEquals(98 / 720.0, Trend.of(new double[] {3, 1, 2, 5, 4, 7}).pValue(), 1e-12);
    assertEquals(
        0.001736111111111111, Trend.of(new double[] {1, 2, 4, 3, 5, 6, 8, 7}).pValue(), 1e-12);
  }

  /// S = 4, variance (4·3·13 - 2·2·1·9) / 18 = 20/3, z = 3 / sqrt(20/3).
  @Test
  void of_ties_takesKendallsVariance() {
    assertEquals(0.2452781, Trend.of(new double[] {1, 1, 2, 2}).pValue(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40})
  void of_constant_hasNone(int length) {
    assertEquals(new Trend(0, 1), Trend.of(new double[length]));
  }

  /// Where the exact distribution hands over to the normal one, the two must agree.
  @Test
  void of_thirtyAndThirtyOneValues_agreeAboutTheSameTrend() {
    double[] values = Noise.NORMAL.sample(31, 0, 8, new SplittableRandom(30));
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.4 * i;
    }
    double normal = Trend.of(values).pValue();
    double exact = Trend.of(Arrays.copyOf(values, 30)).pValue();
    assertEquals(normal, exact, 0.3 * normal);
  }

  @Test
  void of_noise_holdsItsLevel() {
    SplittableRandom random = new SplittableRandom(31);
    int samples = 2_000;
    for (int length : new int[] {12, 40}) {
      long rejected =
          IntStream.range(0, samples)
              .filter(i -> Trend.of(Noise.SKEWED.sample(length, 0, 1, random)).pValue() <= 0.05)
              .count();
      assertEquals(0.045, (double) rejected / samples, 0.02, "length=" + length);
    }
  }

  @Test
  void of_empty_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Trend.of(new double[0]));
  }
}
