package dev.arenabench.harness.statistics;

import java.util.Arrays;
import java.util.Comparator;

/// Holm's adjustment: p values of claims that are made together.
public final class Holm {
  /*
   * With p(1) <= ... <= p(m), the adjusted value is max over j <= i of min(1, (m + 1 - j) p(j)).
   * Claiming what stays at or below alpha makes one false claim or more with probability at most
   * alpha, whatever depends on whatever. It is never weaker than Bonferroni and assumes no more.
   *
   * S. Holm, A simple sequentially rejective multiple test procedure, Scand. J. Stat. 6(2), 1979.
   */

  private Holm() {}

  /// The adjusted p values, in the order of `p`.
  ///
  /// @throws IllegalArgumentException if a value lies outside 0 to 1
  public static double[] adjust(double[] p) {
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new IllegalArgumentException("not a probability: p[%d]=%s".formatted(i, p[i]));
      }
    }
    Integer[] ascending = new Integer[p.length];
    Arrays.setAll(ascending, i -> i);
    Arrays.sort(ascending, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double floor = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int row = ascending[rank];
      floor = Math.max(floor, Math.min(1, (p.length - rank) * p[row]));
      adjusted[row] = floor;
    }
    return adjusted;
  }
}
