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
/// Drawn three times, since text in a picture neither wraps nor keeps its size: with names beside
/// the marks for wide and for medium pages, above them for narrow ones. The style sheet shows one.
/// No mark and no line of the axis ever crosses a word.
final class IntervalChart {
  /// One ratio.
  ///
  /// @param what was measured
  /// @param detail what else tells it from its neighbours, or nothing
  /// @param line its figures; drawn if there is an estimate or a finite exact ratio
  record Bar(String what, String detail, Line line) {
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

  /// A picture with names beside its marks.
  ///
  /// @param names units of the names' column
  /// @param plot units of the axis
  private record Beside(String size, int names, int plot) {}

  /// For pages from 54 rem on.
  private static final Beside WIDE = new Beside("wide", 280, 490);

  /// For pages from 40 rem on.
  private static final Beside MEDIUM = new Beside("medium", 220, 270);

  private static final int FIGURES = 180;
  private static final int NARROW = 320;

  /// Left and right of a narrow plot: room for labels of the axis, which are centred.
  private static final int NARROW_EDGE = 10;

  private static final int NARROW_TEXT = NARROW + 2 * NARROW_EDGE;

  /// The shortest axis: a factor of 1.1.
  private static final double LEAST_SPAN = Math.log(1.1);

  /// The least distance of two marks on the axis, and of their labels.
  private static final double MARK_GAP = 44;

  private static final double LABEL_GAP = 6;

  private static final int POINT = 9;

  /// Units that a character takes at most on average, in the widest of the page's fonts.
  private static final double CHARACTER = 8;

  /// The same of the smaller characters of details.
  private static final double SMALL_CHARACTER = 7;

  private static final int TEXT_LINE = 18;

  /// From the top of a line of text to its baseline.
  private static final int ASCENT = 14;

  /// In a narrow picture, where the marks of a row are.
  private static final int STRIP = 18;

  private static final int ABOVE_STRIP = 6;
  private static final int BELOW_STRIP = 10;

  private final String side;
  private final List<Bar> bars;
  private final boolean detailed;
  private final RatioScale scale;

  private IntervalChart(String side, List<Bar> bars) {
    this.side = side;
    this.bars = bars;
    this.detailed = bars.stream().anyMatch(bar -> !bar.detail().isEmpty());
    double[] logs =
        bars.stream().map(Bar::logs).flatMapToDouble(java.util.Arrays::stream).toArray();
    this.scale = RatioScale.around(logs, LEAST_SPAN);
  }

  /// The chart in all sizes, or nothing if there is nothing to draw.
  ///
  /// @param side what the first side of the ratios is called
  static String svg(String id, String title, String side, List<Bar> bars) {
    List<Bar> drawn = bars.stream().filter(Bar::isDrawn).toList();
    if (drawn.isEmpty()) {
      return "";
    }
    IntervalChart chart = new IntervalChart(side, drawn);
    return String.join(
        "\n",
        chart.beside(id + "-w", title, WIDE),
        chart.beside(id + "-m", title, MEDIUM),
        chart.above(id + "-n", title));
  }

  private String beside(String id, String title, Beside picture) {
    int rowHeight = detailed ? 40 : 30;
    int height = rowHeight * bars.size();
    Drawing drawing = plot(picture.plot(), rowHeight, 0, rowHeight);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = rowHeight * (i + 0.5) + 4.5;
      double y = bar.detail().isEmpty() ? middle : middle - 8;
      drawing.word(what(bar, picture.names()), -picture.names(), y, Anchor.START, "label");
      drawing.word(
          detail(bar, picture.names()), -picture.names(), middle + 8, Anchor.START, "detail");
      drawing.word(bar.line().ratio(), picture.plot() + 14, middle, Anchor.START, "figure");
    }
    ticks(drawing, picture.plot(), height + 18);
    sides(drawing, picture.plot(), -10);
    Margins margins = new Margins(picture.names(), 26, FIGURES, 30);
    return drawing.svg(id, "chart " + picture.size(), margins, title, description());
  }

