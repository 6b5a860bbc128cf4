package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.Token;
import dev.arenabench.syntax.Dialect;
import java.util.Set;

/// Counts the local variables that statements of the top level declare, or some more: names are
/// counted from the word that a declaration starts with to where its values start.
///
/// It relies on the layout of the shipped programs, as [PieceCutter] does: what starts in the first
/// column is of the top level.
final class LocalCounter {
  /// What stands between the names of a declaration.
  private static final Set<String> LUA_BETWEEN = Set.of(",", "<", ">", "function");

  private static final Set<String> TYPED_BETWEEN =
      Set.of(",", "<", ">", "function", "{", "}", "[", "]", ":", "...", "*");

  /// What TypedLua has in front of the word that says what is declared.
  private static final Set<String> PREFIXES = Set.of("export", "default", "abstract", "final");

  private enum Part {
    /// The word that says what is declared.
    WORD,
    NAMES,
    REST
  }

  private final boolean isTyped;
  private Part part = Part.REST;
  private int count;

  LocalCounter(Dialect dialect) {
    isTyped = dialect == Dialect.TYPED_LUA;
  }

  void reset() {
    part = Part.REST;
    count = 0;
  }

  int count() {
    return count;
  }

  /// @param isFirst whether it is the first in its line, without a blank before it
  void token(int token, String text, boolean isFirst) {
    if (isFirst) {
      part = Part.WORD;
    }
    part =
        switch (part) {
          case WORD -> isTyped ? typedWord(text) : text.equals("local") ? Part.NAMES : Part.REST;
          case NAMES -> names(token, text);
          case REST -> Part.REST;
        };
  }

  private Part typedWord(String text) {
    if (PREFIXES.contains(text)) {
      return Part.WORD;
    }
    return switch (text) {
      case "local", "const", "import" -> Part.NAMES;
      // A decorator belongs to a class.
      case "class", "enum", "namespace", "declare", "@" -> {
        count++;
        yield Part.REST;
      }
      default -> Part.REST;
    };
  }

  private Part names(int token, String text) {
    if (token == Token.NAME) {
      count++;
      return Part.NAMES;
    }
    return (isTyped ? TYPED_BETWEEN : LUA_BETWEEN).contains(text) ? Part.NAMES : Part.REST;
  }
}
