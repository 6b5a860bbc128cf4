package dev.arenabench.arena.tree;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.LittleStack;
import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapTreeBuilder;
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
    LittleStack.each(
        (nesting, dialect) -> {
          byte[] source = nesting.source(nesting.most(parser, dialect, heap));
          parser.parse(source, dialect, heap);
          parser.parse(source, dialect, builder);
          builder.tree().verify(source.length, interner);
          ArenaTwinTest.assertAgree(heap.tree(), builder.tree(), interner);
        });
  }
}
