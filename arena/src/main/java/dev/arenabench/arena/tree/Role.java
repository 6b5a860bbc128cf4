package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import java.util.Locale;

/// The parts that a child can play in its parent, and which kinds may play them.
enum Role {
  EXPRESSION,
  /// What a suffix (call, index, field) may follow.
  PREFIX,
  /// What may stand left of `=`.
  TARGET,
  /// What a function declaration may name.
  FUNCTION_TARGET,
  FUNCTION,
  TABLE_ITEM,
  PARAMETER,
  VARARG_PARAMETER,
  LOCAL_NAME,
  /// A name in a `local` statement, with or without attribute.
  DECLARED_NAME,
  STATEMENT,
  BLOCK,
  ELSE_IF,
  METHOD_NAME,
  TARGET_COUNT;

  boolean admits(int kind) {
    return switch (this) {
      case EXPRESSION -> kind <= Kind.POWER;
      case PREFIX ->
          switch (kind) {
            case Kind.NAME, Kind.PAREN, Kind.FIELD, Kind.INDEX, Kind.CALL, Kind.METHOD_CALL -> true;
            default -> false;
          };
      case TARGET -> kind == Kind.NAME || kind == Kind.FIELD || kind == Kind.INDEX;
      case FUNCTION_TARGET -> kind == Kind.NAME || kind == Kind.FIELD;
      case FUNCTION -> kind == Kind.FUNCTION;
      case TABLE_ITEM -> kind <= Kind.POWER || kind == Kind.NAMED_FIELD || kind == Kind.KEYED_FIELD;
      case PARAMETER -> kind == Kind.PARAMETER;
      case VARARG_PARAMETER -> kind == Kind.VARARG_PARAMETER;
      case LOCAL_NAME -> kind == Kind.LOCAL_NAME;
      case DECLARED_NAME ->
          kind == Kind.LOCAL_NAME || kind == Kind.CONST_NAME || kind == Kind.CLOSE_NAME;
      case STATEMENT ->
          kind == Kind.CALL
              || kind == Kind.METHOD_CALL
              || (kind >= Kind.LOCAL && kind <= Kind.LABEL && kind != Kind.ELSE_IF);
      case BLOCK -> kind == Kind.BLOCK;
      case ELSE_IF -> kind == Kind.ELSE_IF;
      case METHOD_NAME -> kind == Kind.METHOD_NAME;
      case TARGET_COUNT -> kind == Kind.TARGET_COUNT;
    };
  }

  /// For messages.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
