package dev.arenabench.harness.plan;

/// How long a fork works.
///
/// @param warmupBlocks blocks of a duel before the measurement
/// @param blocks measured blocks of a duel
/// @param turnMillis what the faster side's turn in a block lasts at least; how many passes that
///   is, the duel finds during warm-up
/// @param warmupIterations iterations of a solo fork before the measurement
/// @param iterations measured iterations of a solo fork
/// @param iterationMillis length of a solo fork's iteration
/// @param timeoutSeconds after which a fork is ended and recorded as failed
public record Timing(
    int warmupBlocks,
    int blocks,
    int turnMillis,
    int warmupIterations,
    int iterations,
    int iterationMillis,
    int timeoutSeconds) {
  public Timing {
    if (warmupBlocks < 1
        || blocks < 1
        || turnMillis < 1
        || warmupIterations < 1
        || iterations < 1
        || iterationMillis < 1
        || timeoutSeconds < 1) {
      throw new IllegalArgumentException(
          "warmupBlocks="
              + warmupBlocks
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
              + ": all must be positive");
    }
  }
}
