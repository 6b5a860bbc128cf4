package dev.arenabench.harness.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/// The interval of a weighted sum of medians of independent samples.
final class Contrast {
  /*
   * The variance of one sample's median is read off its own order statistics: [y(c), y(n+1-c)] with
   * c = (n+1)/2 - sqrt(n), rounded, is an exact interval of some confidence 1 - 2p (Estimates), and
   * a normal variable with that interval has the standard error
   *
   *   SE = (y(n+1-c) - y(c)) / (2 z),   z = the upper p quantile of the normal distribution.
   *
   * Sum w_i m_i then has the variance sum w_i^2 SE_i^2 and, medians being close to normal and sums of
   * them closer, the interval sum +- z SE. From n = 5 on the coverage is at or a little above the
   * nominal one for normal, skewed and heavy-tailed samples; below, SE rests on a range of so few
   * values that the interval is only a hint.
   *
   * R. M. Price and D. G. Bonett, Estimating the variance of the sample median, J. Stat. Comput.
   *   Simul. 68(3), 2001.
   * D. G. Bonett and R. M. Price, Statistical inference for a linear function of medians, Psychol.
   *   Methods 7(3), 2002.
   */

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Contrast() {}

  /// Every sample's median times the one `weight` given for it, summed.
  static Estimate of(double[][] samples, double[] weights, double confidence) {
    Samples.requireConfidence(confidence);
    double point = 0;
    double variance = 0;
    int units = 0;
    for (int i = 0; i < samples.length; i++) {
      double[] sorted = Samples.sorted(samples[i]);
      double standardError = weights[i] * standardErrorOfMedian(sorted);
      point += weights[i] * Samples.medianOfSorted(sorted);
      variance += standardError * standardError;
      units += sorted.length;
    }
    double half = Math.sqrt(variance) * NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    return new Estimate(point, point - half, point + half, confidence, units);
  }

  private static double standardErrorOfMedian(double[] sorted) {
    int n = sorted.length;
    int c = (int) Math.max(1, Math.round((n + 1) / 2.0 - Math.sqrt(n)));
    double p = new BinomialDistribution(null, n, 0.5).cumulativeProbability(c - 1);
    double z = -NORMAL.inverseCumulativeProbability(p);
    return (sorted[n - c] - sorted[c - 1]) / (2 * z);
  }
}
