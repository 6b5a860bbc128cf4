package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.MachineSample;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Small records for tests, made by hand.
public final class Records {
  public static final CorpusRecord CORPUS = new CorpusRecord("shipped", 10, 100_000, 10_000, "00");
  public static final MachineSample MACHINE = new MachineSample(null, null, null);

  private Records() {}

  public static Row row(String suite, String subject, String baseline, Instrument instrument) {
    return new Row(suite, suite, subject, baseline, CORPUS.name(), instrument);
  }

  public static RunRecord run(Row... rows) {
    return run(List.of(rows), 8);
  }

  public static RunRecord run(List<Row> rows, int unitsPerRow) {
    Map<String, Integer> units = new java.util.HashMap<>();
    rows.forEach(row -> units.put(row.id(), unitsPerRow));
    return new RunRecord(
        RunRecord.SCHEMA,
        "run",
        "quick",
        42,
        "arenabench run",
        0,
        1L,
        null,
        false,
        List.of(CORPUS),
        Map.of(),
        List.of(),
        rows,
        units);
  }

  /// A duel whose blocks after warm-up took `cpu[i][0]` for the subject, `cpu[i][1]` for the
  /// baseline.
  public static UnitRecord duel(Row row, int index, double[]... cpu) {
    List<IterationRecord> iterations = new ArrayList<>();
    iterations.add(duelBlock(true, 1e9, 1));
    for (double[] block : cpu) {
      iterations.add(duelBlock(false, block[0], block[1]));
    }
    return new UnitRecord(row, index, index, 1, "ABBA", List.of(fork("duel", iterations, null)));
  }

  private static IterationRecord duelBlock(boolean warmup, double subject, double baseline) {
    return new IterationRecord(
        warmup,
        Map.of(
            "subject.cpu", subject,
            "baseline.cpu", baseline,
            "subject.wall", 2 * subject,
            "baseline.wall", baseline));
  }

  /// A pair of solo forks, in the order given, `A` the subject.
  public static UnitRecord pair(Row row, int index, String order, ForkRecord... forks) {
    return new UnitRecord(row, index, index, 1, order, List.of(forks));
  }

  /// A solo fork with these values in each measurement iteration.
  public static ForkRecord solo(String contender, List<Map<String, Double>> measured) {
    List<IterationRecord> iterations = new ArrayList<>();
    iterations.add(new IterationRecord(true, Map.of("score", 1e9)));
    measured.forEach(values -> iterations.add(new IterationRecord(false, values)));
    return fork(contender, iterations, null);
  }

  public static ForkRecord fork(
      String contender, List<IterationRecord> iterations, @Nullable String failure) {
    return new ForkRecord(contender, 1_000, 10, List.of(), iterations, MACHINE, failure);
  }

  public static ProbeRecord probe(String measure, String contender, @Nullable Double value) {
    return new ProbeRecord(
        "footprint",
        measure,
        contender,
        CORPUS.name(),
        value,
        "B",
        Map.of(),
        value == null ? "no tool" : null);
  }
}
