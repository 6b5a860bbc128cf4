package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DipTest {
  /// Quality of 63 statistics faculties, the example of Hartigan and Hartigan (1985).
  static final double[] FACULTIES = {
    30, 33, 35, 36, 37, 37, 39, 39, 39, 39, 39, 40, 40, 40, 40, 41, 42, 43, 43, 43, 44, 44, 45, 45,
    46, 46, 47, 47, 48, 48, 48, 49, 50, 50, 51, 52, 52, 53, 53, 53, 53, 53, 54, 54, 57, 57, 59, 60,
    60, 60, 61, 61, 61, 61, 62, 62, 62, 62, 63, 66, 70, 72, 72
  };

  @Test
  void of_hartigansFaculties_isThePublishedValue() {
    assertEquals(0.0595238, Dip.of(FACULTIES), 1e-7);
  }

  /// The right sides come from the definition itself: the least distance to a function that is
  /// convex up to some point and concave beyond, solved as a linear programme over every such
  /// point.
  static Stream<Arguments> solvedFromTheDefinition() {
    return Stream.of(
        Arguments.of(0.225, new double[] {0, 1, 10, 11}),
        Arguments.of(0.2, new double[] {0, 1, 2, 10, 11, 12}),
        Arguments.of(12 / 98.0, new double[] {0, 1, 3, 7, 8, 9, 20}),
        Arguments.of(2.25 / 14, new double[] {1, 1, 2, 5, 5, 5, 9}),
        Arguments.of(20 / 154.0, new double[] {0, 2, 3, 4, 5, 5, 6, 11, 12, 12, 13}),
        Arguments.of(0.25, new double[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}),
        Arguments.of(2 / 18.0, new double[] {0, 0, 0, 0, 0, 0, 0, 1, 1}),
        Arguments.of(3 / 22.0, new double[] {0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 4}),
        Arguments.of(1 / 14.0, new double[] {1, 2, 4, 8, 16, 32, 64}));
  }

  @ParameterizedTest
  @MethodSource("solvedFromTheDefinition")
  void of_smallSamples_solvesTheDefinition(double expected, double[] sorted) {
    assertEquals(expected, Dip.of(sorted), 1e-12);
  }

  @Test
  void of_evenlySpaced_isHalfAStep() {
    for (int n = 2; n <= 40; n++) {
      double[] sorted = IntStream.range(0, n).asDoubleStream().toArray();
      assertEquals(0.5 / n, Dip.of(sorted), 1e-12, "n=" + n);
    }
  }

  @Test
  void of_equalValues_isZero() {
    assertEquals(0, Dip.of(new double[] {3}));
    assertEquals(0, Dip.of(new double[] {3, 3, 3, 3}));
  }

  @Test
  void of_anySample_staysInBoundsAndIgnoresScaleAndSense() {
    SplittableRandom random = new SplittableRandom(85);
    for (int round = 0; round < 500; round++) {
      int n = random.nextInt(2, 60);
      double[] values = Noise.CONTAMINATED.sample(n, 0, 1, random);
      double[] sorted = Samples.sorted(values);
      double dip = Dip.of(sorted);
      assertTrue(0.5 / n - 1e-12 <= dip && dip <= 0.25, "n=" + n + ", dip=" + dip);
      double[] mirrored = Arrays.stream(values).map(value -> 5 - 3 * value).sorted().toArray();
      assertEquals(dip, Dip.of(mirrored), 1e-9);
    }
  }
}
