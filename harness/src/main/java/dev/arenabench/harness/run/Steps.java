package dev.arenabench.harness.run;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The lines of a run's progress.
final class Steps {
  private Steps() {}

  /// `[ 12/70] parse arena:heap 3:20 left`
  static String working(int done, int total, Row row, Duration left) {
    return place(done + 1, total) + " " + name(row) + "  " + Pace.text(left) + " left";
  }

  /// `[ 12/70] parse arena:heap ratio so far 0.52 (5 duels) 3:20 left`
  ///
  /// @param ratios of the row's units so far, this one included; not-a-number for a failed one
  static String done(int done, int total, UnitRecord unit, List<Double> ratios, Duration left) {
    String head = place(done, total) + " " + name(unit.row()) + "  ";
    for (ForkRecord fork : unit.forks()) {
      if (fork.failure() != null) {
        return head + "failed: " + fork.failure();
      }
    }
    long good = ratios.stream().filter(Double::isFinite).count();
    String kind = unit.row().instrument() == Instrument.DUEL ? "duel" : "pair";
    return head
        + String.format(
            Locale.ROOT,
            "ratio so far %.3f (%d %s%s)  %s left",
            UnitRatio.median(ratios),
            good,
            kind,
            good == 1 ? "" : "s",
            Pace.text(left));
  }

  private static String place(int number, int total) {
    String width = Integer.toString(Integer.toString(total).length());
    return String.format(Locale.ROOT, "[%" + width + "d/%d]", number, total);
  }

  private static String name(Row row) {
    String measure = row.measure().equals(row.suite()) ? "" : " " + row.measure();
    return row.suite() + measure + " " + row.subject() + ":" + row.baseline() + " " + row.corpus();
  }
}
