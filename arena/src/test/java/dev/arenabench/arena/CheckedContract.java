package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What checked mode notices, in every memory.
@Checked
abstract class CheckedContract {
  private final List<Arena> arenas = new ArrayList<>();

  /// An arena in the memory under test, which threads may pass on.
  abstract Arena make(ArenaOptions options);

  private Arena create() {
    return create(ArenaOptions.DEFAULT);
  }

  private Arena create(ArenaOptions options) {
    Arena arena = make(options);
    arenas.add(arena);
    return arena;
  }

  @AfterEach
  void close() {
    arenas.forEach(Arena::close);
  }

  @Test
  void handle_afterReset_isStale() {
    Arena arena = create();
    int value = arena.allocateValue(1);
    int string = arena.allocateString(new byte[] {1, 2}, 0, 2);
    arena.reset();
    arena.allocateValue(2); // Lies where the first lay.
    assertProblem("stale handle", value, 1, 2, () -> arena.read(value));
    assertProblem("stale handle", value, 1, 2, () -> arena.read(value, 0));
    assertProblem("stale handle", value, 1, 2, () -> arena.write(value, 3));
    assertProblem("stale handle", value, 1, 2, () -> arena.write(value, 0, 3));
    assertProblem("stale handle", string, 1, 2, () -> arena.stringLength(string));
    assertProblem("stale handle", string, 1, 2, () -> arena.copyString(string, new byte[9], 0));
    assertProblem(
        "stale handle", string, 1, 2, () -> arena.stringEquals(string, new byte[2], 0, 2));
    arena.reset();
    assertProblem("stale handle", value, 1, 3, () -> arena.read(value));
  }

  @Test
  void handle_afterClose_isStale() {
    Arena arena = create();
    int value = arena.allocateValue(1);
    arena.close();
    assertProblem("stale handle", value, 1, 2, () -> arena.read(value));
    assertProblem("stale handle", value, 1, 2, () -> arena.write(value, 2));
  }

  @Test
  void handle_ofAnotherArena_isForeign() {
    Arena here = create();
    Arena there = create();
    here.allocateValue(1);
    here.reset();
    int own = here.allocateValue(1);
    int foreign = there.allocateValue(2);
    ArenaAccessException e = assertThrows(ArenaAccessException.class, () -> here.read(foreign));
    assertTrue(
        String.valueOf(e.getMessage())
            .matches(
                "handle of another arena, arena=\\d+, this=\\d+: handle=0x"
                    + Integer.toHexString(foreign)
                    + ", epoch=1, current=2"),
        e.getMessage());
    assertThrows(ArenaAccessException.class, () -> there.write(own, 1));
    assertEquals(1, here.read(own));
    assertEquals(2, there.read(foreign));
  }

  @Test
  void handle_neverGiven_isRefused() {
    Arena arena = create();
    assertProblem("no handle of this arena", Arena.NONE, 0, 1, () -> arena.read(Arena.NONE));
    int value = arena.allocateValue(1);
    assertProblem("no handle of this arena", value + 1, 0, 1, () -> arena.read(value + 1));
    assertProblem("no handle of this arena", -1, 0, 1, () -> arena.read(-1));
  }

  @Test
  void index_beyondTheAllocation_isOutOfRange() {
    Arena arena = create();
    int slice = arena.allocateFilled(3, 7);
    arena.allocateFilled(3, 8); // In the same slab.
    assertEquals(7, arena.read(slice, 2));
    for (int index : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      String problem = "index out of range, index=" + index + ", words=3";
      assertProblem(problem, slice, 1, 1, () -> arena.read(slice, index));
      assertProblem(problem, slice, 1, 1, () -> arena.write(slice, index, 0));
    }
    int value = arena.allocateValue(9);
    assertProblem("index out of range, index=1, words=1", value, 1, 1, () -> arena.read(value, 1));
    int copy = arena.allocateCopy(new long[] {1, 2}, 0, 2);
    assertProblem("index out of range, index=2, words=2", copy, 1, 1, () -> arena.read(copy, 2));
    int plain = arena.allocate(2);
    assertProblem("index out of range, index=2, words=2", plain, 1, 1, () -> arena.read(plain, 2));
  }

