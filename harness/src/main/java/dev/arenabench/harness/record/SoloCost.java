package dev.arenabench.harness.record;

import java.util.Arrays;
import java.util.List;

/// What a solo fork is judged by: nanoseconds for one pass over the corpus.
public final class SoloCost {
  private SoloCost() {}

  /// The fork's cost.
  ///
  /// `release`: what the program's own thread spends on giving back, and what the collector's
  /// threads spend, over the whole measurement (`release.wall` + `collector.cpu`). A mean, because
  /// a collection falls into one iteration and serves many. All other suites: the median of JMH's
  /// score.
  ///
  /// @return not-a-number where the fork has no such figures
  public static double nanosPerPass(ForkRecord fork, String suite) {
    List<IterationRecord> measured =
        fork.iterations().stream().filter(iteration -> !iteration.warmup()).toList();
    return suite.equals("release") ? givingBack(measured) : medianScore(measured);
  }

  private static double givingBack(List<IterationRecord> measured) {
    double nanos = 0;
    double passes = 0;
    for (IterationRecord iteration : measured) {
      double weight = value(iteration, "passes");
      passes += weight;
      nanos += weight * (value(iteration, "release.wall") + value(iteration, "collector.cpu"));
    }
    return nanos / passes;
  }

  private static double medianScore(List<IterationRecord> measured) {
    double[] scores =
        measured.stream().mapToDouble(iteration -> value(iteration, "score")).sorted().toArray();
    if (scores.length == 0 || !Arrays.stream(scores).allMatch(Double::isFinite)) {
      return Double.NaN;
    }
    int middle = scores.length / 2;
    return scores.length % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2;
  }

  private static double value(IterationRecord iteration, String name) {
    return iteration.values().getOrDefault(name, Double.NaN);
  }
}
