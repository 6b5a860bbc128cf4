package dev.arenabench.harness.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/// The place where a series most likely moved to another level.
///
/// @param before how many values lie before it; 0 if the series never moves
/// @param shift the median after it less the median before
/// @param pValue two-sided, of «one level throughout»
public record ChangePoint(int before, double shift, double pValue) {
  /*
   * Pettitt's statistic: U(t) = 2 (r(1) + ... + r(t)) - t (n + 1) over ranks r compares the first t
   * values with the rest as Mann and Whitney do; the change is where |U| is largest, K. His p value,
   * 2 exp(-6 K^2 / (n^3 + n^2)), is too large for short series: below 16 values it never reaches
   * 1 %. So p is the share of random orders of the same values with a K as large, over 9,999 orders
   * and the one seen: valid for any length and with ties.
   *
   * It finds one change of level and assumes independent values. Warm-up studies (Barrett et al.)
   * segment long series into many levels with PELT; a fork here has a few dozen iterations, and the
   * question is whether its one figure stands for all of them.
   *
   * A. N. Pettitt, A non-parametric approach to the change-point problem, Appl. Stat. 28(2), 1979.
   * E. Barrett, C. F. Bolz-Tereick, R. Killick, S. Mount, L. Tratt, Virtual machine warmup blows hot
   *   and cold, OOPSLA 2017.
   */

  private static final int ORDERS = 9_999;

  /// Any fixed value: the same series gives the same answer.
  private static final long SEED = 1979;

  /// The most likely change of `values` in the order of time.
  static ChangePoint of(double[] values) {
    Samples.require(values, 1, "values");
    int n = values.length;
    double[] ranks = new NaturalRanking().rank(values);
    int before = 0;
    double largest = 0;
    double rankSum = 0;
    for (int t = 1; t < n; t++) {
      rankSum += ranks[t - 1];
      double u = magnitude(rankSum, t, n);
      if (u > largest) {
        largest = u;
        before = t;
      }
    }
    if (before == 0) {
      return new ChangePoint(0, 0, 1);
    }
    double shift =
        Samples.median(Arrays.copyOfRange(values, before, n))
            - Samples.median(Arrays.copyOfRange(values, 0, before));
    return new ChangePoint(before, shift, pValue(ranks, largest));
  }

  private static double magnitude(double rankSum, int t, int n) {
    return Math.abs(2 * rankSum - t * (n + 1.0));
  }

  private static double pValue(double[] ranks, double largest) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] shuffled = ranks.clone();
    int hits = 0;
    for (int order = 0; order < ORDERS; order++) {
      if (reaches(shuffled, largest, random)) {
        hits++;
      }
    }
    return (1.0 + hits) / (1.0 + ORDERS);
  }

  /// Draws a random order value by value until K is reached. What is left undrawn stays in place,
  /// so the array remains a permutation for the next draw.
  private static boolean reaches(double[] ranks, double largest, SplittableRandom random) {
    int n = ranks.length;
    double rankSum = 0;
    for (int t = 1; t < n; t++) {
      int drawn = random.nextInt(t - 1, n);
      double rank = ranks[drawn];
      ranks[drawn] = ranks[t - 1];
      ranks[t - 1] = rank;
      rankSum += rank;
      if (magnitude(rankSum, t, n) >= largest) {
        return true;
      }
    }
    return false;
  }
}
