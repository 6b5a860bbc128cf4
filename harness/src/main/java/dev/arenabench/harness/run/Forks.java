package dev.arenabench.harness.run;

import dev.arenabench.harness.record.ForkRecord;

/// Starts one JVM at a time. An interface so that tests can plan runs without JVMs.
interface Forks extends AutoCloseable {
  /// Runs one fork to its end. Its failure is part of the record, not an exception.
  ForkRecord run(ForkTask task);

  @Override
  default void close() {}
}
