package dev.arenabench.harness.cli;

import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.probe.Probes;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.run.Progress;
import dev.arenabench.harness.run.RunFolder;
import dev.arenabench.harness.run.RunRequest;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every command has that makes a run: `--seed`, `--name`, `--new`, `--results`; and how it
/// ends, with the table and the page or a stated exit code.
final class NewRunOption {
  private static final int STOPPED = 130;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the order of everything. Default: a new one, which is recorded.")
  private @Nullable Long seed;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the run folder. Default: made of time, preset and revision.")
  private @Nullable String name;

  @Option(
      names = "--new",
      description = "Start a new run even if one of the same plan was broken off.")
  private boolean fresh;

  @Mixin private ResultsOption results = new ResultsOption();

  /// Measures, and answers the run's folder.
  @FunctionalInterface
  interface Measurement {
    Path run(Progress progress) throws IOException, InterruptedException;
  }

  /// @param corpora names of them, none if the rows bring their own
  /// @param command what makes the run again but for the seed, which is added; where its folder is
  ///   kept is no part of that
  RunRequest request(
      Preset preset, List<String> corpora, List<PlannedRow> rows, StringBuilder command) {
    if (seed != null) {
      command.append(" --seed ").append(seed);
    }
    return new RunRequest(
        preset, seed, corpora, rows, results.local(), name, !fresh, command.toString());
  }

  /// Measures and shows.
  ///
  /// @return the exit code
  static int measure(CommandLine command, Measurement measurement) throws IOException {
    try {
      Path folder = measurement.run(Progress.to(System.out, isTerminal()));
      ReportPrinter.show(command, folder);
      return isComplete(folder) ? ExitCode.DONE : ExitCode.MEASUREMENT_FAILED;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  /// Since Java 22 there is a console even where nobody sits at it.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Whether every unit and every probe of a run was measured.
  private static boolean isComplete(Path folder) throws IOException {
    RunRecord run = RunFolder.readRun(folder);
    int planned = run.unitsPerRow().values().stream().mapToInt(Integer::intValue).sum();
    long complete = RunFolder.readUnits(folder).stream().filter(unit -> unit.isComplete()).count();
    boolean probed = RunFolder.readProbes(folder).stream().noneMatch(Probes::hasFailed);
    return complete == planned && probed;
  }
}
