package dev.arenabench.arena;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bounded number of arenas for any number of threads, platform or virtual.
///
/// ```java
/// ArenaPool pool = ArenaPool.of(Runtime.getRuntime().availableProcessors());
/// …
/// try (ArenaLease lease = pool.lease()) {
///   use(lease.arena());
/// }
/// ```
///
/// **Bounds.** There are never more than `maxArenas`, leased and idle together; who comes when all
/// are out waits. Idle ones hold no more than `maxIdleBytes` together: an arena that alone would be
/// above that is closed when it is returned, and for any other the coldest idle ones are closed
/// until it fits. What one arena keeps over a reset is limited by its own
/// [ArenaOptions#retainedBytes] before.
///
/// **Order.** Who leases gets the idle arena that its own thread returned last, if that is among
/// the eight returned last; otherwise the one returned last of all: the slabs that are most likely
/// still in its cache. Arenas that are never needed sink to the bottom, where they are closed
/// first. Those who wait are served in no promised order, and somebody who comes at the right
/// moment may overtake them.
///
/// **Cost.** A lease and its return are each a short critical section and a few stores, and
/// allocate nothing, once the arena has been made. A new arena is made, an old one reset or closed,
/// outside of the lock.
///
/// **Closing** the pool closes the idle arenas at once. A leased one stays usable until it is
/// returned, and is closed then. Who waits, or comes later, gets an [IllegalStateException].
///
/// A lease that is never returned costs the pool that arena for ever: use try-with-resources.
/// Thread-safe.
public final class ArenaPool implements AutoCloseable {
  /// How far down [#lease] looks for an arena of its own thread's.
  private static final int OWN_DEPTH = 8;

  /// What the idle arenas of [#of] hold at most.
  private static final long DEFAULT_IDLE_BYTES = 1L << 28;

  // A monitor, not a java.util.concurrent lock: those allocate a node for each thread that has to
  // queue, and a pool that promises to allocate nothing should keep the promise under contention.
  private final Object lock = new Object();
  private final int maxArenas;
  private final long maxIdleBytes;
  private final Supplier<? extends Arena> maker;

  /// Coldest first.
  private final List<PooledArena> idle = new ArrayList<>();

  private int leased;
  private long idleBytes;
  private long leaseCount;
  private long createdCount;
  private long discardedCount;
  private long waitCount;
  private boolean closed;

  /// A pool of arenas that `maker` makes. They have to be usable from any thread, one at a time:
  /// those on the heap are, and [Arena#offHeapShared].
  ///
  /// @param maxArenas leased and idle together; at least 1
  /// @param maxIdleBytes what idle arenas hold together, at most; 0 keeps none but empty ones
  /// @param maker called by whoever leases, outside of the pool's lock
  /// @throws IllegalArgumentException if a bound is out of its range
  public ArenaPool(int maxArenas, long maxIdleBytes, Supplier<? extends Arena> maker) {
    if (maxArenas < 1) {
      throw new IllegalArgumentException("maxArenas=" + maxArenas + ", least=1");
    }
    if (maxIdleBytes < 0) {
      throw new IllegalArgumentException("maxIdleBytes=" + maxIdleBytes + ", least=0");
    }
    this.maxArenas = maxArenas;
    this.maxIdleBytes = maxIdleBytes;
    this.maker = Objects.requireNonNull(maker, "maker");
  }

  /// A pool of arenas with [ArenaOptions#DEFAULT], which keeps no more than 256 MiB idle.
  ///
  /// @throws IllegalArgumentException if `maxArenas` is not positive
  public static ArenaPool of(int maxArenas) {
    return new ArenaPool(maxArenas, DEFAULT_IDLE_BYTES, Arena::create);
  }

  /// Leases an arena; waits as long as all are out.
  ///
  /// @throws InterruptedException if the thread is interrupted while it waits
  /// @throws IllegalStateException if the pool is closed, or is closed meanwhile
  public ArenaLease lease() throws InterruptedException {
    while (true) {
      ArenaLease lease = leaseWithin(Long.MAX_VALUE);
      if (lease != null) {
        return lease;
      }
    }
  }

  /// Leases an arena; waits no longer than `timeout`, not at all if that is zero or negative.
  ///
  /// @throws TimeoutException if all arenas were out all the time
  /// @throws InterruptedException if the thread is interrupted while it waits
  /// @throws IllegalStateException if the pool is closed, or is closed meanwhile
  public ArenaLease lease(Duration timeout) throws InterruptedException, TimeoutException {
    ArenaLease lease = leaseWithin(TimeUnit.NANOSECONDS.convert(timeout));
    if (lease == null) {
      throw new TimeoutException(
          "timeout=" + timeout + ", maxArenas=" + maxArenas + ": all are leased");
    }
    return lease;
  }

