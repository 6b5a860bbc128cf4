package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds for the region of every arena, whatever memory it lies in.
abstract class RegionContract {
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

  /// The word at an index of an open region.
  abstract long word(Region region, int index);

  abstract void set(Region region, int index, long value);

  /// What the region writes to.
  abstract Object words(Region region);

  @Test
  void open_firstUse_takesTheHintedSlab() {
    Arena arena = create(SMALL);
    Region region = arena.region();
    region.open(10);
    assertTrue(region.isOpen());
    assertEquals(0, region.base());
    assertEquals(16, region.limit());
    assertFigures(arena, 0, 0, 16, 1);
    region.close(10);
    assertFalse(region.isOpen());
    assertFigures(arena, 10, 0, 16, 1);
    assertEquals(1, arena.allocationCount());
  }

  @Test
  void open_largeHint_takesExactlyThat() {
    Arena arena = create(SMALL);
    arena.region().open(1_000);
    assertEquals(1_000, arena.region().limit());
  }

  @Test
  void open_arenaHasALargerHint_takesThat() {
    Arena arena = create(ArenaOptions.DEFAULT.withCapacityBytes(8L << 20));
    arena.region().open(1_000);
    assertEquals(1 << 20, arena.region().limit());
  }

  @Unchecked
  @Test
  void open_afterValues_sharesTheirSlab() {
    Arena arena = create(SMALL);
    int value = arena.allocateValue(42);
    Region region = arena.region();
    region.open(15);
    assertEquals(1, region.base());
    set(region, 1, 43);
    region.close(2);
    int next = arena.allocateValue(44);
    assertEquals(42, arena.read(value));
    assertEquals(43, arena.read(value, 1));
    assertEquals(44, arena.read(next));
    assertFigures(arena, 3, 0, 16, 1);
  }

  @Test
  void open_restTooSmall_takesANewSlab() {
    Arena arena = create(SMALL);
    arena.allocate(10);
    Region region = arena.region();
    region.open(12);
    assertEquals(0, region.base());
    assertEquals(32, region.limit());
    region.close(7); // 25 left here, 6 there
    assertFigures(arena, 17, 6, 48, 2);
    arena.allocate(25);
    assertFigures(arena, 42, 6, 48, 2);
  }

  @Test
  void open_moreThanHalfTheHintIsLeft_sharesTheSlab() {
    Arena arena = create(SMALL);
    arena.allocate(10);
    Region region = arena.region();
    region.open(11);
    assertEquals(10, region.base());
    assertEquals(16, region.limit());
  }

  @Test
  void close_lessRoomThanTheCurrentSlab_currentStays() {
    Arena arena = create(SMALL);
    arena.allocate(1);
    Region region = arena.region();
    region.open(100);
    region.close(98);
    assertFigures(arena, 99, 2, 116, 2);
    arena.allocate(15);
    assertFigures(arena, 114, 2, 116, 2);
  }

