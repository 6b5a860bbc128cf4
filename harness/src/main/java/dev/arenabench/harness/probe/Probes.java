package dev.arenabench.harness.probe;

import dev.arenabench.harness.contender.Contender;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.run.ProbeSuite;
import dev.arenabench.harness.run.Progress;
import dev.arenabench.harness.suite.ForkSources;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Takes every probe of some contenders over the corpora of a run, one fork after the other.
///
/// A fork that fails, or does not end in time, leaves a record that says so.
public final class Probes implements ProbeSuite {
  private static final long FORK_LIMIT_SECONDS = 120;

  /// Beyond this the flight recorder's buffers and JOL's bookkeeping get larger than the heap, and
  /// the figures no better: they are exact on any corpus.
  private static final long LARGEST_CORPUS_BYTES = 2_000_000;

  private static final String TOO_LARGE =
      "the corpus has more than "
          + LARGEST_CORPUS_BYTES / 1_000_000
          + " MB; probe a part of it: the figures are exact on any";

  private final List<Contender> contenders;

  /// @param sides ids of whom to probe; those that are no contenders are left out
  public Probes(Set<String> sides) {
    contenders =
        Arrays.stream(Contender.values())
            .filter(contender -> sides.contains(contender.id()))
            .toList();
  }

  /// Whether a figure is missing because something went wrong, and not because nobody tried.
  public static boolean hasFailed(ProbeRecord record) {
    return record.notMeasured() != null && !record.notMeasured().equals(TOO_LARGE);
  }

  @Override
  public List<ProbeRecord> run(List<Corpus> corpora, Progress progress)
      throws IOException, InterruptedException {
    List<ProbeRecord> records = new ArrayList<>();
    for (Corpus corpus : corpora) {
      if (corpus.bytes() > LARGEST_CORPUS_BYTES) {
        records.addAll(tooLarge(corpus));
        continue;
      }
      Path folder = Files.createTempDirectory("arenabench-probes");
      Path sources = folder.resolve("sources");
      Path answer = folder.resolve("answer.json");
      try {
        ForkSources.write(sources, List.of(ForkSources.of(corpus)));
        for (Probe probe : Probe.values()) {
          for (Contender contender : contenders) {
            progress.working("probe " + label(probe) + " of " + contender.id());
            records.addAll(take(probe, contender, corpus, sources, answer));
          }
          progress.line("probe " + label(probe) + " on " + corpus.name() + ": done");
        }
      } finally {
        Files.deleteIfExists(answer);
        Files.deleteIfExists(sources);
        Files.deleteIfExists(folder);
      }
    }
    return List.copyOf(records);
  }

  private static String label(Probe probe) {
    return probe.probe() + " " + probe.measure();
  }

  private List<ProbeRecord> tooLarge(Corpus corpus) {
    List<ProbeRecord> records = new ArrayList<>();
    for (Probe probe : Probe.values()) {
      for (Contender contender : contenders) {
        records.add(notMeasured(probe, contender, corpus, TOO_LARGE));
      }
    }
    return records;
  }

  private static List<ProbeRecord> take(
      Probe probe, Contender contender, Corpus corpus, Path sources, Path answer)
      throws IOException, InterruptedException {
    Files.deleteIfExists(answer);
    Process fork =
        new ProcessBuilder(command(probe, contender, corpus, sources, answer))
            .redirectErrorStream(true)
            .redirectOutput(answer.resolveSibling("output").toFile())
            .start();
    try {
      if (!fork.waitFor(FORK_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return failed(probe, contender, corpus, "did not end within " + FORK_LIMIT_SECONDS + " s");
      }
      if (fork.exitValue() != 0 || !Files.exists(answer)) {
        return failed(
            probe,
            contender,
            corpus,
            "exit code " + fork.exitValue() + ": " + lastLine(answer.resolveSibling("output")));
      }
      return Json.readList(answer, ProbeRecord.class);
    } finally {
      // Also when this run is being stopped: no fork outlives it.
      fork.destroyForcibly().waitFor();
      Files.deleteIfExists(answer.resolveSibling("output"));
    }
  }

  private static List<String> command(
      Probe probe, Contender contender, Corpus corpus, Path sources, Path answer) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What this JVM was started with (access to internals, JOL's needs), less its memory settings.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-Xm") && !flag.startsWith("-agent"))
        .forEach(command::add);
    command.addAll(probe.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ProbeFork.class.getName());
    command.addAll(
        List.of(
            probe.name(), contender.id(), corpus.name(), sources.toString(), answer.toString()));
    return command;
  }

  private static String lastLine(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output)) {
      return lines
          .filter(line -> line.contains("Exception") || line.contains("Error"))
          .findFirst()
          .orElse("no message");
    }
  }

  private static List<ProbeRecord> failed(
      Probe probe, Contender contender, Corpus corpus, String reason) {
    return List.of(notMeasured(probe, contender, corpus, "the probe's fork failed: " + reason));
  }

  private static ProbeRecord notMeasured(
      Probe probe, Contender contender, Corpus corpus, String reason) {
    boolean footprint = probe.probe().equals("footprint");
    return new ProbeRecord(
        probe.probe(),
        footprint ? "kept-bytes-" + probe.measure() : probe.measure(),
        contender.id(),
        corpus.name(),
        null,
        probe == Probe.BYTES || footprint ? "B" : "objects",
        Map.of(),
        reason);
  }
}
