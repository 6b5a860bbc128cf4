package dev.arenabench.harness.outcome;

import dev.arenabench.harness.outcome.UnitOutcome.Reading;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.Estimates;
import dev.arenabench.harness.statistics.Judgement;
import dev.arenabench.harness.statistics.RequiredUnits;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run says to one of its rows.
///
/// @param corpus the row's corpus, or `null` where the run does not describe it
/// @param wanted how many units the plan gave it
/// @param units all that were tried, in the order of time
/// @param judgement over the units that ended well, together with all other rows of the run; `null`
///   when there is none
/// @param subjectCost `null` when no unit ended well
/// @param baselineCost `null` when no unit ended well
public record RowOutcome(
    Row row,
    @Nullable CorpusRecord corpus,
    int wanted,
    List<UnitOutcome> units,
    @Nullable Judgement judgement,
    @Nullable Cost subjectCost,
    @Nullable Cost baselineCost) {
  /// The half-width of the interval that [#unitsForOnePercent()] aims at.
  private static final double WANTED_HALF_WIDTH = Math.log1p(0.01);

  private static final double CONFIDENCE = 0.95;

  public RowOutcome {
    units = List.copyOf(units);
  }

  /// Whether both sides are the same contender: the instrument measures itself.
  public boolean isNoise() {
    return row.subject().equals(row.baseline());
  }

  /// Baseline : contender with its interval, as it is shown, or `null` when no unit ended well.
  public @Nullable Estimate costRatio() {
    return judgement == null ? null : judgement.estimate().inverse();
  }

  /// Baseline : contender by the other clock (wall in a duel, that of the row's
  /// [dev.arenabench.harness.record.Score] in a solo pair), or `null` where it was not recorded in
  /// every unit.
  public @Nullable Estimate secondOpinion() {
    double[] y = readings().stream().mapToDouble(Reading::secondOpinion).toArray();
    for (double value : y) {
      if (!Double.isFinite(value)) {
        return null;
      }
    }
    return y.length == 0 ? null : Estimates.median(y, CONFIDENCE).inverse();
  }

  /// One log ratio per unit that ended well, in the order of time.
  public double[] y() {
    return readings().stream().mapToDouble(Reading::y).toArray();
  }

  /// The standard deviation of [#y()], or NaN for fewer than two units.
  public double standardDeviation() {
    return Math.sqrt(org.apache.commons.math3.stat.StatUtils.variance(y()));
  }

  /// How many units ended well.
  public int got() {
    return readings().size();
  }

  /// How many units were tried in vain.
  public int failed() {
    return units.size() - got();
  }

  /// How many units are flagged as not steady.
  public int unsteady() {
    return (int) readings().stream().filter(reading -> !reading.steady()).count();
  }

  /// How many units an interval of ± 1 % would take, judged by the spread of those there are; empty
  /// with fewer than two, or where no `int` holds the number.
  public OptionalInt unitsForOnePercent() {
    if (got() < 2) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(RequiredUnits.forHalfWidth(y(), WANTED_HALF_WIDTH, CONFIDENCE));
    } catch (ArithmeticException e) {
      return OptionalInt.empty();
    }
  }

  /// What the subject allocates in one pass; empty where it was not recorded.
  public OptionalDouble subjectBytesPerPass() {
    return bytes(Reading::subjectBytes);
  }

  /// What the baseline allocates in one pass; empty where it was not recorded.
  public OptionalDouble baselineBytesPerPass() {
    return bytes(Reading::baselineBytes);
  }

  private OptionalDouble bytes(Function<Reading, OptionalDouble> side) {
    return ProcessReading.median(
        readings().stream().flatMapToDouble(reading -> side.apply(reading).stream()).toArray());
  }

  /// The subject's processes over all units, or `null` for a duel.
  public @Nullable ProcessReading subjectProcess() {
    return process(Reading::subjectProcess);
  }

  /// The baseline's processes over all units, or `null` for a duel.
  public @Nullable ProcessReading baselineProcess() {
    return process(Reading::baselineProcess);
  }

  private @Nullable ProcessReading process(Function<Reading, @Nullable ProcessReading> side) {
    List<ProcessReading> found = readings().stream().map(side).filter(Objects::nonNull).toList();
    return found.isEmpty() ? null : ProcessReading.over(found);
  }

  private List<Reading> readings() {
    return units.stream().map(UnitOutcome::reading).filter(Objects::nonNull).toList();
  }
}
