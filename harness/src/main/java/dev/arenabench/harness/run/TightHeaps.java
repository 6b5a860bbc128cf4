package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.Collector;
import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.plan.TightHeap;
import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The heaps of a run's rows that keep all trees, each found by a throw-away fork before the first
/// unit, and kept in the run folder: whoever takes the run up gives its forks the same ones.
///
/// One for each corpus and width of references. A fork that fails leaves a record that says so, and
/// the rows that need it fail with its reason.
final class TightHeaps {
  /// The contender whose trees the heaps are made for.
  private static final String CONTENDER = "heap";

  private static final String PROBE = "live";
  private static final String COMPRESSED = "trees-compressed-references";
  private static final String FULL = "trees-full-references";

  /// What the throw-away fork has at least, and for each byte of source: several times what it
  /// needs.
  private static final long ROOMY_BYTES = 512L << 20;

  private static final int ROOMY_FACTOR = 24;

  private final List<ProbeRecord> records;

  private TightHeaps(List<ProbeRecord> records) {
    this.records = List.copyOf(records);
  }

  /// Runs a fork, unless the run is being stopped.
  @FunctionalInterface
  interface ForkRun {
    ForkRecord run(ForkTask task) throws InterruptedException;
  }

  private record Wanted(String corpus, String measure) {
    static Wanted of(Row row) {
      boolean compressed = Collector.of(row.measure()).compressesReferences();
      return new Wanted(row.corpus(), compressed ? COMPRESSED : FULL);
    }

    boolean isAnsweredBy(ProbeRecord record) {
      return record.corpus().equals(corpus) && record.measure().equals(measure);
    }
  }

  /// The heaps that a plan needs: those that the folder knows, and the others by forks.
  ///
  /// @param sources the file with each corpus
  static TightHeaps of(
      Plan plan, RunFolder folder, Map<String, Path> sources, ForkRun forks, Progress progress)
      throws IOException, InterruptedException {
    Set<Wanted> wanted = new LinkedHashSet<>();
    for (PlannedRow planned : plan.rows()) {
      if (TightHeap.isFor(planned.row())) {
        wanted.add(Wanted.of(planned.row()));
      }
    }
    List<ProbeRecord> known = RunFolder.readHeaps(folder.path());
    List<ProbeRecord> records = new ArrayList<>();
    for (Wanted one : wanted) {
      Optional<ProbeRecord> found =
          known.stream()
              .filter(record -> one.isAnsweredBy(record) && record.value() != null)
              .findFirst();
      if (found.isPresent()) {
        records.add(found.get());
        continue;
      }
      progress.working("live bytes of " + CONTENDER + " on " + one.corpus());
      Path file = sources.get(one.corpus());
      if (file == null) {
        throw new IllegalArgumentException(
            "corpus=" + one.corpus() + " is not among " + sources.keySet());
      }
      ProbeRecord record = record(one, forks.run(task(plan.preset(), one, file)));
      records.add(record);
      progress.line("heap of rows that keep all trees of " + one.corpus() + ": " + text(record));
    }
    if (!records.equals(known)) {
      folder.write(RunFolder.HEAPS, records);
    }
    return new TightHeaps(records);
  }

  private static ForkTask task(Preset preset, Wanted wanted, Path sources) throws IOException {
    Row row =
        new Row(PROBE, wanted.measure(), CONTENDER, CONTENDER, wanted.corpus(), Instrument.SOLO);
    List<String> flags = roomyFlags(Files.size(sources), wanted.measure().equals(COMPRESSED));
    int timeoutSeconds = preset.timing(row).timeoutSeconds();
    return new ForkTask(
        row,
        CONTENDER,
        "A",
        new Timing(1, 1, 1, 1, 1, 1, 1, timeoutSeconds),
        flags,
        Runner.privateProperties(sources));
  }

  /// What the throw-away fork is started with. The serial collector leaves no gaps behind a full
  /// collection, so that used is live; but only if told to: by itself it lets 5 % of a heap lie
  /// dead at its bottom, which would be more than the trees of a small corpus.
  static List<String> roomyFlags(long sourceBytes, boolean compressedReferences) {
    long mebibytes = (ROOMY_BYTES + ROOMY_FACTOR * sourceBytes) >> 20;
    return List.of(
        "-Xmx" + mebibytes + "m",
        Collector.SERIAL.flag(),
        "-XX:MarkSweepDeadRatio=0",
        "-XX:MarkSweepAlwaysCompactCount=1",
        compressedReferences ? "-XX:+UseCompressedOops" : "-XX:-UseCompressedOops");
  }

  private static ProbeRecord record(Wanted wanted, ForkRecord fork) {
    String failure = fork.failure();
    if (failure != null) {
      return notMeasured(wanted, "the fork failed: " + failure);
    }
    IterationRecord last = fork.iterations().getLast();
    double base = last.values().getOrDefault("base.bytes", Double.NaN);
    double trees = last.values().getOrDefault("tree.bytes", Double.NaN);
    if (!(base > 0 && trees > 0)) {
      return notMeasured(wanted, "no usable figures: base.bytes=" + base + ", tree.bytes=" + trees);
    }
    TightHeap heap = new TightHeap((long) base, (long) trees);
    return new ProbeRecord(
        PROBE,
        wanted.measure(),
        CONTENDER,
        wanted.corpus(),
        trees,
        "B",
        Map.of("base", base, "multiple", TightHeap.MULTIPLE, "heap", (double) heap.bytes()),
        null);
  }

  private static ProbeRecord notMeasured(Wanted wanted, String reason) {
    return new ProbeRecord(
        PROBE, wanted.measure(), CONTENDER, wanted.corpus(), null, "B", Map.of(), reason);
  }

  private static String text(ProbeRecord record) {
    Double trees = record.value();
    return trees == null
        ? String.valueOf(record.notMeasured())
        : "%s × %,d + %,d = %,d bytes"
            .formatted(
                record.detail().get("multiple"),
                Math.round(trees),
                Math.round(record.detail().getOrDefault("base", Double.NaN)),
                Math.round(record.detail().getOrDefault("heap", Double.NaN)));
  }

  /// Flags of a row's forks, or `null` if its heap could not be found.
  @Nullable List<String> flags(Row row) {
    ProbeRecord record = recordOf(row);
    Double trees = record.value();
    if (trees == null) {
      return null;
    }
    long base = Math.round(record.detail().getOrDefault("base", Double.NaN));
    return Preset.jvmFlags(row, new TightHeap(base, Math.round(trees)));
  }

  /// Why a row has no heap.
  String reason(Row row) {
    return "its heap could not be sized: " + recordOf(row).notMeasured();
  }

  private ProbeRecord recordOf(Row row) {
    Wanted wanted = Wanted.of(row);
    return records.stream()
        .filter(wanted::isAnsweredBy)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("row=" + row.id() + " was not planned"));
  }
}