  private String above(String id, String title) {
    // Name and figure share a line if all of them can.
    boolean sharing =
        bars.stream()
            .allMatch(
                bar ->
                    CHARACTER * (bar.what().length() + bar.line().ratio().length()) <= NARROW_TEXT);
    int textHeight = TEXT_LINE * (1 + (sharing ? 0 : 1) + (detailed ? 1 : 0));
    int rowHeight = textHeight + ABOVE_STRIP + STRIP + BELOW_STRIP;
    int height = rowHeight * bars.size();
    Drawing drawing = plot(NARROW, rowHeight, BELOW_STRIP, STRIP);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = rowHeight * i + ASCENT;
      drawing.word(what(bar, NARROW_TEXT), -NARROW_EDGE, y, Anchor.START, "label");
      if (!sharing) {
        y += TEXT_LINE;
      }
      drawing.word(
          bar.line().ratio(),
          sharing ? NARROW + NARROW_EDGE : -NARROW_EDGE,
          y,
          sharing ? Anchor.END : Anchor.START,
          "figure");
      drawing.word(detail(bar, NARROW_TEXT), -NARROW_EDGE, y + TEXT_LINE, Anchor.START, "detail");
    }
    ticks(drawing, NARROW, height + 10);
    sides(drawing, NARROW, height + 30);
    Margins margins = new Margins(NARROW_EDGE, 4, NARROW_EDGE, 38);
    return drawing.svg(id, "chart narrow", margins, title, description());
  }

  private static String what(Bar bar, int room) {
    return cut(bar.what(), (int) (room / CHARACTER));
  }

  private static String detail(Bar bar, int room) {
    return cut(bar.detail(), (int) (room / SMALL_CHARACTER));
  }

  /// @param below units from the lower end of a row to its strip, which has the axis and the mark
  /// @param strip height of the strip
  private Drawing plot(int width, int rowHeight, int below, int strip) {
    int rows = bars.size();
    Drawing drawing = new Drawing(width, rowHeight * rows, scale.min(), scale.max(), 0, rows);
    drawing.pointSize(POINT);
    double bottom = (double) below / rowHeight;
    double top = (double) (below + strip) / rowHeight;
    for (double ratio : marks(width)) {
      double x = Math.log(ratio);
      Ink ink = ratio == 1 ? Ink.ONE : Ink.GRID;
      double strokeWidth = ratio == 1 ? 1.5 : 1;
      if (strip == rowHeight) {
        drawing.line(ink, strokeWidth, x, 0, x, rows);
      } else {
        for (int row = 0; row < rows; row++) {
          drawing.line(ink, strokeWidth, x, row + bottom, x, row + top);
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      Line line = bars.get(i).line();
      double y = rows - i - 1 + (bottom + top) / 2;
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

  /// The ratios to mark: fewer where their labels are long.
  private List<Double> marks(int width) {
    List<Double> marks = scale.marks(MARK_GAP / width);
    int longest = marks.stream().mapToInt(mark -> RatioScale.label(mark).length()).max().orElse(0);
    double gap = SMALL_CHARACTER * longest + LABEL_GAP;
    return gap <= MARK_GAP ? marks : scale.marks(gap / width);
  }

  private void ticks(Drawing drawing, int width, int y) {
    for (double ratio : marks(width)) {
      drawing.word(
          RatioScale.label(ratio),
          drawing.pictureX(Math.log(ratio)),
          y,
          Anchor.MIDDLE,
          ratio == 1 ? "tick one" : "tick");
    }
  }

  /// What it means to lie left or right of «no difference», where there is room to say it.
  private void sides(Drawing drawing, int width, int y) {
    double one = drawing.pictureX(0);
    double room = CHARACTER * (side.length() + 14);
    if (one > room) {
      drawing.word("← " + side + " costs less", one - 8, y, Anchor.END, "side");
    }
    if (width - one > room) {
      drawing.word(side + " costs more →", one + 8, y, Anchor.START, "side");
    }
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    for (Bar bar : bars) {
      String verdict = bar.line().verdictInFull();
      sentences.add(
          bar.what()
              + (bar.detail().isEmpty() ? "" : ", " + bar.detail())
              + " "
              + bar.line().ratio()
              + (verdict.isEmpty() ? "" : ", " + verdict));
    }
    return String.join("; ", sentences) + ".";
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
