package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetOfFloorTest {
  private static double[] logs(double... ratios) {
    return Arrays.stream(ratios).map(Math::log).toArray();
  }

  @Test
  void of_knownRatios_isWorkedByHand() {
    // Beyond the floor: 1 of the contender, 1, 2, 4, 8, 16 of the baseline, median 4.
    double[] contender = logs(2, 2, 2, 2, 2);
    double[] baseline = logs(3, 17, 2, 9, 5);
    Estimate estimate = NetOfFloor.of(contender, baseline, 0.95);
    assertEquals(0.25, estimate.ratio(), 1e-12);
    // c = 1, p = 1/32, z = 1.8627319; the range of the logarithms is 4 ln 2.
    double half = 1.959963985 * 4 * Math.log(2) / (2 * 1.862731867);
    assertEquals(half, estimate.halfWidth(), 1e-8);
    assertEquals(10, estimate.units());
  }

  @Test
  void of_sidesExchanged_isTheInverse() {
    double[] one = logs(1.12, 1.16, 1.15, 1.14, 1.18, 1.15);
    double[] other = logs(1.7, 1.68, 1.72, 1.66, 1.71);
    Estimate estimate = NetOfFloor.of(one, other, 0.95);
    Estimate exchanged = NetOfFloor.of(other, one, 0.95);
    assertEquals(estimate.point(), -exchanged.point(), 1e-12);
    assertEquals(estimate.lower(), -exchanged.upper(), 1e-12);
  }

  @Test
  void of_nearTheFloor_isWider() {
    double[] baseline = logs(2, 2, 2, 2, 2);
    double[] far = logs(1.98, 1.99, 2, 2.01, 2.02);
    double[] near = logs(1.089, 1.0945, 1.1, 1.1055, 1.111);
    assertTrue(
        NetOfFloor.of(near, baseline, 0.95).halfWidth()
            > 5 * NetOfFloor.of(far, baseline, 0.95).halfWidth());
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void of_manySamples_intervalHoldsTheTruthAsOftenAsItSays(Noise noise) {
    SplittableRandom random = new SplittableRandom(7);
    double truth = Math.log(0.15 / 0.7);
    for (int units : new int[] {6, 12}) {
      int told = 0;
      int held = 0;
      for (int trial = 0; trial < 4_000; trial++) {
        double[] contender = noise.sample(units, Math.log(1.15), 0.012, random);
        double[] baseline = noise.sample(units, Math.log(1.7), 0.012, random);
        if (NetOfFloor.isAbove(contender)) {
          Estimate estimate = NetOfFloor.of(contender, baseline, 0.95);
          told++;
          held += estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
        }
      }
      assertTrue(told > 3_600, noise + ", units=" + units + ": told=" + told);
      double share = (double) held / told;
      assertTrue(share > 0.93, noise + ", units=" + units + ": " + share);
    }
  }

  @Test
  void of_unitNotAboveTheFloor_refused() {
    double[] below = logs(1.1, 0.99);
    assertFalse(NetOfFloor.isAbove(below));
    assertTrue(NetOfFloor.isAbove(logs(1.1, 1.01)));
    assertEquals(
        "contender is not above the floor: least=" + Math.log(0.99),
        assertThrows(IllegalArgumentException.class, () -> NetOfFloor.of(below, logs(2, 2), 0.95))
            .getMessage());
    assertEquals(
        "baseline has too few values: length=1, least=2",
        assertThrows(IllegalArgumentException.class, () -> NetOfFloor.of(logs(2, 2), logs(2), 0.95))
            .getMessage());
  }
}
