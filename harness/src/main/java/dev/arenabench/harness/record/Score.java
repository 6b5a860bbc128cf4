package dev.arenabench.harness.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the forks of a solo row are judged by: which clock is the `score` of an iteration
/// ([IterationRecord]), and which one gives the second opinion.
public enum Score {
  /// Wall time of a pass: JMH's primary result as it is.
  WALL("cpu") {
    @Override
    double judged(double whole, Map<String, Double> values) {
      return whole;
    }
  },

  /// Giving back alone: its wall time, and what the collector's threads took. No other clock leaves
  /// the parse out.
  RELEASE(null) {
    @Override
    double judged(double whole, Map<String, Double> values) {
      return value(values, "release.wall") + value(values, "collector.cpu");
    }
  },

  /// CPU time of all threads of the process, less the compilers': where the collector works as hard
  /// as the program, with threads of its own, a pass costs what all of them take. Compilers are
  /// left out because they come to rest in a program that runs for longer than a fork does; a
  /// compiler thread that ended meanwhile is not, since nobody tells its time any more.
  PROCESS_CPU(Score.WHOLE_WALL) {
    @Override
    double judged(double whole, Map<String, Double> values) {
      double compilers = value(values, "compiler.cpu") / value(values, "passes");
      return value(values, "process.cpu") - compilers;
    }
  };

  private static final String SCORE = "score";

  /// Name of JMH's primary result where it is not what is judged.
  public static final String WHOLE_WALL = "whole.wall";

  private final @Nullable String otherClock;

  Score(@Nullable String otherClock) {
    this.otherClock = otherClock;
  }

  /// What a solo row's suite is judged by.
  public static Score of(Row row) {
    return switch (row.suite()) {
      case "release" -> RELEASE;
      case "retain", "collect" -> PROCESS_CPU;
      default -> WALL;
    };
  }

  /// Name of the value that tells the same by another clock, or `null` if none does.
  public @Nullable String otherClock() {
    return otherClock;
  }

  /// Turns JMH's primary result, found as `score`, into what is judged; the primary becomes
  /// `whole.wall` where it is not that. Values that were not told make the score not-a-number.
  ///
  /// @param values of an iteration, each for one pass
  public void settle(Map<String, Double> values) {
    Double whole = values.get(SCORE);
    if (whole != null && this != WALL) {
      values.put(WHOLE_WALL, whole);
      values.put(SCORE, judged(whole, values));
    }
  }

  abstract double judged(double whole, Map<String, Double> values);

  private static double value(Map<String, Double> values, String name) {
    return values.getOrDefault(name, Double.NaN);
  }
}
