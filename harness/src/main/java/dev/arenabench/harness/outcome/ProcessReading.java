package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.Score;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What the process of one side of a solo pair did besides its score, over the measured iterations.
///
/// Bytes are a median, as each pass allocates the same. CPU times are means: collections come now
/// and then, and a median might not see them at all.
///
/// @param bytesPerPass of JMH's GC profiler; empty where it reported none, which it does when
///   nothing was allocated
/// @param collections over all iterations
/// @param collectionMillis over all iterations; pauses only, and only what the collector reports
/// @param wallNanosPerPass whole passes, as JMH times them
/// @param threadNanosPerPass CPU time of the measured thread
/// @param collectorNanosPerPass CPU time of the collector's threads
/// @param compilerNanosPerPass CPU time of the compilers' threads: what the warm-up has left to do
/// @param processNanosPerPass CPU time of all threads: these, and a compiler's that is still at
///   work
public record ProcessReading(
    OptionalDouble bytesPerPass,
    double collections,
    double collectionMillis,
    OptionalDouble wallNanosPerPass,
    OptionalDouble threadNanosPerPass,
    OptionalDouble collectorNanosPerPass,
    OptionalDouble compilerNanosPerPass,
    OptionalDouble processNanosPerPass) {

  static ProcessReading of(Row row, ForkRecord fork) {
    List<IterationRecord> measured = UnitOutcome.measured(fork);
    return new ProcessReading(
        median(UnitOutcome.recorded(fork, "gc.alloc.rate.norm")),
        sum(UnitOutcome.recorded(fork, "gc.count")),
        sum(UnitOutcome.recorded(fork, "gc.time")),
        meanPerPass(measured, Score.of(row) == Score.WALL ? "score" : Score.WHOLE_WALL),
        meanPerPass(measured, "cpu"),
        meanPerPass(measured, "collector.cpu"),
        perPass(measured, "compiler.cpu"),
        meanPerPass(measured, "process.cpu"));
  }

  /// The same side of several units as one: medians, and sums of collections and their time.
  static ProcessReading over(List<ProcessReading> readings) {
    return new ProcessReading(
        medianOf(readings, ProcessReading::bytesPerPass),
        sumOf(readings, ProcessReading::collections),
        sumOf(readings, ProcessReading::collectionMillis),
        medianOf(readings, ProcessReading::wallNanosPerPass),
        medianOf(readings, ProcessReading::threadNanosPerPass),
        medianOf(readings, ProcessReading::collectorNanosPerPass),
        medianOf(readings, ProcessReading::compilerNanosPerPass),
        medianOf(readings, ProcessReading::processNanosPerPass));
  }

  /// Iterations weigh as much as they had passes.
  private static OptionalDouble meanPerPass(List<IterationRecord> iterations, String name) {
    double nanos = 0;
    double passes = 0;
    for (IterationRecord iteration : iterations) {
      Double value = iteration.values().get(name);
      if (value == null) {
        return OptionalDouble.empty();
      }
      double weight = iteration.values().getOrDefault("passes", 1.0);
      nanos += value * weight;
      passes += weight;
    }
    return passes > 0 ? OptionalDouble.of(nanos / passes) : OptionalDouble.empty();
  }

  /// What was told for all passes of an iteration together.
  private static OptionalDouble perPass(List<IterationRecord> iterations, String name) {
    double nanos = 0;
    double passes = 0;
    for (IterationRecord iteration : iterations) {
      Double value = iteration.values().get(name);
      if (value == null) {
        return OptionalDouble.empty();
      }
      nanos += value;
      passes += iteration.values().getOrDefault("passes", Double.NaN);
    }
    return passes > 0 ? OptionalDouble.of(nanos / passes) : OptionalDouble.empty();
  }

  /// Empty for no values.
  static OptionalDouble median(double[] values) {
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(values));
  }

  private static OptionalDouble medianOf(
      List<ProcessReading> readings, Function<ProcessReading, OptionalDouble> figure) {
    return median(
        readings.stream().flatMapToDouble(reading -> figure.apply(reading).stream()).toArray());
  }

  private static double sumOf(
      List<ProcessReading> readings, ToDoubleFunction<ProcessReading> figure) {
    return readings.stream().mapToDouble(figure).sum();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
