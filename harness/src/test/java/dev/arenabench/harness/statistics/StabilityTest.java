package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityTest {
  /// Times about 100 µs that differ by `log`, with 0.3 % of noise.
  private static Stability of(int iterations, IntToDoubleFunction log) {
    SplittableRandom random = new SplittableRandom(iterations);
    return Stability.of(
        IntStream.range(0, iterations)
            .mapToDouble(
                i -> 100_000 * Math.exp(log.applyAsDouble(i) + 0.003 * random.nextGaussian()))
            .toArray());
  }

  @Test
  void of_steadyNoise_raisesNoFlag() {
    Stability stability = of(30, i -> 0);
    assertTrue(stability.steady());
    assertTrue(stability.judged());
  }

  @Test
  void of_fallingTimes_drift() {
    Stability stability = of(20, i -> -0.002 * i);
    assertTrue(stability.drifts());
    assertEquals(-0.038, stability.trend().drift(), 0.01);
    assertFalse(stability.steady());
  }

  @Test
  void of_certainButTinyDrift_isNoFlag() {
    double[] times = IntStream.range(0, 20).mapToDouble(i -> 100_000 + i).toArray();
    Stability stability = Stability.of(times);
    assertTrue(stability.trend().pValue() < 1e-9);
    assertTrue(stability.steady());
  }

  @Test
  void of_lateStep_shifts() {
    Stability stability = of(30, i -> i < 22 ? 0 : -0.05);
    assertTrue(stability.shifts());
    assertEquals(22, stability.changePoint().before());
    assertEquals(-0.05, stability.changePoint().shift(), 0.01);
  }

  @Test
  void of_backAndForth_isMultimodalAndNothingElse() {
    Stability stability = of(30, i -> i % 2 == 0 ? 0 : 0.08);
    assertTrue(stability.multimodal());
    assertFalse(stability.drifts());
    assertFalse(stability.shifts());
    assertFalse(stability.steady());
  }

  @Test
  void of_twoModesCloserThanAnyoneCares_isNoFlag() {
    double[] times = IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? 1000 : 1001).toArray();
    Stability stability = Stability.of(times);
    assertEquals(2, stability.modality().centres().size());
    assertTrue(stability.steady());
  }

  @Test
  void of_fiveIterations_isNotJudgedHoweverSteep() {
    Stability stability = Stability.of(new double[] {500, 400, 300, 200, 100});
    assertFalse(stability.judged());
    assertTrue(stability.steady());
    assertFalse(Stability.of(new double[] {600, 500, 400, 300, 200, 100}).steady());
  }

  @Test
  void of_noise_isFlaggedSeldom() {
    SplittableRandom random = new SplittableRandom(77);
    int samples = 300;
    long flagged =
        IntStream.range(0, samples)
            .filter(i -> !Stability.of(Noise.NORMAL.sample(20, 1000, 30, random)).steady())
            .count();
    // Three tests at 1 %.
    assertTrue(flagged <= 0.05 * samples, "flagged=" + flagged);
  }

  @Test
  void of_notPositive_isRefused() {
    assertEquals(
        "times is not positive: times[1]=0.0",
        assertThrows(IllegalArgumentException.class, () -> Stability.of(new double[] {1, 0}))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Stability.of(new double[0]));
  }
}
