package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.outcome.UnitOutcome;
import dev.arenabench.harness.outcome.UnitOutcome.Reading;
import dev.arenabench.harness.report.Drawing.Anchor;
import dev.arenabench.harness.report.Drawing.Margins;
import dev.arenabench.harness.report.Drawing.Mark;
import dev.arenabench.harness.statistics.Estimate;
import java.util.List;
import java.util.Locale;

/// The units of one row in the order of time: a dot for each, a triangle where it was not steady, a
/// cross at the foot where it failed; behind them the median with its interval.
final class ForkChart {
  private static final int WIDTH = 230;
  private static final int HEIGHT = 92;
  private static final Margins MARGINS = new Margins(54, 6, 6, 20);

  /// The shortest axis: a factor of 1.04.
  private static final double LEAST_SPAN = Math.log(1.04);

  private ForkChart() {}

  /// The chart, or nothing if no unit was tried.
  static String svg(String id, String title, RowOutcome row, Tone tone) {
    List<UnitOutcome> units = row.units();
    if (units.isEmpty()) {
      return "";
    }
    Estimate ratio = row.costRatio();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double y : row.y()) {
      low = Math.min(low, -y);
      high = Math.max(high, -y);
    }
    if (ratio == null) {
      low = 0;
      high = 0;
    }
    double lacking = Math.max(0, LEAST_SPAN - (high - low)) / 2;
    double room = 0.14 * Math.max(LEAST_SPAN, high - low);
    RatioScale scale = new RatioScale(low - lacking - room, high + lacking + room);
    Drawing drawing =
        new Drawing(WIDTH, HEIGHT, -0.5, units.size() - 0.5, scale.min(), scale.max());
    drawing.pointSize(7);
    double last = units.size() - 0.5;
    if (ratio != null) {
      drawing.band(Ink.BAND, -0.5, ratio.lower(), last, ratio.upper());
    }
    List<Double> marks = scale.marks(0.24);
    List<String> labels = RatioScale.alignedLabels(marks);
    for (int i = 0; i < marks.size(); i++) {
      double y = Math.log(marks.get(i));
      drawing.line(marks.get(i) == 1 ? Ink.ONE : Ink.GRID, 1, -0.5, y, last, y);
      drawing.word(labels.get(i), -6, drawing.pictureY(y) + 4, Anchor.END, "tick");
    }
    if (ratio != null) {
      drawing.dashedLine(Ink.of(tone), 1, -0.5, ratio.point(), last, ratio.point());
    }
    double foot = scale.min() + 0.06 * (scale.max() - scale.min());
    for (int i = 0; i < units.size(); i++) {
      Reading reading = units.get(i).reading();
      if (reading == null) {
        drawing.point(Ink.MISSING, Mark.CROSS, i, foot);
      } else {
        drawing.point(Ink.of(tone), reading.steady() ? Mark.DOT : Mark.TRIANGLE, i, -reading.y());
      }
    }
    drawing.word("time →", WIDTH, HEIGHT + 15, Anchor.END, "tick");
    return drawing.svg(id, "chart forks", MARGINS, title, description(row));
  }

  private static String description(RowOutcome row) {
    StringBuilder text = new StringBuilder("In order of time: ");
    for (UnitOutcome unit : row.units()) {
      Reading reading = unit.reading();
      text.append(
          reading == null
              ? "failed"
              : String.format(Locale.ROOT, "%.3f", Math.exp(-reading.y()))
                  + (reading.steady() ? "" : " (not steady)"));
      text.append(", ");
    }
    return text.substring(0, text.length() - 2) + ".";
  }
}
