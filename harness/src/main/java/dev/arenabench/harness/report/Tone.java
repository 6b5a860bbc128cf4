package dev.arenabench.harness.report;

import dev.arenabench.harness.statistics.Verdict;

/// How a figure is to be read; colour only repeats what a word says.
enum Tone {
  /// The contender is better.
  BETTER,
  /// The contender is worse.
  WORSE,
  /// No difference that matters.
  SAME,
  /// The figures do not decide.
  OPEN,
  /// There is no figure.
  MISSING;

  static Tone of(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> BETTER;
      case SLOWER -> WORSE;
      case SAME -> SAME;
      case INCONCLUSIVE -> OPEN;
    };
  }

  /// Name in style sheets.
  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
