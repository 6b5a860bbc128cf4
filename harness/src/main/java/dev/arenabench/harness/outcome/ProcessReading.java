package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.IterationRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What the process of one side of a solo pair did besides its score, over the measured iterations.
///
/// Bytes are a median, as each pass allocates the same. CPU times are means: collections come now
/// and then, and a median would not see them at all.
///
/// @param bytesPerPass of JMH's GC profiler; empty where it reported none, which it does when
///   nothing was allocated
/// @param collections over all iterations
/// @param collectionMillis over all iterations; pauses only, and only what the collector reports
/// @param threadNanosPerPass CPU time of the measured thread
/// @param processNanosPerPass CPU time of all threads: also the collector's, and a compiler's that
///   is still at work
/// @param releaseNanosPerPass wall time of giving trees back, where the row measures that
public record ProcessReading(
    OptionalDouble bytesPerPass,
    double collections,
    double collectionMillis,
    OptionalDouble threadNanosPerPass,
    OptionalDouble processNanosPerPass,
    OptionalDouble releaseNanosPerPass) {

  static ProcessReading of(ForkRecord fork) {
    List<IterationRecord> measured = UnitOutcome.measured(fork);
    return new ProcessReading(
        median(values(measured, "gc.alloc.rate.norm")),
        sum(values(measured, "gc.count")),
        sum(values(measured, "gc.time")),
        meanPerPass(measured, "cpu"),
        meanPerPass(measured, "process.cpu"),
        median(values(measured, "release.wall")));
  }

  /// The same side of several units as one: medians, and sums of collections and their time.
  static ProcessReading over(List<ProcessReading> readings) {
    return new ProcessReading(
        medianOf(readings, ProcessReading::bytesPerPass),
        sumOf(readings, ProcessReading::collections),
        sumOf(readings, ProcessReading::collectionMillis),
        medianOf(readings, ProcessReading::threadNanosPerPass),
        medianOf(readings, ProcessReading::processNanosPerPass),
        medianOf(readings, ProcessReading::releaseNanosPerPass));
  }

  /// What giving back costs: the release itself, and what the other threads of the process did
  /// meanwhile. For objects, whose release is an assignment, the second is nearly all of it; empty
  /// where either was not recorded.
  ///
  /// The counter of the process has steps of milliseconds, so the difference may come out below
  /// zero, which counts as none.
  public OptionalDouble givingBackNanosPerPass() {
    OptionalDouble others = otherThreadsNanosPerPass();
    return releaseNanosPerPass.isPresent() && others.isPresent()
        ? OptionalDouble.of(releaseNanosPerPass.getAsDouble() + others.getAsDouble())
        : OptionalDouble.empty();
  }

  /// CPU time of all threads but the measured one.
  public OptionalDouble otherThreadsNanosPerPass() {
    return processNanosPerPass.isPresent() && threadNanosPerPass.isPresent()
        ? OptionalDouble.of(
            Math.max(0, processNanosPerPass.getAsDouble() - threadNanosPerPass.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static double[] values(List<IterationRecord> iterations, String name) {
    return iterations.stream()
        .filter(iteration -> iteration.values().containsKey(name))
        .mapToDouble(iteration -> iteration.values().get(name))
        .toArray();
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

  private static OptionalDouble median(double[] values) {
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
