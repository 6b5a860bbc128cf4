package dev.arenabench.harness.cli;

import dev.arenabench.harness.check.CheckReport;
import dev.arenabench.harness.check.Checker;
import dev.arenabench.harness.check.DialectChoice;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `arenabench check`: parses files with every contender and compares their answers.
@Command(
    name = "check",
    description = {
      "Parses every file with every contender and compares their trees and answers.",
      "Prints which files are accepted, rejected (with the position), or disagreed upon.",
      "With --dialect typed, also says which Lua files have another tree as TypedLua than as Lua."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the contenders agree on every file; rejected files, and those that differ"
          + " between the dialects, are listed and no error",
      "1:the contenders disagree on a file",
      "2:a path does not exist, holds no source file, or one that is too large"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, or folders that are searched for .lua, .nse, .tl and .tlua files.")
  private List<Path> paths = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "auto",
      description = {
        "As what the files are read: lua, typed, or auto (.tl and .tlua are TypedLua, all others"
            + " Lua). Default: auto."
      })
  private DialectChoice dialect = DialectChoice.AUTO;

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
    CheckReport report = check(files);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      print(out, report);
    }
    out.flush();
    return report.disagreements() == 0 ? ExitCode.DONE : ExitCode.BAD_NEWS;
  }

  private CheckReport check(List<Corpus.SourceFile> files) {
    try {
      return new Checker(dialect).check(files);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void print(PrintWriter out, CheckReport report) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    for (CheckReport.Rejection rejection : report.rejections()) {
      out.println(RejectionText.of(rejection.file(), rejection));
    }
    for (CheckReport.Disagreement disagreement : report.disagreeing()) {
      out.println(
          disagreement.file()
              + ": "
              + ansi.string("@|red,bold disagreement|@")
              + " in "
              + disagreement.what()
              + ": "
              + disagreement.detail());
    }
    for (CheckReport.DialectDifference difference : report.differing()) {
      out.println(difference.file() + ": differs " + difference.reason());
    }
    out.println(
        report.files()
            + " files, "
            + report.accepted()
            + " accepted, "
            + report.rejected()
            + " rejected, "
            + report.disagreements()
            + " disagreements"
            + (dialect == DialectChoice.TYPED
                ? ", " + report.dialectDifferences() + " differences between the dialects"
                : ""));
  }
}
