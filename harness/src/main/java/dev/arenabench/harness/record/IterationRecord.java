package dev.arenabench.harness.record;

import java.util.Map;

/// One JMH iteration: a block of a duel, or some hundred milliseconds of a solo fork.
///
/// In a duel, each for one pass over the corpus and the mean of the side's two turns in the block:
/// `subject.cpu`, `baseline.cpu` (thread CPU nanoseconds: what duels are judged by),
/// `subject.wall`, `baseline.wall` (nanoseconds, with the collections that happened to fall into
/// the turn), `subject.bytes`, `baseline.bytes` (allocated). And of the block: `passes`, how many
/// passes a turn was; `compiler.cpu`, `collector.cpu`, the CPU nanoseconds of the JVM's compilers
/// and of its collector.
///
/// In a solo fork, each for one pass: `score` (what the fork is judged by: JMH's primary, wall
/// nanoseconds), `cpu` (thread CPU nanoseconds), `process.cpu` (CPU nanoseconds of all threads),
/// `collector.cpu` (CPU nanoseconds of the collector's threads). Where a suite is judged by
/// something else ([Score]), the score is that, and JMH's primary is `whole.wall`: in `release` the
/// price of giving back alone, `release.wall` and `collector.cpu` together; in `retain` and
/// `collect` `process.cpu` without the compilers'. And of the iteration: `passes`, how many there
/// were; `compiler.cpu`, the compilers' CPU nanoseconds.
///
/// In both, of JMH's GC profiler and where it reported them: `gc.alloc.rate` (MB/s),
/// `gc.alloc.rate.norm` (bytes per operation of JMH's: a pass in a solo fork, a block of both sides
/// in a duel), `gc.count`, `gc.time` (ms; absent when there was no collection).
///
/// @param warmup whether it came before the measurement
/// @param values by name
public record IterationRecord(boolean warmup, Map<String, Double> values) {
  public IterationRecord {
    values = Map.copyOf(values);
  }
}
