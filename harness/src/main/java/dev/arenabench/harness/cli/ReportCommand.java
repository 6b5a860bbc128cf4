package dev.arenabench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench report`: table and page of a run that exists.
@Command(
    name = "report",
    description = "Computes a run's statistics again, prints the table and writes the page.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private ResultsOption results = new ResultsOption();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run's folder or its name below results/local; default: the newest.")
  private @Nullable String run;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = results.runFolder(run);
    ReportPrinter.show(spec.commandLine(), folder);
    return ExitCode.DONE;
  }
}
