package dev.arenabench.harness.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JVM.
///
/// @param contender who ran in it; in a duel `subject+baseline`
/// @param startedAtMillis Unix time in milliseconds
/// @param elapsedMillis from the start of the JVM to its end
/// @param jvmFlags the flags it was given
/// @param iterations in order, warm-up included; empty if it failed
/// @param failure why there is no result, or `null`
public record ForkRecord(
    String contender,
    long startedAtMillis,
    long elapsedMillis,
    List<String> jvmFlags,
    List<IterationRecord> iterations,
    MachineSample machine,
    @Nullable String failure) {
  public ForkRecord {
    jvmFlags = List.copyOf(jvmFlags);
    iterations = List.copyOf(iterations);
  }
}
