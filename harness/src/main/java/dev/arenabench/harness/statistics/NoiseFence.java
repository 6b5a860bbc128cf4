package dev.arenabench.harness.statistics;

/// How far a row's log ratios stray when both sides are the same: the part of a margin that the
/// machine dictates.
///
/// @param lowerQuartile of |y| over A/A units
/// @param upperQuartile of |y| over A/A units
/// @param units how many A/A units it rests on
public record NoiseFence(double lowerQuartile, double upperQuartile, int units) {
  /*
   * From A/A units (the same contender on both sides, one y per fork) the fence of one unit is
   *
   *   f = Q3 + 3 IQR  of |y|.
   *
   * This is Tukey's outer fence, beyond which a value is «far out»; for normal noise of standard
   * deviation s it lies at 3.65 s (|y| has Q1 = 0.319 s, Q3 = 1.150 s). Quartiles, not a standard
   * deviation: a quarter of the forks may be disturbed before the fence moves at all.
   *
   * A verdict rests on n units, not on one, and what it compares with the margin is a centre, which
   * strays as 1 / sqrt(n). So the fence of a verdict is
   *
   *   f(n) = f / sqrt(n),   margin(n) = max(1 %, f(n)).
   *
   * For normal noise the median's standard error is sqrt(pi/2) s / sqrt(n), so the fence stands at
   * 3.65 / 1.2533 = 2.9 of them: Shewhart's three-sigma limit, crossed by chance 4 times in 1,000.
   * The fence need not hold the error level by itself, for a verdict asks for a significant test as
   * well (Verdicts); scaling by the median's sqrt(pi/2) on top would put it at 3.65 standard errors
   * and hide differences that the units do show.
   *
   * J. W. Tukey, Exploratory Data Analysis, 1977, section 2D.
   * W. A. Shewhart, Economic Control of Quality of Manufactured Product, 1931.
   */

  /// Fewer A/A units than this have no quartiles worth the name.
  public static final int LEAST_UNITS = 4;

  public NoiseFence {
    if (!(0 <= lowerQuartile && lowerQuartile <= upperQuartile)
        || Double.isInfinite(upperQuartile)) {
      throw new IllegalArgumentException(
          "not quartiles of magnitudes: lowerQuartile=%s, upperQuartile=%s"
              .formatted(lowerQuartile, upperQuartile));
    }
    if (units < LEAST_UNITS) {
      throw new IllegalArgumentException(
          "too few A/A units for a fence: units=%d, least=%d".formatted(units, LEAST_UNITS));
    }
  }

  /// The fence of a row from its A/A log ratios; quartiles as in R's type 7.
  ///
  /// @throws IllegalArgumentException if there are fewer than [#LEAST_UNITS] or one is not finite
  public static NoiseFence of(double[] sameOnBothSides) {
    Samples.require(sameOnBothSides, LEAST_UNITS, "sameOnBothSides");
    double[] magnitudes = new double[sameOnBothSides.length];
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = Math.abs(sameOnBothSides[i]);
    }
    return new NoiseFence(
        Samples.percentile(magnitudes, 25), Samples.percentile(magnitudes, 75), magnitudes.length);
  }

  /// The fence of a single unit: Q3 + 3 IQR.
  public double ofOneUnit() {
    return upperQuartile + 3 * (upperQuartile - lowerQuartile);
  }

  /// The margin of a verdict that rests on `verdictUnits` units; never below [Margin#LEAST].
  public Margin marginFor(int verdictUnits) {
    if (verdictUnits < 1) {
      throw new IllegalArgumentException(
          "verdictUnits must be positive: verdictUnits=" + verdictUnits);
    }
    double fence = ofOneUnit() / Math.sqrt(verdictUnits);
    return new Margin(Math.max(Margin.LEAST.delta(), fence));
  }
}
