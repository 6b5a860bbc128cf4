package dev.arenabench.heap.careless;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.DumpBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Samples;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TypedTrees;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CarelessTreeTest {
  private static final int ROUNDS = 10;
  private static final int TYPED_TREES = 100;

  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);
  private final CarelessTreeBuilder builder = new CarelessTreeBuilder(interner);

  private CarelessNode tree(String program) throws SyntaxException {
    parser.parse(program.getBytes(ISO_8859_1), Dialect.LUA_5_4, builder);
    return builder.tree();
  }

  @Test
  void dumpAndCount_reusedBuilder_areThoseOfTheTwins() throws SyntaxException {
    for (int round = 0; round < ROUNDS; round++) {
      for (String program : Samples.PROGRAMS) {
        byte[] source = program.getBytes(ISO_8859_1);
        DumpBuilder dumps = new DumpBuilder(interner, true);
        parser.parse(source, Dialect.LUA_5_4, dumps);
        HeapTreeBuilder heap = new HeapTreeBuilder();
        parser.parse(source, Dialect.LUA_5_4, heap);
        Census expected = new Census();
        HeapCount.count(heap.tree(), expected);

        assertThrows(SyntaxException.class, () -> tree(program + "\n?"));
        CarelessNode tree = tree(program);

        assertEquals(dumps.dump(), CarelessTree.dump(tree, interner, true));
        Census census = new Census();
        CarelessTree.count(tree, census);
        for (int kind = 1; kind < Kind.LIMIT; kind++) {
          assertEquals(expected.of(kind), census.of(kind), Kind.name(kind));
        }
      }
    }
  }

  @Test
  void dumpAndCount_typedTrees_areThoseOfTheTwins() {
    for (int seed = 0; seed < TYPED_TREES; seed++) {
      DumpBuilder dumps = new DumpBuilder(interner, true);
      TypedTrees.build(seed, interner, dumps);
      HeapTreeBuilder heap = new HeapTreeBuilder();
      TypedTrees.build(seed, interner, heap);
      Census expected = new Census();
      HeapCount.count(heap.tree(), expected);

      TypedTrees.build(seed, interner, builder);
      CarelessNode tree = builder.tree();

      assertEquals(dumps.dump(), CarelessTree.dump(tree, interner, true), "seed=" + seed);
      Census census = new Census();
      CarelessTree.count(tree, census);
      for (int kind = 1; kind < Kind.LIMIT; kind++) {
        assertEquals(expected.of(kind), census.of(kind), Kind.name(kind));
      }
    }
  }

  @Test
  void names_sameText_areStringsOfTheirOwn() throws SyntaxException {
    CarelessNode.Branch chunk = assertInstanceOf(CarelessNode.Branch.class, tree("return a, a"));
    CarelessNode.Branch block =
        assertInstanceOf(CarelessNode.Branch.class, chunk.children().getFirst());
    CarelessNode.Branch end =
        assertInstanceOf(CarelessNode.Branch.class, block.children().getFirst());
    assertInstanceOf(ArrayList.class, end.children());
    String first = assertInstanceOf(CarelessNode.Text.class, end.children().get(0)).text();
    String second = assertInstanceOf(CarelessNode.Text.class, end.children().get(1)).text();
    assertEquals(first, second);
    assertNotSame(first, second);
  }

  @Test
  void count_longChain_doesNotOverflow() throws SyntaxException {
    Census census = new Census();
    CarelessTree.count(tree("return a" + "()".repeat(100_000)), census);
    assertEquals(100_000, census.of(Kind.CALL));
  }

  @Test
  void tree_takenOrUnfinished_throws() throws SyntaxException {
    IllegalStateException thrown = assertThrows(IllegalStateException.class, builder::tree);
    assertEquals("no finished tree, or taken before: waiting=0", thrown.getMessage());
    assertEquals(Kind.CHUNK, tree("return").kind());
    assertThrows(IllegalStateException.class, builder::tree);
  }
}
