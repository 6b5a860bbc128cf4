package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.frontend.Parser;
import dev.arenabench.fuzz.Campaign;
import dev.arenabench.fuzz.FuzzSeeds;
import dev.arenabench.heap.HeapDump;
import dev.arenabench.heap.HeapPrint;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the program: both twins hold the same tree and answer alike, in an arena that has held
/// others too; and what they print is the same program.
class TwinFuzzTest {
  /// An interner that holds more is replaced: an input is not slow because many came before it.
  private static final int MAX_SYMBOLS = 1_000;

  /// Holds few trees, so that regions grow, move and share slabs.
  private static final ArenaOptions NARROW =
      ArenaOptions.DEFAULT.withCapacityBytes(1).withSlabCapBytes(512);

  private final HeapTreeBuilder heap = new HeapTreeBuilder();
  private final Arena arena = Arena.create();
  private final ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
  private final Arena narrow = Arena.create(NARROW);
  private final ArenaTreeBuilder growing = ArenaTreeBuilder.growing(narrow);
  private Interner interner = new Interner();
  private Parser parser = new Parser(interner);

  @ParameterizedTest
  @ValueSource(strings = {"twins", "print"})
  void fuzz_twins_findsNothing(String target) throws IOException, InterruptedException {
    Campaign.run(TwinFuzzTest.class, target);
  }

  @Test
  void twins_seeds_holds() throws IOException {
    FuzzSeeds.replay(this::twins);
  }

  @Test
  void print_seeds_holds() throws IOException {
    FuzzSeeds.replay(this::print);
  }

  @DictionaryFile(resourcePath = "/dev/arenabench/fuzz/tokens.dict")
  @FuzzTest
  void twins(byte[] source) {
    renew();
    for (Dialect dialect : Dialect.values()) {
      try {
        parser.parse(source, dialect, heap);
      } catch (SyntaxException expected) {
        continue;
      }
      Node.Chunk tree = heap.tree();
      arena.reset();
      ArenaTree first = build(source, dialect, builder);
      ArenaTwinTest.assertAgree(tree, first, interner);
      // Two more, side by side in an arena with little room; then one after a reset.
      narrow.reset();
      ArenaTree second = build(source, dialect, growing);
      ArenaTree third = build(source, dialect, growing);
      ArenaTwinTest.assertAgree(tree, third, interner);
      assertEquals(ArenaDump.dump(first, interner, true), ArenaDump.dump(second, interner, true));
      ArenaTree frozen = third.freeze();
      narrow.reset();
      assertSameWords(first, build(source, dialect, growing));
      assertSameWords(first, frozen);
    }
  }

  @DictionaryFile(resourcePath = "/dev/arenabench/fuzz/tokens.dict")
  @FuzzTest
  void print(byte[] source) throws SyntaxException {
    renew();
    for (Dialect dialect : Dialect.values()) {
      try {
        parser.parse(source, dialect, heap);
      } catch (SyntaxException expected) {
        continue;
      }
      Node.Chunk tree = heap.tree();
      LuaWriter writer = new LuaWriter(interner);
      HeapPrint.print(tree, writer);
      byte[] printed = writer.toBytes();
      parser.parse(printed, dialect, heap);
      Node.Chunk again = heap.tree();
      assertEquals(HeapDump.dump(tree, interner, false), HeapDump.dump(again, interner, false));
      writer.clear();
      HeapPrint.print(again, writer);
      assertArrayEquals(printed, writer.toBytes());
    }
  }

  /// A verified tree, whatever becomes of the builder.
  private ArenaTree build(byte[] source, Dialect dialect, ArenaTreeBuilder builder) {
    try {
      parser.parse(source, dialect, builder);
    } catch (SyntaxException e) {
      throw new AssertionError("the heap twin's parse accepted it", e);
    }
    ArenaTree tree = builder.tree().alias();
    tree.verify(source.length, interner);
    return tree;
  }

  private static void assertSameWords(ArenaTree expected, ArenaTree tree) {
    assertArrayEquals(expected.freeze().words(), tree.freeze().words());
  }

  private void renew() {
    if (interner.count() > MAX_SYMBOLS) {
      interner = new Interner();
      parser = new Parser(interner);
    }
  }
}
