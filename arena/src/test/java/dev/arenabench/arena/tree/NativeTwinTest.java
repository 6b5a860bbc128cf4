package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.NativeArena;
import dev.arenabench.arena.Unchecked;
import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapHash;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Samples;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Trees off the heap are those on it, word for word, and the heap twin's.
class NativeTwinTest {
  private static final int ROUNDS = 10;

  /// Slabs of 16, 32, 64, 64 … words: nothing fits.
  private static final ArenaOptions TINY =
      ArenaOptions.DEFAULT.withCapacityBytes(16 * 8).withSlabCapBytes(64 * 8);

  private final Interner interner = new Interner();
  private final NativeArena arena = Arena.offHeap(ArenaOptions.DEFAULT);
  private final NativeTreeBuilder builder = new NativeTreeBuilder(arena);

  @AfterEach
  void close() {
    arena.close();
  }

  private record Program(String source, Dialect dialect) {}

  private static List<Program> programs() {
    return Stream.concat(
            Stream.concat(Samples.PROGRAMS.stream(), Sources.PROGRAMS.stream())
                .map(source -> new Program(source, Dialect.LUA_5_4)),
            TypedSources.PROGRAMS.stream().map(source -> new Program(source, Dialect.TYPED_LUA)))
        .toList();
  }

  @Test
  void twins_samplesOfBothDialects_agreeInEveryRoundOnOneArena() {
    for (int round = 0; round < ROUNDS; round++) {
      arena.reset();
      List<NativeTree> kept = new ArrayList<>();
      for (Program program : programs()) {
        Sources.parse(program.source(), program.dialect(), interner, builder);
        assertAgree(program, builder.tree());
        kept.add(builder.tree().alias());
      }
      // All of them are still there.
      for (int i = 0; i < kept.size(); i++) {
        assertAgree(programs().get(i), kept.get(i));
      }
    }
  }

