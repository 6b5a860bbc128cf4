package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.report.Comparison.Role;
import dev.arenabench.harness.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A run as text: the metrics of arena against heap, then other arenas and controls, then the
/// guide's claims.
///
/// No line is wider than [#MAX_WIDTH]; columns are as wide as their widest cell, and the first one
/// gives way. With colours the escape sequences of ECMA-48 are added, and nothing else changes.
public final class TerminalTable {
  /// Also where a terminal is wider: lines longer than this are hard to follow.
  public static final int MAX_WIDTH = 100;

  private static final int GAP = 2;
  private static final int LEAST_FIRST_COLUMN = 16;
  private static final int LEAST_WIDTH = 60;

  private enum Style {
    PLAIN(""),
    HEADING("\u001b[1m"),
    QUIET("\u001b[2m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    OPEN("\u001b[33m");

    private static final String RESET = "\u001b[0m";

    private final String start;

    Style(String start) {
      this.start = start;
    }

    static Style of(Tone tone) {
      return switch (tone) {
        case BETTER -> GOOD;
        case WORSE -> BAD;
        case OPEN -> OPEN;
        case SAME -> PLAIN;
        case MISSING -> QUIET;
      };
    }
  }

  private record Cell(String text, Style style) {
    Cell {
      text = printable(text);
    }
  }

  private final Outcome outcome;
  private final boolean colours;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private TerminalTable(Outcome outcome, boolean colours, int width) {
    this.outcome = outcome;
    this.colours = colours;
    this.width = Math.max(LEAST_WIDTH, Math.min(MAX_WIDTH, width));
  }

  /// The table, ending in a line break.
  ///
  /// @param colours whether escape sequences may be used: only on a terminal
  /// @param width columns of the terminal; values outside 60 to [#MAX_WIDTH] mean the nearest
  public static String render(Outcome outcome, boolean colours, int width) {
    TerminalTable table = new TerminalTable(outcome, colours, width);
    table.head();
    table.comparisons();
    table.means();
    table.claims();
    return table.out.toString();
  }

  private void head() {
    RunRecord run = outcome.run();
    StringBuilder title = new StringBuilder("ArenaBench, ").append(run.preset()).append(" run, ");
    title.append(Times.minute(run.startedAtMillis()));
    if (run.revision() != null) {
      title.append(", ").append(run.revision(), 0, Math.min(8, run.revision().length()));
      title.append(run.dirty() ? " with uncommitted changes" : "");
    }
    paragraph(title.toString(), Style.HEADING);
    for (CorpusRecord corpus : run.corpora()) {
      paragraph(
          "%s: %s, %s, %s."
              .formatted(
                  corpus.name(),
                  Figures.count(corpus.files(), "file"),
                  Figures.size(corpus.bytes()),
                  Figures.count(corpus.nodes(), "node")),
          Style.PLAIN);
    }
    if (run.finishedAtMillis() == null) {
      paragraph("This run has not finished: what follows is interim.", Style.OPEN);
    }
    paragraph(
        "A ratio a : b says how many times more a costs than b; in brackets its 95 % interval. A"
            + " verdict is b's. Ratios are what to quote; times move by tenths between forks.",
        Style.QUIET);
    HeapText.of(outcome).forEach(sentence -> paragraph(sentence, Style.QUIET));
    List<Estimate> ratios =
        outcome.rows().stream().map(RowOutcome::costRatio).filter(Objects::nonNull).toList();
    if (ratios.stream().anyMatch(ratio -> ratio.confidence() == 0)) {
      paragraph("A ratio of one fork has no interval and two digits.", Style.QUIET);
    }
    if (ratios.stream().anyMatch(ratio -> ratio.confidence() > 0 && Figures.isShort(ratio))) {
      paragraph(
          "* Fewer than six forks carry less than 95 %: five 94 %, four 88 %, three 75 %, two 50"
              + " %.",
          Style.QUIET);
    }
  }

  private void comparisons() {
    List<Comparison> comparisons = Comparison.of(outcome);
    List<List<Cell>> rows = new ArrayList<>();
    Role role = null;
    for (Comparison comparison : comparisons) {
      if (comparison.role() != role) {
        role = comparison.role();
        rows.add(List.of());
        if (role == Role.CONTROL || role == Role.PEER) {
          String heading = role == Role.PEER ? "Other parsers" : "Controls and floors";
          rows.add(List.of(new Cell(heading, Style.HEADING)));
        }
      } else if (role != Role.CONTROL && role != Role.PEER) {
        rows.add(List.of());
      }
      rows.add(heading(comparison));
      for (Line line : comparison.lines()) {
        rows.add(row(line));
      }
    }
    if (rows.isEmpty()) {
      paragraph("", Style.PLAIN);
      paragraph("Nothing was planned, and nothing was measured.", Style.OPEN);
      return;
    }
    print(rows);
    reasons(comparisons);
  }

  private List<Cell> heading(Comparison comparison) {
    String what = outcome.run().corpora().size() > 1 ? comparison.corpus() : "";
    String[] cells = {
      what,
      comparison.baseline(),
      comparison.subject(),
      comparison.baseline() + " : " + comparison.subject(),
      "verdict",
      "forks"
    };
    List<Cell> heading = new ArrayList<>();
    for (String cell : cells) {
      heading.add(new Cell(cell, Style.HEADING));
    }
    return heading;
  }

  private static List<Cell> row(Line line) {
    Style tone = Style.of(line.tone());
    return List.of(
        new Cell(line.what(), Style.PLAIN),
        new Cell(line.baseline(), Style.PLAIN),
        new Cell(line.subject(), Style.PLAIN),
        new Cell(line.ratio(), Style.PLAIN),
        new Cell(line.verdict(), tone),
        new Cell(line.forks(), Style.QUIET));
  }

  private void reasons(List<Comparison> comparisons) {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      for (Line line : comparison.lines()) {
        if (line.tone() == Tone.MISSING) {
          missing.computeIfAbsent(line.reason(), ignored -> new LinkedHashSet<>()).add(line.what());
        }
      }
    }
    List<String> reasons = new ArrayList<>();
    missing.forEach(
        (reason, what) ->
            reasons.add("Not measured: " + String.join("; ", what) + ": " + reason + "."));
    Map<String, Set<String>> tooFew = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      for (Line line : comparison.lines()) {
        if (line.isTooFew()) {
          tooFew
              .computeIfAbsent(line.verdictInFull(), ignored -> new LinkedHashSet<>())
              .add(line.what());
        }
      }
    }
    tooFew.forEach(
        (verdict, whats) ->
            reasons.add(
                verdict.substring(0, 1).toUpperCase(Locale.ROOT)
                    + verdict.substring(1)
                    + ": "
                    + String.join("; ", whats)
                    + "."));
    if (!reasons.isEmpty()) {
      out.append('\n');
      reasons.stream().distinct().forEach(reason -> paragraph(reason, Style.QUIET));
    }
  }

