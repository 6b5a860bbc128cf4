package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.PlannedUnit;
import dev.arenabench.harness.record.Instrument;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How long the rest of a run will take, judged by how long it took so far.
final class Pace {
  /// Before anything is known.
  private static final long FIRST_GUESS_MILLIS = 4_000;

  private final Map<Instrument, long[]> countAndMillis = new EnumMap<>(Instrument.class);

  void took(Instrument instrument, long millis) {
    long[] sums = countAndMillis.computeIfAbsent(instrument, any -> new long[2]);
    sums[0]++;
    sums[1] += millis;
  }

  Duration left(List<PlannedUnit> rest) {
    long millis = 0;
    for (PlannedUnit unit : rest) {
      Instrument instrument = unit.row().instrument();
      long[] sums = countAndMillis.get(instrument);
      millis +=
          sums == null
              ? FIRST_GUESS_MILLIS * (instrument == Instrument.SOLO ? 2 : 1)
              : sums[1] / sums[0];
    }
    return Duration.ofMillis(millis);
  }

  /// `3:20`, `1:03:20`.
  static String text(Duration duration) {
    long seconds = (duration.toMillis() + 500) / 1000;
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
