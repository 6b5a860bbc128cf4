package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityAdviceTest {
  private static final double ERROR = Math.pow(2, 1.0 / 64);

  @Test
  void advise_nothingSeen_isTheFirstSlope() {
    CapacityAdvice advice = new CapacityAdvice(0.99, 1.5);

    assertEquals(512, advice.adviseBytes(0));
    assertEquals(512 + 1_500, advice.adviseBytes(1_000));
    assertEquals(new CapacityAdvice.Statistics(0, 0, 0, 0, 0), advice.statistics());
  }

  @Test
  void advise_fewSeen_isTheSteepestIfThatIsMore() {
    CapacityAdvice advice = new CapacityAdvice(0.99, 1.5);
    advice.observe(1_000, 512 + 3_000);

    assertEquals(512 + 3_000, advice.adviseBytes(1_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99, 0.999, 1})
  void slopeAt_manySeen_isTheExactQuantileOrLittleAbove(double quantile) {
    SplittableRandom random = new SplittableRandom(3);
    CapacityAdvice advice = new CapacityAdvice(quantile, 1);
    double[] slopes = new double[10_007];
    for (int i = 0; i < slopes.length; i++) {
      long source = random.nextLong(1, 1_000_000);
      long needed = 512 + (long) (source * Math.exp(random.nextGaussian() * 0.5));
      slopes[i] = (needed - 512) / (double) source;
      advice.observe(source, needed);
    }
    Arrays.sort(slopes);
    double exact = slopes[(int) Math.ceil(quantile * slopes.length) - 1];

    double answer = advice.slopeAt(quantile);

    assertTrue(answer >= exact && answer <= exact * ERROR, answer + " for " + exact);
    assertEquals(512 + (long) Math.ceil(answer * 10_000), advice.adviseBytes(10_000));
  }

  @Test
  void advise_wantedShare_fits() {
    SplittableRandom random = new SplittableRandom(5);
    CapacityAdvice advice = new CapacityAdvice(0.95, 1);
    long[][] seen = new long[2_000][];
    for (int i = 0; i < seen.length; i++) {
      long source = random.nextInt(20) == 0 ? random.nextLong(1, 20) : random.nextLong(1, 100_000);
      seen[i] = new long[] {source, 64 + (long) (source * (0.5 + random.nextDouble()))};
      advice.observe(seen[i][0], seen[i][1]);
    }

    long fitting = Arrays.stream(seen).filter(s -> advice.adviseBytes(s[0]) >= s[1]).count();

    assertTrue(fitting >= 0.95 * seen.length && fitting < 0.99 * seen.length, "fit=" + fitting);
  }

  @Test
  void advise_tinySources_doNotSpoilTheLargeOnes() {
    CapacityAdvice advice = new CapacityAdvice(0.99, 1);
    for (int i = 0; i < 1_000; i++) {
      advice.observe(10, 70); // seven times its size
      advice.observe(100_000, 90_000);
    }

    assertTrue(advice.adviseBytes(100_000) < 92_000, "bytes=" + advice.adviseBytes(100_000));
    assertTrue(advice.adviseBytes(10) >= 70);
  }

  @Test
  void statistics_known_areMeanAndSpread() {
    CapacityAdvice advice = new CapacityAdvice(0.99, 1);
    for (long needed : new long[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      advice.observe(10, needed);
    }
    advice.observe(0, 64); // no ratio

    CapacityAdvice.Statistics statistics = advice.statistics();

    assertEquals(8, statistics.count());
    assertEquals(0.5, statistics.mean(), 1e-12);
    assertEquals(Math.sqrt(32.0 / 7) / 10, statistics.deviation(), 1e-12);
    assertEquals(0.2, statistics.least(), 1e-12);
    assertEquals(0.9, statistics.greatest(), 1e-12);
  }

  @Test
  void slopeAt_beyondTheRange_isTheSteepest() {
    CapacityAdvice advice = new CapacityAdvice(1, 1);
    advice.observe(1, 1_000_000);

    assertEquals(1_000_000 - 512, advice.slopeAt(1));
  }

  @Test
  void slopeAt_allWithinTheFixedPart_isZero() {
    CapacityAdvice advice = new CapacityAdvice(1, 1);
    for (int i = 0; i < 100; i++) {
      advice.observe(100, 512);
    }

    assertEquals(0, advice.slopeAt(1));
    assertEquals(512, advice.adviseBytes(100));
  }

  @Test
  void parameters_outOfRange_areRefused() {
    CapacityAdvice advice = new CapacityAdvice(0.5, 1);

    assertEquals(
        "quantile=0.0, allowed: above 0, up to 1", refusal(() -> new CapacityAdvice(0, 1)));
    assertEquals(
        "quantile=NaN, allowed: above 0, up to 1", refusal(() -> advice.slopeAt(Double.NaN)));
    assertEquals("firstSlope=0.0, allowed: positive", refusal(() -> new CapacityAdvice(1, 0)));
    assertEquals("sourceBytes=-1, neededBytes=0, least=0", refusal(() -> advice.observe(-1, 0)));
    assertEquals("sourceBytes=-1, least=0", refusal(() -> advice.adviseBytes(-1)));
    assertEquals(
        "observations=0, least=1",
        assertThrows(IllegalStateException.class, () -> advice.slopeAt(0.5)).getMessage());
  }

  private static String refusal(org.junit.jupiter.api.function.Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
