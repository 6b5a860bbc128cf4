package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds for every arena, whatever memory its slabs lie in.
abstract class ArenaContract {
  /// Slabs of 16, 32, 64, 64 … words.
  private static final ArenaOptions SMALL =
      ArenaOptions.DEFAULT.withCapacityBytes(16 * 8).withSlabCapBytes(64 * 8);

  private final List<Arena> arenas = new ArrayList<>();

  /// An arena in the memory under test.
  abstract Arena make(ArenaOptions options);

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
  void create_nothingAllocated_holdsNothing() {
    Arena arena = create(ArenaOptions.DEFAULT);
    assertFigures(arena, 0, 0, 0, 0);
    assertEquals(0, arena.allocationCount());
    assertEquals(0, arena.highWaterBytes());
  }

  @Test
  void allocate_manySizes_handlesAreDistinctAndValuesStay() {
    Arena arena = create(SMALL);
    Random random = new Random(1);
    List<int[]> allocations = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int words = 1 + random.nextInt(i % 50 == 0 ? 300 : 9);
      int handle = arena.allocate(words);
      assertNotEquals(Arena.NONE, handle);
      for (int w = 0; w < words; w++) {
        arena.write(handle, w, i * 1_000L + w);
      }
      allocations.add(new int[] {handle, words});
    }
    long usedWords = 0;
    for (int i = 0; i < allocations.size(); i++) {
      int handle = allocations.get(i)[0];
      int words = allocations.get(i)[1];
      usedWords += words;
      for (int w = 0; w < words; w++) {
        assertEquals(i * 1_000L + w, arena.read(handle, w));
      }
    }
    assertEquals(usedWords * 8, arena.usedBytes());
    assertEquals(2_000, arena.allocationCount());
    assertTrue(arena.usedBytes() + arena.deadBytes() <= arena.capacityBytes());
  }

  @Test
  void allocate_slabFull_nextIsTwiceTheSizeUpToTheCap() {
    Arena arena = create(SMALL);
    long[] capacities = {16, 16 + 32, 16 + 32 + 64, 16 + 32 + 64 + 64};
    int slab = 0;
    for (int words = 0; words < 16 + 32 + 64 + 64; words++) {
      arena.allocateValue(words);
      if (words >= capacities[slab]) {
        slab++;
      }
      assertEquals(capacities[slab] * 8, arena.capacityBytes(), "words=" + words);
      assertEquals(slab + 1, arena.slabCount());
    }
    assertEquals(0, arena.deadBytes());
  }

  @Test
  void allocate_doesNotFitTheRest_tailIsDead() {
    Arena arena = create(SMALL);
    arena.allocate(10);
    arena.allocate(7); // 6 words are left; the next slab has 32, and 25 left after this
    assertFigures(arena, 17 * 8, 6 * 8, 48 * 8, 2);
    arena.allocate(25);
    assertFigures(arena, 42 * 8, 6 * 8, 48 * 8, 2);
  }

  @Test
  void allocate_newSlabHasLessRoomThanTheCurrentOne_currentStays() {
    Arena arena = create(SMALL);
    arena.allocate(1); // 15 left of 16
    arena.allocate(30); // 2 left of 32: that is the tail given up
    assertFigures(arena, 31 * 8, 2 * 8, 48 * 8, 2);
    arena.allocate(15);
    assertFigures(arena, 46 * 8, 2 * 8, 48 * 8, 2);
  }

  @Test
  void allocate_oversize_getsItsOwnSlabAndDoesNotRaiseTheNext() {
    Arena arena = create(SMALL);
    arena.allocate(1);
    int large = arena.allocateFilled(1_000, 7);
    assertEquals((16 + 1_000) * 8, arena.capacityBytes());
    assertEquals(0, arena.deadBytes());
    arena.allocate(15); // still from the first slab
    assertEquals(2, arena.slabCount());
    arena.allocate(1);
    assertEquals((16 + 1_000 + 32) * 8, arena.capacityBytes());
    assertEquals(7, arena.read(large));
    assertEquals(7, arena.read(large, 999));
  }

  @Test
  void allocate_oversizeFirst_nextSlabHasTheHintedSize() {
    Arena arena = create(SMALL);
    arena.allocate(65);
    arena.allocate(1);
    assertFigures(arena, 66 * 8, 0, (65 + 16) * 8, 2);
  }

  @Test
  void allocate_sizeIsNotPositive_throws() {
    Arena arena = create(SMALL);
    arena.allocate(1);
    for (int words : new int[] {0, -1, Integer.MIN_VALUE}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> arena.allocate(words));
      assertEquals("words=" + words + ", least=1", e.getMessage());
    }
    assertEquals(1, arena.allocationCount());
  }

  @Test
  void withCapacity_hint_isTheFirstSlabExactly() {
    Arena arena = create(ArenaOptions.DEFAULT.withCapacityBytes(1_001));
    assertEquals(0, arena.capacityBytes());
    arena.allocate(1);
    assertEquals(1_008, arena.capacityBytes());
    arena.allocate(126); // the next: the power of two at or above 126 words, doubled
    assertEquals(1_008 + 256 * 8, arena.capacityBytes());
  }

  @Test
  void withCapacity_hintBeyondTheReachOfHandles_firstSlabIsWhatTheyReach() {
    Arena arena =
        create(ArenaOptions.DEFAULT.withCapacityBytes(10L * ArenaOptions.MAX_SLAB_CAP_BYTES));
    arena.allocate(1);
    assertEquals(ArenaOptions.MAX_SLAB_CAP_BYTES, arena.capacityBytes());
  }

  @Test
  void allocate_lastWordOfTheLargestSlab_isReached() {
    Arena arena =
        create(
            ArenaOptions.DEFAULT
                .withCapacityBytes(ArenaOptions.MAX_SLAB_CAP_BYTES)
                .withSlabCapBytes(ArenaOptions.MAX_SLAB_CAP_BYTES));
    int words = ArenaOptions.MAX_SLAB_CAP_BYTES / 8;
    int first = arena.allocateFilled(words - 1, 1);
    int last = arena.allocateValue(2);
    int next = arena.allocateValue(3);
    assertEquals(1, arena.read(first, words - 2));
    assertEquals(2, arena.read(last));
    assertEquals(3, arena.read(next));
    assertEquals(2, arena.slabCount());
  }

  @Test
  void allocate_moreSlabsThanHandlesTellApart_throws() {
    Arena arena = create(ArenaOptions.DEFAULT.withCapacityBytes(8 * 64).withSlabCapBytes(512));
    for (int i = 0; i < Arena.MAX_SLABS; i++) {
      arena.allocate(64);
    }
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> arena.allocate(1));
    assertEquals("slabCount=32767, limit=32767", e.getMessage());
  }

  @Test
  void allocateCopy_range_isCopied() {
    Arena arena = create(SMALL);
    int handle = arena.allocateCopy(new long[] {1, 2, 3, 4, 5}, 1, 4);
    assertEquals(2, arena.read(handle));
    assertEquals(4, arena.read(handle, 2));
    assertEquals(24, arena.usedBytes());
    assertThrows(IndexOutOfBoundsException.class, () -> arena.allocateCopy(new long[3], 2, 4));
    assertThrows(IllegalArgumentException.class, () -> arena.allocateCopy(new long[3], 2, 2));
  }

  @Test
  void allocateString_allLengths_comesBackAndPaddingIsDead() {
    Arena arena = create(SMALL);
    byte[] source = new byte[80];
    new Random(2).nextBytes(source);
    long padding = 0;
    long used = 0;
    int[] handles = new int[70];
    for (int length = 0; length < handles.length; length++) {
      long tails = arena.deadBytes() - padding;
      handles[length] = arena.allocateString(source, 5, 5 + length);
      padding += (8 - length % 8) % 8;
      used += 8 + length;
      assertEquals(used, arena.usedBytes());
      assertTrue(arena.deadBytes() - padding >= tails);
    }
    for (int length = 0; length < handles.length; length++) {
      assertEquals(length, arena.stringLength(handles[length]));
      byte[] target = new byte[length + 2];
      assertEquals(length, arena.copyString(handles[length], target, 1));
      byte[] expected = new byte[length + 2];
      System.arraycopy(source, 5, expected, 1, length);
      assertArrayEquals(expected, target);
      assertTrue(arena.stringEquals(handles[length], source, 5, 5 + length));
      assertFalse(arena.stringEquals(handles[length], source, 5, 6 + length));
      if (length > 0) {
        for (int i = 0; i < length; i++) {
          byte[] other = source.clone();
          other[5 + i] ^= 1;
          assertFalse(arena.stringEquals(handles[length], other, 5, 5 + length), "byte " + i);
        }
      }
    }
  }

  @Test
  void copyString_targetTooShort_throws() {
    Arena arena = create(SMALL);
    byte[] bytes = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    int handle = arena.allocateString(bytes, 0, 12);
    assertThrows(IndexOutOfBoundsException.class, () -> arena.copyString(handle, new byte[12], 1));
  }

  @Unchecked
  @Test
  void read_handleOutOfRange_namesIt() {
    Arena arena = create(SMALL);
    arena.allocate(1);
    IndexOutOfBoundsException none =
        assertThrows(IndexOutOfBoundsException.class, () -> arena.read(Arena.NONE));
    assertEquals("handle=0x0, index=0, slabCount=1", none.getMessage());
    IndexOutOfBoundsException beyond =
        assertThrows(IndexOutOfBoundsException.class, () -> arena.write(0x20000, 16, 1));
    assertEquals("handle=0x20000, index=16, slabCount=1", beyond.getMessage());
    IndexOutOfBoundsException noSlab =
        assertThrows(IndexOutOfBoundsException.class, () -> arena.read(0xFFFE0000, 3));
    assertEquals("handle=0xfffe0000, index=3, slabCount=1", noSlab.getMessage());
  }

  @Test
  void limit_passed_throwsAndTheArenaStaysUsable() {
    Arena arena = create(SMALL.withLimitBytes(48 * 8));
    arena.allocate(16);
    int kept = arena.allocateValue(5);
    ArenaLimitException e = assertThrows(ArenaLimitException.class, () -> arena.allocate(32));
    assertEquals("requestedBytes=256, usedBytes=136, limitBytes=384", e.getMessage());
    assertEquals(256, e.requestedBytes());
    assertEquals(136, e.usedBytes());
    assertEquals(384, e.limitBytes());
    assertEquals(5, arena.read(kept));
    arena.allocate(31);
    assertFigures(arena, 48 * 8, 0, 48 * 8, 2);
    assertThrows(ArenaLimitException.class, () -> arena.allocate(1));
    arena.reset();
    arena.allocate(32);
    assertEquals(48 * 8, arena.capacityBytes());
  }

  @Test
  void limit_leavesLessThanTheNextSlab_nextSlabIsSmaller() {
    Arena arena = create(SMALL.withLimitBytes(20 * 8));
    arena.allocate(16);
    arena.allocate(3);
    assertFigures(arena, 19 * 8, 0, 20 * 8, 2);
  }

  @Test
  void limit_freeSlabsInTheWay_theyAreGivenBack() {
    Arena arena = create(SMALL.withLimitBytes(112 * 8));
    arena.allocate(16);
    arena.allocate(32);
    arena.allocate(64);
    arena.reset();
    arena.allocate(90); // 16 stay in use, 32 and 64 make room
    assertFigures(arena, 90 * 8, 0, 106 * 8, 2);
  }

  @Unchecked
  @Test
  void reset_sameWorkAgain_takesNoFurtherSlabAndAnswersTheSameHandles() {
    Arena arena = create(SMALL);
    int[] first = work(arena);
    long capacity = arena.capacityBytes();
    arena.reset();
    int[] second = work(arena);
    for (int round = 0; round < 10; round++) {
      arena.reset();
      assertFigures(arena, 0, 0, arena.capacityBytes(), arena.slabCount());
      assertEquals(0, arena.allocationCount());
      assertArrayEquals(second, work(arena));
      assertEquals(capacity, arena.capacityBytes());
    }
    assertEquals(first.length, second.length);
  }

  @Unchecked
  @Test
  void reset_steadyState_allocatesNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Arena arena = create(SMALL);
    byte[] text = "some text".getBytes(StandardCharsets.US_ASCII);
    long checksum = 0;
    long allocated = -1;
    for (int round = 0; round < 50; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      arena.reset();
      for (int i = 0; i < 100; i++) {
        checksum += arena.allocate(1 + i % 40);
        checksum += arena.allocateString(text, 0, 9);
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertNotEquals(0, checksum);
    assertEquals(0, allocated);
  }

  @Test
  void reset_overTheRetentionLimit_givesBackTheLeastRecentlyUsed() {
    Arena arena = create(SMALL.withRetainedBytes(50 * 8));
    arena.allocate(16);
    arena.allocate(32);
    arena.allocate(64);
    arena.allocate(64);
    assertEquals(176 * 8, arena.capacityBytes());
    arena.reset();
    assertFigures(arena, 0, 0, 48 * 8, 2);
  }

  @Test
  void reset_nothingMayBeKept_startsEmpty() {
    Arena arena = create(SMALL.withRetainedBytes(0));
    arena.allocate(16);
    arena.reset();
    assertFigures(arena, 0, 0, 0, 0);
    arena.allocate(1);
    assertEquals(1, arena.slabCount());
  }

  @Test
  void highWater_severalRounds_isTheGreatestUse() {
    Arena arena = create(SMALL);
    arena.allocate(5);
    assertEquals(40, arena.highWaterBytes());
    arena.reset();
    arena.allocate(9);
    arena.reset();
    arena.allocate(2);
    assertEquals(72, arena.highWaterBytes());
    arena.close();
    assertEquals(72, arena.highWaterBytes());
  }

  @Test
  void close_laterUse_failsClearly() {
    Arena arena = create(SMALL);
    int handle = arena.allocate(1);
    arena.close();
    arena.close();
    assertFigures(arena, 0, 0, 0, 0);
    for (Runnable use :
        List.<Runnable>of(
            () -> arena.allocate(1),
            () -> arena.allocateValue(1),
            () -> arena.read(handle),
            () -> arena.write(handle, 1),
            () -> arena.stringLength(handle),
            arena::reset,
            () -> arena.region().open(1))) {
      IllegalStateException e = assertThrows(IllegalStateException.class, use::run);
      if (!(e instanceof ArenaAccessException)) {
        assertEquals("the arena is closed", e.getMessage());
      }
    }
  }

  private static int[] work(Arena arena) {
    Random random = new Random(3);
    int[] handles = new int[200];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = arena.allocate(1 + random.nextInt(70));
    }
    return handles;
  }

  private static void assertFigures(
      Arena arena, long usedBytes, long deadBytes, long capacityBytes, int slabCount) {
    assertEquals(usedBytes, arena.usedBytes(), "usedBytes");
    assertEquals(deadBytes, arena.deadBytes(), "deadBytes");
    assertEquals(capacityBytes, arena.capacityBytes(), "capacityBytes");
    assertEquals(slabCount, arena.slabCount(), "slabCount");
  }

  @Test
  void resetCount_resetsAndClose_areCounted() {
    Arena arena = create(ArenaOptions.DEFAULT);
    assertEquals(0, arena.resetCount());

    arena.reset();
    arena.reset();
    assertEquals(2, arena.resetCount());

    arena.close();
    arena.close();
    assertEquals(3, arena.resetCount());
  }
}
