package dev.arenabench.harness.cli;

import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.probe.Probes;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.run.Progress;
import dev.arenabench.harness.run.RunFolder;
import dev.arenabench.harness.run.RunRequest;
import dev.arenabench.harness.run.Runner;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `arenabench run`: measures, then prints the table and writes the page.
@Command(
    name = "run",
    description = {
      "Measures the contenders against each other and writes a run folder with the page.",
      "A run that was stopped or killed is taken up by the same command."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured; the path of the page is the last line",
      "2:wrong usage, or a corpus that cannot be read; nothing was started",
      "4:a measurement failed; what could be measured is in the run folder",
      "130:stopped; the same command goes on where it was"
    })
final class RunCommand implements Callable<Integer> {
  static final int STOPPED = 130;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      defaultValue = "quick",
      description =
          "smoke (1.5 min: everything once), quick (6 min) or full (hours). Default: quick.")
  private String preset = "quick";

  @Option(
      names = "--corpus",
      paramLabel = "CORPUS",
      description = {
        "A Lua or TypedLua file or a folder of them, or one of: shipped, shipped-typed, and"
            + " lua-SIZE and typed-SIZE with SIZE 10k, 100k, 1m or 10m.",
        "May be given several times. Default: shipped, also shipped-typed but for smoke, and some"
            + " sizes for full."
      })
  private List<String> corpora = List.of();

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

  @Mixin private RowsOption rows = new RowsOption();
  @Mixin private ResultsOption results = new ResultsOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      Progress progress = Progress.to(System.out, isTerminal());
      RunRequest request = request();
      Probes probes = new Probes(request.preset().probed(request.rows()));
      Path folder = Runner.run(request, probes, progress);
      ReportPrinter.show(spec.commandLine(), folder);
      return isComplete(folder) ? ExitCode.DONE : ExitCode.MEASUREMENT_FAILED;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  /// Since Java 22 there is a console even where nobody sits at it.
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private RunRequest request() throws IOException {
    return new RunRequest(
        Preset.of(preset),
        seed,
        rows.corpora(corpora),
        rows.rows(corpora),
        results.local(),
        name,
        !fresh,
        command());
  }

  /// What makes the run again; where its folder is kept is no part of that.
  private String command() {
    StringBuilder command = new StringBuilder("harness/bin/arenabench run --preset " + preset);
    corpora.forEach(corpus -> command.append(" --corpus '").append(corpus).append('\''));
    command.append(rows.words());
    if (seed != null) {
      command.append(" --seed ").append(seed);
    }
    return command.toString();
  }

  /// Whether every unit and every probe of a run was measured.
  static boolean isComplete(Path folder) throws IOException {
    RunRecord run = RunFolder.readRun(folder);
    int planned = run.unitsPerRow().values().stream().mapToInt(Integer::intValue).sum();
    long complete = RunFolder.readUnits(folder).stream().filter(unit -> unit.isComplete()).count();
    boolean probed = RunFolder.readProbes(folder).stream().noneMatch(Probes::hasFailed);
    return complete == planned && probed;
  }
}
