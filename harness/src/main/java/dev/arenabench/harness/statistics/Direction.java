package dev.arenabench.harness.statistics;

/// Which way a metric gets better.
public enum Direction {
  /// Times, bytes, counts.
  LOWER_IS_BETTER,
  /// Throughput.
  HIGHER_IS_BETTER;

  /// The direction of a JMH mode, by its short label as it stands in JMH's JSON.
  ///
  /// @throws IllegalArgumentException for a label that JMH 1.0–1.37 does not write
  public static Direction ofMode(String shortLabel) {
    return switch (shortLabel) {
      case "thrpt" -> HIGHER_IS_BETTER;
      case "avgt", "sample", "ss" -> LOWER_IS_BETTER;
      default ->
          throw new IllegalArgumentException(
              "unknown JMH mode: mode=%s, known=thrpt, avgt, sample, ss".formatted(shortLabel));
    };
  }
}
