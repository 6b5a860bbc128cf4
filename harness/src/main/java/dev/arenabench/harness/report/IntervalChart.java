package dev.arenabench.harness.report;

import dev.arenabench.harness.report.Drawing.Anchor;
import dev.arenabench.harness.report.Drawing.Margins;
import dev.arenabench.harness.report.Drawing.Mark;
import dev.arenabench.harness.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/// Ratios with their intervals, one below the other, on one logarithmic axis with a line where
/// there is no difference.
///
/// Drawn twice, with names beside the marks for wide pages and above them for narrow ones; the
/// style sheet shows one.
final class IntervalChart {
  /// One ratio.
  ///
  /// @param label what was compared
  /// @param line its figures; drawn if there is an estimate or a finite exact ratio
  record Bar(String label, Line line) {
    boolean isDrawn() {
      double exact = line.exactRatio();
      return line.estimate() != null || (exact > 0 && exact < Double.POSITIVE_INFINITY);
    }

    double[] logs() {
      Estimate estimate = line.estimate();
      return estimate == null
          ? new double[] {Math.log(line.exactRatio())}
          : new double[] {estimate.lower(), estimate.upper(), estimate.point()};
    }
  }

  /// The shortest axis: a factor of 1.1.
  private static final double LEAST_SPAN = Math.log(1.1);

  private static final int WIDE = 490;
  private static final int NARROW = 320;

  /// Characters that the narrow picture has room for.
  private static final int NARROW_TEXT = 40;

  /// The least distance of two marks on the axis.
  private static final double MARK_GAP = 44;

  private static final int POINT = 9;
  private static final double BASELINE = 4.5;

  private final String side;
  private final List<Bar> bars;
  private final RatioScale scale;

  private IntervalChart(String side, List<Bar> bars) {
    this.side = side;
    this.bars = bars;
    double[] logs =
        bars.stream().map(Bar::logs).flatMapToDouble(java.util.Arrays::stream).toArray();
    this.scale = RatioScale.around(logs, LEAST_SPAN);
  }

  /// The chart in both sizes, or nothing if there is nothing to draw.
  ///
  /// @param side what the first side of the ratios is called
  static String svg(String id, String title, String side, List<Bar> bars) {
    List<Bar> drawn = bars.stream().filter(Bar::isDrawn).toList();
    if (drawn.isEmpty()) {
      return "";
    }
    IntervalChart chart = new IntervalChart(side, drawn);
    return chart.wide(id, title) + "\n" + chart.narrow(id, title);
  }

  private String wide(String id, String title) {
    int rowHeight = 30;
    Margins margins = new Margins(280, 26, 180, 30);
    Drawing drawing = plot(WIDE, rowHeight, 0.5);
    for (int i = 0; i < bars.size(); i++) {
      double y = rowHeight * (i + 0.5) + BASELINE;
      drawing.word(cut(bars.get(i).label(), 40), -margins.left(), y, Anchor.START, "label");
      drawing.word(bars.get(i).line().ratio(), WIDE + 14, y, Anchor.START, "figure");
    }
    frame(drawing, WIDE, rowHeight * bars.size());
    return drawing.svg(id + "-w", "chart wide", margins, title, description());
  }

  private String narrow(String id, String title) {
    boolean oneLine =
        bars.stream()
            .allMatch(bar -> bar.label().length() + bar.line().ratio().length() <= NARROW_TEXT);
    int rowHeight = oneLine ? 50 : 68;
    Margins margins = new Margins(10, 26, 10, 30);
    Drawing drawing = plot(NARROW, rowHeight, oneLine ? 0.3 : 0.22);
    for (int i = 0; i < bars.size(); i++) {
      double y = rowHeight * i + 22;
      drawing.word(cut(bars.get(i).label(), NARROW_TEXT), 0, y, Anchor.START, "label");
      drawing.word(bars.get(i).line().ratio(), NARROW, oneLine ? y : y + 18, Anchor.END, "figure");
    }
    frame(drawing, NARROW, rowHeight * bars.size());
    return drawing.svg(id + "-n", "chart narrow", margins, title, description());
  }

  /// @param place of the mark in its row, from the row's lower end
  private Drawing plot(int width, int rowHeight, double place) {
    int rows = bars.size();
    Drawing drawing = new Drawing(width, rowHeight * rows, scale.min(), scale.max(), 0, rows);
    drawing.pointSize(POINT);
    for (double ratio : scale.marks(MARK_GAP / width)) {
      double x = Math.log(ratio);
      drawing.line(ratio == 1 ? Ink.ONE : Ink.GRID, ratio == 1 ? 1.5 : 1, x, 0, x, rows);
    }
    for (int i = 0; i < rows; i++) {
      Line line = bars.get(i).line();
      double y = rows - i - 1 + place;
      Ink ink = Ink.of(line.tone());
      Estimate estimate = line.estimate();
      if (estimate == null) {
        drawing.point(ink, Mark.DIAMOND, Math.log(line.exactRatio()), y);
      } else {
        drawing.line(ink, 3, estimate.lower(), y, estimate.upper(), y);
        drawing.point(ink, Mark.DOT, estimate.point(), y);
      }
    }
    return drawing;
  }

  private void frame(Drawing drawing, int width, int height) {
    for (double ratio : scale.marks(MARK_GAP / width)) {
      drawing.word(
          RatioScale.label(ratio),
          drawing.pictureX(Math.log(ratio)),
          height + 18,
          Anchor.MIDDLE,
          ratio == 1 ? "tick one" : "tick");
    }
    double one = drawing.pictureX(0);
    double room = 8.0 * (side.length() + 14);
    if (one > room) {
      drawing.word("← " + side + " costs less", one - 8, -10, Anchor.END, "side");
    }
    if (width - one > room) {
      drawing.word(side + " costs more →", one + 8, -10, Anchor.START, "side");
    }
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    for (Bar bar : bars) {
      String verdict = bar.line().verdict();
      sentences.add(
          bar.label() + " " + bar.line().ratio() + (verdict.isEmpty() ? "" : ", " + verdict));
    }
    return String.join("; ", sentences) + ".";
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
