package dev.arenabench.syntax;

import java.util.List;

/// The words that mean something in one place and are names everywhere else: their symbols, the
/// same in every [Interner], which has them behind Lua's reserved words.
///
/// Words that are asked for together have symbols in sequence, so that one comparison asks for all
/// of them: a statement may start with those up to [#LAST_STATEMENT], an operand with those up to
/// [#LAST_OPERAND].
public final class Words {
  private Words() {}

  // At the start of an operand or a statement.
  public static final int MATCH = Interner.KEYWORD_COUNT + 1;
  public static final int NEW = Interner.KEYWORD_COUNT + 2;
  public static final int TRY = Interner.KEYWORD_COUNT + 3;

  // At the start of a statement.
  public static final int ABSTRACT = Interner.KEYWORD_COUNT + 4;
  public static final int CLASS = Interner.KEYWORD_COUNT + 5;
  public static final int CONST = Interner.KEYWORD_COUNT + 6;
  public static final int CONTINUE = Interner.KEYWORD_COUNT + 7;
  public static final int DECLARE = Interner.KEYWORD_COUNT + 8;
  public static final int ENUM = Interner.KEYWORD_COUNT + 9;
  public static final int EXPORT = Interner.KEYWORD_COUNT + 10;
  public static final int FINAL = Interner.KEYWORD_COUNT + 11;
  public static final int IMPORT = Interner.KEYWORD_COUNT + 12;
  public static final int INTERFACE = Interner.KEYWORD_COUNT + 13;
  public static final int NAMESPACE = Interner.KEYWORD_COUNT + 14;
  public static final int RETHROW = Interner.KEYWORD_COUNT + 15;
  public static final int THROW = Interner.KEYWORD_COUNT + 16;
  public static final int TYPE = Interner.KEYWORD_COUNT + 17;

  // Where a statement could start: they end the block of a `try`.
  public static final int CATCH = Interner.KEYWORD_COUNT + 18;
  public static final int FINALLY = Interner.KEYWORD_COUNT + 19;

  // Behind an operand.
  public static final int AS = Interner.KEYWORD_COUNT + 20;
  public static final int INSTANCEOF = Interner.KEYWORD_COUNT + 21;

  // Inside a construct.
  public static final int CLOSE = Interner.KEYWORD_COUNT + 22;
  public static final int CONSTRUCTOR = Interner.KEYWORD_COUNT + 23;
  public static final int DEFAULT = Interner.KEYWORD_COUNT + 24;
  public static final int EXTENDS = Interner.KEYWORD_COUNT + 25;
  public static final int FROM = Interner.KEYWORD_COUNT + 26;
  public static final int GET = Interner.KEYWORD_COUNT + 27;
  public static final int IMPLEMENTS = Interner.KEYWORD_COUNT + 28;
  public static final int INFER = Interner.KEYWORD_COUNT + 29;
  public static final int IS = Interner.KEYWORD_COUNT + 30;
  public static final int KEYOF = Interner.KEYWORD_COUNT + 31;
  public static final int OPERATOR = Interner.KEYWORD_COUNT + 32;
  public static final int OVERRIDE = Interner.KEYWORD_COUNT + 33;
  public static final int PRIVATE = Interner.KEYWORD_COUNT + 34;
  public static final int PROTECTED = Interner.KEYWORD_COUNT + 35;
  public static final int PUBLIC = Interner.KEYWORD_COUNT + 36;
  public static final int READONLY = Interner.KEYWORD_COUNT + 37;
  public static final int SET = Interner.KEYWORD_COUNT + 38;
  public static final int STATIC = Interner.KEYWORD_COUNT + 39;
  public static final int THROWS = Interner.KEYWORD_COUNT + 40;
  public static final int TYPEOF = Interner.KEYWORD_COUNT + 41;
  public static final int WHEN = Interner.KEYWORD_COUNT + 42;

  // Primitive types; `nil` is one too, and reserved.
  public static final int ANY = Interner.KEYWORD_COUNT + 43;
  public static final int BOOLEAN = Interner.KEYWORD_COUNT + 44;
  public static final int INTEGER = Interner.KEYWORD_COUNT + 45;
  public static final int NEVER = Interner.KEYWORD_COUNT + 46;
  public static final int NUMBER = Interner.KEYWORD_COUNT + 47;
  public static final int STRING = Interner.KEYWORD_COUNT + 48;
  public static final int TABLE = Interner.KEYWORD_COUNT + 49;
  public static final int THREAD = Interner.KEYWORD_COUNT + 50;
  public static final int UNKNOWN = Interner.KEYWORD_COUNT + 51;
  public static final int USERDATA = Interner.KEYWORD_COUNT + 52;
  public static final int VOID = Interner.KEYWORD_COUNT + 53;

  /// `_`
  public static final int UNDERSCORE = Interner.KEYWORD_COUNT + 54;

  /// The last word with which an operand may start.
  public static final int LAST_OPERAND = TRY;

  /// The last word with which a statement may start, or that may stand in its place.
  public static final int LAST_STATEMENT = FINALLY;

  /// The symbols that every interner has from the start: reserved words and these.
  public static final int LAST = UNDERSCORE;

  /// The words by symbol, less the first one.
  static final List<String> TEXTS =
      List.of(
          "match",
          "new",
          "try",
          "abstract",
          "class",
          "const",
          "continue",
          "declare",
          "enum",
          "export",
          "final",
          "import",
          "interface",
          "namespace",
          "rethrow",
          "throw",
          "type",
          "catch",
          "finally",
          "as",
          "instanceof",
          "close",
          "constructor",
          "default",
          "extends",
          "from",
          "get",
          "implements",
          "infer",
          "is",
          "keyof",
          "operator",
          "override",
          "private",
          "protected",
          "public",
          "readonly",
          "set",
          "static",
          "throws",
          "typeof",
          "when",
          "any",
          "boolean",
          "integer",
          "never",
          "number",
          "string",
          "table",
          "thread",
          "unknown",
          "userdata",
          "void",
          "_");

  /// Whether it is the word of a primitive type; `nil`, which is reserved, is none of these.
  public static boolean isPrimitiveType(int symbol) {
    return symbol >= ANY && symbol <= VOID;
  }

  /// A word's text.
  public static String text(int word) {
    return TEXTS.get(word - Interner.KEYWORD_COUNT - 1);
  }
}
