package dev.arenabench.harness.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/// The monotone trend of a series.
///
/// @param drift how far the fitted line moves from the first value to the last
/// @param pValue two-sided, of «no trend»
public record Trend(double drift, double pValue) {
  /*
   * Slope: the median of the slopes of all pairs (Theil, Sen), which up to 29 % of wild values cannot
   * carry away. Test: Mann and Kendall's S, the number of pairs that rise less those that fall.
   * Without ties and up to 30 values its distribution under «no trend» is computed exactly: a random
   * order is built by inserting value after value, the i-th making 0 .. i-1 falling pairs, each
   * equally likely. Otherwise S is normal with the variance
   * (n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18 over groups of t ties, with continuity correction.
   *
   * Commons Math has Kendall's tau, but neither S nor a p value; S falls out of the same loop as the
   * slopes.
   *
   * P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1968.
   * M. G. Kendall, Rank Correlation Methods, 4th ed., 1975.
   */

  private static final int ENUMERATED = 30;

  /// The trend of `values` over their index.
  static Trend of(double[] values) {
    Samples.require(values, 1, "values");
    int n = values.length;
    if (n == 1) {
      return new Trend(0, 1);
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    int s = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        slopes[pair++] = (values[j] - values[i]) / (j - i);
        s += Double.compare(values[j], values[i]);
      }
    }
    return new Trend(Samples.median(slopes) * (n - 1), pValue(values, s));
  }

  private static double pValue(double[] values, int s) {
    int n = values.length;
    double[] sorted = Samples.sorted(values);
    long tieTerm = 0;
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      long t = to - from;
      tieTerm += t * (t - 1) * (2 * t + 5);
    }
    if (tieTerm == 0 && n <= ENUMERATED) {
      return exactPValue(n, Math.abs(s));
    }
    double variance = ((long) n * (n - 1) * (2L * n + 5) - tieTerm) / 18.0;
    if (s == 0 || variance == 0) {
      return 1;
    }
    double z = (Math.abs(s) - 1) / Math.sqrt(variance);
    return Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z));
  }

  /// P(|S| >= s) over all orders of n different values.
  private static double exactPValue(int n, int s) {
    int pairs = n * (n - 1) / 2;
    double[] probability = {1}; // by number of falling pairs
    for (int i = 2; i <= n; i++) {
      double[] next = new double[probability.length + i - 1];
      for (int falling = 0; falling < probability.length; falling++) {
        for (int more = 0; more < i; more++) {
          next[falling + more] += probability[falling] / i;
        }
      }
      probability = next;
    }
    double p = 0;
    for (int falling = 0; falling <= pairs; falling++) {
      if (Math.abs(pairs - 2 * falling) >= s) {
        p += probability[falling];
      }
    }
    return Math.min(1, p);
  }
}
