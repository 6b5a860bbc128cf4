package dev.arenabench.harness.probe;

import dev.arenabench.harness.contender.Contender;
import dev.arenabench.harness.contender.KeptTrees;
import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The program of a probe's fork: takes one figure of one contender and writes it to a file.
final class ProbeFork {
  /// How long the work runs before objects are counted, so that the compilers are done.
  private static final Duration SETTLING = Duration.ofMillis(2500);

  private final Probe probe;
  private final Contender contender;
  private final String corpus;
  private final Source[] sources;

  private ProbeFork(Probe probe, Contender contender, String corpus, Source[] sources) {
    this.probe = probe;
    this.contender = contender;
    this.corpus = corpus;
    this.sources = sources;
  }

  /// @param args probe, contender, name of the corpus, file with the sources, file for the records
  public static void main(String[] args) throws IOException {
    ProbeFork fork =
        new ProbeFork(
            Probe.valueOf(args[0]),
            Contender.of(args[1]),
            args[2],
            ForkSources.read(Path.of(args[3])));
    Files.write(Path.of(args[4]), Json.prettyBytes(fork.take()));
  }

  private List<ProbeRecord> take() throws IOException {
    return switch (probe) {
      case BYTES -> bytes();
      case ALLOCATIONS_C1, ALLOCATIONS_C2 -> allocations();
      case FOOTPRINT, FOOTPRINT_COMPACT -> footprint();
    };
  }

  private List<ProbeRecord> bytes() {
    try (Rig rig = parser()) {
      long bytes = BytesProbe.perPass(rig::pass);
      return List.of(record(probe.measure(), (double) bytes / sources.length, "B", Map.of()));
    }
  }

  private List<ProbeRecord> allocations() throws IOException {
    try (Rig rig = parser()) {
      long end = System.nanoTime() + SETTLING.toNanos();
      int passes = 0;
      while (passes++ < BytesProbe.SETTLING_PASSES || System.nanoTime() < end) {
        rig.pass();
      }
      AllocationsProbe.Allocations counted = AllocationsProbe.count(rig::pass);
      Map<String, Double> perTree = new TreeMap<>();
      counted
          .objectsByClass()
          .forEach((type, count) -> perTree.put(type, (double) count / sources.length));
      return List.of(
          record(probe.measure(), (double) counted.objects() / sources.length, "objects", perTree));
    }
  }

  private List<ProbeRecord> footprint() {
    KeptTrees kept = KeptTrees.of(contender, sources);
    FootprintProbe.Footprint footprint = FootprintProbe.of(kept.roots());
    List<ProbeRecord> records = new ArrayList<>();
    records.add(record("kept-bytes-" + probe.measure(), footprint.bytes(), "B", Map.of()));
    if (probe == Probe.FOOTPRINT) {
      records.add(
          record(
              "objects-per-tree",
              (double) footprint.objects() / sources.length,
              "objects",
              Map.of()));
    }
    return records;
  }

  private Rig parser() {
    return RigFactory.open(ProbeFork.class.getClassLoader())
        .create(new RigRequest("parse", "parse", contender.id(), sources, null));
  }

  private ProbeRecord record(
      String measure, double value, String unit, Map<String, Double> detail) {
    return new ProbeRecord(
        probe.probe(), measure, contender.id(), corpus, value, unit, detail, null);
  }
}
