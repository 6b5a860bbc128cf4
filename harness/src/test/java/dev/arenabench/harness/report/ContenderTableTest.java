package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.report.ContenderTable.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContenderTableTest {
  private static final Row PAIR = Records.row("parse", "arena", "heap", Instrument.SOLO);

  @Test
  void readable_classNamesOfTheJvm_asInSource() {
    assertEquals("long[]", ContenderTable.readable("[J"));
    assertEquals("byte[][]", ContenderTable.readable("[[B"));
    assertEquals("java.lang.String[]", ContenderTable.readable("[Ljava.lang.String;"));
    assertEquals("java.lang.String", ContenderTable.readable("java.lang.String"));
    assertEquals("B", ContenderTable.readable("B"));
  }

  @Test
  void byClass_arrays_readable() {
    List<String> labels =
        ContenderTable.byClass(FixtureRun.outcome()).getFirst().lines().stream()
            .map(Entry::label)
            .toList();
    assertTrue(labels.containsAll(List.of("int[]", "java.lang.Object[]")), labels.toString());
  }

  @Test
  void processes_soloPair_bothSidesAndTheirRatios() {
    Outcome outcome =
        Outcome.of(
            Records.run(PAIR),
            List.of(
                Records.pair(
                    PAIR,
                    0,
                    "AB",
                    Records.solo("arena", List.of(side(500_000, 0, 0, 500_000))),
                    Records.solo("heap", List.of(side(600_000, 250_000, 200_000, 900_000))))),
            List.of());
    assertEquals(
        List.of(
            new Entry(
                "parse: heap",
                List.of(
                    "none reported",
                    "0 collections",
                    "0 ms",
                    "1.20 ms/pass",
                    "600 µs/pass",
                    "250 µs/pass",
                    "50.0 µs/pass",
                    "900 µs/pass"),
                ""),
            new Entry(
                "parse: arena",
                List.of(
                    "none reported",
                    "0 collections",
                    "0 ms",
                    "1.00 ms/pass",
                    "500 µs/pass",
                    "0 ns/pass",
                    "0 ns/pass",
                    "500 µs/pass"),
                ""),
            new Entry(
                "parse: heap\u00a0: arena",
                List.of("", "", "", "1.2×", "1.2×", "", "", "1.8×"),
                "")),
        ContenderTable.processes(outcome).lines());
  }

  @Test
  void processes_duelsOnly_empty() {
    Row duel = Records.row("parse", "arena", "heap", Instrument.DUEL);
    Outcome outcome =
        Outcome.of(
            Records.run(duel), List.of(Records.duel(duel, 0, new double[] {1, 2})), List.of());
    assertTrue(ContenderTable.processes(outcome).isEmpty());
  }

  /// @param compilers over all four passes of the iteration
  private static Map<String, Double> side(
      double thread, double collector, double compilers, double all) {
    return Map.of(
        "score", 2 * thread,
        "cpu", thread,
        "collector.cpu", collector,
        "compiler.cpu", compilers,
        "process.cpu", all,
        "passes", 4.0);
  }
}
