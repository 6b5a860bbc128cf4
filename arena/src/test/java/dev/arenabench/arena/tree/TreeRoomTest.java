package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.CapacityAdvice;
import dev.arenabench.syntax.Interner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeRoomTest {
  private final Interner interner = new Interner();
  private final TreeRoom room = new TreeRoom();

  static List<String> programs() {
    return Stream.concat(
            Sources.PROGRAMS.stream(),
            Stream.of(
                Sources.EVERYTHING.replace("return function", "do return function") + " end",
                "x = " + "(".repeat(100) + "1" + ")".repeat(100),
                "x = {" + "1e300, f(), ".repeat(500) + "}",
                "a = a + 1\n".repeat(1_000),
                "x = y" + " .. y".repeat(50)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void bytes_everyProgram_areEnoughAndNotOneWordTooMany(String program) {
    long bytes = room.bytes(Sources.tree(program, interner));

    assertEquals(bytes, capacityAfterBuilding(program, bytes));
    long less = bytes - Long.BYTES;
    assertTrue(capacityAfterBuilding(program, less) > less, () -> "program=" + program);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void advice_learnedFromRoom_isEnough(String program) {
    CapacityAdvice advice = new CapacityAdvice(0.99, 1);
    long bytes = room.bytes(Sources.tree(program, interner));
    for (int i = 0; i < 100; i++) {
      advice.observe(program.length(), bytes);
    }
    long advised = advice.adviseBytes(program.length());
    long wholeWords = (advised + Long.BYTES - 1) / Long.BYTES * Long.BYTES;

    assertEquals(wholeWords, capacityAfterBuilding(program, advised));
  }

  private long capacityAfterBuilding(String program, long capacityBytes) {
    try (Arena arena = Arena.create(ArenaOptions.DEFAULT.withCapacityBytes(capacityBytes))) {
      ArenaTreeBuilder builder = ArenaTreeBuilder.growing(arena);
      Sources.parse(program, interner, builder);
      builder.tree();
      return arena.capacityBytes();
    }
  }
}
