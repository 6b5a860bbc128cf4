package dev.arenabench.harness.plan;

/// How long a fork works.
///
/// @param leastWarmupBlocks blocks of a duel before the measurement, at the least
/// @param mostWarmupBlocks and at the most, should the compilers not come to rest
/// @param blocks measured blocks of a duel
/// @param turnMillis what the faster side's turn in a block lasts at least; how many passes that
///   is, the duel finds during warm-up
/// @param warmupIterations iterations of a solo fork before the measurement
/// @param iterations measured iterations of a solo fork
/// @param iterationMillis length of a solo fork's iteration
/// @param timeoutSeconds after which a fork is ended and recorded as failed
public record Timing(
    int leastWarmupBlocks,
    int mostWarmupBlocks,
    int blocks,
    int turnMillis,
    int warmupIterations,
    int iterations,
    int iterationMillis,
    int timeoutSeconds) {
  private static final int LONGER = 4;
  private static final int TIGHT = 2;

  public Timing {
    if (leastWarmupBlocks < 1
        || mostWarmupBlocks < leastWarmupBlocks
        || blocks < 1
        || turnMillis < 1
        || warmupIterations < 1
        || iterations < 1
        || iterationMillis < 1
        || timeoutSeconds < 1) {
      throw new IllegalArgumentException(
          "leastWarmupBlocks="
              + leastWarmupBlocks
              + ", mostWarmupBlocks="
              + mostWarmupBlocks
              + ", blocks="
              + blocks
              + ", turnMillis="
              + turnMillis
              + ", warmupIterations="
              + warmupIterations
              + ", iterations="
              + iterations
              + ", iterationMillis="
              + iterationMillis
              + ", timeoutSeconds="
              + timeoutSeconds
              + ": all must be positive, and most not below least");
    }
  }

  /// The same for duels of sides of which one is many times as fast: with turns a quarter as long,
  /// since the slower side's last that many times longer, and with patience.
  Timing forUnequalSides() {
    return new Timing(
        leastWarmupBlocks,
        mostWarmupBlocks,
        blocks,
        Math.max(1, turnMillis / LONGER),
        warmupIterations,
        iterations,
        iterationMillis,
        timeoutSeconds * LONGER);
  }

  /// The same time in iterations that are four times as long and a quarter as many, for figures
  /// that have to be averaged over seldom events.
  Timing inLongIterations() {
    return new Timing(
        leastWarmupBlocks,
        mostWarmupBlocks,
        blocks,
        turnMillis,
        Math.max(1, warmupIterations / LONGER),
        Math.max(1, iterations / LONGER),
        iterationMillis * LONGER,
        timeoutSeconds);
  }

  /// Iterations that are twice as long, for passes that take a good part of one.
  Timing inDoubleIterations() {
    return new Timing(
        leastWarmupBlocks,
        mostWarmupBlocks,
        blocks,
        turnMillis,
        warmupIterations,
        iterations,
        iterationMillis * TIGHT,
        timeoutSeconds);
  }
}
