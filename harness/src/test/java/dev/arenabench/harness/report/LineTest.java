package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
  /// A row whose units all say the same, but that every other one is `percent` off.
  private static Line line(String baseline, int count, double percent) {
    Row row = Records.row("parse", "arena", baseline, Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double factor = 1 + percent / 100 * (i % 2 == 0 ? 1 : -1);
      units.add(Records.duel(row, i, new double[] {90 * factor, 100}));
    }
    return Line.of(Outcome.of(Records.run(row), units, List.of()).rows().getFirst());
  }

  @Test
  void of_fewerUnitsThanAnyVerdictTakes_saysHowManyItTakes() {
    for (int count = 1; count < 5; count++) {
      Line line = line("heap", count, 0.1);
      assertTrue(line.isTooFew());
      assertEquals("too few", line.verdict());
      String inFull = "too few forks for a verdict (%d of at least 5)".formatted(count);
      assertEquals(inFull, line.verdictInFull());
      assertEquals(inFull, line.verdictAndReason());
    }
  }

  @Test
  void of_enoughUnits_verdictAndReason() {
    Line clear = line("heap", 5, 0.1);
    assertFalse(clear.isTooFew());
    assertEquals("faster", clear.verdictInFull());
    assertEquals(
        "faster: too few units for the test, but every one of them is beyond the margin",
        clear.verdictAndReason());
    Line open = line("heap", 6, 50);
    assertFalse(open.isTooFew());
    assertEquals("inconclusive", open.verdict());
    assertEquals("inconclusive", open.verdictInFull());
  }

  @Test
  void of_floorWithOneUnit_isAFloorAndClaimsNothing() {
    Line floor = line("empty", 1, 0.1);
    assertFalse(floor.isTooFew());
    assertEquals("floor", floor.verdictInFull());
  }
}
