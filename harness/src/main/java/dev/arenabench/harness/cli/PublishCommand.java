package dev.arenabench.harness.cli;

import dev.arenabench.harness.publish.Publisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench publish`: copies a finished local run to where it is committed.
@Command(
    name = "publish",
    description = {
      "Copies a finished run from results/local to results/<date>-<revision>,",
      "which is meant to be committed. Nothing that is published is overwritten."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
final class PublishCommand implements Callable<Integer> {
  @Mixin private ResultsOption results = new ResultsOption();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run's folder or its name below results/local; default: the newest.")
  private @org.jspecify.annotations.Nullable String run;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path source = results.runFolder(run);
    try {
      spec.commandLine().getOut().println(Publisher.publish(source, results.root()));
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }
}
