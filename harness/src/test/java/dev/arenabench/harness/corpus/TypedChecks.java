package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.Excerpt;
import dev.arenabench.frontend.Parser;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Diagnostic;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;

/// Whether a source is a program of TypedLua: it has no other implementation to ask.
final class TypedChecks {
  private TypedChecks() {}

  /// What is wrong with a source; empty if nothing is.
  static String problem(String name, byte[] source) {
    Interner interner = new Interner();
    HeapTreeBuilder builder = new HeapTreeBuilder();
    SourceText text = SourceText.of(source);
    try {
      new Parser(interner).parse(source, Dialect.TYPED_LUA, builder);
    } catch (SyntaxException e) {
      return describe(name, text, e.offset(), String.valueOf(e.getMessage()));
    }
    Scopes scopes = new Scopes();
    HeapResolve.resolve(builder.tree(), interner, scopes);
    Diagnostic diagnostic = scopes.diagnostic();
    return diagnostic == null
        ? ""
        : describe(name, text, diagnostic.position(), diagnostic.message());
  }

  private static String describe(String name, SourceText text, int position, String message) {
    return name
        + ":"
        + text.line(position)
        + ":"
        + text.column(position)
        + ": "
        + message
        + "\n"
        + Excerpt.of(text, position);
  }
}