  @Test
  void open_emptyOrNegativeHint_throws() {
    Arena arena = create(SMALL);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> arena.region().open(0));
    assertEquals("hintWords=0, least=1", e.getMessage());
    assertFalse(arena.region().isOpen());
  }

  @Test
  void grow_aloneInItsSlab_slabIsReplaced() {
    Arena arena = create(SMALL);
    Region region = arena.region();
    region.open(16);
    fill(region, 10, 12);
    Object outgrown = words(region);
    region.grow(10, 12);
    assertNotSame(outgrown, words(region));
    assertEquals(32, region.limit());
    assertFilled(region, 10, 32 - 4);
    assertFigures(arena, 0, 0, 32, 1);
    region.grow(10, 28);
    region.grow(10, 60);
    assertEquals(128, region.limit());
    assertFilled(region, 10, 124);
    region.close(10);
    assertFigures(arena, 10, 0, 128, 1);
  }

  @Test
  void grow_besideOtherValues_movesAndLeavesThemAlone() {
    Arena arena = create(SMALL);
    int value = arena.allocateFilled(6, -1);
    Region region = arena.region();
    region.open(10);
    fill(region, 6 + 7, 14);
    region.grow(6 + 7, 14);
    assertEquals(0, region.base());
    assertEquals(32, region.limit());
    assertFilled(region, 7, 30);
    region.close(7);
    for (int i = 0; i < 6; i++) {
      assertEquals(-1, arena.read(value, i));
    }
    assertFigures(arena, 13, 10, 48, 2); // what it left in the first slab is its tail
  }

  @Test
  void grow_thenDiscard_givesTheWordsBack() {
    Arena arena = create(SMALL);
    arena.allocate(6);
    Region region = arena.region();
    region.open(10);
    region.grow(16, 16);
    region.discard();
    region.discard();
    assertFigures(arena, 6, 0, 48, 2);
    arena.allocate(10); // the rest of the first slab
    assertFigures(arena, 16, 0, 48, 2);
    arena.allocate(32); // the slab it had moved to
    assertFigures(arena, 48, 0, 48, 2);
  }

  @Test
  void grow_freeSlabLargeEnough_isUsed() {
    Arena arena = create(SMALL);
    Region region = arena.region();
    region.open(200);
    Object large = words(region);
    region.close(200);
    arena.allocate(16);
    arena.allocate(32);
    arena.reset();
    arena.region().open(200);
    assertSame(large, words(region));
    region.discard();
    arena.allocate(195);
    region.open(11); // a free slab of 16
    assertEquals(16, region.limit());
    region.grow(5, 16);
    assertEquals(32, region.limit());
    assertEquals(3, arena.slabCount());
    assertEquals((200 + 16 + 32) * 8, arena.capacityBytes());
  }

  @Test
  void grow_limitPassed_throwsAndTheRegionIsAsBefore() {
    Arena arena = create(SMALL.withLimitBytes(100 * 8));
    Region region = arena.region();
    region.open(16);
    region.grow(16, 16);
    region.grow(32, 32);
    region.grow(50, 50);
    fill(region, 60, 62);
    ArenaLimitException e = assertThrows(ArenaLimitException.class, () -> region.grow(60, 62));
    assertEquals("requestedBytes=864, usedBytes=0, limitBytes=800", e.getMessage());
    assertTrue(region.isOpen());
    assertFilled(region, 60, 62);
    region.close(60);
    assertFigures(arena, 60, 0, 100, 1);
  }

  @Test
  void grow_limitLeavesLessThanTwice_growsByLess() {
    Arena arena = create(SMALL.withLimitBytes(100 * 8));
    Region region = arena.region();
    region.open(30);
    fill(region, 20, 25);
    region.grow(20, 25);
    region.grow(20, 64 - 7);
    assertEquals(100, region.limit());
  }

  @Test
  void open_limitLeavesLessThanTheHint_startsWithWhatThereIs() {
    Arena arena = create(SMALL.withLimitBytes(100 * 8));
    Region region = arena.region();
    region.open(1_000);
    assertEquals(100, region.limit());
    region.close(1);
    region.open(1_000);
    assertEquals(99, region.limit() - region.base());
    region.close(100);
    ArenaLimitException e = assertThrows(ArenaLimitException.class, () -> region.open(1_000));
    assertEquals("requestedBytes=8, usedBytes=800, limitBytes=800", e.getMessage());
  }

  @Test
  void open_limitReachedButAFreeSlabFits_isReused() {
    Arena arena = create(SMALL.withLimitBytes(100 * 8));
    Region region = arena.region();
    arena.allocate(16);
    region.open(84);
    Object large = words(region);
    region.close(84);
    arena.reset();
    arena.allocate(10);
    region.open(80);
    assertSame(large, words(region));
  }

  @Test
  void reset_sameRegionsAgain_soonTakesNoFurtherSlab() {
    Arena arena = create(SMALL);
    Region region = arena.region();
    long capacity = 0;
    for (int round = 0; round < 50; round++) {
      arena.reset();
      for (int i = 0; i < 60; i++) {
        int words = 1 + i * 37 % 101 + (i % 20 == 7 ? 400 : 0);
        region.open(1 + words / 2);
        int top = region.base();
        for (int w = 0; w < words; w++) {
          if (top == region.limit()) {
            region.grow(top, top);
            top = region.base() + w;
          }
          set(region, top++, w);
        }
        region.close(top);
      }
      if (round == 10) {
        capacity = arena.capacityBytes();
      }
    }
    assertEquals(capacity, arena.capacityBytes());
  }

  @Test
  void reset_oneRegionOverTheRetentionLimit_givesItBack() {
    Arena arena = create(SMALL.withRetainedBytes(100 * 8));
    arena.allocate(16);
    Region region = arena.region();
    region.open(1_000);
    region.close(900);
    arena.reset();
    assertFigures(arena, 0, 0, 16, 1);
    region.open(1_000);
    assertEquals(1_000, region.limit());
  }

  @Test
  void allocate_whileOpen_isRefused() {
    Arena arena = create(SMALL);
    Region region = arena.region();
    region.open(1);
    for (Runnable use : List.<Runnable>of(() -> arena.allocate(1), () -> region.open(1))) {
      IllegalStateException e = assertThrows(IllegalStateException.class, use::run);
      assertEquals("the region is open: close or discard it first", e.getMessage());
    }
    region.close(1);
    arena.allocate(1);
  }

  @Test
  void closed_growOrClose_isRefused() {
    Arena arena = create(SMALL);
    for (Runnable use :
        List.<Runnable>of(() -> arena.region().grow(0, 0), () -> arena.region().close(0))) {
      IllegalStateException e = assertThrows(IllegalStateException.class, use::run);
      assertEquals("the region is closed: open it first", e.getMessage());
    }
  }

  @Test
  void close_topOutOfOrder_throws() {
    Arena arena = create(SMALL);
    arena.allocate(3);
    arena.region().open(10);
    IndexOutOfBoundsException below =
        assertThrows(IndexOutOfBoundsException.class, () -> arena.region().close(2));
    assertEquals("base=3, top=2, scratch=16, limit=16", below.getMessage());
    IndexOutOfBoundsException crossed =
        assertThrows(IndexOutOfBoundsException.class, () -> arena.region().grow(9, 8));
    assertEquals("base=3, top=9, scratch=8, limit=16", crossed.getMessage());
  }

  @Test
  void reset_whileOpen_discards() {
    Arena arena = create(SMALL);
    arena.region().open(5);
    arena.reset();
    assertFalse(arena.region().isOpen());
    arena.allocate(16);
    assertFigures(arena, 16, 0, 16, 1);
  }

  @Test
  void arenaClose_whileOpen_discards() {
    Arena arena = create(SMALL);
    arena.region().open(5);
    arena.close();
    assertFalse(arena.region().isOpen());
    assertEquals(0, arena.region().limit());
  }

  @Unchecked
  @Test
  void close_beyondTheReachOfHandles_valuesGoElsewhere() {
    Arena arena = create(ArenaOptions.DEFAULT);
    Region region = arena.region();
    region.open(2 * Arena.MAX_SLAB_WORDS);
    region.close(Arena.MAX_SLAB_WORDS + 5);
    int first = arena.allocateValue(1);
    int second = arena.allocateValue(2);
    assertEquals(1, arena.read(first));
    assertEquals(first + 1, second);
    assertEquals(2, arena.slabCount());
  }

  @Test
  void open_roomBeyondTheReachOfHandles_isUsedByTheNextRegion() {
    Arena arena = create(ArenaOptions.DEFAULT);
    Region region = arena.region();
    region.open(2 * Arena.MAX_SLAB_WORDS);
    region.close(Arena.MAX_SLAB_WORDS + 5);
    region.open(1_000);
    assertEquals(Arena.MAX_SLAB_WORDS + 5, region.base());
    assertEquals(1, arena.slabCount());
  }

  private void fill(Region region, int top, int scratch) {
    for (int i = region.base(); i < top; i++) {
      set(region, i, 1_000L + i - region.base());
    }
    for (int i = scratch; i < region.limit(); i++) {
      set(region, i, 2_000L + region.limit() - i);
    }
  }

  private void assertFilled(Region region, int count, int scratch) {
    for (int i = 0; i < count; i++) {
      assertEquals(1_000 + i, word(region, region.base() + i));
    }
    for (int i = scratch; i < region.limit(); i++) {
      assertEquals(2_000 + region.limit() - i, word(region, i));
    }
  }

  private static void assertFigures(
      Arena arena, long usedWords, long deadWords, long capacityWords, int slabCount) {
    assertEquals(usedWords * 8, arena.usedBytes(), "usedBytes");
    assertEquals(deadWords * 8, arena.deadBytes(), "deadBytes");
    assertEquals(capacityWords * 8, arena.capacityBytes(), "capacityBytes");
    assertEquals(slabCount, arena.slabCount(), "slabCount");
  }
}
