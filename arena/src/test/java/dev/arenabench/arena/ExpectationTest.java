package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationTest {
  /// Slabs of 64, 128, 128 … words.
  private static final ArenaOptions SMALL =
      ArenaOptions.DEFAULT.withCapacityBytes(512).withSlabCapBytes(1024);

  private final List<String> told = new ArrayList<>();
  private final List<Arena> arenas = new ArrayList<>();

  @AfterEach
  void close() {
    arenas.forEach(Arena::close);
  }

  private Arena arena(Memory memory, long expectedBytes) {
    ArenaOptions options =
        SMALL.withExpectation(
            expectedBytes,
            (arena, expected, used) -> {
              assertEquals(arena.usedBytes(), used);
              told.add(expected + " " + used);
            });
    Arena arena = memory == Memory.ON_HEAP ? Arena.create(options) : Arena.offHeap(options);
    arenas.add(arena);
    return arena;
  }

  @ParameterizedTest
  @EnumSource
  void passed_values_isToldOnceInAnEpochWhenASlabIsTaken(Memory memory) {
    Arena arena = arena(memory, 100);
    for (int i = 0; i < 64; i++) {
      arena.allocateValue(i);
    }
    assertEquals(List.of(), told);
    for (int i = 0; i < 1_000; i++) {
      arena.allocateValue(i);
    }
    assertEquals(List.of("100 520"), told);
    arena.reset();
    assertEquals(List.of("100 520"), told);
    arena.allocate(65);
    arena.allocate(65);
    assertEquals(List.of("100 520", "100 520"), told);
  }

  @ParameterizedTest
  @EnumSource
  void passed_region_isToldWhenItIsClosed(Memory memory) {
    Arena arena = arena(memory, 100);
    arena.region().open(50);
    assertEquals(List.of(), told);
    arena.region().close(13);
    assertEquals(List.of("100 104"), told);
  }

  @ParameterizedTest
  @EnumSource
  void passed_withinASlab_isToldAtTheReset(Memory memory) {
    Arena arena = arena(memory, 100);
    arena.allocate(13);
    arena.reset();
    assertEquals(List.of("100 104"), told);
    arena.allocate(14);
    arena.close();
    arena.close();
    assertEquals(List.of("100 104", "100 112"), told);
  }

  @ParameterizedTest
  @EnumSource
  void reached_exactly_isNotPassed(Memory memory) {
    Arena arena = arena(memory, 104);
    arena.allocate(13);
    arena.reset();
    assertEquals(List.of(), told);
  }

  @Test
  void listener_throws_exceptionComesOutAndTheArenaGoesOn() {
    Arena arena =
        Arena.create(
            SMALL.withExpectation(
                8,
                (any, expected, used) -> {
                  throw new UnsupportedOperationException("used=" + used);
                }));
    UnsupportedOperationException e =
        assertThrows(UnsupportedOperationException.class, () -> arena.allocate(60));
    assertEquals("used=480", e.getMessage());
    assertEquals(480, arena.usedBytes());
    arena.allocate(60);
    arena.reset();
    assertEquals(0, arena.usedBytes());
  }

  @Test
  void create_negative_isRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> SMALL.withExpectation(-1, (a, b, c) -> {}));
    assertEquals("bytes=-1, least=0", e.getMessage());
  }
}
