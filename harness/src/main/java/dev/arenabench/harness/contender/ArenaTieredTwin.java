package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.SlabTiers;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.syntax.Interner;
import java.util.function.Function;

/// One arena for all files that keeps nothing over a reset: its slabs come from tiers, and are back
/// there between two files, where other arenas would find them.
final class ArenaTieredTwin extends ArenaTwin {
  /// As much as an arena that keeps its slabs to itself keeps by default.
  private static final long HELD_BYTES = ArenaOptions.DEFAULT.retainedBytes();

  private final SlabTiers tiers;

  ArenaTieredTwin(Interner interner) {
    this(interner, new SlabTiers(HELD_BYTES));
  }

  private ArenaTieredTwin(Interner interner, SlabTiers tiers) {
    super(interner, Arena.create(ArenaOptions.DEFAULT.withTiers(tiers)));
    this.tiers = tiers;
  }

  @Override
  public Twin<ArenaTree> beside(Interner interner, Function<Interner, Twin<ArenaTree>> twins) {
    return new ArenaTieredTwin(interner, tiers);
  }
}
