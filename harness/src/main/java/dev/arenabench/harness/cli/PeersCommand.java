package dev.arenabench.harness.cli;

import dev.arenabench.harness.contender.Contender;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.peers.NativeCompiler;
import dev.arenabench.harness.peers.PeerBuild;
import dev.arenabench.harness.peers.PeerCorpora;
import dev.arenabench.harness.plan.Peer;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.run.ProbeSuite;
import dev.arenabench.harness.run.Progress;
import dev.arenabench.harness.run.RunAdditions;
import dev.arenabench.harness.run.RunRequest;
import dev.arenabench.harness.run.Runner;
import dev.arenabench.harness.suite.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench peers`: this front end and its contenders against other parsers of Lua.
@Command(
    name = "peers",
    description = {
      "Measures this parser, with each contender, against other parsers of Lua: the reference"
          + " implementation's load, LuaJ's parser, and ANTLR with a grammar of this project.",
      "Duels in one JVM, as in 'run': same units, same intervals, same page. A file that another"
          + " parser rejects is left out on both sides of its duels, and listed.",
      "lua5.4 and luajit load the same files as whole processes where they are installed; told"
          + " apart.",
      "The other parsers are built once, by ./mvnw -Ppeers test-compile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured; the path of the page is the last line",
      "2:wrong usage, the other parsers are not built, or they take no file; nothing was started",
      "4:a measurement failed; what could be measured is in the run folder",
      "130:stopped; the same command goes on where it was"
    })
final class PeersCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Lua files or folders of them; each is a corpus.")
  private List<String> paths = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "CORPUS",
      description = {
        "The same, or one of: shipped, and lua-SIZE with SIZE 10k, 100k, 1m or 10m. May be given"
            + " several times. Default, without a PATH: shipped."
      })
  private List<String> corpora = List.of();

  @Option(
      names = "--peer",
      paramLabel = "PEER",
      description = "reference, luaj or antlr. May be given several times. Default: all.")
  private List<String> peers = Peer.ids();

  @Option(
      names = "--contender",
      paramLabel = "CONTENDER",
      description =
          "What this parser builds: arena, heap or any other contender. May be given several"
              + " times. Default: arena and heap.")
  private List<String> contenders = List.of("arena", "heap");

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      defaultValue = "quick",
      description =
          "How thoroughly: smoke (one short duel each), quick (six) or full (24 long ones)."
              + " Default: quick.")
  private String preset = "quick";

  @Mixin private NewRunOption newRun = new NewRunOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  /// What is asked, and what that needs.
  private record Asked(List<PlannedRow> rows, RunAdditions additions, List<Finding> processes) {}

  @Override
  public Integer call() throws IOException {
    return NewRunOption.measure(
        spec.commandLine(),
        progress -> {
          Asked asked = ask(progress);
          Path folder = Runner.run(request(asked), asked.additions(), ProbeSuite.none(), progress);
          showProcesses(asked);
          return folder;
        });
  }

  private Asked ask(Progress progress) throws IOException, InterruptedException {
    contenders.forEach(Contender::of);
    contenders = contenders.stream().distinct().toList();
    List<Peer> chosen = peers.stream().distinct().map(Peer::of).toList();
    Preset howThorough = Preset.of(preset);
    PeerBuild build = build();
    Map<String, Corpus> measured = new LinkedHashMap<>();
    List<PlannedRow> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Finding> processes = new ArrayList<>();
    for (String named : corpora()) {
      Corpus all = Corpus.named(named);
      progress.working("which files of " + all.name() + " each parser takes");
      Map<String, String> notOurs = PeerCorpora.notOurs(all);
      notOurs.forEach(
          (file, reason) ->
              progress.line("left out of " + all.name() + ": " + file + ": " + reason));
      Corpus corpus = all.without(notOurs.keySet());
      for (PeerCorpora tried : PeerCorpora.of(corpus, chosen, build)) {
        if (!tried.leftOut().isEmpty()) {
          Finding leftOut = leftOut(tried, corpus);
          findings.add(leftOut);
          progress.line("left out for " + leftOut.subject() + ": " + leftOut.value());
          progress.line("  " + leftOut.meaning());
        }
        Corpus both = tried.corpus();
        if (both != null) {
          measured.put(both.name(), both);
          for (String contender : contenders) {
            rows.add(howThorough.peers(tried.peer(), contender, both.name()));
          }
        }
      }
      for (NativeCompiler compiler : NativeCompiler.values()) {
        progress.working("whole processes on " + corpus.name());
        processes.add(compiler.measure(corpus));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the other parsers takes a file: " + findings.getFirst().meaning());
    }
    findings.addAll(processes);
    Map<String, String> versions = new LinkedHashMap<>();
    for (Peer peer : chosen) {
      versions.put("peer " + peer.id(), build.description(peer));
    }
    return new Asked(
        rows,
        new RunAdditions(
            List.copyOf(measured.values()),
            versions,
            findings,
            Benchmarks.baselineFrom(build.classPath(), PeerBuild.FACTORY)),
        processes);
  }

  private static PeerBuild build() throws IOException {
    try {
      return PeerBuild.of(Path.of(System.getProperty("arenabench.home", "")));
    } catch (IllegalStateException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private List<String> corpora() {
    List<String> all = new ArrayList<>(paths);
    all.addAll(corpora);
    return all.isEmpty() ? List.of(Corpus.SHIPPED) : all;
  }

  private static Finding leftOut(PeerCorpora tried, Corpus corpus) {
    return new Finding(
        tried.peer().id(),
        tried.leftOutCount(corpus.name()),
        Finding.Severity.NOTE,
        "Left out on both sides of its duels: " + tried.leftOutNames());
  }

  private RunRequest request(Asked asked) {
    StringBuilder command = new StringBuilder("harness/bin/arenabench peers --preset " + preset);
    paths.forEach(path -> command.append(" '").append(path).append('\''));
    corpora.forEach(corpus -> command.append(" --corpus '").append(corpus).append('\''));
    peers.forEach(peer -> command.append(" --peer ").append(peer));
    contenders.forEach(contender -> command.append(" --contender ").append(contender));
    return newRun.request(Preset.of(preset), List.of(), asked.rows(), command);
  }

  private void showProcesses(Asked asked) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("Whole processes, another instrument than the duels below:");
    for (Finding finding : asked.processes()) {
      out.println("  " + finding.subject() + ": " + finding.value());
      out.println("    " + finding.meaning());
    }
    out.flush();
  }
}
