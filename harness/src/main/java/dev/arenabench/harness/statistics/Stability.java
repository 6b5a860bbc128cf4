package dev.arenabench.harness.statistics;

/// Whether the measurement inside a fork was steady: the flags on a row.
///
/// Everything is in logs of the iterations' times, so drifts, shifts and centres are relative. A
/// flag takes two things: the test at 1 %, as there are hundreds of forks in a run, and a size of
/// at least [Margin#LEAST], as a drift that nobody would care about is none. Iterations that follow
/// one another closely are correlated, which makes all three tests quicker to see something than
/// their level says; a flag asks for a look at the fork and decides nothing.
///
/// @param iterations how many there were
/// @param trend still warming up, or heating up
/// @param changePoint another level from one iteration on: a late compilation, a noisy neighbour
/// @param modality back and forth between levels: collections, an alternating compilation
public record Stability(int iterations, Trend trend, ChangePoint changePoint, Modality modality) {
  /*
   * E. Barrett, C. F. Bolz-Tereick, R. Killick, S. Mount, L. Tratt, Virtual machine warmup blows hot
   *   and cold, OOPSLA 2017: a fork that is not steady is reported as such, not averaged.
   */

  /// The least iterations for a flag: no order of fewer reaches the level (2/5! is above it).
  public static final int LEAST_ITERATIONS = 6;

  private static final double LEVEL = 0.01;

  /// The stability of a fork's iterations in the order of time.
  ///
  /// @param times positive; at least one
  /// @throws IllegalArgumentException if `times` is empty or holds a value that is not a positive
  ///   number
  public static Stability of(double[] times) {
    Samples.requirePositive(times, 1, "times");
    double[] logs = new double[times.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(times[i]);
    }
    return new Stability(logs.length, Trend.of(logs), ChangePoint.of(logs), Modality.of(logs));
  }

  /// Whether the times still rose or fell.
  public boolean drifts() {
    return trend.pValue() <= LEVEL && matters(trend.drift());
  }

  /// Whether the times moved to another level.
  public boolean shifts() {
    return changePoint.pValue() <= LEVEL && matters(changePoint.shift());
  }

  /// Whether the times have more than one typical value.
  public boolean multimodal() {
    return modality.centres().size() > 1
        && matters(modality.centres().getLast() - modality.centres().getFirst());
  }

  /// Whether the fork was long enough for any flag to be raised.
  public boolean judged() {
    return iterations >= LEAST_ITERATIONS;
  }

  /// Whether no flag is raised; a series that was not [#judged()] raises none.
  public boolean steady() {
    return !drifts() && !shifts() && !multimodal();
  }

  private static boolean matters(double difference) {
    return Math.abs(difference) >= Margin.LEAST.delta();
  }
}
