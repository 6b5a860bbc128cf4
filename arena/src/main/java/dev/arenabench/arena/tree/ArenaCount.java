package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Census;

/// The `count` pass of the arena twin: visits every node and counts it by kind. Two ways, because
/// the layout allows two: a compiler pass that does not care how nodes nest can [#scan]; one that
/// does has to walk.
public final class ArenaCount {
  private ArenaCount() {}

  /// Adds the nodes of a tree to the census: reads the words from the end to the start, whatever
  /// they are part of.
  public static void scan(ArenaTree tree, Census census) {
    long[] words = tree.words();
    int base = tree.base;
    int[] counts = census.counts();
    int at = tree.end - 1;
    while (at >= base) {
      long word = words[at];
      counts[NodeLayout.kind(word)]++;
      // A branch, not arithmetic: predicted, it lets the next load start before this one is done.
      if (NodeLayout.isEscaped(word)) {
        at--;
      }
      at--;
    }
  }

  /// Adds the nodes of a tree to the census: goes from each node to its children, and from child to
  /// child by the extent of each.
  public static void recursive(ArenaTree tree, Census census) {
    int[] counts = census.counts();
    long[] words = tree.words();
    int root = tree.end - 1;
    counts[NodeLayout.kind(words[root])]++;
    int body = root - 1;
    node(words, body, body + 1 - NodeLayout.size(words, body), counts);
  }

  /// Visits a node with sized subtree. Children with a sized subtree of their own are calls, except
  /// the first: it begins where its parent does, so its children are visited as if they were the
  /// parent's, and a chain of a million is no deeper than one. The same goes for the one child of a
  /// wrap.
  private static void node(long[] words, int header, int start, int[] counts) {
    counts[NodeLayout.kind(words[header])]++;
    int at = NodeLayout.before(words, header);
    while (at >= start) {
      long word = words[at];
      int kind = NodeLayout.kind(word);
      if (NodeLayout.form(kind) == NodeLayout.NODE) {
        int childStart = at + 1 - NodeLayout.size(words, at);
        if (childStart > start) {
          node(words, at, childStart, counts);
          at = childStart - 1;
          continue;
        }
      }
      counts[kind]++;
      if (NodeLayout.isEscaped(word)) {
        at--;
      }
      at--;
    }
  }
}
