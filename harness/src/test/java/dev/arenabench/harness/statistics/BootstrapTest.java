package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /// Units whose blocks stray by `inside` about a centre that strays by `between`.
  private static double[][] duels(int units, double between, double inside, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] blocks = new double[units][];
    for (int unit = 0; unit < units; unit++) {
      blocks[unit] = Noise.NORMAL.sample(9, between * random.nextGaussian(), inside, random);
    }
    return blocks;
  }

  @Test
  void ofDuels_noSpread_isThePoint() {
    double[][] blocks = new double[20][3];
    for (double[] unit : blocks) {
      Arrays.fill(unit, -0.25);
    }
    assertEquals(new Estimate(-0.25, -0.25, -0.25, 0.95, 20), Bootstrap.ofDuels(blocks, 0.95, 1));
  }

  @Test
  void ofDuels_point_isTheMedianOfTheUnitsMedians() {
    double[][] blocks = duels(21, 0.02, 0.01, 2);
    double[] y = Arrays.stream(blocks).mapToDouble(Samples::median).toArray();
    Estimate estimate = Bootstrap.ofDuels(blocks, 0.95, 1);
    assertEquals(Estimates.median(y, 0.95).point(), estimate.point());
    assertEquals(21, estimate.units());
  }

  /// Without spread inside units its half-width is 1.96 standard errors of a median of 100 values.
  @Test
  void ofDuels_manyUnits_isAsWideAsTheory() {
    Estimate estimate = Bootstrap.ofDuels(duels(100, 1, 0, 3), 0.95, 1);
    double theory = 1.96 * Math.sqrt(Math.PI / 2 / 100);
    assertEquals(theory, estimate.halfWidth(), 0.25 * theory);
  }

  @Test
  void ofDuels_spreadInsideUnits_widens() {
    double[][] blocks = duels(30, 0.01, 0.05, 4);
    double[][] medians = new double[blocks.length][];
    for (int unit = 0; unit < blocks.length; unit++) {
      medians[unit] = new double[] {Samples.median(blocks[unit])};
    }
    double outside = Bootstrap.ofDuels(medians, 0.95, 1).halfWidth();
    double both = Bootstrap.ofDuels(blocks, 0.95, 1).halfWidth();
    assertTrue(both > 1.05 * outside, both + " " + outside);
  }

  @Test
  void ofDuels_seed_decides() {
    double[][] blocks = duels(25, 0.02, 0.02, 5);
    assertEquals(Bootstrap.ofDuels(blocks, 0.9, 7), Bootstrap.ofDuels(blocks, 0.9, 7));
    assertNotEquals(Bootstrap.ofDuels(blocks, 0.9, 7), Bootstrap.ofDuels(blocks, 0.9, 8));
  }

  @Test
  void ofPairs_baselineOfOne_isTheDuelOfTheLogarithms() {
    double[][] blocks = duels(20, 0.02, 0.02, 6);
    double[][] times = new double[blocks.length][];
    double[][] ones = new double[blocks.length][];
    for (int unit = 0; unit < blocks.length; unit++) {
      times[unit] = Arrays.stream(blocks[unit]).map(Math::exp).toArray();
      ones[unit] = new double[] {1, 1, 1};
    }
    Estimate pairs = Bootstrap.ofPairs(times, ones, 0.95, 1);
    Estimate duels = Bootstrap.ofDuels(blocks, 0.95, 1);
    assertEquals(duels.point(), pairs.point(), 1e-12);
    assertEquals(duels.lower(), pairs.lower(), 0.003);
    assertEquals(duels.upper(), pairs.upper(), 0.003);
    Estimate swapped = Bootstrap.ofPairs(ones, times, 0.95, 1);
    assertEquals(-pairs.point(), swapped.point(), 1e-12);
  }

  @Test
  void ofDuels_overManyRuns_coversAboutAsItStates() {
    int runs = 60;
    int held = 0;
    for (int run = 0; run < runs; run++) {
      double[][] blocks = new double[20][];
      SplittableRandom random = new SplittableRandom(1_000 + run);
      for (int unit = 0; unit < blocks.length; unit++) {
        blocks[unit] = Noise.SKEWED.sample(1, 0, 0.02, random);
      }
      Estimate estimate = Bootstrap.ofDuels(blocks, 0.95, run);
      if (estimate.lower() <= 0 && 0 <= estimate.upper()) {
        held++;
      }
    }
    assertTrue(held >= 52, "held=" + held);
  }

  @Test
  void tooFewUnequalOrEmpty_areRefused() {
    assertEquals(
        "too few units for a bootstrap: units=19, least=20",
        assertThrows(
                IllegalArgumentException.class,
                () -> Bootstrap.ofDuels(duels(19, 1, 1, 1), 0.95, 1))
            .getMessage());
    assertEquals(
        "pairs need both sides: contender.length=20, baseline.length=21",
        assertThrows(
                IllegalArgumentException.class,
                () -> Bootstrap.ofPairs(new double[20][1], new double[21][1], 0.95, 1))
            .getMessage());
    assertEquals(
        "blocks of a unit has too few values: length=0, least=1",
        assertThrows(
                IllegalArgumentException.class, () -> Bootstrap.ofDuels(new double[20][0], 0.95, 1))
            .getMessage());
    assertEquals(
        "contender is not positive: contender[0]=0.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> Bootstrap.ofPairs(new double[20][1], new double[20][1], 0.95, 1))
            .getMessage());
  }
}
