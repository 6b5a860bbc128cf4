package dev.arenabench.arena;

import java.util.concurrent.atomic.AtomicLong;

/// One of a pool's arenas, and the leases that it is handed out with.
///
/// **Generations.** The generation counts up with each handing out and each return: odd while the
/// arena is leased. A lease holds the generation that it was handed out in; if that is not the
/// arena's, the lease is stale.
///
/// **Leases.** A new lease each time would be garbage each time; one and the same would make a
/// stale lease valid again as soon as the arena is leased to somebody else. So a ring of them is
/// handed out in turn: a stale lease is noticed until its arena has been leased [#LEASES] more
/// times, and the ring costs less than a kilobyte and a half.
final class PooledArena {
  /// Length of the ring, a power of two.
  static final int LEASES = 32;

  private final KeptArena kept;
  private final AtomicLong generation = new AtomicLong();
  private final ArenaLease[] leases = new ArenaLease[LEASES];

  /// The thread that returned the arena last: its caches know the slabs best.
  private long lastThreadId;

  private long idleBytes;

  PooledArena(ArenaPool pool, Arena arena) {
    kept = new KeptArena(arena);
    for (int i = 0; i < LEASES; i++) {
      leases[i] = new ArenaLease(pool, this);
    }
  }

  KeptArena kept() {
    return kept;
  }

  Arena arena() {
    return kept.arena();
  }

  long lastThreadId() {
    return lastThreadId;
  }

  /// Becomes idle.
  ///
  /// @param bytes what it holds
  void rest(long bytes) {
    idleBytes = bytes;
  }

  /// What it holds, as counted when it became idle: nothing that happens to a kept reference in
  /// between puts the pool's sum out.
  long idleBytes() {
    return idleBytes;
  }

  /// Hands the arena out. Only for whoever took it out of the pool.
  ArenaLease issue() {
    long issued = generation.incrementAndGet();
    ArenaLease lease = leases[(int) (issued >>> 1) & LEASES - 1];
    lease.begin(issued);
    return lease;
  }

  boolean isLeasedIn(long issued) {
    return generation.get() == issued;
  }

  /// Ends a lease, for one caller only.
  ///
  /// @return whether it was still to be ended
  boolean end(long issued) {
    if (!generation.compareAndSet(issued, issued + 1)) {
      return false;
    }
    lastThreadId = Thread.currentThread().threadId();
    return true;
  }
}
