package dev.arenabench.heap;

import dev.arenabench.syntax.DumpWriter;
import dev.arenabench.syntax.Interner;

/// The canonical text of the heap twin, by [DumpWriter].
public final class HeapDump extends Walk {
  private final DumpWriter out;
  private int depth;

  private HeapDump(DumpWriter out) {
    this.out = out;
  }

  /// The text of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  /// @param positions whether the nodes' positions are in it
  public static String dump(Node.Chunk chunk, Interner interner, boolean positions) {
    DumpWriter writer = new DumpWriter(interner, positions);
    new HeapDump(writer).from(chunk);
    return writer.text();
  }

  @Override
  void enter(Node node, int childCount) {
    out.line(depth++, node.kind(), payload(node), node.position());
  }

  @Override
  void last(int kind, int payload, int position) {
    out.line(depth, kind, payload, position);
  }

  @Override
  void leave(Node node) {
    depth--;
  }
}
