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
/// One for both memories: a word is reached by way of [FlatTree], since nobody hashes trees in a
/// hot loop.
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
  public long hash(FlatTree tree, Interner interner) {
    tree.ensureValid(FlatTree.NONE);
    int count = tree.wordCount();
    waiting = 0;
    extras.clear();
    extras.push(count); // Never reached.
    for (int at = count - 1; at >= 0; ) {
      long word = tree.word(at);
      if (NodeLayout.isEscaped(word)) {
        extras.push(at - 1);
      }
      at = NodeLayout.before(word, at);
    }
    int extra = extras.pop();
    long before = 0;
    for (int at = 0; at < count; at++) {
      long word = tree.word(at);
      if (at == extra) {
        extra = extras.pop();
      } else {
        header(word, before, at, interner);
      }
      before = word;
    }
    return hashes[0];
  }

  /// @param before the word before the header, its extra word if it has one
  private void header(long word, long before, int at, Interner interner) {
    int kind = NodeLayout.kind(word);
    switch (NodeLayout.form(kind)) {
      case NodeLayout.NUMBER -> push(TreeHash.leaf(kind, NodeLayout.wide(word, before)), at);
      case NodeLayout.WRAP -> {
        long state = TreeHash.open(kind, payload(word, interner), 1);
        hashes[waiting - 1] = TreeHash.close(TreeHash.take(state, hashes[waiting - 1]));
      }
      case NodeLayout.NODE -> {
        int start = at + 1 - (int) NodeLayout.wide(word, before);
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
