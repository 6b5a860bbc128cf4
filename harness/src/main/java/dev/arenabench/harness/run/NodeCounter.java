package dev.arenabench.harness.run;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeBuilder;

/// Counts the nodes that a parser reports, and builds nothing.
final class NodeCounter implements TreeBuilder {
  private long total;
  private long nodes;

  /// Nodes of all finished trees.
  long total() {
    return total;
  }

  private void count(int kind) {
    if (!Kind.isPart(kind)) {
      nodes++;
    }
    if (kind == Kind.CHUNK) {
      total += nodes;
    }
  }

  @Override
  public void begin(int sourceBytes) {
    nodes = 0;
  }

  @Override
  public void leaf(int kind, int position) {
    count(kind);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    count(kind);
  }

  @Override
  public void number(int kind, int position, long bits) {
    count(kind);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    count(kind);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    count(kind);
  }
}
