package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;
import org.jspecify.annotations.Nullable;

/// A new arena for each file, sized by the file's length, and closed after it.
class ArenaFreshTwin extends ArenaTreeTwin {
  private @Nullable Arena arena;
  private @Nullable ArenaTreeBuilder builder;

  ArenaFreshTwin(Interner interner) {
    super(interner);
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    Arena fresh = newArena(sourceBytes);
    ArenaTreeBuilder itsBuilder = newBuilder(fresh);
    arena = fresh;
    builder = itsBuilder;
    return itsBuilder;
  }

  Arena newArena(int sourceBytes) {
    return Arena.withCapacity(ArenaTreeBuilder.capacityBytes(sourceBytes));
  }

  ArenaTreeBuilder newBuilder(Arena fresh) {
    return new ArenaTreeBuilder(fresh);
  }

  @Override
  public ArenaTree tree() {
    if (builder == null) {
      throw new IllegalStateException("no builder was asked for");
    }
    return builder.tree();
  }

  @Override
  public void release(ArenaTree tree) {
    if (arena == null) {
      throw new IllegalStateException("released before, or never built");
    }
    arena.close();
    arena = null;
    builder = null;
  }
}
