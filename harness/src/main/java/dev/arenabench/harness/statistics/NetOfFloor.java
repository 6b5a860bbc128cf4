package dev.arenabench.harness.statistics;

import java.util.Arrays;

/// The ratio of two sides when what both have in common, the floor, is taken off each.
public final class NetOfFloor {
  /*
   * Contender and baseline each met the floor in duels of their own, so there are y_c = ln(c / f) and
   * y_b = ln(b / f), and in units of the floor's own time
   *
   *   net = (c - f) / (b - f) = (exp(y_c) - 1) / (exp(y_b) - 1).
   *
   * z = ln(exp(y) - 1) rises with y, so the median of the z is the z of the median, and ln(net) is
   * the difference of two medians of independent samples: a contrast (Contrast), unpaired, since no
   * fork held all three. (Between an even number of units the two medians differ by less than the
   * units do.)
   *
   * dz/dy = r / (r - 1) with r = exp(y): near the floor noise grows without bound. At r = 1.15 a
   * fork's 1.7 % become 13 %, and the interval says so. A unit that does not lie above its floor has
   * no z; leaving it out would leave out the low side only, so then there is no figure at all.
   *
   * It assumes that the floor costs the same within each side as it does alone, and that its cost
   * adds to theirs. Where the floor's work overlaps with the builder's in the processor's pipeline,
   * the net costs come out too small, and the smaller one by the larger share.
   */

  private NetOfFloor() {}

  /// Whether every unit took longer than its floor, without which there is no net cost.
  public static boolean isAbove(double[] y) {
    return Arrays.stream(y).allMatch(value -> value > 0);
  }

  /// The log ratio contender / baseline, both net of the floor.
  ///
  /// @param contender log ratios contender / floor, one per unit, at least two; five or more for an
  ///   interval to rely on
  /// @param baseline log ratios baseline / floor, likewise
  /// @return with the units of both together
  /// @throws IllegalArgumentException if either is too short or not finite, or has a unit that does
  ///   not lie above the floor
  public static Estimate of(double[] contender, double[] baseline, double confidence) {
    Samples.require(contender, 2, "contender");
    Samples.require(baseline, 2, "baseline");
    return Contrast.of(
        new double[][] {net(contender, "contender"), net(baseline, "baseline")},
        new double[] {1, -1},
        confidence);
  }

  private static double[] net(double[] y, String name) {
    if (!isAbove(y)) {
      throw new IllegalArgumentException(
          "%s is not above the floor: least=%s".formatted(name, Arrays.stream(y).min().orElse(0)));
    }
    return Arrays.stream(y).map(value -> Math.log(Math.expm1(value))).toArray();
  }
}
