package dev.arenabench.harness.contender;

/// Numbers of the recorded calls: one for each typed method of a `TreeBuilder`.
final class Operation {
  private Operation() {}

  static final int NAME = 1;
  static final int STRING = 2;
  static final int INTEGER = 3;
  static final int FLOATING = 4;
  static final int NIL = 5;
  static final int TRUE_LITERAL = 6;
  static final int FALSE_LITERAL = 7;
  static final int VARARG = 8;
  static final int PAREN = 9;
  static final int FIELD = 10;
  static final int UNARY = 11;
  static final int BINARY = 12;
  static final int INDEX = 13;
  static final int CALL = 14;
  static final int METHOD_CALL = 15;
  static final int PARAMETER = 16;
  static final int VARARG_PARAMETER = 17;
  static final int FUNCTION = 18;
  static final int NAMED_FIELD = 19;
  static final int KEYED_FIELD = 20;
  static final int TABLE = 21;
  static final int LOCAL_NAME = 22;
  static final int LOCAL = 23;
  static final int LOCAL_FUNCTION = 24;
  static final int ASSIGN = 25;
  static final int FUNCTION_DECLARATION = 26;
  static final int METHOD_DECLARATION = 27;
  static final int ELSE_IF = 28;
  static final int IF_STATEMENT = 29;
  static final int WHILE_STATEMENT = 30;
  static final int REPEAT_STATEMENT = 31;
  static final int NUMERIC_FOR = 32;
  static final int GENERIC_FOR = 33;
  static final int DO_STATEMENT = 34;
  static final int RETURN_STATEMENT = 35;
  static final int BREAK_STATEMENT = 36;
  static final int GOTO_STATEMENT = 37;
  static final int LABEL = 38;
  static final int BLOCK = 39;
  static final int CHUNK = 40;
}