  private void assertAgree(Program program, NativeTree tree) {
    HeapTreeBuilder heap = new HeapTreeBuilder();
    Sources.parse(program.source(), program.dialect(), interner, heap);
    Node.Chunk expected = heap.tree();
    ArenaTwinTest.assertAgree(expected, tree.freeze(), interner);
    ArenaTree onHeap = Sources.tree(program.source(), program.dialect(), interner);
    assertArrayEquals(onHeap.words(), tree.freeze().words());
    assertEquals(HeapHash.hash(expected, interner), new ArenaHash().hash(tree, interner));
    Census census = new Census();
    ArenaCount.scan(onHeap, census);
    Census scanned = new Census();
    NativeCount.scan(tree, scanned);
    Census visited = new Census();
    NativeCount.recursive(tree, visited);
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      assertEquals(census.of(kind), scanned.of(kind), Kind.name(kind));
      assertEquals(census.of(kind), visited.of(kind), Kind.name(kind));
    }
    assertSameView(onHeap, tree);
  }

  /// Node by node, through the methods that both views share.
  private static void assertSameView(ArenaTree expected, NativeTree tree) {
    assertEquals(expected.wordCount(), tree.wordCount());
    assertEquals(expected.nodeCount(), tree.nodeCount());
    List<Integer> waiting = new ArrayList<>(List.of(expected.root()));
    while (!waiting.isEmpty()) {
      int node = waiting.removeLast();
      assertEquals(expected.kind(node), tree.kind(node));
      assertEquals(expected.position(node), tree.position(node));
      assertEquals(expected.start(node), tree.start(node));
      assertEquals(expected.childCount(node), tree.childCount(node));
      switch (Kind.shape(expected.kind(node))) {
        case SYMBOL, WRAP -> assertEquals(expected.symbol(node), tree.symbol(node));
        case NUMBER -> assertEquals(expected.bits(node), tree.bits(node));
        case LEAF, NODE -> assertThrows(IllegalArgumentException.class, () -> tree.bits(node));
      }
      for (int child = tree.lastChild(node); child != FlatTree.NONE; ) {
        waiting.add(child);
        child = tree.previousChild(node, child);
      }
    }
  }

  @Test
  void grow_fromTheSmallestSlab_givesTheSameTree() {
    for (Program program : programs()) {
      ArenaTree expected = Sources.tree(program.source(), program.dialect(), interner);
      for (int before = 0; before < 16; before += 5) {
        try (NativeArena tiny = Arena.offHeap(TINY)) {
          int[] values = new int[before];
          for (int i = 0; i < before; i++) {
            values[i] = tiny.allocateValue(-1);
          }
          NativeTreeBuilder growing = NativeTreeBuilder.growing(tiny);
          Sources.parse(program.source(), program.dialect(), interner, growing);
          assertArrayEquals(expected.words(), growing.tree().freeze().words(), "before=" + before);
          assertEquals((before + expected.wordCount()) * 8L, tiny.usedBytes());
          for (int value : values) {
            assertEquals(-1, tiny.read(value));
          }
        }
      }
    }
  }

  @Test
  void grow_longListsAndManyWaiting_givesTheSameTree() {
    String source =
        "return {" + "{1, 2.5, f()}, ".repeat(3_000) + "}" + ", 0x7fffffff".repeat(2_000);
    try (NativeArena tiny = Arena.offHeap(TINY)) {
      NativeTreeBuilder growing = NativeTreeBuilder.growing(tiny);
      Sources.parse(source, interner, growing);
      assertArrayEquals(Sources.tree(source, interner).words(), growing.tree().freeze().words());
    }
  }

  @Test
  void twins_sharedCorpus_agree() throws IOException {
    Parser parser = new Parser(interner);
    HeapTreeBuilder heap = new HeapTreeBuilder();
    ArenaHash hash = new ArenaHash();
    for (Path file : Sources.shared()) {
      byte[] source = Files.readAllBytes(file);
      arena.reset();
      try {
        parser.parse(source, Dialect.LUA_5_4, builder);
        parser.parse(source, Dialect.LUA_5_4, heap);
      } catch (SyntaxException e) {
        continue;
      }
      assertEquals(
          HeapHash.hash(heap.tree(), interner),
          hash.hash(builder.tree(), interner),
          file.toString());
    }
  }

  @Test
  void tree_notFinishedOrEnded_isRefused() {
    assertMessage("the tree is not finished: waiting=0", builder::tree);
    builder.begin(10);
    assertMessage("the tree is not finished: waiting=0", builder::tree);
    builder.nil(1);
    assertMessage("the tree is not finished: waiting=1", builder::tree);
    Sources.parse("return 1", interner, builder);
    builder.tree();
    assertMessage("the region is closed: open it first", () -> builder.nil(0));
    assertMessage("the region is closed: open it first", () -> builder.integer(0, 1));
    assertMessage("the region is closed: open it first", () -> builder.paren(0));
    assertMessage("the region is closed: open it first", () -> builder.table(0, 0));
  }

  @Test
  void freeze_afterClose_staysAsItWas() {
    Sources.parse(Sources.EVERYTHING, interner, builder);
    NativeTree tree = builder.tree();
    String dump = ArenaDump.dump(tree.freeze(), interner, true);
    ArenaTree frozen = tree.freeze();
    frozen.verify(Sources.EVERYTHING.length(), interner);
    arena.close();
    assertEquals(dump, ArenaDump.dump(frozen, interner, true));
    // The memory is gone: this fails with checks and without.
    assertThrows(IllegalStateException.class, () -> tree.kind(0));
    assertThrows(IllegalStateException.class, tree::freeze);
  }

  @Test
  void handle_outOfRange_throws() {
    Sources.parse("return 1", interner, builder);
    NativeTree tree = builder.tree();
    for (int handle : new int[] {-1, 4, Integer.MAX_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> tree.kind(handle));
    }
  }

  @Unchecked
  @Test
  void steadyState_parseAndReset_allocatesNothing() throws SyntaxException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Parser parser = new Parser(interner);
    // The lexer reads floats of many digits by way of the JDK, which allocates.
    String text = Sources.EVERYTHING.replace("1e300", "13");
    byte[] source = Arrays.copyOf(Sources.bytes(text), 2_000);
    long allocated = -1;
    for (int round = 0; round < 400; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      arena.reset();
      parser.parse(source, text.length(), Dialect.LUA_5_4, builder);
      builder.tree();
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, allocated);
  }

  private static void assertMessage(String expected, Runnable use) {
    assertEquals(expected, assertThrows(IllegalStateException.class, use::run).getMessage());
  }
}
