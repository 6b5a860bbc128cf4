package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitRatioTest {
  @Test
  void of_duel_isMedianOfMeasuredBlocks() {
    assertEquals(0.5, UnitRatio.of(SampleUnits.duel(0, 0.5)), 1e-12);
  }

  @Test
  void of_pair_isSubjectToBaselineInEitherOrder() {
    var arena = SampleUnits.soloFork("arena", 30, 50, 40);
    var heap = SampleUnits.soloFork("heap", 90, 70, 80, 1000);

    assertEquals(40.0 / 85, UnitRatio.of(SampleUnits.pair(0, "AB", arena, heap)), 1e-12);
    assertEquals(40.0 / 85, UnitRatio.of(SampleUnits.pair(0, "BA", heap, arena)), 1e-12);
  }

  @Test
  void of_failed_isNotANumber() {
    assertTrue(Double.isNaN(UnitRatio.of(SampleUnits.failed(0, "gone"))));
  }

  @Test
  void median_notANumber_isLeftOut() {
    assertEquals(2.0, UnitRatio.median(List.of(1.0, Double.NaN, 3.0)));
    assertTrue(Double.isNaN(UnitRatio.median(List.of(Double.NaN))));
  }
}
