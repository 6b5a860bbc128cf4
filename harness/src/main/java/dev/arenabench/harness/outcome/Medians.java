package dev.arenabench.harness.outcome;

import org.apache.commons.math3.stat.StatUtils;

/// The one median of this package.
final class Medians {
  private Medians() {}

  static double of(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}
