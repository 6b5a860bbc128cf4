package dev.arenabench.arena;

/// How large an arena should be for a source of a given size, learned from what earlier ones
/// needed.
///
/// ```java
/// CapacityAdvice advice = new CapacityAdvice(0.99, 1.6);
/// for (byte[] source : sources) {
///   try (Arena arena = Arena.withCapacity(advice.adviseBytes(source.length))) {
///     …
///     advice.observe(source.length, arena.usedBytes());
///   }
/// }
/// ```
///
/// **Model.** An observation is a source's size and the bytes that it needed in an arena. The
/// advice is the line `512 bytes + slope × source` below which the wanted share of all observations
/// lies. The fixed part is there for small sources: a file of ten bytes may need seven times its
/// size, and without the fixed part a few such would make the advice for large ones too great.
///
/// **Statistics.** Mean and spread are those of the plain ratio, bytes needed per source byte, each
/// source counting once. Sources of no bytes are not counted.
///
/// Until there are 32 observations the advice is the greater of the slope that was given and the
/// steepest that was seen. Constant memory, about 8 KiB. Thread-safe: an observation is a short
/// critical section, and comes once a file.
public final class CapacityAdvice {
  /*
   * Mean and spread: Welford's recurrence (Knuth, The Art of Computer Programming, vol. 2, 4.2.2),
   * which loses no digits where the spread is small against the mean.
   *
   * Quantiles: a histogram of log2(slope), 64 buckets an octave, so that a bucket's upper edge is
   * at most 2^(1/64) - 1 = 1.09 % above any slope in it. A quantile is answered with the upper edge
   * of the bucket that holds it: never too little, and too much by no more than that. Against P²
   * (Jain, Chlamtac, CACM 28, 1985), which keeps five numbers: that follows one quantile chosen
   * beforehand and promises no error; here 8 KiB buy every quantile with a stated one, and two
   * histograms could be added up.
   *
   * Range: slopes from 2^-6 to 2^10. What is below counts as 2^-6 (64 times smaller than its
   * source: no matter), what is above as the largest that was seen.
   */
  private static final int BUCKETS_PER_OCTAVE = 64;
  private static final int LOWEST_OCTAVE = -6;
  private static final int HIGHEST_OCTAVE = 10;
  private static final int BUCKETS = (HIGHEST_OCTAVE - LOWEST_OCTAVE) * BUCKETS_PER_OCTAVE;
  private static final int LEAST_OBSERVATIONS = 32;

  /// What every source is granted, however small.
  public static final long FIXED_BYTES = 512;

  private final double quantile;
  private final double firstSlope;
  private final long[] buckets = new long[BUCKETS + 1]; // the last one: above the range
  private long count;
  private double mean;
  private double squares; // sum of squared distances from the mean
  private double leastRatio = Double.POSITIVE_INFINITY;
  private double greatestRatio;
  private double steepest;

  /// Advice that is enough for a share of `quantile` of all sources.
  ///
  /// @param quantile `0 < quantile ≤ 1`
  /// @param firstSlope bytes for each source byte, as long as there are few observations; positive
  /// @throws IllegalArgumentException if a parameter is out of its range
  public CapacityAdvice(double quantile, double firstSlope) {
    checkQuantile(quantile);
    if (!(firstSlope > 0) || Double.isInfinite(firstSlope)) {
      throw new IllegalArgumentException("firstSlope=" + firstSlope + ", allowed: positive");
    }
    this.quantile = quantile;
    this.firstSlope = firstSlope;
  }

  /// Takes note of a source and what it needed.
  ///
  /// @param neededBytes [Arena#usedBytes], or more if some of it was needed only meanwhile
  /// @throws IllegalArgumentException if a size is negative
  public synchronized void observe(long sourceBytes, long neededBytes) {
    if (sourceBytes < 0 || neededBytes < 0) {
      throw new IllegalArgumentException(
          "sourceBytes=" + sourceBytes + ", neededBytes=" + neededBytes + ", least=0");
    }
    if (sourceBytes == 0) {
      return;
    }
    double ratio = (double) neededBytes / sourceBytes;
    count++;
    double distance = ratio - mean;
    mean += distance / count;
    squares += distance * (ratio - mean);
    leastRatio = Math.min(leastRatio, ratio);
    greatestRatio = Math.max(greatestRatio, ratio);
    double slope = (double) Math.max(0, neededBytes - FIXED_BYTES) / sourceBytes;
    steepest = Math.max(steepest, slope);
    buckets[bucket(slope)]++;
  }

  private static int bucket(double slope) {
    double octaves = Math.log(slope) / Math.log(2) - LOWEST_OCTAVE; // of 0: minus infinity
    // Rounded up: a bucket holds what is above the edge before and not above its own.
    return (int) Math.clamp(Math.ceil(octaves * BUCKETS_PER_OCTAVE) - 1, 0, BUCKETS);
  }

  private static double upperEdge(int bucket) {
    return Math.pow(2, LOWEST_OCTAVE + (bucket + 1.0) / BUCKETS_PER_OCTAVE);
  }

  /// How many bytes an arena should have for a source of that size; at least [#FIXED_BYTES].
  ///
  /// @throws IllegalArgumentException if `sourceBytes` is negative
  public synchronized long adviseBytes(long sourceBytes) {
    if (sourceBytes < 0) {
      throw new IllegalArgumentException("sourceBytes=" + sourceBytes + ", least=0");
    }
    double slope = count < LEAST_OBSERVATIONS ? Math.max(firstSlope, steepest) : slopeAt(quantile);
    return FIXED_BYTES + (long) Math.ceil(slope * sourceBytes);
  }

  /// The slope with which a share of `quantile` of the observations needed no more than
  /// `FIXED_BYTES + slope × source`: at most 1.1 % above the exact one, never below.
  ///
  /// @throws IllegalArgumentException if `quantile` is out of its range
  /// @throws IllegalStateException if there is no observation
  public synchronized double slopeAt(double quantile) {
    checkQuantile(quantile);
    if (count == 0) {
      throw new IllegalStateException("observations=0, least=1");
    }
    long wanted = (long) Math.ceil(quantile * count);
    long below = 0;
    for (int i = 0; i < BUCKETS; i++) {
      below += buckets[i];
      if (below >= wanted) {
        return Math.min(upperEdge(i), steepest);
      }
    }
    return steepest;
  }

  /// What was observed.
  public synchronized Statistics statistics() {
    double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    return new Statistics(count, mean, deviation, count == 0 ? 0 : leastRatio, greatestRatio);
  }

  private static void checkQuantile(double quantile) {
    if (!(quantile > 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile=" + quantile + ", allowed: above 0, up to 1");
    }
  }

  /// Bytes needed per source byte, over all observations; zeros if there is none.
  ///
  /// @param count of observations
  /// @param mean of their ratios
  /// @param deviation standard deviation of their ratios; 0 for fewer than two
  /// @param least ratio
  /// @param greatest ratio
  public record Statistics(
      long count, double mean, double deviation, double least, double greatest) {}
}
