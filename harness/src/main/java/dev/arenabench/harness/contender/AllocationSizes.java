package dev.arenabench.harness.contender;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How many words each of the allocations of a pass has: the same for every side of a row.
final class AllocationSizes {
  /// Allocations of a pass: some pages of words, so that what is measured is the allocator and not
  /// the memory behind it.
  static final int COUNT = 1_000;

  private static final int NODE_WORDS = 2;

  /// Drawn from with equal chances. Half of all are as small as most nodes of a tree.
  private static final int[] MIX = {1, 1, 2, 2, 3, 3, 4, 8};

  private static final long SEED = 20_261_122;

  private AllocationSizes() {}

  /// @param measure `nodes`: all of two words; `mixed`: from one to eight words, in an order that
  ///   no branch predictor learns
  /// @throws IllegalArgumentException if it is neither
  static int[] of(String measure) {
    int[] sizes = new int[COUNT];
    switch (measure) {
      case "nodes" -> Arrays.fill(sizes, NODE_WORDS);
      case "mixed" -> {
        SplittableRandom random = new SplittableRandom(SEED);
        Arrays.setAll(sizes, i -> MIX[random.nextInt(MIX.length)]);
      }
      default -> throw new IllegalArgumentException("measure=" + measure + ": use nodes or mixed");
    }
    return sizes;
  }
}
