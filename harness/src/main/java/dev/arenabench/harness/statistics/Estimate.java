package dev.arenabench.harness.statistics;

/// A point estimate of a log ratio with its interval.
///
/// `point`, `lower` and `upper` are natural logarithms of contender / baseline. `confidence` is
/// what the interval has, not what was asked for: few units cannot reach every level, and discrete
/// methods pass it. 0 means that one unit carries no interval at all.
///
/// @param point the estimate; inside the interval
/// @param confidence at least 0, less than 1
/// @param units how many units it rests on
public record Estimate(double point, double lower, double upper, double confidence, int units) {
  public Estimate {
    if (!(lower <= point && point <= upper)
        || Double.isInfinite(lower)
        || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "not a finite interval around its point: lower=%s, point=%s, upper=%s"
              .formatted(lower, point, upper));
    }
    if (!(confidence >= 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be at least 0 and less than 1: confidence=" + confidence);
    }
    if (units < 1) {
      throw new IllegalArgumentException("an estimate rests on at least one unit: units=" + units);
    }
  }

  /// Contender over baseline.
  public double ratio() {
    return Math.exp(point);
  }

  public double lowerRatio() {
    return Math.exp(lower);
  }

  public double upperRatio() {
    return Math.exp(upper);
  }

  /// Half the width of the interval, in log space: about the relative precision.
  public double halfWidth() {
    return (upper - lower) / 2;
  }

  /// Whether the interval leaves out «no difference» (a log ratio of 0).
  public boolean excludesZero() {
    return lower > 0 || upper < 0;
  }

  /// The same estimate of baseline / contender.
  public Estimate inverse() {
    return new Estimate(-point, -upper, -lower, confidence, units);
  }
}
