package dev.arenabench.harness.statistics;

/// How a row's ratio has moved against an earlier run's.
public final class RatioOfRatios {
  /*
   * Absolute times of two runs differ by machine, day and neighbour. The ratio contender / baseline
   * has most of that divided out already, so what is compared is ratio against ratio: in logs, the
   * difference of the two medians, ln(now) - ln(then), with the interval of a contrast of two
   * independent medians (Contrast).
   *
   * What it cannot see: a change that slows contender and baseline alike. What it does see although
   * nothing changed: another machine on which the two differ by another factor.
   */

  private RatioOfRatios() {}

  /// The log ratio now over then; positive where the contender has lost ground (times).
  ///
  /// @param now log ratios of this run's units, at least two; five or more for an interval to rely
  ///   on
  /// @param then those of the earlier run
  /// @return with the units of both runs together
  /// @throws IllegalArgumentException if either is too short or not finite
  public static Estimate of(double[] now, double[] then, double confidence) {
    Samples.require(now, 2, "now");
    Samples.require(then, 2, "then");
    return Contrast.of(new double[][] {now, then}, new double[] {1, -1}, confidence);
  }
}
