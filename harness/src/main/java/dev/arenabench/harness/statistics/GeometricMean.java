package dev.arenabench.harness.statistics;

import java.util.Arrays;

/// The mean ratio over several rows: files, or sizes.
public final class GeometricMean {
  /*
   * Ratios multiply, so their mean is geometric: the mean of the logs, the only mean that does not
   * change its answer when baseline and contender swap places. The point is the mean of the row
   * estimates as they are printed (medians), so that a reader can check it. For the interval there
   * are two questions, and they are not the same:
   *
   * These files. The corpus is what it is; only the measurement is uncertain. A weighted sum of
   * independent medians with weights 1/rows (Contrast). It narrows with more units.
   *
   * Files like these. The rows are a sample; another file would have another ratio. Student's
   * interval over the row estimates: it holds the spread between files and the measurement's, and
   * narrows with more files only. Sizes grown from one corpus are not such a sample.
   *
   * P. J. Fleming and J. J. Wallace, How not to lie with statistics: the correct way to summarize
   *   benchmark results, CACM 29(3), 1986.
   */

  private GeometricMean() {}

  /// Over exactly these rows: the interval holds the measurement's uncertainty alone.
  ///
  /// @param y for each row the log ratios of its units, at least two; five or more for an interval
  ///   to rely on
  /// @return with the units of all rows together
  /// @throws IllegalArgumentException if there is no row, or a row is too short or not finite
  public static Estimate overTheseRows(double[][] y, double confidence) {
    requireRows(y, 1, 2);
    double[] weights = new double[y.length];
    Arrays.fill(weights, 1.0 / y.length);
    return Contrast.of(y, weights, confidence);
  }

  /// Over rows of which these are a sample: the interval holds the spread between rows as well.
  ///
  /// @param y for each row, at least two, the log ratios of its units
  /// @return with the number of rows as its units
  /// @throws IllegalArgumentException if there are fewer than two rows, or a row is empty or not
  ///   finite
  public static Estimate overRowsLikeThese(double[][] y, double confidence) {
    requireRows(y, 2, 1);
    return Estimates.mean(Arrays.stream(y).mapToDouble(Samples::median).toArray(), confidence);
  }

  private static void requireRows(double[][] y, int leastRows, int leastUnits) {
    if (y.length < leastRows) {
      throw new IllegalArgumentException(
          "too few rows for a mean: rows=%d, least=%d".formatted(y.length, leastRows));
    }
    for (double[] row : y) {
      Samples.require(row, leastUnits, "row");
    }
  }
}
