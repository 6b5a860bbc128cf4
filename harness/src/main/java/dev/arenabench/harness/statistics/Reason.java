package dev.arenabench.harness.statistics;

/// Why a row got its verdict: the sentence that stands beside it.
public enum Reason {
  /// Faster or slower.
  TESTED("chance is ruled out by test and interval, and the estimate is beyond the margin"),
  /// Faster or slower.
  EVERY_UNIT_BEYOND_MARGIN(
      "too few units for the test, but every one of them is beyond the margin"),
  /// Same.
  INTERVAL_WITHIN_MARGIN("the 90 % interval lies within the margin"),
  /// Inconclusive.
  TOO_FEW_UNITS("fewer than " + Verdicts.LEAST_UNITS + " units"),
  /// Inconclusive.
  CHANCE_NOT_RULED_OUT("the estimate is beyond the margin, but the units do not rule out chance"),
  /// Inconclusive.
  MANY_QUESTIONS("clear by itself, but not among so many rows that were asked together"),
  /// Inconclusive.
  NEAR_THE_MARGIN("there is a difference, but the units leave open whether it matters"),
  /// Inconclusive.
  TOO_WIDE("the interval holds «no difference», but is too wide for «same»");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /// One clause without a full stop.
  public String sentence() {
    return sentence;
  }
}
