package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {
  @Test
  void ofPercent_one_isTheLogarithmOfItsRatio() {
    assertEquals(Math.log(1.01), Margin.ofPercent(1).delta(), 1e-15);
    assertEquals(1, Margin.LEAST.percent(), 1e-12);
    assertEquals(7.5, Margin.ofPercent(7.5).percent(), 1e-12);
  }

  @Test
  void holds_needsBothEndsInside() {
    Margin margin = new Margin(0.01);
    assertTrue(margin.holds(new Estimate(0, -0.009, 0.009, 0.9, 9)));
    assertFalse(margin.holds(new Estimate(0, -0.011, 0.009, 0.9, 9)));
    assertFalse(margin.holds(new Estimate(0, -0.009, 0.01, 0.9, 9)));
  }

  @Test
  void isPassedByAll_needsOneSide() {
    Margin margin = new Margin(0.01);
    assertTrue(margin.isPassedByAll(new double[] {0.02, 0.03}));
    assertTrue(margin.isPassedByAll(new double[] {-0.02, -0.03}));
    assertFalse(margin.isPassedByAll(new double[] {0.02, -0.03}));
    assertFalse(margin.isPassedByAll(new double[] {0.02, 0.01}));
  }

  @Test
  void forSame_wideMargin_endsBelowWhatTheHarnessSetsOutToFind() {
    assertEquals(Margin.LEAST, Margin.LEAST.forSame());
    assertEquals(Margin.WIDEST_FOR_SAME, Margin.ofPercent(20).forSame());
    assertTrue(Margin.WIDEST_FOR_SAME.percent() < 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.01, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_notPositiveAndFinite_isRefused(double delta) {
    assertEquals(
        "a margin must be positive and finite: delta=" + delta,
        assertThrows(IllegalArgumentException.class, () -> new Margin(delta)).getMessage());
  }
}
