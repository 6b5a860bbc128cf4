package dev.arenabench.harness.statistics;

import java.util.Locale;

/// What a row says about the contender, seen from the baseline. [Verdicts] defines the four.
public enum Verdict {
  FASTER,
  SLOWER,
  SAME,
  INCONCLUSIVE;

  /// The word for tables and pages.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
