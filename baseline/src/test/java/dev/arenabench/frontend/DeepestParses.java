package dev.arenabench.frontend;

import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;

/// Parses everything that nests, as deep as it may, one deeper, and much deeper: see [LittleStack].
final class DeepestParses {
  private DeepestParses() {}

  public static void main(String[] arguments) throws SyntaxException {
    Parser parser = new Parser(new Interner());
    HeapTreeBuilder heap = new HeapTreeBuilder();
    LittleStack.each(
        (nesting, dialect) -> {
          int most = nesting.most(parser, dialect, heap);
          for (int n : new int[] {most, most + 1, 10_000}) {
            nesting.isAccepted(n, parser, dialect, NoTree.INSTANCE);
          }
        });
  }
}
