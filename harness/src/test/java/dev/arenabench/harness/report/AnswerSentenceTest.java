package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerSentenceTest {
  private static String text(Outcome outcome) {
    return AnswerSentence.of(outcome).phrases().stream()
        .map(AnswerSentence.Phrase::text)
        .collect(Collectors.joining());
  }

  @Test
  void of_run_everyKindOfFigureOnce() {
    assertEquals(
        "Against an arena, one heap object per node takes 1.14× (1.12–1.16) the time to parse,"
            + " 2.63× (2.60–2.67) the time to build, 1.0× to 3.9× the time to walk (it depends on"
            + " the pass) and 4.13× the memory while it is kept.",
        text(FixtureRun.outcome()));
    assertEquals(
        "In brackets the interval of 95 %. Measured on fixture (18 files, 94.2 KB), Java"
            + " 25.0.0-fixture, Fixture processor, 2 cores, one thread; each tree is dropped before"
            + " the next, which is where an arena helps least.",
        AnswerSentence.of(FixtureRun.outcome()).conditions());
  }

  @Test
  void of_oneFigureOfOneFork_saysThatThatIsTooFew() {
    Row parse = Records.row("parse", "arena", "heap", Instrument.DUEL);
    Outcome outcome =
        Outcome.of(
            Records.run(parse), List.of(Records.duel(parse, 0, new double[] {1, 2})), List.of());
    assertEquals(
        "Against an arena, one heap object per node takes 2.0× the time to parse (too few"
            + " forks for a verdict).",
        text(outcome));
    assertEquals(List.of(Tone.OPEN), tones(outcome));
    // Nothing stands in brackets that could be an interval.
    assertTrue(AnswerSentence.of(outcome).conditions().startsWith("Measured on "));
  }

  @Test
  void of_passesWithDifferentVerdicts_noColourForTheirRange() {
    assertEquals(
        List.of(Tone.BETTER, Tone.BETTER, Tone.SAME, Tone.BETTER), tones(FixtureRun.outcome()));
  }

  private static List<Tone> tones(Outcome outcome) {
    return AnswerSentence.of(outcome).phrases().stream()
        .map(AnswerSentence.Phrase::figure)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void of_severalCorpora_saysWhichAndTheMean() {
    Row lua = new Row("parse", "parse", "arena", "heap", "lua", Instrument.DUEL);
    Row typed = new Row("parse", "parse", "arena", "heap", "typed", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      units.add(Records.duel(lua, i, new double[] {100, 200}));
      units.add(Records.duel(typed, i, new double[] {100, 800}));
    }

    assertEquals(
        "Against an arena, one heap object per node takes 2.0× (2.0–2.0) the time to parse, on lua."
            + " Over 2 corpora together it takes 4.0× (4.0–4.0) the time to parse.",
        text(Outcome.of(Records.run(lua, typed), units, List.of())));
  }

  @Test
  void of_otherParsersOnly_areTheAnswer() {
    Row luaj = Records.row("peers", "arena", "luaj", Instrument.DUEL);
    Row load = Records.row("peers", "arena", "reference", Instrument.DUEL);
    Row heap = Records.row("peers", "heap", "luaj", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      units.add(Records.duel(luaj, i, new double[] {100, 400}));
      units.add(Records.duel(load, i, new double[] {100, 200}));
      units.add(Records.duel(heap, i, new double[] {100, 300}));
    }
    Outcome outcome = Outcome.of(Records.run(load, luaj, heap), units, List.of());

    assertEquals(
        "Against parsing into an arena, the reference implementation's load takes 2.0× (2.0–2.0)"
            + " the time, LuaJ's parser takes 4.0× (4.0–4.0) the time.",
        text(outcome));
    assertEquals(List.of(Tone.BETTER, Tone.BETTER), tones(outcome));
    assertEquals(List.of(), Claim.of(outcome));
    String table = TerminalTable.render(outcome, false, TerminalTable.MAX_WIDTH);
    assertTrue(table.contains("\nOther parsers\n"), table);
    assertTrue(table.contains("luaj : arena") && table.contains("luaj : heap"), table);
    assertTrue(!table.contains("guide") && !table.contains("floor"), table);
    String page = new Page(outcome, List.of()).html();
    assertTrue(page.contains("How fast is this parser beside others?"), "heading");
    assertTrue(page.contains("answer-chart") && !page.contains("id=\"claims\""), "chart, claims");
  }

  @Test
  void of_treesKeptOnly_thatIsTheAnswer() {
    Row serial = new Row("retain", "serial", "arena", "heap", "shipped", Instrument.SOLO);
    Row zgc = new Row("retain", "zgc", "arena", "heap", "shipped", Instrument.SOLO);
    Row full = new Row("collect", "g1", "arena", "heap", "shipped", Instrument.SOLO);
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      units.add(kept(serial, i, 300));
      units.add(kept(zgc, i, 600));
      units.add(kept(full, i, 2_000));
    }

    assertEquals(
        "Against an arena, one heap object per node takes 3.0× to 6.0× the CPU time to keep all"
            + " trees in a tight heap (it depends on the collector) and 20× (20–20) the CPU time"
            + " of a full collection.",
        text(Outcome.of(Records.run(serial, zgc, full), units, List.of())));
  }

  /// A pair of which the arena takes 100 ns a pass.
  private static UnitRecord kept(Row row, int index, double heapNanos) {
    return Records.pair(
        row,
        index,
        "BA",
        Records.solo("heap", List.of(processTimes(heapNanos))),
        Records.solo("arena", List.of(processTimes(100))));
  }

  private static Map<String, Double> processTimes(double nanos) {
    return Map.of(
        "score", nanos,
        "whole.wall", nanos,
        "cpu", nanos,
        "collector.cpu", 1.0,
        "compiler.cpu", 0.0,
        "process.cpu", nanos,
        "passes", 1.0);
  }

  @Test
  void of_emptyRun_noAnswerYet() {
    assertTrue(
        text(Outcome.of(Records.run(), List.of(), List.of()))
            .startsWith("This run has no answer yet"));
  }
}
