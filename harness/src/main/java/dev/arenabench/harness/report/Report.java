package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what people read of a run into its folder: `index.html` and `table.txt`.
public final class Report {
  /// The page.
  public static final String PAGE = "index.html";

  /// The terminal's table, without colours.
  public static final String TABLE = "table.txt";

  /// What a run folder may hold besides, in the order in which the page lists it.
  private static final List<String> RAW_FILES =
      List.of(
          RunFolder.RUN,
          RunFolder.JOURNAL,
          RunFolder.JMH,
          RunFolder.HEAPS,
          RunFolder.PROBES,
          TABLE);

  private Report() {}

  /// What the run in that folder says so far; the run may still be at work.
  ///
  /// @throws IOException if the folder holds no run, or a damaged one; the message says which file
  public static Outcome outcome(Path runFolder) throws IOException {
    return Outcome.of(
        RunFolder.readRun(runFolder),
        RunFolder.readUnits(runFolder),
        RunFolder.readProbes(runFolder));
  }

  /// Reads the run and writes both files beside its records.
  ///
  /// @return the page
  /// @throws IOException as for [#outcome]
  public static Path write(Path runFolder) throws IOException {
    return write(runFolder, outcome(runFolder));
  }

  /// Writes both files for an outcome that is at hand.
  ///
  /// @return the page
  public static Path write(Path runFolder, Outcome outcome) throws IOException {
    Files.writeString(
        runFolder.resolve(TABLE), TerminalTable.render(outcome, false, TerminalTable.MAX_WIDTH));
    List<String> rawFiles =
        RAW_FILES.stream().filter(name -> Files.exists(runFolder.resolve(name))).toList();
    Path page = runFolder.resolve(PAGE);
    Files.writeString(page, new Page(outcome, rawFiles).html());
    return page;
  }
}
