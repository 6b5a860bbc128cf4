package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Batch;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Bytes to finished trees of many files on several threads, as a build tool does it: whoever has
/// done with a file takes the next one. Each thread has a front end and a twin of its own; what the
/// contender shares between threads, such as a pool, they share.
///
/// The calling thread is one of them, so that one thread is that alone, without a barrier.
final class BatchRig<T> implements Rig {
  private final Source[] sources;
  private final Dialect[] dialects;
  private final Function<Interner, Twin<T>> contender;
  private final int taskCount;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Worker caller;
  private final List<Worker> helpers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /// Passed when a pass begins, and when it ends.
  private final CyclicBarrier barrier;

  private volatile boolean closed;

  BatchRig(Function<Interner, Twin<T>> contender, Source[] sources, int threadCount) {
    this.contender = contender;
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
    taskCount = Math.multiplyExact(Batch.ROUNDS, sources.length);
    barrier = new CyclicBarrier(threadCount);
    FrontEnd frontEnd = new FrontEnd();
    caller = new Worker(frontEnd, contender.apply(frontEnd.interner()));
    for (int i = 1; i < threadCount; i++) {
      threads.add(Thread.ofPlatform().daemon().name("batch-" + i).start(this::help));
    }
  }

  @Override
  public long pass() {
    failure.set(null);
    next.set(0);
    long sum = 0;
    meet();
    try {
      sum = caller.work();
    } catch (Throwable e) {
      fail(e);
    }
    meet();
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a thread of the batch failed: " + failed, failed);
    }
    synchronized (helpers) {
      for (Worker helper : helpers) {
        sum += helper.sum;
      }
    }
    return sum;
  }

  private void help() {
    Worker worker = null;
    while (true) {
      meet();
      if (closed) {
        return;
      }
      try {
        if (worker == null) {
          worker = helper();
        }
        worker.sum = worker.work();
      } catch (Throwable e) {
        fail(e);
      }
      meet();
    }
  }

  /// Made by the thread itself: so is what belongs to it.
  private Worker helper() {
    FrontEnd frontEnd = new FrontEnd();
    Worker worker = new Worker(frontEnd, caller.twin.beside(frontEnd.interner(), contender));
    synchronized (helpers) {
      helpers.add(worker);
    }
    return worker;
  }

  /// Remembers why, and lets the others come to an end.
  private void fail(Throwable e) {
    failure.compareAndSet(null, e);
    next.set(taskCount);
  }

  private void meet() {
    try {
      barrier.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a batch", e);
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("another thread of the batch was interrupted", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    meet();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Worker {
    private final FrontEnd frontEnd;
    private final Twin<T> twin;

    /// Of the last pass. Written before a barrier and read after it.
    private long sum;

    Worker(FrontEnd frontEnd, Twin<T> twin) {
      this.frontEnd = frontEnd;
      this.twin = twin;
    }

    long work() {
      long sum = 0;
      for (int task = next.getAndIncrement(); task < taskCount; task = next.getAndIncrement()) {
        int i = task % sources.length;
        Source source = sources[i];
        try {
          frontEnd.parse(source, dialects[i], twin.builder(source.length()));
        } catch (RuntimeException rejected) {
          twin.abandon();
          throw rejected;
        }
        T tree = twin.tree();
        sum += twin.blockPosition(tree);
        twin.release(tree);
      }
      return sum;
    }
  }
}
