package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.IterationRecord;
import java.util.List;
import java.util.OptionalDouble;

/// What JMH's GC profiler reported of one side of a solo pair.
///
/// @param bytesPerPass median of `gc.alloc.rate.norm`; empty where JMH reported none, which it does
///   when nothing was allocated
/// @param collections over all measurement iterations
/// @param collectionMillis over all measurement iterations; pauses only, and only what the
///   collector reports
public record GcReading(OptionalDouble bytesPerPass, double collections, double collectionMillis) {

  static GcReading of(ForkRecord fork) {
    List<IterationRecord> measured = UnitOutcome.measured(fork);
    double[] bytes = values(measured, "gc.alloc.rate.norm");
    return new GcReading(
        bytes.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(bytes)),
        sum(values(measured, "gc.count")),
        sum(values(measured, "gc.time")));
  }

  /// The sides of several units as one: the median of the bytes, the sum of everything else.
  static GcReading over(List<GcReading> readings) {
    double[] bytes =
        readings.stream().flatMapToDouble(reading -> reading.bytesPerPass().stream()).toArray();
    return new GcReading(
        bytes.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(bytes)),
        readings.stream().mapToDouble(GcReading::collections).sum(),
        readings.stream().mapToDouble(GcReading::collectionMillis).sum());
  }

  private static double[] values(List<IterationRecord> iterations, String name) {
    return iterations.stream()
        .filter(iteration -> iteration.values().containsKey(name))
        .mapToDouble(iteration -> iteration.values().get(name))
        .toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
