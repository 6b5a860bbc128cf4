package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaLimitException;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArenaTreeBuilderTest {
  /// Slabs of 16, 32, 64, 64 … words: nothing fits.
  private static final ArenaOptions TINY =
      ArenaOptions.DEFAULT.withCapacityBytes(16 * 8).withSlabCapBytes(64 * 8);

  @Test
  void builder_ofTheSeam_implementsTheUniformMethodsOnly() {
    Set<String> seam =
        Arrays.stream(TreeBuilder.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    Set<String> implemented =
        Arrays.stream(ArenaTreeBuilder.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .filter(seam::contains)
            .collect(Collectors.toSet());
    assertEquals(Set.of("begin", "leaf", "symbol", "number", "wrap", "node"), implemented);
  }

  @Test
  void constructs_eachShape_areOneWordInPostOrder() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(100);
    builder.name(1, 7);
    builder.string(3, 8);
    builder.nil(5);
    builder.call(2, 2);
    builder.block(1, 1);
    builder.chunk(1);
    assertArrayEquals(
        new long[] {
          NodeLayout.header(Kind.NAME, 1, 7),
          NodeLayout.header(Kind.STRING, 3, 8),
          NodeLayout.header(Kind.NIL, 5, 0),
          NodeLayout.header(Kind.CALL, 2, 4),
          NodeLayout.header(Kind.BLOCK, 1, 5),
          NodeLayout.header(Kind.CHUNK, 1, 0)
        },
        words(builder.tree()));
  }

  @Test
  void number_largeOrNegative_getsAnExtraWord() {
    long[] inline = {0, 1, NodeLayout.ESCAPE - 1L};
    for (long value : inline) {
      assertArrayEquals(
          new long[] {NodeLayout.header(Kind.INTEGER, 9, (int) value)},
          Arrays.copyOf(words(chunkOf(value)), 1));
    }
    long[] extra = {NodeLayout.ESCAPE, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 25, 1L << 32};
    for (long value : extra) {
      assertArrayEquals(
          new long[] {value, NodeLayout.header(Kind.INTEGER, 9, NodeLayout.ESCAPE)},
          Arrays.copyOf(words(chunkOf(value)), 2));
      assertEquals(value, chunkOf(value).integer(1));
    }
  }

  private static ArenaTree chunkOf(long value) {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(0);
    builder.integer(9, value);
    builder.returnStatement(8, 1);
    builder.block(8, 1);
    builder.chunk(8);
    return builder.tree();
  }

  @Test
  void node_withoutChildren_hasTheSizeOfItsHeader() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(0);
    builder.table(2, 0);
    builder.table(4, 0);
    builder.returnStatement(1, 2);
    builder.block(1, 1);
    builder.chunk(1);
    assertArrayEquals(
        new long[] {
          NodeLayout.header(Kind.TABLE, 2, 1),
          NodeLayout.header(Kind.TABLE, 4, 1),
          NodeLayout.header(Kind.RETURN, 1, 3),
          NodeLayout.header(Kind.BLOCK, 1, 4),
          NodeLayout.header(Kind.CHUNK, 1, 0)
        },
        words(builder.tree()));
  }

  @Test
  void node_largerThanThePayload_getsItsSizeInAnExtraWord() {
    assumeTrue(Runtime.getRuntime().maxMemory() > 1L << 30, "takes a heap of more than a gigabyte");
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(NodeLayout.ESCAPE * SourceHint.SOURCE_BYTES_PER_WORD);
    // A chain, so that little waits: each link is two words.
    builder.name(0, 1);
    for (int words = 1; words < NodeLayout.ESCAPE; words += 2) {
      builder.nil(1);
      builder.index(1);
    }
    builder.returnStatement(0, 1);
    builder.block(0, 1);
    builder.chunk(0);
    ArenaTree tree = builder.tree();
    int header = tree.root() - 1;
    for (int kind : new int[] {Kind.BLOCK, Kind.RETURN, Kind.INDEX}) {
      assertEquals(kind, tree.kind(header));
      assertEquals(NodeLayout.ESCAPE, NodeLayout.payload(tree.words()[tree.base + header]));
      assertEquals(header + 1, tree.words()[tree.base + header - 1]);
      assertEquals(0, tree.start(header));
      assertEquals(header - 2, tree.lastChild(header));
      header -= 2;
    }
    assertEquals(Kind.NIL, tree.kind(header));
    header--;
    assertEquals(Kind.INDEX, tree.kind(header));
    assertEquals(NodeLayout.ESCAPE - 2, NodeLayout.payload(tree.words()[tree.base + header]));
    assertEquals(0, tree.start(header));
    assertEquals(NodeLayout.ESCAPE + 3, tree.nodeCount());
  }

  @Test
  void grow_fromTheSmallestSlab_givesTheSameTree() {
    for (String source : programs()) {
      Interner interner = new Interner();
      ArenaTree expected = Sources.tree(source, interner);
      for (int before = 0; before < 16; before++) {
        Arena arena = Arena.create(TINY);
        int[] values = new int[before];
        for (int i = 0; i < before; i++) {
          values[i] = arena.allocateValue(-1);
        }
        ArenaTreeBuilder builder = ArenaTreeBuilder.growing(arena);
        Sources.parse(source, interner, builder);
        assertArrayEquals(words(expected), words(builder.tree()), "before=" + before);
        assertEquals((before + expected.wordCount()) * 8L, arena.usedBytes());
        for (int i = 0; i < before; i++) {
          assertEquals(-1, arena.read(values[i]));
        }
      }
    }
  }

  @Test
  void grow_longListsAndManyWaiting_givesTheSameTree() {
    Interner interner = new Interner();
    String source =
        "return {" + "{1, 2.5, f()}, ".repeat(3_000) + "}" + ", 0x7fffffff".repeat(2_000);
    ArenaTree expected = Sources.tree(source, interner);
    ArenaTreeBuilder builder = ArenaTreeBuilder.growing(Arena.create(TINY));
    Sources.parse(source, interner, builder);
    assertArrayEquals(words(expected), words(builder.tree()));
  }

  @Test
  void tree_notFinished_throws() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    assertMessage("the tree is not finished: waiting=0", builder::tree);
    builder.begin(10);
    assertMessage("the tree is not finished: waiting=0", builder::tree);
    builder.nil(0);
    assertMessage("the tree is not finished: waiting=1", builder::tree);
    builder.nil(1);
    assertMessage("the tree is not finished: waiting=2", builder::tree);
  }

  @Test
  void tree_askedAgain_isTheSame() {
    Interner interner = new Interner();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    Sources.parse("return 1", interner, builder);
    ArenaTree tree = builder.tree();
    assertSame(tree, builder.tree());
    assertEquals(4, tree.wordCount());
  }

  @Test
  void constructs_afterTheEnd_areRefused() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    Sources.parse("return 1", new Interner(), builder);
    builder.tree();
    assertMessage("the region is closed: open it first", () -> builder.nil(0));
    assertMessage("the region is closed: open it first", () -> builder.integer(0, 1));
    assertMessage("the region is closed: open it first", () -> builder.paren(0));
    assertMessage("the region is closed: open it first", () -> builder.table(0, 0));
    assertMessage("the region is closed: open it first", () -> builder.name(0, 1));
  }

  @Test
  void begin_afterAnUnfinishedTree_discardsIt() {
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    Interner interner = new Interner();
    assertThrows(
        SyntaxException.class,
        () -> new Parser(interner).parse(Sources.bytes("f(1, 2, 3"), Dialect.LUA_5_4, builder));
    Sources.parse("return 1", interner, builder);
    assertEquals(4 * 8, builder.tree().usedBytes());
    assertEquals(4 * 8, arena.usedBytes());
    assertEquals(1, arena.allocationCount());
  }

  @Test
  void begin_negativeLength_throws() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> builder.begin(-1));
    assertEquals("sourceBytes=-1, least=0", e.getMessage());
  }

  @Test
  void limit_passed_throwsAndTheNextTreeIsBuilt() {
    Interner interner = new Interner();
    Arena arena = Arena.create(ArenaOptions.DEFAULT.withLimitBytes(1 << 12));
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    Sources.parse("return 1", interner, builder);
    ArenaTree kept = builder.tree().alias();
    ArenaLimitException e =
        assertThrows(
            ArenaLimitException.class,
            () ->
                Sources.parse(
                    "return " + "f(".repeat(100) + ")".repeat(100) + ", {}".repeat(1_000),
                    interner,
                    builder));
    assertEquals("requestedBytes=4128, usedBytes=32, limitBytes=4096", e.getMessage());
    Sources.parse("return 2", interner, builder);
    assertEquals(1, kept.integer(0));
    assertEquals(2, builder.tree().integer(0));
    assertEquals(64, arena.usedBytes());
  }

  @Test
  void trees_severalInOneArena_liveSideBySide() {
    Interner interner = new Interner();
    for (ArenaOptions options : List.of(TINY, ArenaOptions.DEFAULT)) {
      Arena arena = Arena.create(options);
      ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
      List<ArenaTree> trees = new ArrayList<>();
      long words = 0;
      for (int round = 0; round < 10; round++) {
        for (String source : programs()) {
          Sources.parse(source, interner, builder);
          trees.add(builder.tree().alias());
          words += builder.tree().wordCount();
        }
      }
      assertEquals(words * 8, arena.usedBytes());
      assertEquals(trees.size(), arena.allocationCount());
      for (int i = 0; i < trees.size(); i++) {
        ArenaTree expected = Sources.tree(programs().get(i % programs().size()), interner);
        assertArrayEquals(words(expected), words(trees.get(i)));
        assertNotSame(builder.tree(), trees.get(i));
      }
    }
  }

  @Test
  void steadyState_parseAndReset_allocatesNothing() throws SyntaxException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    // The lexer reads floats of many digits by way of the JDK, which allocates.
    String text = Sources.EVERYTHING.replace("1e300", "13");
    byte[] source = Arrays.copyOf(Sources.bytes(text), 2_000);
    int length = text.length();
    long words = 0;
    long allocated = -1;
    for (int round = 0; round < 40; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      arena.reset();
      parser.parse(source, length, Dialect.LUA_5_4, builder);
      words += builder.tree().wordCount();
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertTrue(words > 0);
    assertEquals(0, allocated);
  }

  @Test
  void hint_realPrograms_isSeldomTooSmall() throws IOException {
    List<Path> files = Sources.shared();
    assumeTrue(!files.isEmpty(), "the shared corpus is not there");
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    int grown = 0;
    for (Path file : files) {
      byte[] source = Files.readAllBytes(file);
      Arena arena = Arena.withCapacity(ArenaTreeBuilder.capacityBytes(source.length));
      ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
      try {
        parser.parse(source, Dialect.LUA_5_4, builder);
      } catch (SyntaxException e) {
        continue;
      }
      if (arena.capacityBytes() > ArenaTreeBuilder.capacityBytes(source.length)) {
        grown++;
      }
    }
    assertTrue(grown <= files.size() / 50, "grown=" + grown + ", files=" + files.size());
  }

  private static List<String> programs() {
    return Sources.PROGRAMS;
  }

  private static long[] words(ArenaTree tree) {
    return Arrays.copyOfRange(tree.words(), tree.base, tree.end);
  }

  private static void assertMessage(String expected, Runnable use) {
    assertEquals(expected, assertThrows(IllegalStateException.class, use::run).getMessage());
  }
}
