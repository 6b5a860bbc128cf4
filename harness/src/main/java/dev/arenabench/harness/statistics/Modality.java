package dev.arenabench.harness.statistics;

import java.util.Arrays;
import java.util.List;

/// Whether a series has one typical value or more.
///
/// @param dip Hartigan's dip statistic of the values
/// @param limit what the dip of values with one mode passes one time in a hundred at most
/// @param centres one or two typical values, ascending: the median of all, or, where the dip passes
///   the limit, the medians of the two groups
public record Modality(double dip, double limit, List<Double> centres) {
  /*
   * The dip test (Dip). Of all unimodal distributions the uniform one has, for large n, the largest
   * dips, so the 99th percentile of the uniform's dip is the limit. It depends on n alone; SCALED
   * holds it times sqrt(n), interpolated in ln n. The figures are our own, from
   * 250,000 samples or more of each size; ModalityTest draws again and compares.
   *
   * Where the dip passes, the values are cut in two where the sum of squares inside the groups is
   * least (Fisher), and each group's median is a centre. It answers «more than one?», not «how
   * many?»: the centres are two even if there are three. Histogram rules such as Gregg's mvalue turn
   * on the width of their bins and need hundreds of values; this needs ten and has no knob.
   * Its price: two levels have a dip of half the rarer one's share at most, so a level held by less
   * than about 1.1 / sqrt(n) of the values (a quarter of 20, a ninth of 100) does not show.
   *
   * J. A. Hartigan and P. M. Hartigan, The dip test of unimodality, Ann. Stat. 13(1), 1985.
   * W. D. Fisher, On grouping for maximum homogeneity, JASA 53, 1958.
   * B. Gregg, Frequency trails: modes and modality, 2013.
   */

  /// Shorter series always count as having one mode.
  public static final int LEAST_VALUES = 10;

  private static final int[] SIZES = {10, 12, 15, 20, 30, 50, 100, 200, 500, 1000};
  private static final double[] SCALED = {
    0.5046, 0.5144, 0.5254, 0.5398, 0.5561, 0.5732, 0.5915, 0.6029, 0.6149, 0.6186
  };

  public Modality {
    centres = List.copyOf(centres);
  }

  /// The modality of `values`, whose order does not matter.
  static Modality of(double[] values) {
    Samples.require(values, 1, "values");
    double[] sorted = Samples.sorted(values);
    double dip = Dip.of(sorted);
    double limit = limit(sorted.length);
    boolean single = sorted.length < LEAST_VALUES || dip <= limit;
    return new Modality(
        dip, limit, single ? List.of(Samples.medianOfSorted(sorted)) : centresOfTwo(sorted));
  }

  /// The 99th percentile of the dip of `n` uniform values.
  static double limit(int n) {
    int last = SIZES.length - 1;
    int above = 0;
    while (above < last && SIZES[above] < n) {
      above++;
    }
    double scaled = SCALED[above];
    if (above > 0 && n < SIZES[above]) {
      double share =
          Math.log((double) n / SIZES[above - 1])
              / Math.log((double) SIZES[above] / SIZES[above - 1]);
      scaled = SCALED[above - 1] + share * (SCALED[above] - SCALED[above - 1]);
    }
    return scaled / Math.sqrt(n);
  }

  private static List<Double> centresOfTwo(double[] sorted) {
    int n = sorted.length;
    double mean = 0;
    for (double value : sorted) {
      mean += value / n;
    }
    // The squares inside are least where those between the groups, left^2 n / (cut (n - cut)) with
    // left the sum of deviations on the left, are largest.
    int cut = 1;
    double largest = -1;
    double left = 0;
    for (int i = 1; i < n; i++) {
      left += sorted[i - 1] - mean;
      double between = left * left / ((double) i * (n - i));
      if (between > largest) {
        largest = between;
        cut = i;
      }
    }
    return List.of(
        Samples.medianOfSorted(Arrays.copyOfRange(sorted, 0, cut)),
        Samples.medianOfSorted(Arrays.copyOfRange(sorted, cut, n)));
  }
}
