package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.NetOfFloor;
import dev.arenabench.harness.statistics.Verdicts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What remains of both sides of a row when the floor is taken off each: derived, not measured,
/// from duels of either side against the builder that builds nothing. It has no verdict.
///
/// @param baseline the row's baseline against the floor
/// @param subject the row's subject against the floor
/// @param costRatio baseline : contender net of the floor, as it is shown, or `null`
/// @param reason why there is no ratio, or `null`
public record NetOutcome(
    RowOutcome baseline,
    RowOutcome subject,
    @Nullable Estimate costRatio,
    @Nullable String reason) {
  /// The builder that builds nothing.
  private static final String FLOOR = "empty";

  private static final double CONFIDENCE = 0.95;

  public NetOutcome {
    if ((costRatio == null) == (reason == null)) {
      throw new IllegalArgumentException(
          "either a ratio or a reason: costRatio=%s, reason=%s".formatted(costRatio, reason));
    }
  }

  /// What the row's baseline takes for one pass over the corpus beyond the floor, in nanoseconds.
  public double baselineNanosPerPass() {
    return nanosPerPass(baseline);
  }

  /// What the row's subject takes for one pass over the corpus beyond the floor, in nanoseconds.
  public double subjectNanosPerPass() {
    return nanosPerPass(subject);
  }

  private static double nanosPerPass(RowOutcome side) {
    Cost floor = side.baselineCost();
    Estimate floorToSide = side.costRatio();
    return floor == null || floorToSide == null
        ? Double.NaN
        : floor.nanosPerPass() * (1 / floorToSide.ratio() - 1);
  }

  /// Empty unless the row is a duel and the run holds duels of both its sides against the floor.
  static Optional<NetOutcome> of(Row row, List<RowOutcome> rows) {
    if (row.instrument() != Instrument.DUEL || row.subject().equals(row.baseline())) {
      return Optional.empty();
    }
    Optional<RowOutcome> baseline = againstFloor(row, row.baseline(), rows);
    Optional<RowOutcome> subject = againstFloor(row, row.subject(), rows);
    return baseline.isPresent() && subject.isPresent()
        ? Optional.of(of(baseline.get(), subject.get()))
        : Optional.empty();
  }

  private static Optional<RowOutcome> againstFloor(Row row, String side, List<RowOutcome> rows) {
    Row wanted = new Row(row.suite(), row.measure(), side, FLOOR, row.corpus(), Instrument.DUEL);
    return rows.stream().filter(found -> found.row().equals(wanted) && found.got() > 0).findFirst();
  }

  private static NetOutcome of(RowOutcome baseline, RowOutcome subject) {
    for (RowOutcome side : List.of(baseline, subject)) {
      String against = side.row().subject() + " against " + side.row().baseline();
      if (side.got() < Verdicts.LEAST_UNITS) {
        String reason =
            "%s has too few forks (%d of at least %d)"
                .formatted(against, side.got(), Verdicts.LEAST_UNITS);
        return new NetOutcome(baseline, subject, null, reason);
      }
      if (!NetOfFloor.isAbove(side.y())) {
        String reason = "a fork of " + against + " does not lie above the floor";
        return new NetOutcome(baseline, subject, null, reason);
      }
    }
    Estimate net = NetOfFloor.of(subject.y(), baseline.y(), CONFIDENCE);
    return new NetOutcome(baseline, subject, net.inverse(), null);
  }
}
