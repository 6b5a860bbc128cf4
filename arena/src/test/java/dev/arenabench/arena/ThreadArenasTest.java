package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadArenasTest {
  private static <T> T onNewThread(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = Thread.ofPlatform().start(future);
    T answer = future.get();
    thread.join(); // Else it may still be alive.
    return answer;
  }

  @Test
  void arena_sameThread_isTheSame() {
    ThreadArenas arenas = ThreadArenas.create();
    Arena arena = arenas.arena();
    arena.allocateValue(42);

    assertSame(arena, arenas.arena());
    assertEquals(8, arenas.arena().usedBytes());
    assertEquals(1, arenas.arenaCount());
  }

  @Test
  void arena_threadsAtOnce_eachHasItsOwn() throws Exception {
    int count = 8;
    ThreadArenas arenas = ThreadArenas.create();
    Set<Arena> seen = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      CountDownLatch all = new CountDownLatch(count);
      List<Future<Arena>> answers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        answers.add(
            threads.submit(
                () -> {
                  Arena arena = arenas.arena();
                  all.countDown();
                  all.await();
                  return arena;
                }));
      }
      for (Future<Arena> answer : answers) {
        seen.add(answer.get());
      }
    }
    assertEquals(count, seen.size());
    assertEquals(count, arenas.arenaCount());
  }

  @Test
  void arena_threadEnded_goesToTheNextOneReset() throws Exception {
    ThreadArenas arenas = ThreadArenas.create();
    Arena ours = arenas.arena();
    Arena first =
        onNewThread(
            () -> {
              arenas.arena().allocate(100);
              return arenas.arena();
            });
    assertEquals(800, first.usedBytes());

    for (int i = 0; i < 10; i++) {
      Arena next = onNewThread(arenas::arena);

      assertSame(first, next);
      assertEquals(0, next.usedBytes());
    }
    assertNotSame(ours, first);
    assertEquals(2, arenas.arenaCount());
  }

  @Test
  void closeEnded_someEnded_onlyThose() throws Exception {
    ThreadArenas arenas = ThreadArenas.create();
    Arena ours = arenas.arena();
    Arena ended = onNewThread(arenas::arena);

    assertEquals(1, arenas.closeEnded());
    assertEquals(0, arenas.closeEnded());

    assertThrows(IllegalStateException.class, () -> ended.allocate(1));
    assertSame(ours, arenas.arena());
    assertEquals(1, arenas.arenaCount());
  }

  @Test
  void companion_sameThread_isMadeOnce() throws Exception {
    ThreadArenas arenas = ThreadArenas.create();
    StringBuilder kept = arenas.companion(StringBuilder.class, arena -> new StringBuilder());

    assertSame(kept, arenas.companion(StringBuilder.class, arena -> new StringBuilder()));
    assertNotSame(
        kept,
        onNewThread(() -> arenas.companion(StringBuilder.class, arena -> new StringBuilder())));
  }

  @Test
  void close_all_noneIsToBeHad() throws Exception {
    ThreadArenas arenas = ThreadArenas.create();
    Arena ours = arenas.arena();
    Arena other = onNewThread(arenas::arena);

    arenas.close();
    arenas.close();

    assertThrows(IllegalStateException.class, () -> ours.allocate(1));
    assertThrows(IllegalStateException.class, () -> other.allocate(1));
    assertEquals(
        "these arenas are closed",
        assertThrows(IllegalStateException.class, arenas::arena).getMessage());
    assertEquals(0, arenas.arenaCount());
  }

  @Test
  void arena_steadyState_allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ThreadArenas arenas = ThreadArenas.create();
    long allocated = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && allocated != 0; attempt++) {
      threads.getCurrentThreadAllocatedBytes();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        arenas.companion(StringBuilder.class, arena -> new StringBuilder());
        arenas.arena().allocate(1);
        arenas.arena().reset();
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, allocated);
  }
}
