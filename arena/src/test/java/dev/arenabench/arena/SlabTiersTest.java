package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlabTiersTest {
  /// Slabs of 64, 128, 128 … words.
  private static final ArenaOptions SMALL =
      ArenaOptions.DEFAULT.withCapacityBytes(512).withSlabCapBytes(1024);

  private static Arena arena(Memory memory, ArenaOptions options) {
    return switch (memory) {
      case ON_HEAP -> Arena.create(options);
      case OFF_HEAP -> Arena.offHeap(options);
    };
  }

  private static void assertFigures(
      SlabTiers tiers, Memory memory, long heldBytes, long lentBytes, long taken, long anew) {
    assertEquals(heldBytes, tiers.heldBytes(memory), "heldBytes");
    assertEquals(lentBytes, tiers.lentBytes(memory), "lentBytes");
    assertEquals(taken, tiers.takenCount(memory), "takenCount");
    assertEquals(anew, tiers.takenAnewCount(memory), "takenAnewCount");
  }

  @ParameterizedTest
  @EnumSource
  void reset_slabs_goToTheNextArena(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena first = arena(memory, SMALL.withTiers(tiers));
        Arena second = arena(memory, SMALL.withTiers(tiers))) {
      first.allocate(64);
      first.allocate(128);
      assertFigures(tiers, memory, 0, 192 * 8, 2, 2);
      first.reset();
      assertEquals(0, first.capacityBytes());
      assertFigures(tiers, memory, 192 * 8, 0, 2, 2);
      second.allocate(60);
      int value = second.allocateFilled(100, 7);
      assertFigures(tiers, memory, 0, 192 * 8, 4, 2);
      first.allocateFilled(60, 8);
      assertEquals(7, second.read(value, 99));
      assertFigures(tiers, memory, 0, 256 * 8, 5, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_arena_givesBackAll(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20)) {
      Arena arena = arena(memory, SMALL.withTiers(tiers));
      arena.allocate(1);
      arena.close();
      arena.close();
      assertFigures(tiers, memory, 512, 0, 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sizes_any_areRoundedUpToPowersOfTwo(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena arena =
            arena(memory, ArenaOptions.DEFAULT.withCapacityBytes(1_001).withTiers(tiers))) {
      arena.allocate(1);
      assertEquals(1024, arena.capacityBytes());
      arena.region().open(100_000); // Beyond the cap: elsewhere it has a slab of just that.
      assertEquals(1 << 17, arena.region().limit());
      arena.region().discard();
    }
    assertEquals(64, SlabTiers.tierWords(1));
    assertEquals(64, SlabTiers.tierWords(64));
    assertEquals(128, SlabTiers.tierWords(65));
    assertEquals(1 << 30, SlabTiers.tierWords(1 << 30));
    assertEquals((1 << 30) + 1, SlabTiers.tierWords((1 << 30) + 1));
  }

  @ParameterizedTest
  @EnumSource
  void limit_leavesLessThanAClass_slabIsMadeAndLetGo(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena arena = arena(memory, SMALL.withLimitBytes(100 * 8).withTiers(tiers))) {
      arena.allocate(64);
      arena.allocate(30);
      assertFigures(tiers, memory, 0, 100 * 8, 2, 2);
      assertThrows(ArenaLimitException.class, () -> arena.allocate(37));
      arena.reset();
      assertFigures(tiers, memory, 64 * 8, 0, 2, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void grow_region_givesTheOutgrownSlabBack(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena arena = arena(memory, SMALL.withTiers(tiers))) {
      Region region = arena.region();
      region.open(1);
      region.grow(10, 60);
      assertEquals(128, region.limit());
      assertFigures(tiers, memory, 64 * 8, 128 * 8, 2, 2);
      region.close(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bound_passed_slabsAreLetGo(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1024);
        Arena arena = arena(memory, SMALL.withTiers(tiers))) {
      for (int i = 0; i < 4; i++) {
        arena.allocate(128);
      }
      arena.reset();
      assertEquals(0, tiers.lentBytes(memory));
      assertTrue(tiers.heldBytes(memory) <= 1024);
      assertTrue(tiers.heldBytes(memory) > 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_tiersWithSlabsLent_areLetGoWhenTheyComeBack(Memory memory) {
    SlabTiers tiers = new SlabTiers(1 << 20);
    Arena arena = arena(memory, SMALL.withTiers(tiers));
    int value = arena.allocateValue(5);
    tiers.close();
    tiers.close();
    assertEquals(5, arena.read(value));
    assertFigures(tiers, memory, 0, 512, 1, 1);
    arena.reset();
    arena.allocateValue(6);
    assertFigures(tiers, memory, 0, 512, 2, 2);
    arena.close();
    assertFigures(tiers, memory, 0, 0, 2, 2);
  }

  @ParameterizedTest
  @EnumSource
  void retained_something_isNotGivenBack(Memory memory) {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena arena = arena(memory, SMALL.withTiers(tiers).withRetainedBytes(512))) {
      arena.allocate(64);
      arena.allocate(128);
      arena.reset();
      assertEquals(512, arena.capacityBytes());
      assertFigures(tiers, memory, 128 * 8, 512, 2, 2);
    }
  }

  @Test
  void memories_two_areApart() {
    try (SlabTiers tiers = new SlabTiers(1 << 20);
        Arena onHeap = Arena.create(SMALL.withTiers(tiers));
        Arena offHeap = Arena.offHeap(SMALL.withTiers(tiers))) {
      onHeap.allocate(1);
      onHeap.reset();
      offHeap.allocate(1);
      assertFigures(tiers, Memory.ON_HEAP, 512, 0, 1, 1);
      assertFigures(tiers, Memory.OFF_HEAP, 0, 512, 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void threads_many_neverShareASlab(Memory memory) throws Exception {
    try (SlabTiers tiers = new SlabTiers(1 << 16)) {
      List<FutureTask<Long>> tasks = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        long mark = 1_000L + t;
        FutureTask<Long> task = new FutureTask<>(() -> work(memory, tiers, mark));
        tasks.add(task);
        Thread.ofPlatform().start(task);
      }
      for (FutureTask<Long> task : tasks) {
        assertEquals(0, task.get());
      }
      assertEquals(0, tiers.lentBytes(memory));
      assertTrue(tiers.heldBytes(memory) <= 1 << 16);
      assertTrue(tiers.takenAnewCount(memory) <= tiers.takenCount(memory));
    }
  }

  /// How many words were not as they had been written.
  private static long work(Memory memory, SlabTiers tiers, long mark) {
    Random random = new Random(mark);
    long wrong = 0;
    for (int round = 0; round < 50; round++) {
      try (Arena arena = arena(memory, SMALL.withTiers(tiers))) {
        for (int epoch = 0; epoch < 4; epoch++) {
          int[] handles = new int[20];
          int[] words = new int[20];
          for (int i = 0; i < handles.length; i++) {
            words[i] = 1 + random.nextInt(100);
            handles[i] = arena.allocateFilled(words[i], mark);
          }
          for (int i = 0; i < handles.length; i++) {
            for (int w = 0; w < words[i]; w++) {
              wrong += arena.read(handles[i], w) == mark ? 0 : 1;
            }
          }
          arena.reset();
        }
      }
    }
    return wrong;
  }

  @Test
  void create_negativeBound_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new SlabTiers(-1));
    assertEquals("boundBytes=-1, least=0", e.getMessage());
  }
}
