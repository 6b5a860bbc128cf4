package dev.arenabench.harness.contender;

import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.syntax.Interner;

/// What all contenders have in common whose trees lie in arenas on the Java heap, wherever the
/// arenas come from.
abstract class ArenaTreeTwin implements Twin<ArenaTree> {
  private final Interner interner;

  ArenaTreeTwin(Interner interner) {
    this.interner = interner;
  }

  @Override
  public final Object keep(ArenaTree tree) {
    return tree.freeze();
  }

  @Override
  public final int blockPosition(ArenaTree tree) {
    return tree.position(tree.lastChild(tree.root()));
  }

  @Override
  public final Passes<ArenaTree> passes() {
    return new ArenaPasses(new PassResults(interner));
  }
}
