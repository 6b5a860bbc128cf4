package dev.arenabench.harness.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetOutcomeTest {
  private static final Row BUILD = Records.row("build", "arena", "heap", Instrument.DUEL);
  private static final Row HEAP = Records.row("build", "heap", "empty", Instrument.DUEL);
  private static final Row ARENA = Records.row("build", "arena", "empty", Instrument.DUEL);

  /// Units in which the subject takes `nanos` and the floor 100, a per mille apart.
  private static List<UnitRecord> units(Row row, int count, double nanos) {
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double factor = 1 + 0.001 * (i - (count - 1) / 2.0);
      units.add(Records.duel(row, i, new double[] {nanos * factor, 100}));
    }
    return units;
  }

  private static Outcome outcome(int heaps, int arenas, double arenaNanos) {
    List<UnitRecord> units = new ArrayList<>(units(BUILD, 5, 68));
    units.addAll(units(HEAP, heaps, 160));
    units.addAll(units(ARENA, arenas, arenaNanos));
    return Outcome.of(Records.run(BUILD, HEAP, ARENA), units, List.of());
  }

  @Test
  void of_bothSidesAgainstTheFloor_ratioOfWhatRemains() {
    NetOutcome net = outcome(7, 5, 115).netOfFloor(BUILD).orElseThrow();
    Estimate ratio = net.costRatio();
    assertNotNull(ratio);
    // 60 beyond the floor against 15.
    assertEquals(4, ratio.ratio(), 1e-9);
    assertTrue(ratio.lowerRatio() < 4 && 4 < ratio.upperRatio());
    assertEquals(12, ratio.units());
    assertEquals(60, net.baselineNanosPerPass(), 1e-9);
    assertEquals(15, net.subjectNanosPerPass(), 1e-9);
    assertNull(net.reason());
  }

  @Test
  void of_oneSideOnly_nothing() {
    assertTrue(outcome(0, 5, 115).netOfFloor(BUILD).isEmpty());
    assertTrue(outcome(5, 0, 115).netOfFloor(BUILD).isEmpty());
  }

  @Test
  void of_rowsThatAreNoDuelOfTwoSides_nothing() {
    Outcome outcome = outcome(5, 5, 115);
    assertTrue(outcome.netOfFloor(HEAP).isEmpty());
    assertTrue(
        outcome.netOfFloor(Records.row("build", "arena", "heap", Instrument.SOLO)).isEmpty());
    assertTrue(
        outcome.netOfFloor(Records.row("build", "arena", "arena", Instrument.DUEL)).isEmpty());
    assertTrue(
        outcome.netOfFloor(Records.row("parse", "arena", "heap", Instrument.DUEL)).isEmpty());
  }

  @Test
  void of_tooFewForks_reasonInsteadOfARatio() {
    NetOutcome net = outcome(5, 4, 115).netOfFloor(BUILD).orElseThrow();
    assertNull(net.costRatio());
    assertEquals("arena against empty has too few forks (4 of at least 5)", net.reason());
  }

  @Test
  void of_forkAtTheFloor_reasonInsteadOfARatio() {
    NetOutcome net = outcome(5, 5, 100).netOfFloor(BUILD).orElseThrow();
    assertNull(net.costRatio());
    assertEquals("a fork of arena against empty does not lie above the floor", net.reason());
  }
}
