package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModalityTest {
  @Test
  void of_twoLevels_givesBothCentres() {
    SplittableRandom random = new SplittableRandom(9);
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 3 == 0 ? 1.3 : 1.0) + 0.01 * random.nextGaussian();
    }
    List<Double> centres = Modality.of(values).centres();
    assertEquals(2, centres.size());
    assertEquals(1.0, centres.getFirst(), 0.01);
    assertEquals(1.3, centres.getLast(), 0.01);
  }

  @Test
  void of_twoExactValues_givesThem() {
    double[] values = {1016, 1000, 1000, 1016, 1000, 1016, 1016, 1000, 1000, 1016};
    assertEquals(List.of(1000.0, 1016.0), Modality.of(values).centres());
  }

  @Test
  void of_constant_hasOneCentre() {
    assertEquals(List.of(4.0), Modality.of(new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}).centres());
  }

  @Test
  void of_tooShort_neverHasTwo() {
    assertEquals(1, Modality.of(new double[] {1, 1, 1, 1, 9, 9, 9, 9, 9}).centres().size());
    assertEquals(List.of(2.0), Modality.of(new double[] {2}).centres());
  }

  /// The published p value of the faculties is 0.087 against the uniform distribution: one mode.
  @Test
  void of_hartigansFaculties_hasOneMode() {
    Modality modality = Modality.of(DipTest.FACULTIES);
    assertTrue(modality.dip() < modality.limit());
    assertEquals(List.of(49.0), modality.centres());
  }

  /// Draws the uniform's dips again and puts the 99th percentile beside the table.
  @ParameterizedTest
  @ValueSource(ints = {10, 12, 15, 20, 24, 30, 70})
  void limit_uniformDrawnAgain_isPassedOneTimeInAHundred(int n) {
    SplittableRandom random = new SplittableRandom(n);
    int samples = 20_000;
    long passed =
        IntStream.range(0, samples)
            .filter(i -> Dip.of(random.doubles(n).sorted().toArray()) > Modality.limit(n))
            .count();
    assertEquals(0.01, (double) passed / samples, 4 * Math.sqrt(0.01 * 0.99 / samples));
  }

  @Test
  void limit_beyondTheTable_keepsFallingAsTheRoot() {
    assertEquals(Modality.limit(1_000) / 2, Modality.limit(4_000), 1e-12);
    for (int n = 10; n < 2_000; n++) {
      assertTrue(Modality.limit(n + 1) < Modality.limit(n), "n=" + n);
    }
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void of_noiseWithOneMode_isFlaggedAtMostOneTimeInAHundred(Noise noise) {
    SplittableRandom random = new SplittableRandom(10);
    long flagged =
        IntStream.range(0, 5_000)
            .filter(i -> Modality.of(noise.sample(30, 0, 1, random)).centres().size() > 1)
            .count();
    assertTrue(flagged <= 50, "flagged=" + flagged);
  }

  @Test
  void of_uniformNoise_isFlaggedAboutOneTimeInAHundred() {
    SplittableRandom random = new SplittableRandom(11);
    int samples = 20_000;
    long flagged =
        IntStream.range(0, samples)
            .filter(i -> Modality.of(random.doubles(20).toArray()).centres().size() > 1)
            .count();
    assertEquals(0.01, (double) flagged / samples, 4 * Math.sqrt(0.01 * 0.99 / samples));
  }
}
