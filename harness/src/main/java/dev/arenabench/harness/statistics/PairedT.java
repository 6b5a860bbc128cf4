package dev.arenabench.harness.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// The paired t test of the mean log ratio: the textbook's second opinion beside [SignFlip].
public final class PairedT {
  /*
   * t = (mean(y) - shift) / (s / sqrt(n)) against Student's distribution with n - 1 degrees of
   * freedom; exact if y is normal. Disturbed forks have long right tails on both sides, which the
   * difference of logarithms makes roughly symmetric, so it is seldom far off; it inflates s and
   * loses power where SignFlip's level would hold as well.
   *
   * A. Georges, D. Buytaert, L. Eeckhout, Statistically Rigorous Java Performance Evaluation,
   *   OOPSLA 2007, section 3.2.
   */

  private PairedT() {}

  /// The p value of «the mean log ratio is `shift`» against `tail`. Where `y` has no spread, it is
  /// the limit that a vanishing spread would give.
  ///
  /// @throws IllegalArgumentException if `y` has fewer than two values or one that is not finite
  public static double pValue(double[] y, double shift, Tail tail) {
    Samples.require(y, 2, "y");
    Samples.require(new double[] {shift}, 1, "shift");
    double mean = StatUtils.mean(y);
    double difference = mean - shift;
    double standardError = Math.sqrt(StatUtils.variance(y, mean) / y.length);
    double t = difference == 0 ? 0 : difference / standardError;
    TDistribution student = new TDistribution(null, y.length - 1.0);
    return switch (tail) {
      case LESS -> student.cumulativeProbability(t);
      case GREATER -> student.cumulativeProbability(-t);
      case TWO_SIDED -> Math.min(1, 2 * student.cumulativeProbability(-Math.abs(t)));
    };
  }
}
