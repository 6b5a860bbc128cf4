package dev.arenabench.harness.cli;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// `--row`: questions of one's own instead of the preset's.
final class RowsOption {
  private static final Pattern ROW =
      Pattern.compile(
          "(?<suite>[a-z]+)/(?<measure>[a-z0-9-]+) (?<subject>[a-z0-9-]+):(?<baseline>[a-z0-9-]+)"
              + " (?<instrument>duel|solo)");

  @Option(
      names = "--row",
      paramLabel = "ROW",
      description = {
        "Measure this row only, such as 'parse/parse arena:heap duel'. May be given several times.",
        "The same contender on both sides measures the instrument: 'parse/parse heap:heap duel'.",
        "Trees that are all kept, in a tight heap, under a collector: 'retain/g1 arena:heap solo'.",
        "All cores against one thread: 'batch/arena all:threads-1 solo'.",
        "What Lua costs when it is read as TypedLua: 'dialect/arena typed:lua duel'."
      })
  private List<String> rows = List.of();

  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many duels or solo pairs each --row gets. Default: 12.")
  private int units = 12;

  /// The options as they were given, each with a blank before it.
  String words() {
    StringBuilder words = new StringBuilder();
    rows.forEach(row -> words.append(" --row '").append(row).append('\''));
    return rows.isEmpty() ? "" : words.append(" --units ").append(units).toString();
  }

  /// What is measured: without a word about corpora, rows are about the shipped Lua programs.
  List<String> corpora(List<String> stated) {
    return rows.isEmpty() || !stated.isEmpty() ? stated : List.of(Corpus.SHIPPED);
  }

  /// The rows asked for, on each of the corpora; empty if none was.
  List<PlannedRow> rows(List<String> corpora) throws IOException {
    List<String> names = new ArrayList<>();
    for (String corpus : rows.isEmpty() ? List.<String>of() : corpora(corpora)) {
      names.add(Corpus.named(corpus).name()); // A path's rows go by the name that its corpus gets.
    }
    List<PlannedRow> planned = new ArrayList<>();
    for (String row : rows) {
      Matcher parts = ROW.matcher(row);
      if (!parts.matches()) {
        throw new UserError(
            ExitCode.USAGE,
            "no row '"
                + row
                + "': write it as SUITE/MEASURE SUBJECT:BASELINE duel (or solo),"
                + " such as 'parse/parse arena:heap duel'");
      }
      for (String corpus : names) {
        planned.add(
            new PlannedRow(
                new Row(
                    parts.group("suite"),
                    parts.group("measure"),
                    parts.group("subject"),
                    parts.group("baseline"),
                    corpus,
                    Instrument.valueOf(parts.group("instrument").toUpperCase(Locale.ROOT))),
                units));
      }
    }
    return planned;
  }
}
