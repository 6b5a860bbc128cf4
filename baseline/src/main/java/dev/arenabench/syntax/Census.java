package dev.arenabench.syntax;

import java.util.Arrays;

/// How many nodes of each [Kind] a tree has: what the `count` pass fills. Parts are not counted.
///
/// Reused: [#clear] before the next tree. Not thread-safe.
public final class Census {
  private final int[] counts = new int[Kind.LIMIT];

  /// The counts by kind, for a pass to add to; a part's count is ignored.
  public int[] counts() {
    return counts;
  }

  /// Nodes of a kind; 0 for a part.
  public int of(int kind) {
    return Kind.isPart(kind) ? 0 : counts[kind];
  }

  /// Nodes of all kinds.
  public long total() {
    long total = 0;
    for (int kind = 1; kind < Kind.METHOD_NAME; kind++) {
      total += counts[kind];
    }
    return total;
  }

  /// Forgets all counts.
  public void clear() {
    Arrays.fill(counts, 0);
  }
}
