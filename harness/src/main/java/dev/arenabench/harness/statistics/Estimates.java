package dev.arenabench.harness.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// Estimates of the centre of a row's log ratios.
public final class Estimates {
  /*
   * The median. With y(1) <= ... <= y(n) in order, the number of values below the true median m is
   * Binomial(n, 1/2) whatever their distribution, so
   *
   *   P(y(k) <= m <= y(n+1-k)) >= 1 - 2 P(B <= k-1),   B ~ Binomial(n, 1/2),
   *
   * with equality where the distribution is continuous. We take the largest k whose coverage reaches
   * the wanted confidence; the coverage reached is what the estimate states. It assumes that units
   * are independent and have one median, nothing else: no symmetry, no variance, no normality. Where
   * even the full range (k = 1) does not reach it, the range is what there is and 1 - 2^(1-n) what it
   * is worth: 95 % takes six units, 90 % five, 99 % eight.
   *
   * The price is width: for normal noise the median needs pi/2 times the units of the mean. It buys
   * that one disturbed fork in twelve moves nothing, and disturbed forks are what a shared machine
   * has.
   *
   * The mean with Student's interval stands beside it as the textbook's answer (Georges et al. ask
   * for exactly this); it is exact for normal log ratios.
   *
   * W. J. Conover, Practical Nonparametric Statistics, 3rd ed., 1999, section 3.2 (quantile
   *   intervals) and 3.4 (sign test).
   * H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed., 2003, section 7.1.
   * A. Georges, D. Buytaert, L. Eeckhout, Statistically Rigorous Java Performance Evaluation,
   *   OOPSLA 2007.
   */

  /// Two coverages closer than this are the same: cumulative binomials come from a continued
  /// fraction and miss by a few units in the last place.
  private static final double ROUNDING = 1e-12;

  private Estimates() {}

  /// The median of `y` with the exact sign-test interval of at least `confidence`, or the full
  /// range where `y` is too short for that; the estimate states the confidence reached.
  ///
  /// @throws IllegalArgumentException if `y` is empty or holds a value that is not finite
  public static Estimate median(double[] y, double confidence) {
    Samples.require(y, 1, "y");
    Samples.requireConfidence(confidence);
    double[] sorted = Samples.sorted(y);
    int n = sorted.length;
    int k = Math.max(1, order(n, confidence));
    return new Estimate(
        Samples.medianOfSorted(sorted), sorted[k - 1], sorted[n - k], coverage(n, k), n);
  }

  /// The mean of `y` with Student's interval: the paired t interval, as y is already a difference.
  ///
  /// @throws IllegalArgumentException if `y` has fewer than two values or one that is not finite
  public static Estimate mean(double[] y, double confidence) {
    Samples.require(y, 2, "y");
    Samples.requireConfidence(confidence);
    int n = y.length;
    double mean = StatUtils.mean(y);
    double standardError = Math.sqrt(StatUtils.variance(y, mean) / n);
    double half = standardError * studentQuantile(n - 1, confidence);
    return new Estimate(mean, mean - half, mean + half, confidence, n);
  }

  /// The largest k for which [y(k), y(n+1-k)] has the wanted confidence; 0 if not even k = 1 has.
  static int order(int n, double confidence) {
    // The first count whose cumulative probability reaches the tail: all below stay under it.
    double tail = Math.min(0.5, (1 - confidence) / 2 + ROUNDING);
    int k = new BinomialDistribution(null, n, 0.5).inverseCumulativeProbability(tail);
    return Math.min(k, (n + 1) / 2);
  }

  /// The probability that [y(k), y(n+1-k)] holds the median.
  static double coverage(int n, int k) {
    double tail = new BinomialDistribution(null, n, 0.5).cumulativeProbability(k - 1);
    return Math.max(0, 1 - 2 * tail);
  }

  /// How far a two-sided interval of this confidence reaches, in standard errors.
  static double studentQuantile(double degreesOfFreedom, double confidence) {
    return new TDistribution(null, degreesOfFreedom)
        .inverseCumulativeProbability((1 + confidence) / 2);
  }
}
