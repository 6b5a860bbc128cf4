package dev.arenabench.harness.statistics;

import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;

/// Whether neighbouring units resemble each other more than they should.
public final class Autocorrelation {
  /*
   * Everything in this package takes units to be independent. If the log ratios of successive forks
   * are correlated, n units are worth fewer: about n (1 - r) / (1 + r) for a first-order process.
   *
   *   r = sum (y(i) - mean)(y(i+1) - mean) / sum (y(i) - mean)^2
   *
   * Of independent values, r lies within +- 1.96 / sqrt(n) 95 times in 100, about -1/n.
   *
   * G. E. P. Box, G. M. Jenkins, G. C. Reinsel, G. M. Ljung, Time Series Analysis, 5th ed., 2015,
   *   chapter 2.
   */

  /// Shorter series are refused: two values are always perfectly opposed.
  public static final int LEAST_UNITS = 3;

  private Autocorrelation() {}

  /// The lag-1 autocorrelation of `y` in the order of time; empty where all values are equal.
  ///
  /// @throws IllegalArgumentException if `y` is shorter than [#LEAST_UNITS] or not finite
  public static OptionalDouble lag1(double[] y) {
    Samples.require(y, LEAST_UNITS, "y");
    double mean = StatUtils.mean(y);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double deviation = y[i] - mean;
      squares += deviation * deviation;
      if (i > 0) {
        products += deviation * (y[i - 1] - mean);
      }
    }
    boolean constant = StatUtils.min(y) == StatUtils.max(y);
    return constant ? OptionalDouble.empty() : OptionalDouble.of(products / squares);
  }

  /// The magnitude that the autocorrelation of `units` independent values passes one time in
  /// twenty.
  public static double limit(int units) {
    return 1.96 / Math.sqrt(units);
  }
}
