package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointTest {
  /// U = -3, -4, -3, so K = 4 after two; of the six ways to choose the first two, two reach it.
  @Test
  void of_oneToFour_isWorkedByHand() {
    ChangePoint change = ChangePoint.of(new double[] {1, 2, 3, 4});
    assertEquals(2, change.before());
    assertEquals(2, change.shift());
    assertEquals(1 / 3.0, change.pValue(), 0.02);
  }

  /// K = 25 is reached by complete separation only: 2 of the 252 ways to choose the first five.
  @Test
  void of_fiveLowFiveHigh_hasTheExactPValue() {
    ChangePoint change = ChangePoint.of(new double[] {3, 1, 2, 5, 4, 8, 10, 7, 9, 6});
    assertEquals(5, change.before());
    assertEquals(5, change.shift());
    assertEquals(2 / 252.0, change.pValue(), 0.0036);
  }

  @Test
  void of_stepDown_isFoundWhereItIs() {
    double[] values = Noise.NORMAL.sample(30, 0, 0.01, new SplittableRandom(1));
    for (int i = 21; i < 30; i++) {
      values[i] -= 0.1;
    }
    ChangePoint change = ChangePoint.of(values);
    assertEquals(21, change.before());
    assertEquals(-0.1, change.shift(), 0.02);
    assertEquals(0.0001, change.pValue(), 0.0002);
  }

  @Test
  void of_constantOrSingle_neverMoves() {
    assertEquals(new ChangePoint(0, 0, 1), ChangePoint.of(new double[20]));
    assertEquals(new ChangePoint(0, 0, 1), ChangePoint.of(new double[] {7}));
  }

  @Test
  void of_manyTies_isNoChange() {
    double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    assertEquals(1, ChangePoint.of(values).pValue(), 0.2);
  }

  @Test
  void of_noise_holdsItsLevel() {
    SplittableRandom random = new SplittableRandom(2);
    int samples = 300;
    long rejected =
        IntStream.range(0, samples)
            .filter(i -> ChangePoint.of(Noise.SKEWED.sample(12, 0, 1, random)).pValue() <= 0.05)
            .count();
    assertEquals(0.05, (double) rejected / samples, 4 * Math.sqrt(0.05 * 0.95 / samples));
  }
}
