package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.ProbeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One exact figure of every contender.
///
/// @param probe `allocations`, `bytes`, `footprint`
/// @param measure what within the probe
/// @param corpus over which sources
/// @param unit of the figures
/// @param figures by contender, in the order in which they were taken
public record ProbeOutcome(
    String probe, String measure, String corpus, String unit, Map<String, ProbeRecord> figures) {
  public ProbeOutcome {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /// The contender's figure, or empty where it was not measured.
  public OptionalDouble value(String contender) {
    ProbeRecord figure = figures.get(contender);
    Double value = figure == null ? null : figure.value();
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Baseline : contender, how many times more the baseline takes. Infinite where the contender
  /// takes nothing and the baseline something; 1 where both take nothing; empty where one was not
  /// measured.
  public OptionalDouble ratio(String baseline, String contender) {
    OptionalDouble of = value(baseline);
    OptionalDouble to = value(contender);
    if (of.isEmpty() || to.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean same = of.getAsDouble() == to.getAsDouble();
    return OptionalDouble.of(same ? 1 : of.getAsDouble() / to.getAsDouble());
  }

  /// Why the contender has no figure, or `null` where it has one.
  public @Nullable String notMeasured(String contender) {
    ProbeRecord figure = figures.get(contender);
    return figure == null ? "not part of this run" : figure.notMeasured();
  }

  /// The figures as one for each probe, measure, corpus and unit, in the order of their appearance.
  static List<ProbeOutcome> group(List<ProbeRecord> probes) {
    Map<List<String>, Map<String, ProbeRecord>> groups = new LinkedHashMap<>();
    for (ProbeRecord probe : probes) {
      List<String> key = List.of(probe.probe(), probe.measure(), probe.corpus(), probe.unit());
      groups.computeIfAbsent(key, ignored -> new LinkedHashMap<>()).put(probe.contender(), probe);
    }
    return groups.entrySet().stream()
        .map(
            group -> {
              List<String> key = group.getKey();
              return new ProbeOutcome(
                  key.get(0), key.get(1), key.get(2), key.get(3), group.getValue());
            })
        .toList();
  }
}
