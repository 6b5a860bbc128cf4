package dev.arenabench.arena.tree;

import dev.arenabench.syntax.DumpWriter;
import dev.arenabench.syntax.Interner;

/// The canonical text of the arena twin, by [DumpWriter].
public final class ArenaDump {
  private ArenaDump() {}

  /// The text of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  /// @param positions whether the nodes' positions are in it
  public static String dump(ArenaTree tree, Interner interner, boolean positions) {
    DumpWriter writer = new DumpWriter(interner, positions);
    long[] words = tree.words();
    IntStack waiting = new IntStack();
    IntStack depths = new IntStack();
    waiting.push(tree.end - 1);
    depths.push(0);
    while (waiting.size() > 0) {
      int header = waiting.pop();
      int depth = depths.pop();
      long word = words[header];
      int kind = NodeLayout.kind(word);
      byte form = NodeLayout.form(kind);
      long payload =
          form == NodeLayout.NUMBER ? NodeLayout.bits(words, header) : NodeLayout.payload(word);
      writer.line(depth, kind, payload, NodeLayout.position(word));
      if (form == NodeLayout.WRAP) {
        waiting.push(header - 1);
        depths.push(depth + 1);
      } else if (form == NodeLayout.NODE) {
        for (int count = waiting.pushChildren(words, header); count > 0; count--) {
          depths.push(depth + 1);
        }
      }
    }
    return writer.text();
  }
}
