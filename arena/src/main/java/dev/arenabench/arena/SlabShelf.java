package dev.arenabench.arena;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The slabs of one memory that wait for an arena, by size class; for [SlabTiers].
///
/// Making a slab and letting one go are done outside the lock: both may take long.
final class SlabShelf<S> {
  private final long boundBytes;
  private final IntFunction<S> make;
  private final Consumer<S> free;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<ArrayDeque<S>> classes = new ArrayList<>(); // by the exponent of their words

  private long heldBytes;
  private long lentBytes;
  private long takenCount;
  private long takenAnewCount;
  private boolean closed;

  SlabShelf(long boundBytes, IntFunction<S> make, Consumer<S> free) {
    this.boundBytes = boundBytes;
    this.make = make;
    this.free = free;
    for (int exponent = 0; exponent < Integer.SIZE; exponent++) {
      classes.add(new ArrayDeque<>());
    }
  }

  /// A slab of exactly so many words, with whatever lies in it.
  S take(int words) {
    S slab = takeHeld(words);
    if (slab != null) {
      return slab;
    }
    try {
      return make.apply(words);
    } catch (Throwable e) {
      count(-bytes(words));
      throw e;
    }
  }

  private @Nullable S takeHeld(int words) {
    lock.lock();
    try {
      S slab = isClass(words) ? shelf(words).pollFirst() : null;
      takenCount++;
      lentBytes += bytes(words);
      if (slab == null) {
        takenAnewCount++;
      } else {
        heldBytes -= bytes(words);
      }
      return slab;
    } finally {
      lock.unlock();
    }
  }

  /// Takes back what was lent. A slab that is of no class, or beyond the bound, is let go.
  void giveBack(S slab, int words) {
    if (!hold(slab, words)) {
      free.accept(slab);
    }
  }

  private boolean hold(S slab, int words) {
    lock.lock();
    try {
      long bytes = bytes(words);
      lentBytes -= bytes;
      if (closed || !isClass(words) || bytes > boundBytes - heldBytes) {
        return false;
      }
      heldBytes += bytes;
      shelf(words).addFirst(slab);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    List<S> dropped = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      for (ArrayDeque<S> shelf : classes) {
        dropped.addAll(shelf);
        shelf.clear();
      }
      heldBytes = 0;
    } finally {
      lock.unlock();
    }
    dropped.forEach(free);
  }

  long heldBytes() {
    lock.lock();
    try {
      return heldBytes;
    } finally {
      lock.unlock();
    }
  }

  long lentBytes() {
    lock.lock();
    try {
      return lentBytes;
    } finally {
      lock.unlock();
    }
  }

  long takenCount() {
    lock.lock();
    try {
      return takenCount;
    } finally {
      lock.unlock();
    }
  }

  long takenAnewCount() {
    lock.lock();
    try {
      return takenAnewCount;
    } finally {
      lock.unlock();
    }
  }

  private void count(long bytes) {
    lock.lock();
    try {
      lentBytes += bytes;
    } finally {
      lock.unlock();
    }
  }

  private ArrayDeque<S> shelf(int words) {
    return classes.get(Integer.numberOfTrailingZeros(words));
  }

  private static boolean isClass(int words) {
    return Integer.bitCount(words) == 1;
  }

  private static long bytes(int words) {
    return (long) words * Long.BYTES;
  }
}
