package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.syntax.Interner;

/// A new arena for each file that nobody has told anything: it begins with its smallest slab, and
/// the tree is copied to one of twice the size as often as it outgrows it. Closed after the file.
final class ArenaGrowingTwin extends ArenaFreshTwin {
  ArenaGrowingTwin(Interner interner) {
    super(interner);
  }

  @Override
  Arena newArena(int sourceBytes) {
    return Arena.create();
  }

  @Override
  ArenaTreeBuilder newBuilder(Arena fresh) {
    return ArenaTreeBuilder.growing(fresh);
  }
}
