package dev.arenabench.harness.record;

import java.util.Map;

/// One JMH iteration.
///
/// @param warmup whether it came before the measurement
/// @param values by name. In a duel, nanoseconds for one pass over the corpus, each the mean of the
///   side's two turns in the block: `subject.cpu`, `baseline.cpu`, `subject.wall`, `baseline.wall`.
///   In a solo fork: `score` (JMH's primary, wall nanoseconds per pass), `cpu` (thread CPU
///   nanoseconds per pass), and JMH's GC profiler's `gc.alloc.rate.norm` (bytes per pass),
///   `gc.count`, `gc.time` (ms) where it reported them
public record IterationRecord(boolean warmup, Map<String, Double> values) {
  public IterationRecord {
    values = Map.copyOf(values);
  }
}