  private void means() {
    if (outcome.means().isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of());
    rows.add(List.of(new Cell("Geometric mean over corpora", Style.HEADING)));
    outcome
        .means()
        .forEach(
            mean ->
                rows.add(
                    List.of(
                        new Cell(Wording.metric(mean.question()), Style.PLAIN),
                        new Cell(mean.question().baseline(), Style.PLAIN),
                        new Cell(mean.question().subject(), Style.PLAIN),
                        new Cell(Figures.ratio(mean.costRatio()), Style.PLAIN),
                        new Cell(mean.corpora() + " corpora", Style.QUIET))));
    print(rows);
  }

  private void claims() {
    List<Claim> claims = Claim.of(outcome);
    if (claims.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of());
    rows.add(
        List.of(
            new Cell("The guide's claims", Style.HEADING),
            new Cell("here", Style.HEADING),
            new Cell("verdict", Style.HEADING)));
    List<String> reasons = new ArrayList<>();
    for (Claim claim : claims) {
      rows.add(List.of(new Cell(claim.metric() + ": " + claim.claimed(), Style.PLAIN)));
      rows.add(List.of(new Cell("  its own code: " + claim.itsOwn(), Style.QUIET)));
      for (Claim.Answer answer : claim.ours()) {
        boolean missing = answer.tone() == Tone.MISSING;
        rows.add(
            List.of(
                new Cell("  " + (answer.what().isEmpty() ? "here" : answer.what()), Style.PLAIN),
                new Cell(answer.figure(), Style.PLAIN),
                new Cell(missing ? "" : answer.verdict(), Style.of(answer.tone()))));
        if (missing) {
          reasons.add(
              "Not measured: "
                  + claim.metric().toLowerCase(Locale.ROOT)
                  + ": "
                  + answer.verdict()
                  + ".");
        }
      }
    }
    print(rows);
    if (!reasons.isEmpty()) {
      out.append('\n');
      reasons.stream().distinct().forEach(reason -> paragraph(reason, Style.QUIET));
    }
  }

  /// Rows of one cell are headings and fit no column.
  private void print(List<List<Cell>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size() && row.size() > 1; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i).text()));
      }
    }
    fit(widths);
    for (List<Cell> row : rows) {
      int written = 0;
      int column = 0;
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get(i);
        String text = cut(cell.text(), row.size() > 1 ? widths[i] : width);
        if (!text.isEmpty()) {
          // Blanks only where something follows: no line ends in them.
          out.append(" ".repeat(column - written)).append(styled(text, cell.style()));
          written = column + length(text);
        }
        column += widths[i] + GAP;
      }
      out.append('\n');
    }
  }

  /// Takes what is too wide from the first column, then from whichever is the widest.
  private void fit(int[] widths) {
    int excess = GAP * (widths.length - 1) - width;
    for (int columnWidth : widths) {
      excess += columnWidth;
    }
    for (; excess > 0; excess--) {
      int widest = 0;
      for (int i = 1; i < widths.length && widths[0] <= LEAST_FIRST_COLUMN; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      widths[widest]--;
    }
  }

  private static String cut(String text, int length) {
    if (length(text) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }

  /// Names come from command lines and files: none may move the cursor or break a line.
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private void paragraph(String text, Style style) {
    StringBuilder line = new StringBuilder();
    for (String word : printable(text).split(" ", -1)) {
      if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > width) {
        out.append(styled(line.toString(), style)).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.append(styled(line.toString(), style)).append('\n');
  }

  private String styled(String text, Style style) {
    return colours && style != Style.PLAIN && !text.isEmpty()
        ? style.start + text + Style.RESET
        : text;
  }
}
