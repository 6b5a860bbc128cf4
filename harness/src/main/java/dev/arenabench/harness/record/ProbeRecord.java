package dev.arenabench.harness.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One exact (or nearly exact) figure of one contender, from a fork of its own.
///
/// @param probe `allocations`, `bytes` or `footprint`
/// @param measure what within the probe: `objects-per-tree-c2`; `kept-bytes-compact-headers`; …
/// @param value the figure, or `null` when it was not measured
/// @param unit `B`, `objects`, `B/source byte`, …
/// @param detail the figure by class of object, or by part; may be empty
/// @param notMeasured why there is no value, and what would have to be installed; `null` if there
///   is
public record ProbeRecord(
    String probe,
    String measure,
    String contender,
    String corpus,
    @Nullable Double value,
    String unit,
    Map<String, Double> detail,
    @Nullable String notMeasured) {
  public ProbeRecord {
    detail = Map.copyOf(detail);
    if ((value == null) == (notMeasured == null)) {
      throw new IllegalArgumentException("value=" + value + ", notMeasured=" + notMeasured);
    }
  }
}
