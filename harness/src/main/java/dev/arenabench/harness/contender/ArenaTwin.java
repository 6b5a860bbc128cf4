package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;

/// One arena for all files, reset after each: after the first few it allocates nothing any more.
class ArenaTwin extends ArenaTreeTwin {
  private final Arena arena;
  private final ArenaTreeBuilder builder;

  ArenaTwin(Interner interner) {
    this(interner, Arena.create());
  }

  ArenaTwin(Interner interner, Arena arena) {
    super(interner);
    this.arena = arena;
    builder = new ArenaTreeBuilder(arena);
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    return builder;
  }

  @Override
  public ArenaTree tree() {
    return builder.tree();
  }

  @Override
  public void release(ArenaTree tree) {
    arena.reset();
  }

  /// One behind the other in the same arena.
  @Override
  public ArenaTree keepBeside(ArenaTree tree) {
    return tree.alias();
  }

  @Override
  public void releaseAll() {
    arena.reset();
  }
}
