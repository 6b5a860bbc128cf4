package dev.arenabench.harness.run;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.MachineSample;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.util.List;
import java.util.Map;

/// Units as a run would leave them.
final class SampleUnits {
  static final Row DUEL = new Row("parse", "parse", "arena", "heap", "shipped", Instrument.DUEL);
  static final Row SOLO = new Row("parse", "parse", "arena", "heap", "shipped", Instrument.SOLO);

  private SampleUnits() {}

  static UnitRecord duel(int position, double ratio) {
    return new UnitRecord(DUEL, position, position, 42, "ABBA", List.of(duelFork(ratio)));
  }

  static ForkRecord duelFork(double ratio) {
    return fork(
        "arena+heap",
        List.of(
            block(true, 40, 1000),
            block(false, ratio * 100, 100),
            block(false, ratio * 200, 200),
            block(false, ratio * 7, 1)));
  }

  private static IterationRecord block(boolean warmup, double subject, double baseline) {
    return new IterationRecord(
        warmup,
        Map.of(
            "subject.cpu",
            subject,
            "subject.wall",
            subject + 1,
            "baseline.cpu",
            baseline,
            "baseline.wall",
            baseline + 1,
            "gc.count",
            1.0,
            "gc.alloc.rate.norm",
            4096.0));
  }

  static UnitRecord pair(int position, String order, ForkRecord first, ForkRecord second) {
    return new UnitRecord(SOLO, position, position, 42, order, List.of(first, second));
  }

  static ForkRecord soloFork(String contender, double... scores) {
    return fork(
        contender,
        java.util.Arrays.stream(scores)
            .mapToObj(
                score -> new IterationRecord(false, Map.of("score", score, "cpu", score * 0.9)))
            .toList());
  }

  static UnitRecord failed(int position, String failure) {
    ForkRecord fork =
        new ForkRecord(
            "arena+heap",
            1_700_000_000_000L,
            10,
            List.of("-Xmx1g"),
            List.of(),
            new MachineSample(null, null, null),
            failure);
    return new UnitRecord(DUEL, position, position, 43, "BAAB", List.of(fork));
  }

  private static ForkRecord fork(String contender, List<IterationRecord> iterations) {
    return new ForkRecord(
        contender,
        1_700_000_000_000L,
        3210,
        List.of("-Xmx1g"),
        iterations,
        new MachineSample(0.1, 2.0, 0.5),
        null);
  }
}
