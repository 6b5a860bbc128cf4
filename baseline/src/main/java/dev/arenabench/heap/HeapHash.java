package dev.arenabench.heap;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeHash;
import java.util.Arrays;

/// The structural hash of the heap twin, by [TreeHash].
public final class HeapHash extends Walk {
  private static final int INITIAL_CAPACITY = 16;

  private final Interner interner;

  /// Of the nodes that are open.
  private long[] states = new long[INITIAL_CAPACITY];

  private int open;
  private long hash;

  private HeapHash(Interner interner) {
    this.interner = interner;
  }

  /// The hash of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  public static long hash(Node.Chunk chunk, Interner interner) {
    HeapHash pass = new HeapHash(interner);
    pass.from(chunk);
    return pass.hash;
  }

  @Override
  void enter(Node node, int childCount) {
    if (open == states.length) {
      states = Arrays.copyOf(states, open * 2);
    }
    int kind = node.kind();
    states[open++] = TreeHash.open(kind, hashed(kind, payload(node)), childCount);
  }

  @Override
  void last(int kind, int payload, int position) {
    states[open - 1] = TreeHash.take(states[open - 1], TreeHash.leaf(kind, hashed(kind, payload)));
  }

  @Override
  void leave(Node node) {
    hash = TreeHash.close(states[--open]);
    if (open > 0) {
      states[open - 1] = TreeHash.take(states[open - 1], hash);
    }
  }

  private long hashed(int kind, long payload) {
    return Kind.hasSymbol(kind) ? interner.contentHash(Math.toIntExact(payload)) : payload;
  }
}
