package dev.arenabench.harness.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// How many units a row needs for a wanted precision.
public final class RequiredUnits {
  /*
   * First guess: the median of n normal values with standard deviation s has a standard error near
   * sqrt(pi/2) s / sqrt(n), so a half-width h takes n = (z s / h)^2 pi/2.
   *
   * But the interval is the exact one (Estimates), whose coverage moves in steps and lies above the
   * wanted one. Its expected ends are expected order statistics, for normal values close to
   *
   *   E y(i) = mean + s q((i - 3/8) / (n + 1/4))         (Blom),
   *
   * q the normal quantile function, so its expected half-width is s q((n + 5/8 - k) / (n + 1/4)). The
   * answer is the first n, from just below the guess on, at which this is at most h.
   *
   * s is the pilot's standard deviation. With the half-dozen units of a pilot it is itself known to
   * a third or so, and noise with long tails makes it too large for a median: plan with the answer,
   * do not promise by it.
   *
   * G. Blom, Statistical Estimates and Transformed Beta-Variables, 1958.
   * T. Kalibera and R. Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013 (a pilot first,
   *   then repetitions where the variance is).
   */

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /// From here on the steps of the exact interval no longer show.
  private static final double LARGE = 10_000;

  private RequiredUnits() {}

  /// The number of units whose median interval is expected to be no wider than the point ±
  /// `halfWidth`; at least as many as the confidence takes.
  ///
  /// @param pilot log ratios of units measured so far, at least two
  /// @param halfWidth in log space: 0.01 for ± 1 %
  /// @throws IllegalArgumentException if `pilot` is too short or not finite, or `halfWidth` is not
  ///   positive
  /// @throws ArithmeticException if the answer does not fit an `int`
  public static int forHalfWidth(double[] pilot, double halfWidth, double confidence) {
    Samples.require(pilot, 2, "pilot");
    Samples.requireConfidence(confidence);
    if (!(halfWidth > 0)) {
      throw new IllegalArgumentException("halfWidth must be positive: halfWidth=" + halfWidth);
    }
    double deviation = Math.sqrt(StatUtils.variance(pilot));
    double z = NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    double guess = Math.pow(z * deviation / halfWidth, 2) * Math.PI / 2;
    if (guess > LARGE) {
      if (guess > Integer.MAX_VALUE) {
        throw new ArithmeticException("more units than an int counts: units=" + guess);
      }
      return (int) Math.ceil(guess);
    }
    int n = Math.max(1, (int) (0.8 * guess));
    while (!(deviation * expectedReach(n, confidence) <= halfWidth)) {
      n++;
    }
    return n;
  }

  /// The expected half-width of the exact interval over n standard normal values; infinite where n
  /// values do not reach the confidence.
  private static double expectedReach(int n, double confidence) {
    int k = Estimates.order(n, confidence);
    return k == 0
        ? Double.POSITIVE_INFINITY
        : NORMAL.inverseCumulativeProbability((n + 0.625 - k) / (n + 0.25));
  }
}
