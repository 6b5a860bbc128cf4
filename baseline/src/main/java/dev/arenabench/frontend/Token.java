package dev.arenabench.frontend;

/// Kinds of token, as `int` constants. A reserved word's kind is its symbol in every
/// [interner][dev.arenabench.syntax.Interner].
///
/// Sets of tokens are the bits of a `long`, and a shift takes the token modulo 64. So the kinds
/// from [#FIRST_UNSETTABLE] on have the numbers, modulo 64, of arithmetic operators, which no set
/// holds: [#set] sees to that.
public final class Token {
  private Token() {}

  /// The end of the source.
  public static final int EOF = 0;

  static final int AND = 1;
  static final int BREAK = 2;
  static final int DO = 3;
  static final int ELSE = 4;
  static final int ELSEIF = 5;
  static final int END = 6;
  static final int FALSE = 7;
  static final int FOR = 8;
  static final int FUNCTION = 9;
  static final int GOTO = 10;
  static final int IF = 11;
  static final int IN = 12;
  static final int LOCAL = 13;
  static final int NIL = 14;
  static final int NOT = 15;
  static final int OR = 16;
  static final int REPEAT = 17;
  static final int RETURN = 18;
  static final int THEN = 19;
  static final int TRUE = 20;
  static final int UNTIL = 21;
  static final int WHILE = 22;

  /// A name; its symbol is [Lexer#symbol].
  public static final int NAME = 23;

  /// A string of any form; its symbol is [Lexer#symbol].
  public static final int STRING = 24;

  /// An integer; its value is [Lexer#bits].
  public static final int INTEGER = 25;

  /// A float; the bits of its value are [Lexer#bits].
  public static final int FLOAT = 26;

  static final int PLUS = 27;
  static final int MINUS = 28;
  static final int STAR = 29;
  static final int SLASH = 30;
  static final int DOUBLE_SLASH = 31;
  static final int PERCENT = 32;
  static final int CARET = 33;
  static final int HASH = 34;
  static final int AMPERSAND = 35;
  static final int TILDE = 36;
  static final int PIPE = 37;
  static final int SHIFT_LEFT = 38;
  static final int SHIFT_RIGHT = 39;
  static final int EQUAL = 40;
  static final int NOT_EQUAL = 41;
  static final int LESS_EQUAL = 42;
  static final int GREATER_EQUAL = 43;
  static final int LESS = 44;
  static final int GREATER = 45;
  static final int ASSIGN = 46;
  static final int LEFT_PAREN = 47;
  static final int RIGHT_PAREN = 48;
  static final int LEFT_BRACE = 49;
  static final int RIGHT_BRACE = 50;
  static final int LEFT_BRACKET = 51;
  static final int RIGHT_BRACKET = 52;
  static final int DOUBLE_COLON = 53;
  static final int SEMICOLON = 54;
  static final int COLON = 55;
  static final int COMMA = 56;
  static final int DOT = 57;
  static final int CONCAT = 58;
  static final int ELLIPSIS = 59;

  /// A byte that no token starts with; only the parser objects to it.
  static final int INVALID = 60;

  // Only in the dialect TYPED_LUA.
  static final int QUESTION_DOT = 61;
  static final int ARROW = 62;
  static final int AT = 63;

  /// From here on a kind is in no set.
  static final int FIRST_UNSETTABLE = 64 + PLUS;

  static final int QUESTION = FIRST_UNSETTABLE;
  static final int COALESCE = FIRST_UNSETTABLE + 1;
  static final int PIPELINE = FIRST_UNSETTABLE + 2;
  static final int BANG = FIRST_UNSETTABLE + 3;
  static final int BANG_EQUAL = FIRST_UNSETTABLE + 4;

  /// Opens a template: what follows are no tokens but [Lexer#templateText].
  static final int BACKQUOTE = FIRST_UNSETTABLE + 5;

  /// A power of two greater than every kind: the length of tables that are indexed by kind.
  static final int TABLE_LENGTH = 128;

  /// A set of tokens.
  static long set(int... tokens) {
    long set = 0;
    for (int token : tokens) {
      if (token >= 64 || token >= PLUS && token < PLUS + TYPED_TEXTS.length) {
        throw new IllegalArgumentException("token=" + token + ", not for a set");
      }
      set |= 1L << token;
    }
    return set;
  }

  /// Whether a token is in a [#set].
  static boolean isIn(long set, int token) {
    return (set >>> token & 1) != 0;
  }

  /// The texts from [#FIRST_UNSETTABLE] on.
  private static final String[] TYPED_TEXTS = {"?", "??", "|>", "!", "!=", "`"};

  private static final String[] TEXTS = {
    "<eof>",
    "and",
    "break",
    "do",
    "else",
    "elseif",
    "end",
    "false",
    "for",
    "function",
    "goto",
    "if",
    "in",
    "local",
    "nil",
    "not",
    "or",
    "repeat",
    "return",
    "then",
    "true",
    "until",
    "while",
    "<name>",
    "<string>",
    "<integer>",
    "<number>",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "^",
    "#",
    "&",
    "~",
    "|",
    "<<",
    ">>",
    "==",
    "~=",
    "<=",
    ">=",
    "<",
    ">",
    "=",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "::",
    ";",
    ":",
    ",",
    ".",
    "..",
    "...",
    "<invalid>",
    "?.",
    "=>",
    "@"
  };

  /// Whether there is such a kind; they are below [#TABLE_LENGTH].
  static boolean isKind(int token) {
    int typed = token - FIRST_UNSETTABLE;
    return token >= 0 && token < TEXTS.length || typed >= 0 && typed < TYPED_TEXTS.length;
  }

  /// How the reference implementation names a token that it misses: fixed texts are quoted.
  public static String describe(int token) {
    String text = token < FIRST_UNSETTABLE ? TEXTS[token] : TYPED_TEXTS[token - FIRST_UNSETTABLE];
    return token == EOF || (token >= NAME && token <= FLOAT) || token == INVALID
        ? text
        : "'" + text + "'";
  }
}
