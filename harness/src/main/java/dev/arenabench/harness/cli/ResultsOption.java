package dev.arenabench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where runs are kept: `--results`, and how a run is named on the command line.
final class ResultsOption {
  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "Where runs are kept; local ones go to DIR/local. Default: results, in the project.")
  private @Nullable Path results;

  /// The `results` folder.
  Path root() {
    Path chosen = results;
    if (chosen != null) {
      return chosen;
    }
    // The launcher and the build say where the project is; a bare class path means "here".
    return Path.of(System.getProperty("arenabench.home", "")).resolve("results");
  }

  /// The folder of local runs.
  Path local() {
    return root().resolve("local");
  }

  /// The folder of a run that is named by its path, by its name below [#local], or not at all: then
  /// the newest.
  Path runFolder(@Nullable String run) throws IOException {
    if (run == null) {
      return newest()
          .orElseThrow(
              () ->
                  new UserError(
                      ExitCode.USAGE,
                      "there is no run in "
                          + local()
                          + " yet; make one with 'arenabench run --preset smoke'"));
    }
    for (Path candidate : new Path[] {Path.of(run), local().resolve(run), root().resolve(run)}) {
      if (Files.isRegularFile(candidate.resolve("run.json"))) {
        return candidate;
      }
    }
    throw new UserError(
        ExitCode.USAGE,
        "no run '"
            + run
            + "': neither that folder nor one of that name in "
            + local()
            + " holds a run.json");
  }

  private Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(local())) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(local())) {
      return runs.filter(run -> Files.isRegularFile(run.resolve("run.json")))
          .max(Comparator.comparing(Path::getFileName));
    }
  }
}
