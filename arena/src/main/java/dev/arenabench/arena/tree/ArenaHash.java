package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeHash;
import java.util.Arrays;

/// The structural hash of the arena twin, by [TreeHash].
///
/// A fold in post-order is a scan from the start to the end, with the hashes of what waits for its
/// parent on a stack. In that direction an extra word cannot be told from a header; so a first
/// scan, from the end, notes where they are: there are few.
///
/// Reused from tree to tree; in steady state nothing is allocated. Not thread-safe.
public final class ArenaHash {
  private final IntStack extras = new IntStack();
  private long[] hashes = new long[64];
  private int[] starts = new int[64];
  private int waiting;

  /// The hash of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  public long hash(ArenaTree tree, Interner interner) {
    long[] words = tree.words;
    int base = tree.base;
    int end = tree.end;
    waiting = 0;
    extras.clear();
    extras.push(end); // Never reached.
    for (int at = end - 1; at >= base; at = NodeLayout.before(words, at)) {
      if (NodeLayout.isEscaped(words[at])) {
        extras.push(at - 1);
      }
    }
    int extra = extras.pop();
    for (int at = base; at < end; at++) {
      if (at == extra) {
        extra = extras.pop();
      } else {
        header(words, at, interner);
      }
    }
    return hashes[0];
  }

  private void header(long[] words, int at, Interner interner) {
    long word = words[at];
    int kind = NodeLayout.kind(word);
    switch (NodeLayout.form(kind)) {
      case NodeLayout.NUMBER -> push(TreeHash.leaf(kind, NodeLayout.bits(words, at)), at);
      case NodeLayout.WRAP -> {
        long state = TreeHash.open(kind, payload(word, interner), 1);
        hashes[waiting - 1] = TreeHash.close(TreeHash.take(state, hashes[waiting - 1]));
      }
      case NodeLayout.NODE -> {
        int start = at + 1 - NodeLayout.size(words, at);
        int first = waiting;
        while (first > 0 && starts[first - 1] >= start) {
          first--;
        }
        long state = TreeHash.open(kind, 0, waiting - first);
        for (int child = first; child < waiting; child++) {
          state = TreeHash.take(state, hashes[child]);
        }
        waiting = first;
        push(TreeHash.close(state), start);
      }
      default -> push(TreeHash.leaf(kind, payload(word, interner)), at);
    }
  }

  private static long payload(long word, Interner interner) {
    int payload = NodeLayout.payload(word);
    return Kind.hasSymbol(NodeLayout.kind(word)) ? interner.contentHash(payload) : payload;
  }

  private void push(long hash, int start) {
    if (waiting == hashes.length) {
      hashes = Arrays.copyOf(hashes, waiting * 2);
      starts = Arrays.copyOf(starts, waiting * 2);
    }
    hashes[waiting] = hash;
    starts[waiting++] = start;
  }
}
