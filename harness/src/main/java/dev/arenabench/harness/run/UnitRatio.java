package dev.arenabench.harness.run;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Subject against baseline while a run goes on: medians, for people who wait. What is published
/// comes from the statistics.
final class UnitRatio {
  private UnitRatio() {}

  /// The ratio of a unit, or not-a-number if it gave none.
  static double of(UnitRecord unit) {
    if (!unit.isComplete()) {
      return Double.NaN;
    }
    if (unit.row().instrument() == Instrument.DUEL) {
      return Math.exp(
          medianOf(
              unit.forks().getFirst(),
              iteration ->
                  Math.log(value(iteration, "subject.cpu") / value(iteration, "baseline.cpu"))));
    }
    boolean subjectFirst = unit.order().equals("AB");
    ForkRecord subject = unit.forks().get(subjectFirst ? 0 : 1);
    ForkRecord baseline = unit.forks().get(subjectFirst ? 1 : 0);
    ToDoubleFunction<IterationRecord> score = iteration -> value(iteration, "score");
    return medianOf(subject, score) / medianOf(baseline, score);
  }

  private static double value(IterationRecord iteration, String name) {
    return iteration.values().getOrDefault(name, Double.NaN);
  }

  private static double medianOf(ForkRecord fork, ToDoubleFunction<IterationRecord> value) {
    return median(
        fork.iterations().stream()
            .filter(iteration -> !iteration.warmup())
            .mapToDouble(value)
            .toArray());
  }

  /// The median of ratios, those that are not numbers left out.
  static double median(List<Double> ratios) {
    return median(ratios.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
