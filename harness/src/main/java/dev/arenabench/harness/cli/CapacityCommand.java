package dev.arenabench.harness.cli;

import dev.arenabench.arena.CapacityAdvice;
import dev.arenabench.harness.check.Capacities;
import dev.arenabench.harness.check.CapacityReport;
import dev.arenabench.harness.check.DialectChoice;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench capacity`: which capacity arenas need for one's own sources.
@Command(
    name = "capacity",
    description = {
      "Parses every file into an arena and says how many bytes that takes per source byte.",
      "The answer is what to give to Arena.withCapacity, or to a CapacityAdvice as its first slope."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; rejected files are counted and no error",
      "2:a path does not exist, or there is nothing to learn from"
    })
final class CapacityCommand implements Callable<Integer> {
  private static final int PERCENT = 100;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, or folders that are searched for .lua, .nse, .tl and .tlua files.")
  private List<Path> paths = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "auto",
      description = "lua, typed, or auto: by the file's name. Default: auto.")
  private DialectChoice dialect = DialectChoice.AUTO;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description =
          "For which share of the files the capacity is to be enough, above 0 and up to 1. May be"
              + " given several times. Default: 0.5, 0.9, 0.99 and 1.")
  private List<Double> shares = List.of(0.5, 0.9, 0.99, 1.0);

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Corpus.SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(CorpusOption.of(path).files());
    }
    CapacityReport report;
    try {
      report = new Capacities(dialect).learn(files, shares);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      print(out, report);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, CapacityReport report) {
    out.println(
        report.files()
            + " files, "
            + report.rejected()
            + " rejected; "
            + report.sourceBytes()
            + " source bytes, "
            + report.treeBytes()
            + " bytes of trees");
    out.println("bytes per source byte, each file counting once:");
    out.println("  tree                  " + spread(report.tree()));
    out.println("  room to build it in   " + spread(report.room()));
    out.println(
        "capacity that was enough, " + report.fixedBytes() + " bytes and for each source byte:");
    for (CapacityReport.Slope slope : report.slopes()) {
      out.printf(
          Locale.ROOT,
          "  for %5s %% of files   %.2f%n",
          percent(slope.share()),
          slope.bytesPerSourceByte());
    }
    out.printf(Locale.ROOT, "  without a corpus      %.2f%n", report.builtInSlope());
  }

  private static String spread(CapacityAdvice.Statistics statistics) {
    return String.format(
        Locale.ROOT,
        "%.2f ± %.2f (%.2f to %.2f)",
        statistics.mean(),
        statistics.deviation(),
        statistics.least(),
        statistics.greatest());
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", share * PERCENT);
    return text.replaceFirst("\\.?0+$", "");
  }
}
