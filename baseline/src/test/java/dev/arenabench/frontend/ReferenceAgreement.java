package dev.arenabench.frontend;

import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Diagnostic;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares what this front end and the reference implementation's `load` say about a source: both
/// accept it, or both reject it, for the same reason at the same line.
///
/// Three differences are meant. A program that only the reference's code generator finds too large
/// (more registers than it has) is a program. Of several things that are wrong in one program the
/// reference may find another one first, because it resolves while it parses. And an error at a
/// token of several lines is placed at its start, where the reference names its last line.
public final class ReferenceAgreement implements AutoCloseable {
  /// An interner that holds more is replaced, so that any number of sources can be compared.
  private static final int MAX_SYMBOLS = 100_000;

  /// How the reference's messages about a token by itself begin.
  private static final List<String> TOKEN_ERRORS =
      List.of(
          "unfinished ",
          "malformed number ",
          "invalid ",
          "missing ",
          "hexadecimal digit expected ",
          "decimal escape too large ",
          "UTF-8 value too large ");

  private final ReferenceLua lua = new ReferenceLua();
  private final HeapTreeBuilder builder = new HeapTreeBuilder();
  private final Scopes scopes = new Scopes();
  private Interner interner = new Interner();
  private Parser parser = new Parser(interner);

  private int accepted;
  private int rejected;
  private int tooLarge;

  /// How many sources the reference accepted.
  int accepted() {
    return accepted;
  }

  /// How many sources the reference rejected.
  int rejected() {
    return rejected;
  }

  /// How many sources only the reference's code generator rejected.
  int tooLarge() {
    return tooLarge;
  }

  /// How the two disagree about `source[0, length)`; null if they do not.
  ///
  /// @param source zero-padded
  public @Nullable String difference(byte[] source, int length) {
    ReferenceLua.@Nullable Rejection reference = lua.rejection(source, length);
    if (reference == null) {
      accepted++;
    } else {
      rejected++;
    }
    if (interner.count() > MAX_SYMBOLS) {
      interner = new Interner();
      parser = new Parser(interner);
    }
    try {
      parser.parse(source, length, Dialect.LUA_5_4, builder);
      HeapResolve.resolve(builder.tree(), interner, scopes);
      return compare(scopes.diagnostic(), reference);
    } catch (SyntaxException e) {
      return compare(e, reference, source, length);
    }
  }

  private @Nullable String compare(
      @Nullable Diagnostic ours, ReferenceLua.@Nullable Rejection reference) {
    if ((ours == null) == (reference == null)) {
      return null;
    }
    if (ours == null && reference.isCodeGeneratorLimit()) {
      tooLarge++;
      return null;
    }
    return "resolved: " + ours + ", reference: " + reference;
  }

  private static @Nullable String compare(
      SyntaxException ours, ReferenceLua.@Nullable Rejection reference, byte[] source, int length) {
    String message = String.valueOf(ours.getMessage());
    String both = ours.line() + ": " + message + ", reference: " + reference;
    if (reference == null) {
      return both;
    }
    if (reference.isAboutMeaning() || reference.isCodeGeneratorLimit()) {
      return null; // It came upon that before.
    }
    String expected = reference.message();
    if (message.startsWith("nesting deeper than ")) {
      return expected.equals("C stack overflow") || isAboutToken(expected) ? null : both;
    }
    if (message.startsWith("precompiled chunk")) {
      // Behind a first line with `#` it is not the first byte that `load` sees, as it is here.
      return expected.contains("bad binary format") || expected.contains("'<\\27>'") ? null : both;
    }
    boolean zero = ours.offset() < length && source[ours.offset()] == 0;
    String text = zero ? message.replace(" near '<\\0>'", "") : message;
    boolean isAscii = text.chars().allMatch(c -> c < 0x80);
    if (isAscii && !text.equals(expected)) {
      return both;
    }
    int last = Math.min(length, ours.offset() + 1);
    boolean mayBeLong =
        last > ours.offset() && "'\"[".indexOf(source[ours.offset()]) >= 0
            || text.startsWith("unknown attribute");
    return ours.line() == reference.line() || mayBeLong && ours.line() < reference.line()
        ? null
        : both;
  }

  /// In a table the reference reads the token behind a name before it counts the level.
  private static boolean isAboutToken(String message) {
    return TOKEN_ERRORS.stream().anyMatch(message::startsWith);
  }

  @Override
  public void close() {
    lua.close();
  }
}
