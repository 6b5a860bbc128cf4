package dev.arenabench.harness.statistics;

import java.util.Arrays;

/// Hartigan's dip statistic.
final class Dip {
  /*
   * The dip is the largest distance between the empirical distribution function F and the unimodal
   * distribution function that is closest to it: 0 at best, 1/4 at most, and 1/(2n) at least where
   * all values differ, as F jumps and a convex or concave function does not.
   *
   * A unimodal function is convex up to its modal interval and concave beyond. Start with the whole
   * range as that interval. Over it, take the greatest convex minorant G of the feet of F's steps
   * and the least concave majorant L of their tops, and the place where L - G is widest. It is a
   * corner of G or of L; that corner, and the other hull's next corner (to the right of a corner of
   * G, to the left of a corner of L), bound the next, smaller modal interval. What F strays from G to
   * the left of it and from L to the right of it can no longer be mended, and is a lower bound of
   * twice the dip. Once the gap does not exceed that bound, the bound is the answer.
   *
   * Equal values are one step as high as there are many of them.
   *
   * J. A. Hartigan and P. M. Hartigan, The dip test of unimodality, Ann. Stat. 13(1), 1985.
   * P. M. Hartigan, Algorithm AS 217: Computation of the dip statistic to test for unimodality, Appl.
   *   Stat. 34(3), 1985.
   */

  /// Gaps that differ by less, in steps, differ by rounding.
  private static final double ROUNDING = 1e-9;

  /// The different values, ascending; F steps from foot to top (in counts) at each.
  private final double[] value;

  private final int[] foot;
  private final int[] top;

  private Dip(double[] sorted) {
    int n = sorted.length;
    double[] steps = new double[n];
    int[] tops = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        steps[count++] = sorted[i];
      }
      tops[count - 1] = i + 1;
    }
    value = Arrays.copyOf(steps, count);
    top = Arrays.copyOf(tops, count);
    foot = new int[count];
    System.arraycopy(top, 0, foot, 1, count - 1);
  }

  /// The dip of `sorted`, which is ascending and not empty; 0 where all values are equal.
  static double of(double[] sorted) {
    return new Dip(sorted).twiceInCounts() / (2 * sorted.length);
  }

  private double twiceInCounts() {
    int low = 0;
    int high = value.length - 1;
    double bound = high == 0 ? 0 : 1;
    while (low < high) {
      int[] minorant = hull(foot, low, high, 1);
      int[] majorant = hull(top, low, high, -1);
      double gap = 0;
      int nextLow = low;
      int nextHigh = high;
      for (int corner : minorant) {
        int right = majorant[following(majorant, corner)];
        double here = height(top, majorant, corner) - foot[corner];
        if (here > gap) {
          gap = here;
          nextLow = corner;
          nextHigh = right;
        }
      }
      for (int corner : majorant) {
        int next = following(minorant, corner);
        int left = minorant[minorant[next] == corner ? next : next - 1];
        double here = top[corner] - height(foot, minorant, corner);
        if (here > gap) {
          gap = here;
          nextLow = left;
          nextHigh = corner;
        }
      }
      if (gap <= bound + ROUNDING) {
        break;
      }
      for (int i = low; i < nextLow; i++) {
        bound = Math.max(bound, top[i] - height(foot, minorant, i));
      }
      for (int i = nextHigh + 1; i <= high; i++) {
        bound = Math.max(bound, height(top, majorant, i) - foot[i]);
      }
      low = nextLow;
      high = nextHigh;
    }
    return bound;
  }

  /// The corners of the convex (`turn` = 1) or concave (-1) hull of `count` over value[low..high].
  private int[] hull(int[] count, int low, int high, int turn) {
    int[] corners = new int[high - low + 1];
    int size = 0;
    for (int i = low; i <= high; i++) {
      while (size >= 2 && !turns(count, corners[size - 2], corners[size - 1], i, turn)) {
        size--;
      }
      corners[size++] = i;
    }
    return Arrays.copyOf(corners, size);
  }

  /// Whether the slope grows (times `turn`) at b on the way from a to c.
  private boolean turns(int[] count, int a, int b, int c, int turn) {
    double before = (count[b] - count[a]) * (value[c] - value[b]);
    double after = (count[c] - count[b]) * (value[b] - value[a]);
    return turn * (after - before) > 0;
  }

  /// The position of the first corner at or beyond `step`.
  private static int following(int[] corners, int step) {
    int position = Arrays.binarySearch(corners, step);
    return position >= 0 ? position : -position - 1;
  }

  /// The height of a hull at `step`.
  private double height(int[] count, int[] corners, int step) {
    int next = following(corners, step);
    int right = corners[next];
    if (right == step) {
      return count[step];
    }
    int left = corners[next - 1];
    double share = (value[step] - value[left]) / (value[right] - value[left]);
    return count[left] + share * (count[right] - count[left]);
  }
}
