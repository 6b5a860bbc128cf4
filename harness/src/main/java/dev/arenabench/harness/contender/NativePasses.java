package dev.arenabench.harness.contender;

import dev.arenabench.arena.tree.ArenaCalls;
import dev.arenabench.arena.tree.ArenaPrint;
import dev.arenabench.arena.tree.ArenaResolve;
import dev.arenabench.arena.tree.NativeCount;
import dev.arenabench.arena.tree.NativeTree;

/// The passes over trees outside the Java heap: nodes are counted where they are; for the others
/// the tree is copied first, and the copy is part of what they cost.
final class NativePasses extends AccountedPasses<NativeTree> {
  private final ArenaResolve resolve = new ArenaResolve();
  private final ArenaPrint print = new ArenaPrint();

  NativePasses(PassResults results) {
    super(results);
  }

  @Override
  public void countScan(NativeTree tree) {
    NativeCount.scan(tree, results.census());
  }

  @Override
  public void count(NativeTree tree) {
    NativeCount.recursive(tree, results.census());
  }

  @Override
  public void calls(NativeTree tree) {
    ArenaCalls.count(tree.freeze(), results.calls());
  }

  @Override
  public void resolve(NativeTree tree) {
    resolve.resolve(tree.freeze(), results.interner(), results.scopes());
    results.takeScopes();
  }

  @Override
  public void print(NativeTree tree) {
    print.print(tree.freeze(), results.emptyWriter());
    results.takeText();
  }
}
