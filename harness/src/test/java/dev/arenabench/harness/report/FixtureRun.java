package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.Finding.Severity;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.MachineSample;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A run that never happened: made-up figures with every shape that a report must show, the same
/// ones each time. Its names say so, in case a rendering of it is ever taken for a result.
final class FixtureRun {
  static final CorpusRecord CORPUS =
      new CorpusRecord("fixture", 18, 94_218, 16_297, "f1".repeat(32));

  private static final long START_MILLIS = 1_767_225_600_000L; // 2026-01-01T00:00:00Z
  private static final long FORK_MILLIS = 9_000;

  private final SplittableRandom random = new SplittableRandom(42);
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> unitsPerRow = new LinkedHashMap<>();
  private final List<UnitRecord> units = new ArrayList<>();
  private final List<ProbeRecord> probes = new ArrayList<>();

  private FixtureRun() {
    duels("parse", "parse", "arena", "heap", 1.13, 12, 5.2);
    duels("parse", "parse", "arena-fresh", "heap", 1.05, 12, 5.2);
    duels("parse", "parse", "heap-careless", "heap", 0.71, 12, 5.2);
    duels("build", "build", "arena", "heap", 2.6, 12, 0.9);
    duels("build", "build", "heap-careless", "heap", 0.55, 12, 0.9);
    duels("lex", "lex", "lexer", "byte-sum", 0.16, 6, 0.4);
    duels("traverse", "count-scan-fresh", "arena", "heap", 3.9, 12, 1.1);
    duels("traverse", "count-fresh", "arena", "heap", 1.9, 12, 1.1);
    duels("traverse", "count-aged", "arena", "heap", 2.4, 12, 1.4);
    duels("traverse", "resolve-fresh", "arena", "heap", 1.004, 12, 3.2);
    duels("traverse", "calls-fresh", "arena", "heap", 1.03, 12, 1.7);
    pairs("parse", "parse", "arena", "heap", 1.2, 3, 6.0, true);
    pairs("release", "release", "arena", "heap", 41, 3, 0.31, false);
    duels("parse", "parse", "arena", "arena", 1, 6, 4.6);
    pairs("parse", "parse", "arena", "arena", 1, 6, 4.9, true);
    duels("build", "build", "arena", "empty", 0.87, 12, 0.31);
    duels("build", "build", "heap", "empty", 0.34, 12, 0.31);
    drift("parse/parse arena:heap fixture duel", 2);
    fail("parse/parse arena:heap fixture duel", 5, "timed out after 180 s");
    fail("release/release arena:heap fixture solo", 1, "exit code 137: killed by the kernel");
    probes();
  }

  private static final Outcome OUTCOME = Outcome.of(run(), units(), probeRecords());

  static Outcome outcome() {
    return OUTCOME;
  }

  static RunRecord run() {
    FixtureRun fixture = new FixtureRun();
    return run(fixture.rows, fixture.unitsPerRow, "fixture");
  }

  static List<UnitRecord> units() {
    return new FixtureRun().units;
  }

  static List<ProbeRecord> probeRecords() {
    return new FixtureRun().probes;
  }

