package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArenaPoolTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void lease_returned_isHandedOutAgainEmpty() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    Arena arena;
    try (ArenaLease lease = pool.lease()) {
      arena = lease.arena();
      arena.allocateValue(42);
    }
    try (ArenaLease lease = pool.lease()) {
      assertSame(arena, lease.arena());
      assertEquals(0, lease.arena().usedBytes());
    }
  }

  @Test
  void lease_severalIdle_ownArenaFirstThenTheLastReturned() throws Exception {
    ArenaPool pool = ArenaPool.of(3);
    ArenaLease first = pool.lease();
    ArenaLease second = pool.lease();
    ArenaLease third = pool.lease();
    Arena ours = first.arena();
    Arena lastOfTheOther = third.arena();
    first.close();
    onOtherThread(
        () -> {
          second.close();
          third.close();
          return 0;
        });

    try (ArenaLease own = pool.lease();
        ArenaLease warm = pool.lease()) {
      assertSame(ours, own.arena());
      assertSame(lastOfTheOther, warm.arena());
    }
  }

  @Test
  void close_twice_isRefused() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease lease = pool.lease();
    lease.close();

    IllegalStateException thrown = assertThrows(IllegalStateException.class, lease::close);

    assertEquals("the lease has been returned: generation=1", thrown.getMessage());
    assertEquals(1, pool.figures().idle());
  }

  @Test
  void close_staleWhileSomebodyElseHasTheArena_isRefused() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease stale = pool.lease();
    stale.close();
    for (int again = 1; again < PooledArena.LEASES; again++) {
      ArenaLease lease = pool.lease();

      assertNotSame(stale, lease);
      assertThrows(IllegalStateException.class, stale::close);
      assertThrows(IllegalStateException.class, stale::arena);
      assertEquals(1, pool.figures().leased());
      lease.close();
    }
  }

  @Test
  void arena_afterReturn_isRefused() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease lease = pool.lease();
    lease.close();

    assertThrows(IllegalStateException.class, lease::arena);
    assertThrows(
        IllegalStateException.class, () -> lease.companion(Object.class, arena -> new Object()));
  }

  @Test
  void close_ofManyThreadsAtOnce_onlyOneSucceeds() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 200; round++) {
        ArenaLease lease = pool.lease();
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger returned = new AtomicInteger();
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          ends.add(
              threads.submit(
                  () -> {
                    start.await();
                    try {
                      lease.close();
                      returned.incrementAndGet();
                    } catch (IllegalStateException late) {
                      assertTrue(
                          String.valueOf(late.getMessage()).startsWith("the lease has been"));
                    }
                    return null;
                  }));
        }
        start.countDown();
        for (Future<?> end : ends) {
          end.get();
        }
        assertEquals(1, returned.get());
        assertEquals(0, pool.figures().leased());
        assertEquals(1, pool.figures().idle());
      }
    }
  }

  @Test
  void companion_sameArena_isMadeOnce() throws Exception {
    ArenaPool pool = ArenaPool.of(2);
    StringBuilder kept;
    Arena arena;
    try (ArenaLease lease = pool.lease()) {
      arena = lease.arena();
      kept = lease.companion(StringBuilder.class, of -> new StringBuilder());
      assertEquals(Integer.valueOf(7), lease.companion(Integer.class, of -> 7));
    }
    try (ArenaLease lease = pool.lease();
        ArenaLease other = pool.lease()) {
      assertSame(arena, lease.arena());
      assertSame(kept, lease.companion(StringBuilder.class, of -> new StringBuilder()));
      assertNotSame(kept, other.companion(StringBuilder.class, of -> new StringBuilder()));
    }
  }

  @Test
  void lease_allOut_timesOut() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    try (ArenaLease lease = pool.lease()) {
      TimeoutException thrown = assertThrows(TimeoutException.class, () -> pool.lease(SHORT));

      assertEquals("timeout=PT0.02S, maxArenas=1: all are leased", thrown.getMessage());
      assertThrows(TimeoutException.class, () -> pool.lease(Duration.ZERO));
      assertEquals(1, pool.figures().leased());
      assertTrue(lease.arena().allocate(1) != Arena.NONE);
    }
    pool.lease(Duration.ZERO).close();
    assertEquals(new ArenaPoolFigures(0, 1, 8192, 2, 1, 0, 1), pool.figures());
  }

  @Test
  void lease_allOut_waitsForAReturn() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease lease = pool.lease();
    Arena arena = lease.arena();
    CompletableFuture<Arena> other = leaseOnOtherThread(pool);
    awaitWaits(pool, 1);
    assertEquals(false, other.isDone());

    lease.close();

    assertSame(arena, other.get(30, TimeUnit.SECONDS));
  }

  @Test
  void lease_interrupted_isGivenUp() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    try (ArenaLease lease = pool.lease()) {
      assertEquals(1, pool.figures().leased());
      Thread.currentThread().interrupt();

      assertThrows(InterruptedException.class, () -> pool.lease());
      assertTrue(lease.arena().allocate(1) != Arena.NONE);
    }
    assertEquals(0, pool.figures().leased());
  }

  @Test
  void lease_makerFails_placeIsFreeAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    ArenaPool pool =
        new ArenaPool(
            1,
            1 << 20,
            () -> {
              if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("no memory today");
              }
              return Arena.create();
            });

    assertThrows(IllegalStateException.class, () -> pool.lease());
    assertEquals(new ArenaPoolFigures(0, 0, 0, 0, 0, 0, 0), pool.figures());
    pool.lease().close();
    assertEquals(1, pool.figures().createdCount());
  }

  @Test
  void return_arenaClosedByItsUser_isReplaced() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease lease = pool.lease();
    lease.arena().close();

    IllegalStateException thrown = assertThrows(IllegalStateException.class, lease::close);

    assertEquals("the arena is closed", thrown.getMessage());
    assertEquals(new ArenaPoolFigures(0, 0, 0, 1, 1, 1, 0), pool.figures());
    try (ArenaLease next = pool.lease()) {
      assertTrue(next.arena().allocate(1) != Arena.NONE);
    }
  }

  @Test
  void return_aboveTheBoundAlone_isClosed() throws Exception {
    ArenaPool pool = new ArenaPool(2, 10_000, Arena::create);
    Arena large;
    try (ArenaLease small = pool.lease();
        ArenaLease lease = pool.lease()) {
      small.arena().allocate(1);
      large = lease.arena();
      large.allocate(4_000);
    }

    assertThrows(IllegalStateException.class, () -> large.allocate(1));
    assertEquals(new ArenaPoolFigures(0, 1, 8_192, 2, 2, 1, 0), pool.figures());
  }

  @Test
  void return_aboveTheBoundTogether_coldestGo() throws Exception {
    ArenaPool pool = new ArenaPool(3, 20_000, Arena::create);
    List<ArenaLease> leases = List.of(pool.lease(), pool.lease(), pool.lease());
    List<Arena> arenas = leases.stream().map(ArenaLease::arena).toList();
    arenas.forEach(arena -> arena.allocate(1));
    leases.forEach(ArenaLease::close);

    assertEquals(new ArenaPoolFigures(0, 2, 16_384, 3, 3, 1, 0), pool.figures());
    assertThrows(IllegalStateException.class, () -> arenas.get(0).allocate(1));
    try (ArenaLease lease = pool.lease()) {
      assertSame(arenas.get(2), lease.arena());
    }
  }

  @Test
  void closePool_leasesOut_areClosedAtTheirReturn() throws Exception {
    ArenaPool pool = ArenaPool.of(2);
    ArenaLease lease = pool.lease();
    Arena out = lease.arena();
    ArenaLease other = pool.lease();
    Arena idle = other.arena();
    other.close();

    pool.close();
    pool.close();

    assertThrows(IllegalStateException.class, () -> idle.allocate(1));
    assertTrue(out.allocate(1) != Arena.NONE);
    assertEquals(
        "the pool is closed",
        assertThrows(IllegalStateException.class, () -> pool.lease()).getMessage());
    lease.close();
    assertThrows(IllegalStateException.class, () -> out.allocate(1));
    assertEquals(new ArenaPoolFigures(0, 0, 0, 2, 2, 2, 0), pool.figures());
  }

  @Test
  void closePool_somebodyWaits_isToldSo() throws Exception {
    ArenaPool pool = ArenaPool.of(1);
    ArenaLease lease = pool.lease();
    CompletableFuture<Arena> other = leaseOnOtherThread(pool);
    awaitWaits(pool, 1);

    pool.close();

    ExecutionException thrown =
        assertThrows(ExecutionException.class, () -> other.get(30, TimeUnit.SECONDS));
    assertEquals(
        "java.lang.IllegalStateException: the pool is closed", String.valueOf(thrown.getCause()));
    lease.close();
  }

  @Test
  void lease_offTheHeap_goesFromThreadToThread() throws Exception {
    try (ArenaPool pool =
        new ArenaPool(1, 1 << 20, () -> Arena.offHeapShared(ArenaOptions.DEFAULT))) {
      for (int i = 0; i < 3; i++) {
        int value = i;
        long read =
            onOtherThread(
                () -> {
                  try (ArenaLease lease = pool.lease()) {
                    return lease.arena().read(lease.arena().allocateValue(value));
                  }
                });
        assertEquals(value, read);
      }
      assertEquals(new ArenaPoolFigures(0, 1, 8192, 3, 1, 0, 0), pool.figures());
    }
  }

  @Test
  void pool_badBounds_areRefused() {
    assertEquals(
        "maxArenas=0, least=1",
        assertThrows(IllegalArgumentException.class, () -> ArenaPool.of(0)).getMessage());
    assertEquals(
        "maxIdleBytes=-1, least=0",
        assertThrows(IllegalArgumentException.class, () -> new ArenaPool(1, -1, Arena::create))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lease_manyThreads_boundHoldsAndNoArenaIsShared(boolean virtual) throws Exception {
    int maxArenas = 3;
    int threadCount = 12;
    int leasesEach = 3_000;
    ArenaPool pool = new ArenaPool(maxArenas, 1 << 14, Arena::create);
    AtomicInteger out = new AtomicInteger();
    try (ExecutorService threads =
        virtual
            ? Executors.newVirtualThreadPerTaskExecutor()
            : Executors.newFixedThreadPool(threadCount)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int id = 0; id < threadCount; id++) {
        long mark = id;
        ends.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < leasesEach; i++) {
                    try (ArenaLease lease = i % 2 == 0 ? pool.lease() : pool.lease(LONG)) {
                      assertTrue(out.incrementAndGet() <= maxArenas);
                      Arena arena = lease.arena();
                      assertEquals(0, arena.usedBytes());
                      // Now and then one that is too large to be kept.
                      int words = ThreadLocalRandom.current().nextInt(i % 100 == 0 ? 9_000 : 200);
                      int handle = arena.allocateFilled(words + 1, mark);
                      if (i % 16 == 0) {
                        Thread.yield();
                      }
                      assertEquals(mark, arena.read(handle, 0));
                      assertEquals(mark, arena.read(handle, words));
                      assertEquals(1, arena.allocationCount());
                      out.decrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }
    ArenaPoolFigures figures = pool.figures();
    assertEquals(0, figures.leased());
    assertEquals((long) threadCount * leasesEach, figures.leaseCount());
    assertEquals(figures.createdCount(), figures.idle() + figures.discardedCount());
    assertTrue(figures.idle() <= maxArenas && figures.idleBytes() <= 1 << 14);
    assertTrue(figures.discardedCount() > 0, "no arena was ever too large: " + figures);
  }

  @Test
  void lease_steadyState_allocatesNothing() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ArenaPool pool = ArenaPool.of(2);
    long allocated = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && allocated != 0; attempt++) {
      threads.getCurrentThreadAllocatedBytes();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        try (ArenaLease lease = pool.lease()) {
          lease.companion(StringBuilder.class, arena -> new StringBuilder());
          lease.arena().allocate(1);
        }
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, allocated);
    assertEquals(1, pool.figures().createdCount());
  }

  private static CompletableFuture<Arena> leaseOnOtherThread(ArenaPool pool) {
    CompletableFuture<Arena> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (ArenaLease lease = pool.lease()) {
                result.complete(lease.arena());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private static <T> T onOtherThread(java.util.concurrent.Callable<T> task) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(task).get();
    }
  }

  private static void awaitWaits(ArenaPool pool, long count) throws InterruptedException {
    while (pool.figures().waitCount() < count) {
      Thread.sleep(1);
    }
  }
}
