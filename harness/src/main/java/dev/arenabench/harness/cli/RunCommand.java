package dev.arenabench.harness.cli;

import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.probe.Probes;
import dev.arenabench.harness.run.RunRequest;
import dev.arenabench.harness.run.Runner;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Mixin private RowsOption rows = new RowsOption();
  @Mixin private NewRunOption newRun = new NewRunOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return NewRunOption.measure(
        spec.commandLine(),
        progress -> {
          RunRequest request = request();
          Probes probes = new Probes(request.preset().probed(request.rows()));
          return Runner.run(request, probes, progress);
        });
  }

  private RunRequest request() throws IOException {
    StringBuilder command = new StringBuilder("harness/bin/arenabench run --preset " + preset);
    corpora.forEach(corpus -> command.append(" --corpus '").append(corpus).append('\''));
    command.append(rows.words());
    return newRun.request(Preset.of(preset), rows.corpora(corpora), rows.rows(corpora), command);
  }
}
