package dev.arenabench.harness.outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.Judgement;
import dev.arenabench.harness.statistics.Margin;
import dev.arenabench.harness.statistics.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Row PARSE = Records.row("parse", "arena", "heap", Instrument.DUEL);

  /// Units whose arena takes about `1 / times` of the heap's time, a per mille apart.
  private static List<UnitRecord> units(Row row, int count, double times) {
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double factor = 1 + 0.001 * (i - (count - 1) / 2.0);
      units.add(Records.duel(row, i, new double[] {100 * factor / times, 100}));
    }
    return units;
  }

  private static RowOutcome only(Outcome outcome) {
    assertEquals(1, outcome.rows().size());
    return outcome.rows().getFirst();
  }

  @Test
  void of_fasterArena_ratioShownAsHeapToArena() {
    RowOutcome row = only(Outcome.of(Records.run(PARSE), units(PARSE, 9, 2), List.of()));
    Judgement judgement = row.judgement();
    assertNotNull(judgement);
    assertEquals(Verdict.FASTER, judgement.verdict());
    Estimate ratio = row.costRatio();
    assertNotNull(ratio);
    assertEquals(2, ratio.ratio(), 1e-9);
    assertTrue(ratio.lowerRatio() < 2 && 2 < ratio.upperRatio());
    assertEquals(-Math.log(2), row.y()[4], 1e-9);
    Estimate wall = row.secondOpinion();
    assertNotNull(wall);
    assertEquals(1, wall.ratio(), 1e-9);
  }

  @Test
  void of_unitsInAnyOrder_rowsInOrderOfPlanUnitsInOrderOfTime() {
    Row build = Records.row("build", "arena", "heap", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>(units(build, 3, 2));
    units.addAll(units(PARSE, 3, 4));
    Collections.reverse(units);
    Outcome outcome = Outcome.of(Records.run(PARSE, build), units, List.of());
    assertEquals(List.of(PARSE, build), outcome.rows().stream().map(RowOutcome::row).toList());
    assertArrayEquals(
        new int[] {0, 1, 2},
        outcome.rows().getFirst().units().stream()
            .mapToInt(unit -> unit.unit().position())
            .toArray());
  }

  @Test
  void of_rowWithoutUnits_noJudgement() {
    RowOutcome row = only(Outcome.of(Records.run(PARSE), List.of(), List.of()));
    assertNull(row.judgement());
    assertNull(row.costRatio());
    assertNull(row.secondOpinion());
    assertNull(row.subjectCost());
    assertEquals(8, row.wanted());
    assertEquals(0, row.got());
    assertEquals(OptionalInt.empty(), row.unitsForOnePercent());
  }

  @Test
  void of_failedUnits_countedAndLeftOut() {
    List<UnitRecord> units = new ArrayList<>(units(PARSE, 5, 2));
    units.add(
        Records.pair(PARSE, 5, "ABBA", Records.fork("arena+heap", List.of(), "out of memory")));
    RowOutcome row = only(Outcome.of(Records.run(PARSE), units, List.of()));
    assertEquals(5, row.got());
    assertEquals(1, row.failed());
    assertEquals(5, row.y().length);
    assertEquals("arena+heap: out of memory", row.units().get(5).failure());
  }

  @Test
  void of_rowThatWasNotPlanned_shownAtTheEnd() {
    Row stray = Records.row("stray", "arena", "heap", Instrument.DUEL);
    Outcome outcome = Outcome.of(Records.run(PARSE), units(stray, 2, 2), List.of());
    assertEquals(stray, outcome.rows().get(1).row());
    assertEquals(2, outcome.rows().get(1).wanted());
  }

  @Test
  void of_noisyTwinRow_widensTheMarginAndClaimsNothing() {
    Row same = Records.row("parse", "heap", "heap", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>(units(PARSE, 8, 1.03));
    for (int i = 0; i < 8; i++) {
      units.add(Records.duel(same, i, new double[] {i % 2 == 0 ? 90 - i : 110 + i, 100}));
    }
    Outcome quiet = Outcome.of(Records.run(PARSE), units(PARSE, 8, 1.03), List.of());
    Outcome noisy = Outcome.of(Records.run(PARSE, same), units, List.of());
    Judgement before = quiet.rows().getFirst().judgement();
    Judgement after = noisy.rows().getFirst().judgement();
    assertNotNull(before);
    assertNotNull(after);
    assertEquals(Margin.LEAST, before.margin());
    assertEquals(Verdict.FASTER, before.verdict());
    assertTrue(after.margin().percent() > 5, () -> after.margin().toString());
    assertEquals(Verdict.INCONCLUSIVE, after.verdict());
    assertTrue(noisy.rows().get(1).isNoise());
    // One claim only: Holm has nothing to adjust.
    assertEquals(after.pValue(), after.adjustedPValue());
  }

  @Test
  void of_manyRows_pValuesAdjustedTogether() {
    List<Row> rows = new ArrayList<>();
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Row row = Records.row("suite" + i, "arena", "heap", Instrument.DUEL);
      rows.add(row);
      units.addAll(units(row, 8, 2));
    }
    Outcome outcome = Outcome.of(Records.run(rows, 8), units, List.of());
    Judgement judgement = outcome.rows().getFirst().judgement();
    assertNotNull(judgement);
    // 8 units give 2^-7 at best; ten such claims do not stand at 5 %.
    assertEquals(10 * Math.pow(2, -7), judgement.adjustedPValue(), 1e-12);
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
  }

  @Test
  void of_costs_perByteNodeTreeAndSecond() {
    RowOutcome row =
        only(
            Outcome.of(
                Records.run(PARSE),
                List.of(Records.duel(PARSE, 0, new double[] {500_000, 1_000_000})),
                List.of()));
    Cost heap = row.baselineCost();
    CorpusRecord corpus = row.corpus();
    assertNotNull(heap);
    assertNotNull(corpus);
    assertEquals(1_000_000, heap.nanosPerPass(), 1e-3);
    assertEquals(10, heap.nanosPerByte(corpus), 1e-9);
    assertEquals(100, heap.nanosPerNode(corpus), 1e-9);
    assertEquals(100_000, heap.nanosPerTree(corpus), 1e-6);
    assertEquals(100, heap.megabytesPerSecond(corpus), 1e-9);
  }

  @Test
  void of_twoCorpora_geometricMeanOverBoth() {
    Row small = new Row("parse", "parse", "arena", "heap", "small", Instrument.DUEL);
    Row large = new Row("parse", "parse", "arena", "heap", "large", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>(units(small, 5, 2));
    units.addAll(units(large, 5, 8));
    Outcome outcome = Outcome.of(Records.run(small, large), units, List.of());
    assertEquals(1, outcome.means().size());
    assertEquals(2, outcome.means().getFirst().corpora());
    assertEquals(4, outcome.means().getFirst().costRatio().ratio(), 1e-9);
    RunRecord one = Records.run(small);
    assertEquals(List.of(), Outcome.of(one, units(small, 5, 2), List.of()).means());
  }

  @Test
  void of_probes_groupedWithRatios() {
    Outcome outcome =
        Outcome.of(
            Records.run(),
            List.of(),
            List.of(
                Records.probe("kept-bytes", "heap", 300.0),
                Records.probe("kept-bytes", "arena", 100.0),
                Records.probe("kept-bytes", "arena-fresh", null),
                Records.probe("garbage", "heap", 5.0),
                Records.probe("garbage", "arena", 0.0)));
    ProbeOutcome kept = outcome.probes().get(0);
    assertEquals("kept-bytes", kept.measure());
    assertEquals(OptionalDouble.of(3), kept.ratio("heap", "arena"));
    assertEquals(OptionalDouble.of(1), kept.ratio("heap", "heap"));
    assertEquals(OptionalDouble.empty(), kept.ratio("heap", "arena-fresh"));
    assertEquals("no tool", kept.notMeasured("arena-fresh"));
    assertEquals("not part of this run", kept.notMeasured("arena-native"));
    assertEquals(List.of("heap", "arena", "arena-fresh"), List.copyOf(kept.figures().keySet()));
    ProbeOutcome garbage = outcome.probes().get(1);
    assertEquals(OptionalDouble.of(Double.POSITIVE_INFINITY), garbage.ratio("heap", "arena"));
  }

  @Test
  void ratio_bothTakeNothing_equal() {
    ProbeOutcome nothing =
        new ProbeOutcome(
            "bytes",
            "steady",
            "shipped",
            "B",
            Map.of(
                "heap", Records.probe("steady", "heap", 0.0),
                "arena", Records.probe("steady", "arena", 0.0)));
    assertEquals(OptionalDouble.of(1), nothing.ratio("heap", "arena"));
  }
}