  static RunRecord run(List<Row> rows, Map<String, Integer> unitsPerRow, String id) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("java", "25.0.0-fixture");
    environment.put("jvm", "Fixture VM");
    environment.put("system", "Linux 6.0-fixture");
    environment.put("processor", "Fixture processor");
    environment.put("caches", "L1 Data 32K, L2 Unified 1024K, L3 Unified 32768K");
    environment.put("cores", "2");
    environment.put("memory", "7.8 GiB");
    environment.put("huge pages", "madvise");
    environment.put("code sha256", "c0de".repeat(16));
    return new RunRecord(
        RunRecord.SCHEMA,
        id,
        "quick",
        42,
        "arenabench run --preset quick",
        START_MILLIS,
        START_MILLIS + 300_000,
        "0123456789abcdef0123456789abcdef01234567",
        true,
        List.of(CORPUS),
        environment,
        List.of(
            new Finding("cores", "2", Severity.NOTE, "Anything else that runs widens intervals."),
            new Finding("steal", "0.1 %", Severity.GOOD, "The hypervisor takes next to nothing."),
            new Finding("free memory", "2.0 GiB", Severity.BAD, "Forks may swap or be killed.")),
        rows,
        unitsPerRow);
  }

  private void duels(
      String suite,
      String measure,
      String subject,
      String baseline,
      double ratio,
      int count,
      double nanosPerByte) {
    Row row = plan(suite, measure, subject, baseline, Instrument.DUEL, count);
    for (int index = 0; index < count; index++) {
      double y = -Math.log(ratio) + 0.017 * random.nextGaussian();
      double fork = CORPUS.bytes() * nanosPerByte * Math.exp(0.1 * random.nextGaussian());
      List<IterationRecord> iterations = new ArrayList<>();
      for (int block = 0; block < 16; block++) {
        double warm = block < 4 ? 1 + 2.0 / (1 + block) : 1;
        double baselineNanos = warm * fork * Math.exp(0.02 * random.nextGaussian());
        double subjectNanos = baselineNanos * Math.exp(y + 0.004 * random.nextGaussian());
        iterations.add(
            new IterationRecord(
                block < 4,
                Map.of(
                    "subject.cpu",
                    subjectNanos,
                    "baseline.cpu",
                    baselineNanos,
                    "subject.wall",
                    1.01 * subjectNanos,
                    "baseline.wall",
                    1.03 * baselineNanos,
                    "subject.bytes",
                    subject.startsWith("arena") ? 0 : 1_204_552.0,
                    "baseline.bytes",
                    541_208.0)));
      }
      ForkRecord forkRecord = fork(subject + "+" + baseline, units.size(), iterations, null);
      units.add(
          new UnitRecord(
              row,
              units.size(),
              index,
              index,
              index % 2 == 0 ? "ABBA" : "BAAB",
              List.of(forkRecord)));
    }
  }

  private void pairs(
      String suite,
      String measure,
      String subject,
      String baseline,
      double ratio,
      int count,
      double nanosPerByte,
      boolean collects) {
    boolean releases = suite.equals("release");
    Row row = plan(suite, measure, subject, baseline, Instrument.SOLO, count);
    for (int index = 0; index < count; index++) {
      double nanos = CORPUS.bytes() * nanosPerByte;
      ForkRecord a = solo(subject, nanos / ratio, collects && subject.equals("heap"), releases);
      ForkRecord b = solo(baseline, nanos, collects && baseline.equals("heap"), releases);
      boolean subjectFirst = index % 2 == 0;
      units.add(
          new UnitRecord(
              row,
              units.size(),
              index,
              index,
              subjectFirst ? "AB" : "BA",
              subjectFirst ? List.of(a, b) : List.of(b, a)));
    }
  }

  private ForkRecord solo(String contender, double nanos, boolean collects, boolean releases) {
    double fork = nanos * Math.exp(0.08 * random.nextGaussian());
    List<IterationRecord> iterations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Map<String, Double> values = new HashMap<>();
      double score = fork * Math.exp(0.01 * random.nextGaussian());
      values.put("score", score);
      // A release is judged without the parse before it; CPU times are those of both.
      double cpu = (releases ? 12 : 0.98) * score;
      double collector = (releases ? 0.6 : collects ? 0.3 : 0) * score;
      values.put("cpu", cpu);
      values.put("collector.cpu", collector);
      values.put("process.cpu", cpu + collector);
      values.put("passes", 100.0);
      if (releases) {
        values.put("release.wall", score - collector);
      }
      values.put("gc.count", collects ? 2.0 : 0.0);
      if (collects) {
        values.put("gc.alloc.rate.norm", 541_208.0);
        values.put("gc.time", 3.0);
      }
      iterations.add(new IterationRecord(i < 3, values));
    }
    return fork(contender, units.size(), iterations, null);
  }

  private static ForkRecord fork(
      String contender, int position, List<IterationRecord> iterations, @Nullable String failure) {
    return new ForkRecord(
        contender,
        START_MILLIS + position * FORK_MILLIS,
        FORK_MILLIS,
        List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"),
        iterations,
        new MachineSample(0.1 * (position % 5), 2.0 + position % 7, 1.0 + 0.01 * position),
        failure);
  }

  private Row plan(
      String suite,
      String measure,
      String subject,
      String baseline,
      Instrument instrument,
      int count) {
    Row row = new Row(suite, measure, subject, baseline, CORPUS.name(), instrument);
    rows.add(row);
    unitsPerRow.put(row.id(), count);
    return row;
  }

  private int indexOf(String rowId, int index) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).row().id().equals(rowId) && units.get(i).index() == index) {
        return i;
      }
    }
    throw new IllegalArgumentException("row=" + rowId + ", index=" + index);
  }

  /// Makes the unit's blocks get slower and slower.
  private void drift(String rowId, int index) {
    int at = indexOf(rowId, index);
    UnitRecord unit = units.get(at);
    ForkRecord fork = unit.forks().getFirst();
    List<IterationRecord> iterations = new ArrayList<>();
    for (int i = 0; i < fork.iterations().size(); i++) {
      Map<String, Double> values = new HashMap<>(fork.iterations().get(i).values());
      double drift = 1 + 0.01 * (i - 10);
      values.computeIfPresent("subject.cpu", (name, nanos) -> nanos * drift);
      iterations.add(new IterationRecord(fork.iterations().get(i).warmup(), values));
    }
    replace(at, List.of(fork(fork.contender(), unit.position(), iterations, null)));
  }

  private void fail(String rowId, int index, String failure) {
    int at = indexOf(rowId, index);
    List<ForkRecord> forks = new ArrayList<>(units.get(at).forks());
    ForkRecord last = forks.removeLast();
    forks.add(fork(last.contender(), units.get(at).position(), List.of(), failure));
    replace(at, forks);
  }

  private void replace(int at, List<ForkRecord> forks) {
    UnitRecord old = units.get(at);
    units.set(
        at, new UnitRecord(old.row(), old.position(), old.index(), old.seed(), old.order(), forks));
  }

  private void probes() {
    for (String compiler : List.of("c2", "c1")) {
      allocations(compiler, "heap", Map.of("Binary", 6_400.0, "Name", 9_897.0, "Call", 3_100.0));
      allocations(
          compiler, "heap-careless", Map.of("[Ljava.lang.Object;", 8_000.0, "String", 12_000.0));
      allocations(compiler, "arena", Map.of());
      allocations(compiler, "arena-fresh", Map.of("[I", 3.0, "Arena", 1.0));
    }
    figures("bytes", "per-parse", "B", 541_208, 1_204_552, 0, 131_096);
    figures("footprint", "kept-bytes-default-headers", "B", 541_184, 1_204_528, 131_072, 106_448);
    figures("footprint", "kept-bytes-compact-headers", "B", 420_960, 998_112, 131_064, 106_440);
    figures("footprint", "objects-per-tree", "objects", 19_397, 41_205, 1, 1);
    probes.add(
        new ProbeRecord(
            "cache",
            "misses-per-node",
            "heap",
            CORPUS.name(),
            null,
            "misses",
            Map.of(),
            "no hardware counters; install valgrind"));
    probes.add(
        new ProbeRecord(
            "cache",
            "misses-per-node",
            "arena",
            CORPUS.name(),
            null,
            "misses",
            Map.of(),
            "no hardware counters; install valgrind"));
  }

  private void allocations(String compiler, String contender, Map<String, Double> byClass) {
    double total = byClass.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> detail = new HashMap<>();
    byClass.forEach(
        (name, count) ->
            detail.put(name.startsWith("[") ? name : "dev.arenabench.fixture." + name, count));
    probes.add(
        new ProbeRecord(
            "allocations",
            "objects-per-tree-" + compiler,
            contender,
            CORPUS.name(),
            total,
            "objects",
            detail,
            null));
  }

  private void figures(
      String probe,
      String measure,
      String unit,
      double heap,
      double careless,
      double arena,
      double fresh) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("heap", heap);
    values.put("heap-careless", careless);
    values.put("arena", arena);
    values.put("arena-fresh", fresh);
    values.forEach(
        (contender, value) ->
            probes.add(
                new ProbeRecord(
                    probe, measure, contender, CORPUS.name(), value, unit, Map.of(), null)));
  }
}
