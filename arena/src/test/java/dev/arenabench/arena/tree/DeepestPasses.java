package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.NativeArena;
import dev.arenabench.frontend.LittleStack;
import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;

/// All passes of both twins over the deepest trees: see [LittleStack].
final class DeepestPasses {
  private DeepestPasses() {}

  public static void main(String[] arguments) throws SyntaxException {
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    HeapTreeBuilder heap = new HeapTreeBuilder();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    try (NativeArena memory = Arena.offHeap(ArenaOptions.DEFAULT)) {
      NativeTreeBuilder offHeap = new NativeTreeBuilder(memory);
      LittleStack.each(
          (nesting, dialect) -> {
            byte[] source = nesting.source(nesting.most(parser, dialect, heap));
            parser.parse(source, dialect, heap);
            parser.parse(source, dialect, builder);
            builder.tree().verify(source.length, interner);
            ArenaTwinTest.assertAgree(heap.tree(), builder.tree(), interner);
            parser.parse(source, dialect, offHeap);
            Census census = new Census();
            NativeCount.recursive(offHeap.tree(), census);
            assertEquals(builder.tree().nodeCount(), census.total());
          });
    }
  }
}
