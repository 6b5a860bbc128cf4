package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;

/// What nests, and how to write it any number of levels deep.
public interface Nesting {
  /// The name of the enum's constant.
  String name();

  /// A program that has it `n` times, one inside the other.
  byte[] source(int n);

  /// The most levels, up to [Parser#MAX_DEPTH], that a parser lets through.
  ///
  /// @throws AssertionError if it rejects a source for something else than its depth
  default int most(Parser parser, Dialect dialect, TreeBuilder builder) {
    int low = 0;
    int high = Parser.MAX_DEPTH;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (isAccepted(middle, parser, dialect, builder)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Whether `n` levels are not too deep for a parser.
  ///
  /// @throws AssertionError if it rejects the source for something else
  default boolean isAccepted(int n, Parser parser, Dialect dialect, TreeBuilder builder) {
    try {
      parser.parse(source(n), dialect, builder);
      return true;
    } catch (SyntaxException e) {
      String limit = "nesting deeper than " + Parser.MAX_DEPTH + " levels";
      if (!String.valueOf(e.getMessage()).startsWith(limit)) {
        throw new AssertionError(name() + ", n=" + n, e);
      }
      return false;
    }
  }
}
