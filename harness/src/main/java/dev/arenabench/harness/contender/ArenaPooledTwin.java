package dev.arenabench.harness.contender;

import dev.arenabench.arena.ArenaLease;
import dev.arenabench.arena.ArenaPool;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An arena leased for each file and returned after it. The builder is kept with its arena.
final class ArenaPooledTwin extends ArenaTreeTwin {
  private final ArenaPool pool;
  private @Nullable ArenaLease lease;
  private @Nullable ArenaTreeBuilder builder;

  ArenaPooledTwin(Interner interner) {
    this(interner, ArenaPool.of(Runtime.getRuntime().availableProcessors()));
  }

  private ArenaPooledTwin(Interner interner, ArenaPool pool) {
    super(interner);
    this.pool = pool;
  }

  @Override
  public TreeBuilder builder(int sourceBytes) {
    abandon();
    ArenaLease leased = lease();
    ArenaTreeBuilder itsBuilder = leased.companion(ArenaTreeBuilder.class, ArenaTreeBuilder::new);
    lease = leased;
    builder = itsBuilder;
    return itsBuilder;
  }

  private ArenaLease lease() {
    try {
      return pool.lease();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an arena", e);
    }
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
    if (lease == null) {
      throw new IllegalStateException("released before, or never built");
    }
    abandon();
  }

  @Override
  public void abandon() {
    if (lease != null) {
      lease.close();
      lease = null;
      builder = null;
    }
  }

  @Override
  public Twin<ArenaTree> beside(Interner interner, Function<Interner, Twin<ArenaTree>> twins) {
    return new ArenaPooledTwin(interner, pool);
  }

  /// A copy, so that the arena is free for others.
  @Override
  public ArenaTree keepBeside(ArenaTree tree) {
    ArenaTree copy = tree.freeze();
    release(tree);
    return copy;
  }
}