  @Test
  void kind_wrong_isRefused() {
    Arena arena = create();
    int string = arena.allocateString("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
    String words = "wrong kind, kind=string, needed=value or slice";
    assertProblem(words, string, 1, 1, () -> arena.read(string));
    assertProblem(words, string, 1, 1, () -> arena.write(string, 0, 1));
    int value = arena.allocateValue(3);
    assertProblem(
        "wrong kind, kind=value, needed=string", value, 1, 1, () -> arena.stringLength(value));
    int slice = arena.allocateFilled(2, 3);
    assertProblem(
        "wrong kind, kind=slice, needed=string",
        slice,
        1,
        1,
        () -> arena.copyString(slice, new byte[99], 0));
    assertProblem(
        "wrong kind, kind=slice, needed=string",
        slice,
        1,
        1,
        () -> arena.stringEquals(slice, new byte[3], 0, 3));
  }

  @Test
  void thread_second_isRefusedUntilAReset() throws Exception {
    Arena arena = create();
    int value = arena.allocateValue(1);
    List<Runnable> uses =
        List.of(
            () -> arena.allocate(1),
            () -> arena.allocateValue(1),
            () -> arena.read(value),
            () -> arena.write(value, 1),
            () -> arena.region().open(1),
            arena::reset,
            arena::close);
    for (Runnable use : uses) {
      ArenaAccessException e = assertThrows(ArenaAccessException.class, () -> onAnotherThread(use));
      assertEquals(
          "used by two threads, first="
              + Thread.currentThread().getName()
              + ", second=other: handle=0x0, epoch=1, current=1",
          e.getMessage());
    }
    assertEquals(1, arena.read(value));
    arena.reset();
    onAnotherThread(
        () -> {
          arena.allocateValue(2);
          arena.reset();
        });
    arena.allocateValue(3);
  }

  @Test
  void thread_firstHasEnded_secondTakesOver() throws Exception {
    Arena arena = create();
    int[] value = new int[1];
    onAnotherThread(() -> value[0] = arena.allocateValue(5));
    assertEquals(5, arena.read(value[0]));
  }

  @Test
  void reset_usedSlabs_arePoisoned() {
    Arena arena = create(ArenaOptions.DEFAULT.withCapacityBytes(128).withSlabCapBytes(512));
    for (int i = 0; i < 100; i++) {
      arena.allocateValue(i);
    }
    arena.reset();
    int slice = arena.allocate(16);
    for (int i = 0; i < 16; i++) {
      assertEquals(Checks.POISON, arena.read(slice, i));
    }
    assertEquals(Checks.POISON, arena.read(arena.allocate(1)));
  }

  @Test
  void close_slabsThatAreShared_arePoisoned() {
    try (SlabTiers tiers = new SlabTiers(1 << 20)) {
      ArenaOptions options = ArenaOptions.DEFAULT.withTiers(tiers);
      Arena first = create(options);
      first.allocateFilled(20, 7);
      first.close();
      Arena second = create(options);
      assertEquals(Checks.POISON, second.read(second.allocate(20), 19));
    }
  }

  @Test
  void handles_overArenasAndEpochs_areNeverTheSame() {
    Set<Integer> seen = new HashSet<>();
    Arena[] three = {create(), create(), create()};
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 1_000; i++) {
        Arena arena = three[i % 3];
        int handle = arena.allocateValue(i);
        assertNotEquals(Arena.NONE, handle);
        assertTrue(seen.add(handle));
        assertEquals(i, arena.read(handle));
      }
      for (Arena arena : three) {
        arena.reset();
      }
    }
  }

  @Test
  void handles_manyInOneEpoch_areAllFound() {
    Arena arena = create();
    Arena other = create();
    int[] handles = new int[3_000];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = arena.allocateValue(i);
      if (i % 300 == 0) {
        for (int j = 0; j < 500; j++) {
          other.allocateValue(j); // So that this arena's blocks are not adjacent.
        }
      }
    }
    for (int i = 0; i < handles.length; i++) {
      assertEquals(i, arena.read(handles[i]));
      int handle = handles[i];
      assertThrows(ArenaAccessException.class, () -> other.read(handle));
    }
  }

  private static void onAnotherThread(Runnable use) throws Exception {
    FutureTask<Void> task = new FutureTask<>(use, null);
    Thread thread = new Thread(task, "other");
    thread.start();
    thread.join();
    try {
      task.get();
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  private static void assertProblem(
      String problem, int handle, int epoch, int current, Runnable use) {
    ArenaAccessException e = assertThrows(ArenaAccessException.class, use::run);
    assertEquals(
        problem
            + ": handle=0x"
            + Integer.toHexString(handle)
            + ", epoch="
            + (epoch == 0 ? "unknown" : epoch)
            + ", current="
            + current,
        e.getMessage());
    assertEquals(handle, e.handle());
    assertEquals(epoch, e.epoch());
    assertEquals(current, e.current());
  }
}
