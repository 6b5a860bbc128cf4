package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;

/// The binary operators by token and dialect, with priorities that are the levels of the table in
/// `GRAMMAR.md`.
///
/// An operator binds its left operand by its left priority and its right one by its right priority;
/// they are the same unless it associates to the right. An expression with a *limit* has operators
/// of greater left priority only.
final class Operators {
  private Operators() {}

  static final int CONDITIONAL_PRIORITY = 2;
  static final int PIPELINE_PRIORITY = 5;
  static final int AS_PRIORITY = 6;
  static final int COMPARISON_PRIORITY = 7;
  static final int UNARY_PRIORITY = 15;

  /// A limit below which an expression may be an arrow or a `try`, which are above it.
  static final int ARROW_LIMIT = 0;

  /// A limit above all priorities: an operand, and no operator.
  static final int OPERAND_LIMIT = 255;

  /// A priority above all but that: of a name, which may be an operator. Who meets it has to look.
  private static final int UNDECIDED_PRIORITY = 127;

  /// By token: left priority << 16 | right priority << 8 | kind; 0 for what is no binary operator.
  static final int[] LUA = lua();

  /// As [#LUA]; kinds above [Kind#POWER] are up to [TypedExpressionParser#operator].
  static final int[] TYPED = typed();

  private static int[] lua() {
    int[] entries = new int[Token.TABLE_LENGTH];
    entries[Token.OR] = left(3, Kind.OR);
    entries[Token.AND] = left(4, Kind.AND);
    entries[Token.LESS] = left(COMPARISON_PRIORITY, Kind.LESS);
    entries[Token.GREATER] = left(COMPARISON_PRIORITY, Kind.GREATER);
    entries[Token.LESS_EQUAL] = left(COMPARISON_PRIORITY, Kind.LESS_EQUAL);
    entries[Token.GREATER_EQUAL] = left(COMPARISON_PRIORITY, Kind.GREATER_EQUAL);
    entries[Token.NOT_EQUAL] = left(COMPARISON_PRIORITY, Kind.NOT_EQUAL);
    entries[Token.EQUAL] = left(COMPARISON_PRIORITY, Kind.EQUAL);
    entries[Token.PIPE] = left(8, Kind.BIT_OR);
    entries[Token.TILDE] = left(9, Kind.BIT_XOR);
    entries[Token.AMPERSAND] = left(10, Kind.BIT_AND);
    entries[Token.SHIFT_LEFT] = left(11, Kind.SHIFT_LEFT);
    entries[Token.SHIFT_RIGHT] = left(11, Kind.SHIFT_RIGHT);
    entries[Token.CONCAT] = right(12, Kind.CONCAT);
    entries[Token.PLUS] = left(13, Kind.ADD);
    entries[Token.MINUS] = left(13, Kind.SUBTRACT);
    entries[Token.STAR] = left(14, Kind.MULTIPLY);
    entries[Token.SLASH] = left(14, Kind.DIVIDE);
    entries[Token.DOUBLE_SLASH] = left(14, Kind.FLOOR_DIVIDE);
    entries[Token.PERCENT] = left(14, Kind.MODULO);
    entries[Token.CARET] = right(16, Kind.POWER);
    return entries;
  }

  private static int[] typed() {
    int[] entries = lua();
    entries[Token.QUESTION] = right(CONDITIONAL_PRIORITY, Kind.CONDITIONAL);
    entries[Token.COALESCE] = left(3, Kind.COALESCE);
    entries[Token.PIPELINE] = left(PIPELINE_PRIORITY, Kind.PIPE);
    entries[Token.BANG_EQUAL] = left(COMPARISON_PRIORITY, Kind.BANG_EQUAL);
    entries[Token.NAME] = left(UNDECIDED_PRIORITY, Kind.AS);
    return entries;
  }

  private static int left(int priority, int kind) {
    return priority << 16 | priority << 8 | kind;
  }

  private static int right(int priority, int kind) {
    return priority << 16 | priority - 1 << 8 | kind;
  }
}
