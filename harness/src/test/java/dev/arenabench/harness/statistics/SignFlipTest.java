package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignFlipTest {
  /// Darwin's maize: heights of crossed less self-fertilised plants, eighths of an inch. Fisher
  /// (The Design of Experiments, 1935, section 21) enumerated it: 863 of 32,768 patterns reach the
  /// sum.
  static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

  @Test
  void pValue_darwinsMaize_isFishersEnumeration() {
    assertEquals(863 / 32_768.0, SignFlip.pValue(DARWIN, 0, Tail.GREATER, 0));
    assertEquals(1726 / 32_768.0, SignFlip.pValue(DARWIN, 0, Tail.TWO_SIDED, 0));
  }

  /// 1, 2, 3 and -1 make sums of 5 or more in three patterns of sixteen: +++-, ++++ and -+++.
  @Test
  void pValue_fourUnits_isCountedByHand() {
    double[] y = {1, 2, 3, -1};
    assertEquals(3 / 16.0, SignFlip.pValue(y, 0, Tail.GREATER, 0));
    assertEquals(6 / 16.0, SignFlip.pValue(y, 0, Tail.TWO_SIDED, 0));
    // All but ++++ have a sum of 5 or less.
    assertEquals(15 / 16.0, SignFlip.pValue(y, 0, Tail.LESS, 0));
  }

  @Test
  void pValue_allOnOneSide_isTheSmallestThereIs() {
    for (int n = 1; n <= SignFlip.ENUMERATED_UNITS; n++) {
      double[] y = DoubleStream.iterate(1, value -> value * 1.1).limit(n).toArray();
      assertEquals(
          SignFlip.smallestPValue(n, Tail.TWO_SIDED), SignFlip.pValue(y, 0, Tail.TWO_SIDED, 0));
      assertEquals(
          SignFlip.smallestPValue(n, Tail.GREATER), SignFlip.pValue(y, 0, Tail.GREATER, 0));
      assertEquals(1, SignFlip.pValue(y, 0, Tail.LESS, 0));
    }
    assertEquals(1 / 2048.0, SignFlip.smallestPValue(12, Tail.TWO_SIDED));
    assertEquals(1 / 4096.0, SignFlip.smallestPValue(12, Tail.LESS));
  }

  @Test
  void pValue_noDifferenceAtAll_isOne() {
    assertEquals(1, SignFlip.pValue(new double[12], 0, Tail.TWO_SIDED, 0));
  }

  @Test
  void pValue_sumsThatTieButForRounding_countAsReached() {
    // In binary, 0.1 + 0.2 - 0.3 and its mirror image differ from 0 by rounding.
    assertEquals(1, SignFlip.pValue(new double[] {0.1, 0.2, -0.3}, 0, Tail.TWO_SIDED, 0));
  }

  @Test
  void pValue_mirroredData_swapsTheTails() {
    double[] mirrored = Arrays.stream(DARWIN).map(value -> -value).toArray();
    assertEquals(
        SignFlip.pValue(DARWIN, 0, Tail.GREATER, 0), SignFlip.pValue(mirrored, 0, Tail.LESS, 0));
    assertEquals(
        SignFlip.pValue(DARWIN, 0, Tail.LESS, 0), SignFlip.pValue(mirrored, 0, Tail.GREATER, 0));
  }

  @Test
  void pValue_shift_movesTheHypothesis() {
    double[] shifted = Arrays.stream(DARWIN).map(value -> value + 7).toArray();
    for (Tail tail : Tail.values()) {
      assertEquals(SignFlip.pValue(DARWIN, 0, tail, 0), SignFlip.pValue(shifted, 7, tail, 0));
    }
  }

  /// The same data with two units more that hardly weigh: sampled, and near the enumerated value.
  @Test
  void pValue_sampledBeyondSixteen_isNearTheExactValue() {
    double[] y = Arrays.copyOf(DARWIN, 17);
    y[15] = 1e-6;
    y[16] = -1e-6;
    double exact = 863 / 32_768.0;
    double standardError = Math.sqrt(exact * (1 - exact) / 100_000);
    assertEquals(exact, SignFlip.pValue(y, 0, Tail.GREATER, 42), 4 * standardError);
  }

  @Test
  void pValue_sampled_isRepeatableAndNeverZero() {
    double[] y = DoubleStream.iterate(1, value -> value + 0.01).limit(100).toArray();
    assertEquals(1 / 100_001.0, SignFlip.pValue(y, 0, Tail.TWO_SIDED, 1));
    double[] mixed = Noise.NORMAL.sample(70, 0.1, 1, new SplittableRandom(5));
    assertEquals(
        SignFlip.pValue(mixed, 0, Tail.TWO_SIDED, 9), SignFlip.pValue(mixed, 0, Tail.TWO_SIDED, 9));
  }

  /// Beyond 64 units a pattern takes more than one word of random bits.
  @Test
  void pValue_sampledOver64Units_agreesWithTheTTest() {
    double[] y = Noise.NORMAL.sample(150, 0.15, 1, new SplittableRandom(6));
    double t = PairedT.pValue(y, 0, Tail.TWO_SIDED);
    assertTrue(t > 0.001 && t < 0.5, "t=" + t);
    assertEquals(t, SignFlip.pValue(y, 0, Tail.TWO_SIDED, 1), 0.01);
  }

  /// Under «no difference» the p value is at or below a level no more often than the level says.
  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "CONTAMINATED"})
  void pValue_underNoDifference_holdsItsLevel(Noise noise) {
    SplittableRandom random = new SplittableRandom(11);
    int samples = 4_000;
    int rejected = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] y = noise.sample(10, 0, 0.017, random);
      if (SignFlip.pValue(y, 0, Tail.TWO_SIDED, 0) <= 0.05) {
        rejected++;
      }
    }
    assertEquals(0.05, (double) rejected / samples, 4 * Math.sqrt(0.05 * 0.95 / samples));
  }

  @Test
  void pValue_emptyOrNotFinite_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SignFlip.pValue(new double[0], 0, Tail.TWO_SIDED, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> SignFlip.pValue(new double[] {Double.NaN}, 0, Tail.TWO_SIDED, 0));
    assertEquals(
        "shift is not finite: shift[0]=NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> SignFlip.pValue(new double[] {1}, Double.NaN, Tail.TWO_SIDED, 0))
            .getMessage());
  }
}
