package dev.arenabench.harness.statistics;

import java.util.SplittableRandom;

/// The sign-flip randomisation test of the mean log ratio.
public final class SignFlip {
  /*
   * If contender and baseline are the same, their names may be exchanged within any unit, which flips
   * the sign of that unit's y. So all 2^n sign patterns of the observed |y| were equally likely, and
   * the p value is the share of patterns whose sum is at least as extreme as the one seen. In a duel
   * the order of the blocks is drawn at random, so this holds by the design of the experiment and
   * needs no assumption on the noise. For a hypothesis other than «no difference» (shift other than
   * 0) it needs log ratios that are symmetric about the shift.
   *
   * The statistic is the sum, which orders the patterns as the mean does, and as Student's t does
   * (t is monotone in the sum when the sum of squares is fixed): the power is that of the t test.
   * Enumerated to n = 16; beyond that 100,000 patterns are sampled and p = (1 + hits) / (1 + samples),
   * which is never 0 and holds its level exactly (Phipson and Smyth). The smallest two-sided p is
   * 2^(1-n): no test can do better without assuming a distribution.
   *
   * E. S. Edgington and P. Onghena, Randomization Tests, 4th ed., 2007, chapter 6.
   * E. J. G. Pitman, Significance tests which may be applied to samples from any populations, Suppl.
   *   J. R. Stat. Soc. 4, 1937.
   * B. Phipson and G. K. Smyth, Permutation p-values should never be zero, Stat. Appl. Genet. Mol.
   *   Biol. 9(1), 2010.
   */

  /// The most units for which every sign pattern is visited.
  public static final int ENUMERATED_UNITS = 16;

  private static final int SAMPLES = 100_000;

  /// Sums closer than this share of the sum of all |y| are ties: they differ by rounding only.
  private static final double ROUNDING = 1e-12;

  private SignFlip() {}

  /// The p value of «the log ratios are centred at `shift`» against `tail`.
  ///
  /// @param seed of the sample of sign patterns; without effect up to [#ENUMERATED_UNITS] units
  /// @throws IllegalArgumentException if `y` is empty or holds a value that is not finite
  public static double pValue(double[] y, double shift, Tail tail, long seed) {
    Samples.require(y, 1, "y");
    Samples.require(new double[] {shift}, 1, "shift");
    // LESS is GREATER of the mirror image; TWO_SIDED compares magnitudes.
    double sign = tail == Tail.LESS ? -1 : 1;
    double[] d = new double[y.length];
    double sum = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      d[i] = sign * (y[i] - shift);
      sum += d[i];
      total += Math.abs(d[i]);
    }
    boolean twoSided = tail == Tail.TWO_SIDED;
    double threshold = (twoSided ? Math.abs(sum) : sum) - ROUNDING * total;
    return d.length <= ENUMERATED_UNITS
        ? enumerated(d, threshold, twoSided)
        : sampled(d, threshold, twoSided, seed);
  }

  /// The smallest p value that `units` units can give.
  public static double smallestPValue(int units, Tail tail) {
    return Math.scalb(1.0, (tail == Tail.TWO_SIDED ? 1 : 0) - units);
  }

  /// A pattern of all units is one of the first half's and one of the second half's.
  private static double enumerated(double[] d, double threshold, boolean twoSided) {
    double[] first = signedSums(d, 0, d.length / 2);
    double[] second = signedSums(d, d.length / 2, d.length);
    int hits = 0;
    for (double one : first) {
      for (double other : second) {
        hits += hit(one + other, threshold, twoSided);
      }
    }
    return (double) hits / (1 << d.length);
  }

  /// The sums of d[from..to) under every sign pattern.
  private static double[] signedSums(double[] d, int from, int to) {
    double[] sums = new double[1 << (to - from)];
    int filled = 1;
    for (int i = from; i < to; i++) {
      for (int j = 0; j < filled; j++) {
        sums[j + filled] = sums[j] - d[i];
        sums[j] += d[i];
      }
      filled *= 2;
    }
    return sums;
  }

  private static double sampled(double[] d, double threshold, boolean twoSided, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int hits = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      long signs = 0;
      for (int i = 0; i < d.length; i++) {
        signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? d[i] : -d[i];
      }
      hits += hit(sum, threshold, twoSided);
    }
    return (1.0 + hits) / (1.0 + SAMPLES);
  }

  private static int hit(double sum, double threshold, boolean twoSided) {
    return (twoSided ? Math.abs(sum) : sum) >= threshold ? 1 : 0;
  }
}
