package dev.arenabench.harness.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A two-level bootstrap interval of the median: the second opinion on long rows.
public final class Bootstrap {
  /*
   * The experiment has two levels: units, and measurements (blocks, iterations) inside a unit. A
   * replicate draws as many units as there were, with replacement, then inside each drawn unit as
   * many measurements as it had, with replacement, and computes what the row's estimate computes:
   * a unit's y from the medians of its measurements, the row's estimate as the median of the y. The
   * interval is the middle part of the replicates (percentile method).
   *
   * It differs from Estimates.median in that it sees the spread inside units. Resampling below the
   * top level counts that spread twice (the observed y carry it already), so the interval errs to
   * the wide side; and iterations of one fork follow one another and are not independent, which it
   * does not see. A second opinion, no more: where the two disagree, look at the forks.
   *
   * Not below 20 units: the bootstrap of a median has few distinct values there and its percentiles
   * fall short.
   *
   * T. Kalibera and R. Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013, and Quantifying
   *   Performance Changes with Effect Size Confidence Intervals, University of Kent, 2012.
   * A. C. Davison and D. V. Hinkley, Bootstrap Methods and Their Application, 1997, section 3.8.
   */

  /// Fewer units than this are refused.
  public static final int LEAST_UNITS = 20;

  private static final int REPLICATES = 5_000;

  private Bootstrap() {}

  /// The interval over duels.
  ///
  /// @param blocks for each unit the log ratios of its blocks
  /// @throws IllegalArgumentException if there are fewer than [#LEAST_UNITS] units, or a unit is
  ///   empty or holds a value that is not finite
  public static Estimate ofDuels(double[][] blocks, double confidence, long seed) {
    for (double[] unit : blocks) {
      Samples.require(unit, 1, "blocks of a unit");
    }
    return twoLevel(
        blocks.length,
        unit -> Samples.median(blocks[unit]),
        (unit, random) -> resampledMedian(blocks[unit], random),
        confidence,
        seed);
  }

  /// The interval over pairs of solo forks.
  ///
  /// @param contender for each unit the times of the contender's iterations
  /// @param baseline for each unit the times of the baseline's iterations
  /// @throws IllegalArgumentException if there are fewer than [#LEAST_UNITS] units, the two differ
  ///   in number, or a unit is empty or holds a value that is not a positive number
  public static Estimate ofPairs(
      double[][] contender, double[][] baseline, double confidence, long seed) {
    if (contender.length != baseline.length) {
      throw new IllegalArgumentException(
          "pairs need both sides: contender.length=%d, baseline.length=%d"
              .formatted(contender.length, baseline.length));
    }
    for (int unit = 0; unit < contender.length; unit++) {
      Samples.requirePositive(contender[unit], 1, "contender");
      Samples.requirePositive(baseline[unit], 1, "baseline");
    }
    return twoLevel(
        contender.length,
        unit -> Math.log(Samples.median(contender[unit]) / Samples.median(baseline[unit])),
        (unit, random) ->
            Math.log(
                resampledMedian(contender[unit], random) / resampledMedian(baseline[unit], random)),
        confidence,
        seed);
  }

  private interface Observed {
    double y(int unit);
  }

  private interface Resampled {
    double y(int unit, SplittableRandom random);
  }

  private static Estimate twoLevel(
      int units, Observed observed, Resampled resampled, double confidence, long seed) {
    Samples.requireConfidence(confidence);
    if (units < LEAST_UNITS) {
      throw new IllegalArgumentException(
          "too few units for a bootstrap: units=%d, least=%d".formatted(units, LEAST_UNITS));
    }
    double[] y = new double[units];
    for (int unit = 0; unit < units; unit++) {
      y[unit] = observed.y(unit);
    }
    double point = Samples.median(y);

    SplittableRandom random = new SplittableRandom(seed);
    double[] medians = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      for (int i = 0; i < units; i++) {
        y[i] = resampled.y(random.nextInt(units), random);
      }
      Arrays.sort(y);
      medians[replicate] = Samples.medianOfSorted(y);
    }
    double tailPercent = 50 * (1 - confidence);
    // The median of resampled medians may miss the point at tiny confidence; an interval holds it.
    return new Estimate(
        point,
        Math.min(point, Samples.percentile(medians, tailPercent)),
        Math.max(point, Samples.percentile(medians, 100 - tailPercent)),
        confidence,
        units);
  }

  private static double resampledMedian(double[] values, SplittableRandom random) {
    double[] drawn = new double[values.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[random.nextInt(values.length)];
    }
    Arrays.sort(drawn);
    return Samples.medianOfSorted(drawn);
  }
}
