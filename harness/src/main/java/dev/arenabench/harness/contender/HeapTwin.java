package dev.arenabench.harness.contender;

import dev.arenabench.heap.HeapCalls;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapPrint;
import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;

/// One record for each node. Giving back is forgetting.
final class HeapTwin implements Twin<Node.Chunk> {
  private final Interner interner;
  private final HeapTreeBuilder builder = new HeapTreeBuilder();

  HeapTwin(Interner interner) {
    this.interner = interner;
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    return builder;
  }

  @Override
  public Node.Chunk tree() {
    return builder.tree();
  }

  @Override
  public Object keep(Node.Chunk tree) {
    return tree;
  }

  @Override
  public void release(Node.Chunk tree) {}

  @Override
  public Node.Chunk keepBeside(Node.Chunk tree) {
    return tree;
  }

  @Override
  public int blockPosition(Node.Chunk tree) {
    return tree.body().position();
  }

  @Override
  public Passes<Node.Chunk> passes() {
    return new Walk(new PassResults(interner));
  }

  private static final class Walk extends AccountedPasses<Node.Chunk> {
    Walk(PassResults results) {
      super(results);
    }

    /// Objects lie in no order that could be scanned.
    @Override
    public void countScan(Node.Chunk tree) {
      count(tree);
    }

    @Override
    public void count(Node.Chunk tree) {
      HeapCount.count(tree, results.census());
    }

    @Override
    public void calls(Node.Chunk tree) {
      HeapCalls.count(tree, results.calls());
    }

    @Override
    public void resolve(Node.Chunk tree) {
      HeapResolve.resolve(tree, results.interner(), results.scopes());
      results.takeScopes();
    }

    @Override
    public void print(Node.Chunk tree) {
      HeapPrint.print(tree, results.emptyWriter());
      results.takeText();
    }
  }
}
