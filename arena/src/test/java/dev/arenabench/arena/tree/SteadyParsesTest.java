package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.SlabTiers;
import dev.arenabench.arena.Unchecked;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Any number of files through one arena: the memory is steady, and no parse allocates anything on
/// the Java heap once the first have been through. A few thousand here, a hundred thousand with
/// `-Darenabench.measure=true`.
@Unchecked
class SteadyParsesTest {
  private static final int PARSES = Boolean.getBoolean("arenabench.measure") ? 100_000 : 4_000;
  private static final int PADDING_BYTES = 64;

  enum Way {
    ON_HEAP,
    OFF_HEAP,
    TIERED
  }

  private record Program(byte[] source, int length) {
    static Program of(String text) {
      // The lexer reads floats of many digits by way of the JDK, which allocates.
      byte[] bytes = Sources.bytes(text.replace("1e300", "13"));
      return new Program(Arrays.copyOf(bytes, bytes.length + PADDING_BYTES), bytes.length);
    }
  }

  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  @ParameterizedTest
  @EnumSource
  void parses_manyThroughOneArena_keepCapacityAndAllocateNothing(Way way) throws SyntaxException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<String> texts = List.of(Sources.EVERYTHING, "return 1", "f(g, h) ".repeat(5_000));
    Program[] programs = texts.stream().map(Program::of).toArray(Program[]::new);
    SlabTiers tiers = new SlabTiers(1 << 26);
    try (Arena arena =
        switch (way) {
          case ON_HEAP -> Arena.create();
          case OFF_HEAP -> Arena.offHeap(ArenaOptions.DEFAULT);
          case TIERED -> Arena.create(ArenaOptions.DEFAULT.withTiers(tiers));
        }) {
      TreeBuilder builder =
          arena instanceof dev.arenabench.arena.NativeArena off
              ? new NativeTreeBuilder(off)
              : new ArenaTreeBuilder(arena);
      long[] capacities = new long[programs.length];
      long[] words = new long[programs.length];
      int allocating = 0;
      long anew = 0;
      int warmUp = PARSES / 4;
      for (int i = 0; i < PARSES; i++) {
        int which = i % programs.length;
        Program program = programs[which];
        long before = threads.getCurrentThreadAllocatedBytes();
        parser.parse(program.source(), program.length(), Dialect.LUA_5_4, builder);
        FlatTree tree =
            builder instanceof NativeTreeBuilder off
                ? off.tree()
                : ((ArenaTreeBuilder) builder).tree();
        int wordCount = tree.wordCount();
        long capacityBytes = arena.capacityBytes();
        arena.reset();
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        if (i < warmUp) {
          capacities[which] = capacityBytes;
          words[which] = wordCount;
          anew = tiers.takenAnewCount(arena.memory());
        } else {
          allocating += bytes == 0 ? 0 : 1;
          assertEquals(capacities[which], capacityBytes);
          assertEquals(words[which], wordCount);
        }
      }
      // When the compiler drops code that it had compiled, objects that it had done without are
      // made once. That is no parse's own.
      assertTrue(allocating <= PARSES / 1_000, "parses that allocated: " + allocating);
      assertEquals(anew, tiers.takenAnewCount(arena.memory()), "slabs made after the warm-up");
      assertEquals(way == Way.TIERED ? 0 : capacities[0], arena.capacityBytes());
    }
  }
}
