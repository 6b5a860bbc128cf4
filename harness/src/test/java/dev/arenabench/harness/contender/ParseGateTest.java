package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import dev.arenabench.arena.tree.ArenaDump;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.NativeTree;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import dev.arenabench.heap.HeapDump;
import dev.arenabench.heap.Node;
import dev.arenabench.heap.careless.CarelessNode;
import dev.arenabench.heap.careless.CarelessTree;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParseGateTest {
  @ParameterizedTest
  @EnumSource
  void pass_everyContender_givesTheChecksumOfTheHeap(Contender contender) {
    long expected = GateRigs.checksums("parse", "parse", "heap").getFirst();

    assertEquals(GateRigs.tenTimes(expected), GateRigs.checksums("parse", "parse", contender.id()));
  }

  @ParameterizedTest
  @EnumSource
  void pass_luaReadAsEitherDialect_givesTheSameChecksum(Contender contender) {
    Source[] lua = ForkSources.of(Corpus.shipped(Dialect.LUA_5_4));
    List<Long> sums = new ArrayList<>();
    for (String side : List.of("lua", "typed")) {
      try (Rig rig =
          new Rigs().create(new RigRequest("dialect", contender.id(), side, lua, null))) {
        sums.add(rig.pass());
      }
    }

    assertEquals(sums.getFirst(), sums.getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "arena, LUA_5_4", "arena, TYPED_LUA",
    "arena-native, LUA_5_4", "arena-native, TYPED_LUA",
    "arena-tiered, LUA_5_4", "arena-tiered, TYPED_LUA"
  })
  void pass_arenaInSteadyState_allocatesNothing(String side, Dialect dialect) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Source[] sources = ForkSources.of(Corpus.shipped(dialect));
    try (Rig rig = new Rigs().create(new RigRequest("parse", "parse", side, sources, null))) {
      for (int i = 0; i < 5; i++) {
        rig.pass();
        threads.getCurrentThreadAllocatedBytes();
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      rig.pass();

      assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }
  }

  @Test
  void pass_statedDialect_isTakenWhateverTheName() {
    byte[] typed = Arrays.copyOf("const a = 1".getBytes(StandardCharsets.UTF_8), 64);
    Source[] sources = {new Source("a.lua", typed, 11)};
    try (Rig rig = new Rigs().create(new RigRequest("dialect", "heap", "typed", sources, null));
        Rig lua = new Rigs().create(new RigRequest("dialect", "heap", "lua", sources, null))) {
      rig.pass();
      assertThrows(IllegalArgumentException.class, lua::pass);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tree_everyContender_isTheTreeOfTheHeapWhenReused(Contender contender) {
    List<String> expected = dumps(Contender.HEAP);

    assertEquals(expected, dumps(contender));
  }

  @Test
  void dumps_list_isOneOfEachSourceInEachRound() {
    assertEquals(2 * GateRigs.SOURCES.length, dumps(Contender.HEAP).size());
  }

  /// Dumps of all trees, each made and released as the rig does it, twice.
  private static List<String> dumps(Contender contender) {
    return dumpsOf(contender);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<String> dumpsOf(Contender contender) {
    FrontEnd frontEnd = new FrontEnd();
    Twin<T> twin = (Twin<T>) contender.twin(frontEnd.interner());
    List<String> dumps = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < GateRigs.SOURCES.length; i++) {
        Source source = GateRigs.SOURCES[i];
        frontEnd.parse(
            source, FrontEnd.dialects(GateRigs.SOURCES)[i], twin.builder(source.length()));
        T tree = twin.tree();
        dumps.add(dump(tree, frontEnd.interner()));
        twin.release(tree);
      }
    }
    return dumps;
  }

  static String dump(Object tree, Interner interner) {
    return switch (tree) {
      case Node.Chunk chunk -> HeapDump.dump(chunk, interner, true);
      case CarelessNode node -> CarelessTree.dump(node, interner, true);
      case ArenaTree arena -> ArenaDump.dump(arena, interner, true);
      case NativeTree off -> ArenaDump.dump(off.freeze(), interner, true);
      default -> throw new AssertionError(tree);
    };
  }
}
