package dev.arenabench.harness.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/// What every function of this package demands of its input, and the order statistics they share.
final class Samples {
  private Samples() {}

  /// Refuses fewer than `least` values and any value that is not finite.
  static void require(double[] values, int least, String name) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          "%s has too few values: length=%d, least=%d".formatted(name, values.length, least));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s is not finite: %s[%d]=%s".formatted(name, name, i, values[i]));
      }
    }
  }

  /// As [#require], and refuses values that are not positive.
  static void requirePositive(double[] values, int least, String name) {
    require(values, least, name);
    for (int i = 0; i < values.length; i++) {
      if (values[i] <= 0) {
        throw new IllegalArgumentException(
            "%s is not positive: %s[%d]=%s".formatted(name, name, i, values[i]));
      }
    }
  }

  static void requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must lie between 0 and 1: confidence=" + confidence);
    }
  }

  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static double median(double[] values) {
    return medianOfSorted(sorted(values));
  }

  static double medianOfSorted(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
  }

  /// Hyndman and Fan's type 7, as in R, NumPy and spreadsheets.
  static double percentile(double[] values, double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }
}
