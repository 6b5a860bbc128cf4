package dev.arenabench.harness.statistics;

import java.util.Arrays;

/// The smallest difference that matters: the zone from -delta to +delta about «no difference».
///
/// In log space, so the zone of 1 % reaches from a ratio of 1/1.01 to 1.01 and is the same seen
/// from either side.
///
/// @param delta the natural logarithm of the ratio at the zone's edge; more than 0
public record Margin(double delta) {
  /// The least margin of any row: nobody chooses a memory layout for less than 1 %, and no shared
  /// machine resolves it for certain.
  public static final Margin LEAST = ofPercent(1);

  /// The widest zone that «same» may stand for. A harness that sets out to find 3 % must not call
  /// it the same; and a zone that follows the noise would give every row its «same» on a machine
  /// that is bad enough.
  public static final Margin WIDEST_FOR_SAME = ofPercent(2);

  public Margin {
    if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a margin must be positive and finite: delta=" + delta);
    }
  }

  /// The margin whose upper edge is a ratio of 1 + percent / 100.
  public static Margin ofPercent(double percent) {
    return new Margin(Math.log1p(percent / 100));
  }

  /// The margin's upper edge as a difference in per cent.
  public double percent() {
    return 100 * Math.expm1(delta);
  }

  /// The zone inside which «same» is judged: this one, up to [#WIDEST_FOR_SAME].
  public Margin forSame() {
    return delta <= WIDEST_FOR_SAME.delta ? this : WIDEST_FOR_SAME;
  }

  /// Whether the whole interval lies inside the zone.
  boolean holds(Estimate estimate) {
    return estimate.lower() > -delta && estimate.upper() < delta;
  }

  /// Whether every value lies outside the zone, all on the same side.
  boolean isPassedByAll(double[] y) {
    return Arrays.stream(y).allMatch(value -> value > delta)
        || Arrays.stream(y).allMatch(value -> value < -delta);
  }
}
