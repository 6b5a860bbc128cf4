package dev.arenabench.arena;

import java.util.function.Function;

/// The right to use one of a pool's arenas, until [#close].
///
/// ```java
/// try (ArenaLease lease = pool.lease()) {
///   Arena arena = lease.arena();
///   …
/// }
/// ```
///
/// A lease that has been returned is good for nothing: each method throws. What was taken out of it
/// (the arena, handles, trees) must not be used either, which the lease cannot notice: the arena
/// may be in somebody else's hands. The object itself serves again after its arena has been leased
/// 32 more times, so do not keep it.
///
/// A lease may be passed on to another thread, which returns it; as the arena, it belongs to one
/// thread at a time.
public final class ArenaLease implements AutoCloseable {
  private final ArenaPool pool;
  private final PooledArena pooled;
  private volatile long generation;

  ArenaLease(ArenaPool pool, PooledArena pooled) {
    this.pool = pool;
    this.pooled = pooled;
  }

  void begin(long issued) {
    generation = issued;
  }

  /// The arena: empty, and nobody else's.
  ///
  /// @throws IllegalStateException if the lease has been returned
  public Arena arena() {
    ensureLeased();
    return pooled.arena();
  }

  /// What is kept with this arena from lease to lease: made by `maker` when it is first asked for,
  /// and the same object each time that this arena is leased again. For what is made for one arena
  /// and costs something to make, such as a tree builder. Returning the lease does not touch it.
  ///
  /// @param type its class, by which it is found
  /// @param maker must not capture anything, or each call allocates
  /// @throws IllegalStateException if the lease has been returned
  public <T> T companion(Class<T> type, Function<Arena, ? extends T> maker) {
    ensureLeased();
    return pooled.kept().companion(type, maker);
  }

  /// Returns the arena: it is reset, and the pool keeps it or closes it.
  ///
  /// @throws IllegalStateException if the lease has been returned before; or if the arena was
  ///   closed by whoever leased it, and then the pool makes another one in its place
  @Override
  public void close() {
    if (!pooled.end(generation)) {
      throw returned();
    }
    pool.takeBack(pooled);
  }

  private void ensureLeased() {
    if (!pooled.isLeasedIn(generation)) {
      throw returned();
    }
  }

  private IllegalStateException returned() {
    return new IllegalStateException("the lease has been returned: generation=" + generation);
  }
}
