package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeapTextTest {
  private static final Row RETAIN =
      new Row("retain", "zgc", "arena", "heap", Records.CORPUS.name(), Instrument.SOLO);

  @Test
  void of_heapFound_rulePartsAndSum() {
    Map<String, Double> detail =
        Map.of("multiple", 1.5, "base", 20_200_000.0, "heap", 88_080_384.0);
    Outcome outcome = outcome(live(45_100_000.0, detail, null));
    String sentence =
        "Heap on "
            + Records.CORPUS.name()
            + ", references of eight bytes: 1.5 × 45.1 MB (the heap twin’s trees) + 20.2 MB"
            + " (sources, front end, harness) = 88.1 MB, the same for both sides.";

    assertEquals(List.of(sentence), HeapText.of(outcome));
    assertEquals(List.of(sentence), SuiteSection.of(outcome).getFirst().heaps());
    assertTrue(new Page(outcome, List.of()).html().contains(sentence), "page");
    assertTrue(
        TerminalTable.render(outcome, false, 100).replace('\n', ' ').contains(sentence),
        "terminal");
  }

  @Test
  void of_heapNotFound_reason() {
    assertEquals(
        List.of(
            "Heap on "
                + Records.CORPUS.name()
                + ", references of eight bytes: not measured, the fork failed: killed."),
        HeapText.of(outcome(live(null, Map.of(), "the fork failed: killed"))));
  }

  @Test
  void of_runWithoutSuchRows_empty() {
    assertEquals(List.of(), HeapText.of(Outcome.of(Records.run(RETAIN), List.of(), List.of())));
  }

  @Test
  void metric_collectors_haveTheirNames() {
    assertEquals("retain: ZGC", Wording.metric(RETAIN));
    assertEquals(
        "full GC: G1",
        Wording.metric(new Row("collect", "g1", "arena", "heap", "c", Instrument.SOLO)));
    assertEquals(
        "allocate: nodes",
        Wording.metric(new Row("allocate", "nodes", "arena", "heap", "c", Instrument.DUEL)));
  }

  private static Outcome outcome(ProbeRecord live) {
    return Outcome.of(
        Records.run(RETAIN),
        List.of(
            Records.pair(
                RETAIN,
                0,
                "AB",
                Records.solo("arena", List.of(Map.of("score", 10.0))),
                Records.solo("heap", List.of(Map.of("score", 30.0))))),
        List.of(live));
  }

  private static ProbeRecord live(
      @Nullable Double trees, Map<String, Double> detail, @Nullable String reason) {
    return new ProbeRecord(
        "live", "trees-full-references", "heap", Records.CORPUS.name(), trees, "B", detail, reason);
  }
}
