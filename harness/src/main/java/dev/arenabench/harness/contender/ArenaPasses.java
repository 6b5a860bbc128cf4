package dev.arenabench.harness.contender;

import dev.arenabench.arena.tree.ArenaCalls;
import dev.arenabench.arena.tree.ArenaCount;
import dev.arenabench.arena.tree.ArenaPrint;
import dev.arenabench.arena.tree.ArenaResolve;
import dev.arenabench.arena.tree.ArenaTree;

/// The passes of every contender whose trees lie in arenas.
final class ArenaPasses extends AccountedPasses<ArenaTree> {
  private final ArenaResolve resolve = new ArenaResolve();
  private final ArenaPrint print = new ArenaPrint();

  ArenaPasses(PassResults results) {
    super(results);
  }

  @Override
  public void countScan(ArenaTree tree) {
    ArenaCount.scan(tree, results.census());
  }

  @Override
  public void count(ArenaTree tree) {
    ArenaCount.recursive(tree, results.census());
  }

  @Override
  public void calls(ArenaTree tree) {
    ArenaCalls.count(tree, results.calls());
  }

  @Override
  public void resolve(ArenaTree tree) {
    resolve.resolve(tree, results.interner(), results.scopes());
    results.takeScopes();
  }

  @Override
  public void print(ArenaTree tree) {
    print.print(tree, results.emptyWriter());
    results.takeText();
  }
}