  private @Nullable ArenaLease leaseWithin(long timeoutNanos) throws InterruptedException {
    synchronized (lock) {
      if (!awaitArena(timeoutNanos)) {
        return null;
      }
      leased++;
      if (!idle.isEmpty()) {
        PooledArena pooled = takeIdle();
        leaseCount++;
        return pooled.issue();
      }
    }
    // The place is ours: the arena can be made while others go on.
    return create();
  }

  /// Waits until there is an idle arena, or room for another one.
  private boolean awaitArena(long timeoutNanos) throws InterruptedException {
    ensureOpen();
    if (isAvailable()) {
      return true;
    }
    long start = System.nanoTime();
    long leftNanos = timeoutNanos;
    if (leftNanos > 0) {
      waitCount++;
    }
    while (leftNanos > 0) {
      TimeUnit.NANOSECONDS.timedWait(lock, leftNanos);
      ensureOpen();
      if (isAvailable()) {
        return true;
      }
      leftNanos = timeoutNanos - (System.nanoTime() - start);
    }
    return false;
  }

  private boolean isAvailable() {
    return !idle.isEmpty() || leased < maxArenas;
  }

  private PooledArena takeIdle() {
    long thread = Thread.currentThread().threadId();
    int last = idle.size() - 1;
    int chosen = last;
    for (int i = last; i >= 0 && i > last - OWN_DEPTH; i--) {
      if (idle.get(i).lastThreadId() == thread) {
        chosen = i;
        break;
      }
    }
    PooledArena pooled = idle.remove(chosen);
    idleBytes -= pooled.idleBytes();
    return pooled;
  }

  private ArenaLease create() {
    PooledArena made = null;
    try {
      made = new PooledArena(this, maker.get());
      return made.issue();
    } finally {
      synchronized (lock) {
        if (made == null) {
          leased--;
          lock.notify();
        } else {
          createdCount++;
          leaseCount++;
        }
      }
    }
  }

  /// The lease of an arena has ended.
  void takeBack(PooledArena pooled) {
    Arena arena = pooled.arena();
    boolean reset = false;
    try {
      arena.reset();
      reset = true;
    } finally {
      boolean kept = keepOrForget(pooled, reset);
      if (!kept) {
        arena.close();
      }
    }
  }

  private boolean keepOrForget(PooledArena pooled, boolean reset) {
    long bytes = pooled.arena().capacityBytes();
    List<PooledArena> evicted = List.of();
    boolean kept;
    synchronized (lock) {
      leased--;
      kept = reset && !closed && bytes <= maxIdleBytes;
      if (kept) {
        evicted = evictFor(bytes);
        pooled.rest(bytes);
        idle.add(pooled);
        idleBytes += bytes;
      } else {
        discardedCount++;
      }
      lock.notify();
    }
    if (!evicted.isEmpty()) { // Else the loop would allocate an iterator for each return.
      evicted.forEach(cold -> cold.arena().close());
    }
    return kept;
  }

  private List<PooledArena> evictFor(long bytes) {
    if (idleBytes <= maxIdleBytes - bytes) {
      return List.of();
    }
    List<PooledArena> evicted = new ArrayList<>();
    while (idleBytes > maxIdleBytes - bytes) {
      PooledArena coldest = idle.removeFirst();
      idleBytes -= coldest.idleBytes();
      discardedCount++;
      evicted.add(coldest);
    }
    return evicted;
  }

  /// Closes the idle arenas now, and each leased one when it is returned. Does not wait for them.
  /// Closing again does nothing.
  @Override
  public void close() {
    List<PooledArena> discarded;
    synchronized (lock) {
      closed = true;
      discarded = List.copyOf(idle);
      discardedCount += discarded.size();
      idle.clear();
      idleBytes = 0;
      lock.notifyAll();
    }
    discarded.forEach(pooled -> pooled.arena().close());
  }

  /// What the pool holds and did.
  public ArenaPoolFigures figures() {
    synchronized (lock) {
      return new ArenaPoolFigures(
          leased, idle.size(), idleBytes, leaseCount, createdCount, discardedCount, waitCount);
    }
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the pool is closed");
    }
  }
}
