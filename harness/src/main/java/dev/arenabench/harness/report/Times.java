package dev.arenabench.harness.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Points in time as text, always in UTC: a run is read elsewhere than it was made.
final class Times {
  private static final DateTimeFormatter MINUTE = formatter("uuuu-MM-dd HH:mm 'UTC'");
  private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");

  private Times() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /// `2026-01-01 00:00 UTC`
  static String minute(long millis) {
    return MINUTE.format(Instant.ofEpochMilli(millis));
  }

  /// `00:00:09`
  static String clock(long millis) {
    return CLOCK.format(Instant.ofEpochMilli(millis));
  }

  /// `2 h 5 min`, `5 min 10 s`, `10 s`
  static String duration(long millis) {
    Duration duration = Duration.ofMillis(millis);
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : duration.toSeconds() + " s";
  }
}
