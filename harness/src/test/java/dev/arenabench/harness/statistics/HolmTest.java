package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolmTest {
  /// 4 × 0.005, 3 × 0.01, 2 × 0.03, then max(0.06, 1 × 0.04).
  @Test
  void adjust_fourValues_isWorkedByHand() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-15);
  }

  @Test
  void adjust_largeValues_stayProbabilities() {
    assertArrayEquals(new double[] {1, 1, 1}, Holm.adjust(new double[] {0.5, 0.9, 1}));
  }

  @Test
  void adjust_oneOrNone_changesNothing() {
    assertArrayEquals(new double[] {0.2}, Holm.adjust(new double[] {0.2}));
    assertArrayEquals(new double[] {}, Holm.adjust(new double[] {}));
  }

  @Test
  void adjust_anything_keepsOrderAndLiesBetweenRawAndBonferroni() {
    SplittableRandom random = new SplittableRandom(1979);
    for (int round = 0; round < 100; round++) {
      double[] p = random.doubles(20).map(value -> value * value).toArray();
      double[] adjusted = Holm.adjust(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue(p[i] <= adjusted[i] && adjusted[i] <= Math.min(1, p.length * p[i]));
        for (int j = 0; j < p.length; j++) {
          assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
      }
    }
  }

  /// What DESIGN promises of few units: 12 carry forty rows, 8 carry six and not seven.
  @Test
  void adjust_smallestPValues_carryThisManyRows() {
    assertTrue(40 * SignFlip.smallestPValue(12, Tail.TWO_SIDED) <= Verdicts.FAMILY_LEVEL);
    assertTrue(6 * SignFlip.smallestPValue(8, Tail.TWO_SIDED) <= Verdicts.FAMILY_LEVEL);
    assertTrue(7 * SignFlip.smallestPValue(8, Tail.TWO_SIDED) > Verdicts.FAMILY_LEVEL);
  }

  @Test
  void adjust_notAProbability_isRefused() {
    assertEquals(
        "not a probability: p[1]=1.5",
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(new double[] {0.5, 1.5}))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Holm.adjust(new double[] {Double.NaN}));
  }
}
