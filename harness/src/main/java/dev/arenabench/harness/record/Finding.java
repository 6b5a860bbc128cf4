package dev.arenabench.harness.record;

/// What `doctor` saw of the machine, and what it means for the figures.
///
/// @param subject `cores`, `steal`, `governor`, …
/// @param value as found: `2`
/// @param meaning one sentence
public record Finding(String subject, String value, Severity severity, String meaning) {
  /// How much it matters.
  public enum Severity {
    /// Nothing to do.
    GOOD,
    /// The figures are wider, or one kind is missing.
    NOTE,
    /// The figures should not be trusted.
    BAD
  }
}
