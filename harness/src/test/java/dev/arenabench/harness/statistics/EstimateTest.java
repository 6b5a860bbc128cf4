package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void ratio_ofLogarithms_isTheirExponential() {
    Estimate estimate = new Estimate(Math.log(0.5), Math.log(0.4), Math.log(0.8), 0.95, 12);
    assertEquals(0.5, estimate.ratio(), 1e-15);
    assertEquals(0.4, estimate.lowerRatio(), 1e-15);
    assertEquals(0.8, estimate.upperRatio(), 1e-15);
    assertEquals(Math.log(2) / 2, estimate.halfWidth(), 1e-15);
  }

  @Test
  void inverse_swapsAndMirrorsTheEnds() {
    assertEquals(
        new Estimate(-0.2, -0.3, 0.1, 0.9, 7), new Estimate(0.2, -0.1, 0.3, 0.9, 7).inverse());
  }

  @Test
  void excludesZero_onEitherSide_butNotAcross() {
    assertTrue(new Estimate(0.2, 0.1, 0.3, 0.95, 9).excludesZero());
    assertTrue(new Estimate(-0.2, -0.3, -0.1, 0.95, 9).excludesZero());
    assertFalse(new Estimate(0.2, -0.1, 0.3, 0.95, 9).excludesZero());
    assertFalse(new Estimate(0.2, 0, 0.3, 0.95, 9).excludesZero());
  }

  @Test
  void constructor_pointOutsideInterval_isRefused() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0.5, 0.1, 0.3, 0.95, 9));
    assertEquals(
        "not a finite interval around its point: lower=0.1, point=0.5, upper=0.3",
        refused.getMessage());
  }

  @Test
  void constructor_notFinite_isRefused() {
    double infinite = Double.POSITIVE_INFINITY;
    assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 0, 1, 0.95, 9));
    assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 0, infinite, 0.95, 9));
    assertThrows(IllegalArgumentException.class, () -> new Estimate(0, -infinite, 0, 0.95, 9));
  }

  @Test
  void constructor_confidenceOrUnitsOutOfRange_isRefused() {
    assertEquals(
        "confidence must be at least 0 and less than 1: confidence=1.0",
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 0, 0, 1, 9))
            .getMessage());
    assertEquals(
        "an estimate rests on at least one unit: units=0",
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 0, 0, 0, 0))
            .getMessage());
  }
}
