package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Score;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.statistics.Stability;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What one duel fork, or one pair of solo forks, says.
///
/// @param unit what was recorded
/// @param reading the figures, or `null` when the unit failed
/// @param failure why there are none, or `null`
public record UnitOutcome(UnitRecord unit, @Nullable Reading reading, @Nullable String failure) {
  public UnitOutcome {
    if ((reading == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "a unit has either a reading or a failure: position=%d, failure=%s"
              .formatted(unit.position(), failure));
    }
  }

  /// The figures of a unit that ended well. Medians over its measurement iterations.
  ///
  /// @param y ln(contender / baseline): in a duel of thread CPU time, each block by itself; in a
  ///   solo pair of what its [Score] says
  /// @param secondOpinion the same by the other clock, wall in a duel and [Score#otherClock] in a
  ///   solo pair; NaN where there is none or it was not recorded
  /// @param subjectNanos one pass over the corpus, by the clock of `y`
  /// @param baselineNanos one pass over the corpus, by the clock of `y`
  /// @param subjectBytes allocated in one pass; empty where it was not recorded
  /// @param baselineBytes allocated in one pass; empty where it was not recorded
  /// @param subjectProcess in a solo pair; `null` in a duel, whose sides share a collector
  /// @param baselineProcess in a solo pair; `null` in a duel
  /// @param stability of each series that `y` rests on: the blocks' ratios in a duel, the scores of
  ///   subject and baseline in a solo pair
  public record Reading(
      double y,
      double secondOpinion,
      double subjectNanos,
      double baselineNanos,
      OptionalDouble subjectBytes,
      OptionalDouble baselineBytes,
      @Nullable ProcessReading subjectProcess,
      @Nullable ProcessReading baselineProcess,
      List<Stability> stability) {
    public Reading {
      stability = List.copyOf(stability);
    }

    /// Whether no series of the unit is flagged.
    public boolean steady() {
      return stability.stream().allMatch(Stability::steady);
    }
  }

  static UnitOutcome of(UnitRecord unit) {
    String failure = failureOf(unit);
    Reading reading = null;
    if (failure == null) {
      try {
        reading = unit.row().instrument() == Instrument.DUEL ? duel(unit) : pair(unit);
      } catch (IllegalArgumentException e) {
        failure = "no usable figures: " + e.getMessage();
      }
    }
    return new UnitOutcome(unit, reading, failure);
  }

  private static @Nullable String failureOf(UnitRecord unit) {
    int wanted = unit.row().instrument() == Instrument.DUEL ? 1 : 2;
    for (ForkRecord fork : unit.forks()) {
      if (fork.failure() != null) {
        return fork.contender() + ": " + fork.failure();
      }
    }
    if (unit.forks().size() != wanted) {
      return "forks=" + unit.forks().size() + ", wanted=" + wanted;
    }
    return null;
  }

  private static Reading duel(UnitRecord unit) {
    ForkRecord fork = unit.forks().getFirst();
    double[] subject = series(fork, "subject.cpu");
    double[] baseline = series(fork, "baseline.cpu");
    double wall = Double.NaN;
    if (has(fork, "subject.wall") && has(fork, "baseline.wall")) {
      wall = medianLogRatio(series(fork, "subject.wall"), series(fork, "baseline.wall"));
    }
    return new Reading(
        medianLogRatio(subject, baseline),
        wall,
        Medians.of(subject),
        Medians.of(baseline),
        ProcessReading.median(recorded(fork, "subject.bytes")),
        ProcessReading.median(recorded(fork, "baseline.bytes")),
        null,
        null,
        List.of(Stability.of(quotients(subject, baseline))));
  }

  private static Reading pair(UnitRecord unit) {
    // By order, not by name: in an A/A pair both forks have the same one.
    int first = unit.order().startsWith("A") ? 0 : 1;
    ForkRecord subject = unit.forks().get(first);
    ForkRecord baseline = unit.forks().get(1 - first);
    double[] subjectScores = series(subject, "score");
    double[] baselineScores = series(baseline, "score");
    double subjectNanos = Medians.of(subjectScores);
    double baselineNanos = Medians.of(baselineScores);
    ProcessReading subjectProcess = ProcessReading.of(unit.row(), subject);
    ProcessReading baselineProcess = ProcessReading.of(unit.row(), baseline);
    double other = Double.NaN;
    String clock = Score.of(unit.row()).otherClock();
    if (clock != null && has(subject, clock) && has(baseline, clock)) {
      other = Math.log(Medians.of(series(subject, clock)) / Medians.of(series(baseline, clock)));
    }
    return new Reading(
        Math.log(subjectNanos / baselineNanos),
        other,
        subjectNanos,
        baselineNanos,
        subjectProcess.bytesPerPass(),
        baselineProcess.bytesPerPass(),
        subjectProcess,
        baselineProcess,
        List.of(Stability.of(subjectScores), Stability.of(baselineScores)));
  }

  private static boolean has(ForkRecord fork, String name) {
    return measured(fork).stream().allMatch(iteration -> iteration.values().containsKey(name));
  }

  /// The values of those measurement iterations that have one.
  static double[] recorded(ForkRecord fork, String name) {
    return measured(fork).stream()
        .filter(iteration -> iteration.values().containsKey(name))
        .mapToDouble(iteration -> iteration.values().get(name))
        .toArray();
  }

  static List<IterationRecord> measured(ForkRecord fork) {
    return fork.iterations().stream().filter(iteration -> !iteration.warmup()).toList();
  }

  /// The values of the measurement iterations, in order.
  private static double[] series(ForkRecord fork, String name) {
    ToDoubleFunction<IterationRecord> value =
        iteration -> iteration.values().getOrDefault(name, Double.NaN);
    double[] values = measured(fork).stream().mapToDouble(value).toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("contender=%s, iterations=0".formatted(fork.contender()));
    }
    if (!Arrays.stream(values).allMatch(v -> v > 0 && v < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "contender=%s, %s=%s".formatted(fork.contender(), name, Arrays.toString(values)));
    }
    return values;
  }

  private static double medianLogRatio(double[] subject, double[] baseline) {
    return Medians.of(Arrays.stream(quotients(subject, baseline)).map(Math::log).toArray());
  }

  private static double[] quotients(double[] dividends, double[] divisors) {
    double[] quotients = new double[dividends.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = dividends[i] / divisors[i];
    }
    return quotients;
  }
}
