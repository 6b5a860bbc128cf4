package dev.arenabench.harness.corpus;

import dev.arenabench.syntax.Kind;

/// How far the kinds of node in two bodies of code are from each other.
final class NodeMix {
  private NodeMix() {}

  /// The Jensen-Shannon distance: the square root of the divergence in bits, 0 for equal mixes, 1
  /// for mixes without a common kind (Endres and Schindelin, "A new metric for probability
  /// distributions", 2003).
  ///
  /// @param first counts by kind
  /// @param second counts by kind
  static double distance(int[] first, int[] second) {
    double firstTotal = total(first);
    double secondTotal = total(second);
    double bits = 0;
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      double p = first[kind] / firstTotal;
      double q = second[kind] / secondTotal;
      double mean = (p + q) / 2;
      bits += (relative(p, mean) + relative(q, mean)) / 2;
    }
    return Math.sqrt(bits);
  }

  private static double relative(double p, double mean) {
    return p == 0 ? 0 : p * Math.log(p / mean) / Math.log(2);
  }

  private static double total(int[] counts) {
    double total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
