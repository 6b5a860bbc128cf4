package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Census;
import java.lang.foreign.MemorySegment;

/// The `count` pass over trees off the heap: what [ArenaCount] is for those on it.
///
/// Indices are byte offsets here, so that no access has to scale one.
public final class NativeCount {
  private NativeCount() {}

  /// Adds the nodes of a tree to the census: reads the words from the end to the start, whatever
  /// they are part of.
  public static void scan(NativeTree tree, Census census) {
    MemorySegment words = tree.segment();
    long base = (long) tree.base << 3;
    int[] counts = census.counts();
    long at = ((long) tree.end << 3) - Long.BYTES;
    while (at >= base) {
      long word = words.get(NativeTree.WORD, at);
      counts[NodeLayout.kind(word)]++;
      if (NodeLayout.isEscaped(word)) {
        at -= Long.BYTES;
      }
      at -= Long.BYTES;
    }
  }

  /// Adds the nodes of a tree to the census: goes from each node to its children, and from child to
  /// child by the extent of each.
  public static void recursive(NativeTree tree, Census census) {
    int[] counts = census.counts();
    MemorySegment words = tree.segment();
    long root = ((long) tree.end << 3) - Long.BYTES;
    counts[NodeLayout.kind(words.get(NativeTree.WORD, root))]++;
    long body = root - Long.BYTES;
    node(words, body, start(words, body), counts);
  }

  /// As in [ArenaCount]: the first child is visited as if its children were the parent's.
  private static void node(MemorySegment words, long header, long start, int[] counts) {
    long parent = words.get(NativeTree.WORD, header);
    counts[NodeLayout.kind(parent)]++;
    long at = header - (NodeLayout.isEscaped(parent) ? 2 * Long.BYTES : Long.BYTES);
    while (at >= start) {
      long word = words.get(NativeTree.WORD, at);
      int kind = NodeLayout.kind(word);
      if (NodeLayout.form(kind) == NodeLayout.NODE) {
        long childStart = start(words, at);
        if (childStart > start) {
          node(words, at, childStart, counts);
          at = childStart - Long.BYTES;
          continue;
        }
      }
      counts[kind]++;
      if (NodeLayout.isEscaped(word)) {
        at -= Long.BYTES;
      }
      at -= Long.BYTES;
    }
  }

  /// Where the subtree of a sized node begins.
  private static long start(MemorySegment words, long header) {
    long word = words.get(NativeTree.WORD, header);
    long size =
        NodeLayout.isEscaped(word)
            ? words.get(NativeTree.WORD, header - Long.BYTES)
            : NodeLayout.payload(word);
    return header + Long.BYTES - (size << 3);
  }
}
