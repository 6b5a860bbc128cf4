package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PairedTTest {
  /// Fisher gives t = 2.148 with 14 degrees of freedom for Darwin's maize, p just below 5 %.
  @Test
  void pValue_darwinsMaize_isFishers() {
    assertEquals(0.0497, PairedT.pValue(SignFlipTest.DARWIN, 0, Tail.TWO_SIDED), 5e-5);
    assertEquals(0.02485, PairedT.pValue(SignFlipTest.DARWIN, 0, Tail.GREATER), 5e-5);
    assertEquals(0.97515, PairedT.pValue(SignFlipTest.DARWIN, 0, Tail.LESS), 5e-5);
  }

  /// With one degree of freedom t is Cauchy: P(|T| >= 1) = 1/2; here the mean is 1, s/sqrt(2) = 1.
  @Test
  void pValue_twoUnits_isCauchys() {
    assertEquals(0.5, PairedT.pValue(new double[] {0, 2}, 0, Tail.TWO_SIDED), 1e-12);
  }

  @Test
  void pValue_noSpread_isTheLimit() {
    double[] y = {0.5, 0.5, 0.5};
    assertEquals(0, PairedT.pValue(y, 0, Tail.TWO_SIDED));
    assertEquals(0, PairedT.pValue(y, 0, Tail.GREATER));
    assertEquals(1, PairedT.pValue(y, 0, Tail.LESS));
    assertEquals(1, PairedT.pValue(y, 0.5, Tail.TWO_SIDED));
    assertEquals(0.5, PairedT.pValue(y, 0.5, Tail.LESS));
  }

  @Test
  void pValue_atTheBoundOfItsOwnInterval_isTheComplementOfTheConfidence() {
    Estimate estimate = Estimates.mean(SignFlipTest.DARWIN, 0.9);
    assertEquals(0.1, PairedT.pValue(SignFlipTest.DARWIN, estimate.lower(), Tail.TWO_SIDED), 1e-9);
    assertEquals(0.05, PairedT.pValue(SignFlipTest.DARWIN, estimate.upper(), Tail.LESS), 1e-9);
  }

  @Test
  void pValue_oneUnit_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> PairedT.pValue(new double[] {1}, 0, Tail.TWO_SIDED));
  }
}
