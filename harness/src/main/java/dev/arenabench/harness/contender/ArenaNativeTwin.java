package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.NativeArena;
import dev.arenabench.arena.tree.NativeTree;
import dev.arenabench.arena.tree.NativeTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;

/// One arena outside the Java heap for all files, reset after each. Never closed: it lives as long
/// as its fork.
final class ArenaNativeTwin implements Twin<NativeTree> {
  private final Interner interner;
  private final NativeArena arena = Arena.offHeap(ArenaOptions.DEFAULT);
  private final NativeTreeBuilder builder = new NativeTreeBuilder(arena);

  ArenaNativeTwin(Interner interner) {
    this.interner = interner;
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    return builder;
  }

  @Override
  public NativeTree tree() {
    return builder.tree();
  }

  /// A copy on the Java heap, which is how a tree outlives its arena, and can be counted.
  @Override
  public Object keep(NativeTree tree) {
    return tree.freeze();
  }

  @Override
  public void release(NativeTree tree) {
    arena.reset();
  }

  /// One behind the other in the same arena.
  @Override
  public NativeTree keepBeside(NativeTree tree) {
    return tree.alias();
  }

  @Override
  public void releaseAll() {
    arena.reset();
  }

  @Override
  public int blockPosition(NativeTree tree) {
    return tree.position(tree.lastChild(tree.root()));
  }

  @Override
  public Passes<NativeTree> passes() {
    return new NativePasses(new PassResults(interner));
  }
}
