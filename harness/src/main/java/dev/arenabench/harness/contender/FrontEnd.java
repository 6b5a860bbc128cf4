package dev.arenabench.harness.contender;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Parser;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.nio.charset.StandardCharsets;

/// Parser and interner of one side. The interner is shared by all files and all passes, as in a
/// compiler that lives longer than a file; so after the first pass no name is new.
final class FrontEnd {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  Interner interner() {
    return interner;
  }

  /// The bytes of all symbols so far; the first is symbol 1.
  byte[][] symbols() {
    byte[][] symbols = new byte[interner.count()][];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = interner.text(i + 1).getBytes(StandardCharsets.ISO_8859_1);
    }
    return symbols;
  }

  void parse(Source source, Dialect dialect, TreeBuilder builder) {
    try {
      parser.parse(source.padded(), source.length(), dialect, builder);
    } catch (SyntaxException e) {
      throw rejected(source, e);
    }
  }

  static IllegalArgumentException rejected(Source source, SyntaxException e) {
    return new IllegalArgumentException(
        "source="
            + source.name()
            + ":"
            + e.line()
            + ":"
            + e.column()
            + ": "
            + e.getMessage()
            + " (only programs that are accepted can be measured: leave it out of the corpus)",
        e);
  }

  /// The dialect of each source, so that no rig looks at names while it is timed.
  static Dialect[] dialects(Source[] sources) {
    Dialect[] dialects = new Dialect[sources.length];
    for (int i = 0; i < sources.length; i++) {
      dialects[i] = Dialects.of(sources[i].name());
    }
    return dialects;
  }
}
