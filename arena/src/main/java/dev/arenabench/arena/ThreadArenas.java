package dev.arenabench.arena;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One arena for each thread that asks: no lock, no lease, no waiting.
///
/// ```java
/// ThreadArenas arenas = ThreadArenas.create();
/// // on any thread of an executor:
/// Arena arena = arenas.arena();
/// …
/// arena.reset();
/// ```
///
/// For the long-lived threads of a thread pool: there are as many arenas as threads that ever asked
/// and are still alive, each as large as its thread's work made it. Virtual threads are made for
/// one task each, and each would get an arena for that task: give those an [ArenaPool], whose bound
/// does not grow with the number of threads.
///
/// **Reset** is the thread's own business, at the end of each piece of work: the arena is the same,
/// with what was left in it, at the next call.
///
/// **When a thread ends**, its arena stays for the next new thread: that one takes it over, reset,
/// instead of getting another one. So threads that come and go cost no memory beyond the greatest
/// number of them at a time. [#closeEnded] gives the arenas of ended threads back before.
///
/// **Closing** closes all arenas, those of other threads too: first see that they have done with
/// them.
///
/// Asking allocates nothing after a thread's first time. Thread-safe; each arena belongs to its
/// thread.
public final class ThreadArenas implements AutoCloseable {
  // Not a ThreadLocal: what it keeps cannot be counted, cannot be closed from without, and stays in
  // each thread of somebody else's pool until that thread ends.
  private final Map<Thread, KeptArena> arenas = new ConcurrentHashMap<>();
  private final Supplier<? extends Arena> maker;
  private volatile boolean closed;

  /// Arenas that `maker` makes, on the thread that asks. They have to be usable from any thread,
  /// one at a time, since they outlive their first one: those on the heap are, and
  /// [Arena#offHeapShared].
  public ThreadArenas(Supplier<? extends Arena> maker) {
    this.maker = Objects.requireNonNull(maker, "maker");
  }

  /// Arenas with [ArenaOptions#DEFAULT].
  public static ThreadArenas create() {
    return new ThreadArenas(Arena::create);
  }

  /// This thread's arena.
  ///
  /// @throws IllegalStateException if these arenas are closed
  public Arena arena() {
    return mine().arena();
  }

  /// What is kept with this thread's arena: made by `maker` when it is first asked for, and the
  /// same object from then on. It goes over to another thread with its arena.
  ///
  /// @param type its class, by which it is found
  /// @param maker must not capture anything, or each call allocates
  /// @throws IllegalStateException if these arenas are closed
  public <T> T companion(Class<T> type, Function<Arena, ? extends T> maker) {
    return mine().companion(type, maker);
  }

  private KeptArena mine() {
    if (closed) {
      throw closedException();
    }
    KeptArena mine = arenas.get(Thread.currentThread());
    return mine != null ? mine : adoptOrMake();
  }

  // Under a lock with close(), so that no arena is added to those that have been closed. Comes once
  // in a thread's life.
  private synchronized KeptArena adoptOrMake() {
    if (closed) {
      throw closedException();
    }
    KeptArena kept = removeEnded();
    if (kept != null) {
      kept.arena().reset();
    } else {
      kept = new KeptArena(maker.get());
    }
    arenas.put(Thread.currentThread(), kept);
    return kept;
  }

  /// Takes one arena of a thread that has ended out of the map. Whoever sees that a thread has
  /// ended sees all that it did.
  private @Nullable KeptArena removeEnded() {
    for (Thread thread : arenas.keySet()) {
      if (!thread.isAlive()) {
        return arenas.remove(thread);
      }
    }
    return null;
  }

  /// Closes the arenas of threads that have ended.
  ///
  /// @return how many there were
  public synchronized int closeEnded() {
    int count = 0;
    for (KeptArena ended = removeEnded(); ended != null; ended = removeEnded()) {
      ended.arena().close();
      count++;
    }
    return count;
  }

  /// How many arenas there are, those of ended threads included.
  public int arenaCount() {
    return arenas.size();
  }

  /// Closes all arenas. Only when no thread uses its own any more; afterwards asking for one fails.
  @Override
  public synchronized void close() {
    closed = true;
    List<KeptArena> all = new ArrayList<>(arenas.values());
    arenas.clear();
    all.forEach(kept -> kept.arena().close());
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("these arenas are closed");
  }
}
