package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.List;
import java.util.Map;

/// What one JVM is to do.
///
/// @param contender who runs in it: in a duel `subject+baseline`
/// @param order in a duel the order of the first block; `A` in a solo fork
/// @param jvmFlags published with the result
/// @param privateProperties system properties that are not published, since they name paths of this
///   machine
record ForkTask(
    Row row,
    String contender,
    String order,
    Timing timing,
    List<String> jvmFlags,
    Map<String, String> privateProperties) {
  ForkTask {
    jvmFlags = List.copyOf(jvmFlags);
    privateProperties = Map.copyOf(privateProperties);
  }

  boolean isDuel() {
    return row.instrument() == Instrument.DUEL;
  }
}
