package dev.arenabench.syntax;

import java.util.List;

/// Kinds of syntax-tree node, as `int` constants so that hot code can `switch` over them and an
/// arena can keep one in eight bits.
///
/// A *node* is what a compiler would call one; a *part* ([#isPart]) completes the node that owns it
/// and is not counted as a node of its own (the heap twin keeps a part in a field of the owner).
///
/// Children are listed with each kind, in source order; `?` is optional, `*` any number, `+` one or
/// more. The *position* of a node is the byte offset of the token that makes the construct what it
/// is, stated with each kind where it is not its first token; where a construct begins follows from
/// its leftmost leaf.
public final class Kind {
  private Kind() {}

  // Expressions without children.
  /// Use of a variable; payload: its symbol.
  public static final int NAME = 1;

  /// String constant; payload: the symbol of its bytes, escapes resolved.
  public static final int STRING = 2;

  /// Integer constant; payload: the value.
  public static final int INTEGER = 3;

  /// Float constant; payload: [Double#doubleToRawLongBits].
  public static final int FLOAT = 4;

  /// `nil`
  public static final int NIL = 5;

  /// `true`
  public static final int TRUE = 6;

  /// `false`
  public static final int FALSE = 7;

  /// `...` as an expression.
  public static final int VARARG = 8;

  // Expressions with one child.
  /// `(e)`: cuts multiple results to one, so it is kept. Child: e.
  public static final int PAREN = 9;

  /// `e.name`; payload: the name; position: the name. Child: e.
  public static final int FIELD = 10;

  /// `not e`; position: the operator, as for every operator.
  public static final int NOT = 11;

  /// `-e`
  public static final int NEGATE = 12;

  /// `#e`
  public static final int LENGTH = 13;

  /// `~e`
  public static final int BIT_NOT = 14;

  // Expressions with several children.
  /// `e[k]`; position: the bracket. Children: e, k.
  public static final int INDEX = 15;

  /// `f(a, b)`, `f"s"`, `f{…}`; position: what opens the arguments. Children: f, argument*.
  public static final int CALL = 16;

  /// `o:m(a, b)`; position: what opens the arguments. Children: o, argument*, METHOD_NAME.
  public static final int METHOD_CALL = 17;

  /// `function (…) … end`; position: `function`. Children: PARAMETER*, VARARG_PARAMETER?, BLOCK.
  public static final int FUNCTION = 18;

  /// `{…}`. Children: (NAMED_FIELD | KEYED_FIELD | expression)*.
  public static final int TABLE = 19;

  // Binary operators; position: the operator. Children: left, right.
  /// `a or b`: the first binary operator.
  public static final int OR = 20;

  /// `a and b`
  public static final int AND = 21;

  /// `a < b`
  public static final int LESS = 22;

  /// `a > b`
  public static final int GREATER = 23;

  /// `a <= b`
  public static final int LESS_EQUAL = 24;

  /// `a >= b`
  public static final int GREATER_EQUAL = 25;

  /// `a ~= b`
  public static final int NOT_EQUAL = 26;

  /// `a == b`
  public static final int EQUAL = 27;

  /// `a | b`
  public static final int BIT_OR = 28;

  /// `a ~ b`
  public static final int BIT_XOR = 29;

  /// `a & b`
  public static final int BIT_AND = 30;

  /// `a << b`
  public static final int SHIFT_LEFT = 31;

  /// `a >> b`
  public static final int SHIFT_RIGHT = 32;

  /// `a .. b`
  public static final int CONCAT = 33;

  /// `a + b`
  public static final int ADD = 34;

  /// `a - b`
  public static final int SUBTRACT = 35;

  /// `a * b`
  public static final int MULTIPLY = 36;

  /// `a / b`
  public static final int DIVIDE = 37;

  /// `a // b`
  public static final int FLOOR_DIVIDE = 38;

  /// `a % b`
  public static final int MODULO = 39;

  /// `a ^ b`: the last binary operator.
  public static final int POWER = 40;

  // Pieces of expressions.
  /// `name = e` in a table; payload: the name. Child: e.
  public static final int NAMED_FIELD = 41;

  /// `[k] = e` in a table. Children: k, e.
  public static final int KEYED_FIELD = 42;

  /// A parameter; payload: its name.
  public static final int PARAMETER = 43;

  /// `...` as the last parameter.
  public static final int VARARG_PARAMETER = 44;

  /// A name that `local` or `for` declares; payload: the name.
  public static final int LOCAL_NAME = 45;

  /// `name <const>`; payload: the name.
  public static final int CONST_NAME = 46;

  /// `name <close>`; payload: the name.
  public static final int CLOSE_NAME = 47;

  // Statements. A CALL or METHOD_CALL is a statement as it stands.
  /// Statements in sequence; empty statements leave no trace. Children: statement*.
  public static final int BLOCK = 48;

  /// `local a <const>, b = …`. Children: (LOCAL_NAME | CONST_NAME | CLOSE_NAME)+, value*.
  public static final int LOCAL = 49;

  /// `local function f …`; payload: the name; position: the name. Child: FUNCTION.
  public static final int LOCAL_FUNCTION = 50;

  /// `a, b.c = …`; position: `=`. Children: target+, value+, TARGET_COUNT? (when there are
  /// several).
  public static final int ASSIGN = 51;

  /// `function a.b.c …`; Children: NAME or FIELD, FUNCTION.
  public static final int FUNCTION_DECLARATION = 52;

  /// `function a.b:m …`; Children: NAME or FIELD, FUNCTION (without `self`), METHOD_NAME.
  public static final int METHOD_DECLARATION = 53;

  /// `if c then … elseif … else … end`. Children: c, BLOCK, ELSE_IF*, BLOCK?.
  public static final int IF = 54;

  /// `elseif c then …`. Children: c, BLOCK.
  public static final int ELSE_IF = 55;

  /// `while c do … end`. Children: c, BLOCK.
  public static final int WHILE = 56;

  /// `repeat … until c`. Children: BLOCK, c.
  public static final int REPEAT = 57;

  /// `for i = a, b, c do … end`. Children: LOCAL_NAME, a, b, c?, BLOCK.
  public static final int NUMERIC_FOR = 58;

  /// `for k, v in … do … end`. Children: LOCAL_NAME+, value+, BLOCK.
  public static final int GENERIC_FOR = 59;

  /// `do … end`. Child: BLOCK.
  public static final int DO = 60;

  /// `return …`. Children: value*.
  public static final int RETURN = 61;

  /// `break`
  public static final int BREAK = 62;

  /// `goto name`; payload: the name.
  public static final int GOTO = 63;

  /// `::name::`; payload: the name; position: the name.
  public static final int LABEL = 64;

  /// A whole file: a vararg function without a name. Child: BLOCK.
  public static final int CHUNK = 65;

  // Parts.
  /// Part of METHOD_CALL and METHOD_DECLARATION; payload: the method's name.
  public static final int METHOD_NAME = 66;

  /// Part of ASSIGN; payload: how many targets (no symbol); position: that of the ASSIGN.
  public static final int TARGET_COUNT = 67;

  /// One more than the greatest kind; kinds are `1 ≤ kind < LIMIT`, 0 is none.
  public static final int LIMIT = 68;

  private static final List<String> NAMES =
      List.of(
          "none",
          "name",
          "string",
          "integer",
          "float",
          "nil",
          "true",
          "false",
          "vararg",
          "paren",
          "field",
          "not",
          "negate",
          "length",
          "bit-not",
          "index",
          "call",
          "method-call",
          "function",
          "table",
          "or",
          "and",
          "less",
          "greater",
          "less-equal",
          "greater-equal",
          "not-equal",
          "equal",
          "bit-or",
          "bit-xor",
          "bit-and",
          "shift-left",
          "shift-right",
          "concat",
          "add",
          "subtract",
          "multiply",
          "divide",
          "floor-divide",
          "modulo",
          "power",
          "named-field",
          "keyed-field",
          "parameter",
          "vararg-parameter",
          "local-name",
          "const-name",
          "close-name",
          "block",
          "local",
          "local-function",
          "assign",
          "function-declaration",
          "method-declaration",
          "if",
          "else-if",
          "while",
          "repeat",
          "numeric-for",
          "generic-for",
          "do",
          "return",
          "break",
          "goto",
          "label",
          "chunk",
          "method-name",
          "target-count");

  /// The kind's name in dumps and tables: its constant's name in lower case, `-` for `_`.
  public static String name(int kind) {
    return NAMES.get(kind);
  }

  /// What the kind carries.
  public static Shape shape(int kind) {
    return switch (kind) {
      case NIL, TRUE, FALSE, VARARG, VARARG_PARAMETER, BREAK -> Shape.LEAF;
      case NAME,
          STRING,
          PARAMETER,
          LOCAL_NAME,
          CONST_NAME,
          CLOSE_NAME,
          GOTO,
          LABEL,
          METHOD_NAME,
          TARGET_COUNT ->
          Shape.SYMBOL;
      case INTEGER, FLOAT -> Shape.NUMBER;
      case PAREN, FIELD, NOT, NEGATE, LENGTH, BIT_NOT, NAMED_FIELD, LOCAL_FUNCTION, DO, CHUNK ->
          Shape.WRAP;
      default -> {
        if (kind <= 0 || kind >= LIMIT) {
          throw new IllegalArgumentException("kind=" + kind + ", limit=" + LIMIT);
        }
        yield Shape.NODE;
      }
    };
  }

  /// Whether the payload is a symbol (and not a count, a number, or nothing).
  public static boolean hasSymbol(int kind) {
    return switch (kind) {
      case NAME,
          STRING,
          PARAMETER,
          LOCAL_NAME,
          CONST_NAME,
          CLOSE_NAME,
          GOTO,
          LABEL,
          METHOD_NAME,
          FIELD,
          NAMED_FIELD,
          LOCAL_FUNCTION ->
          true;
      default -> false;
    };
  }

  /// Whether the kind completes its owner and is not a node of its own.
  public static boolean isPart(int kind) {
    return kind >= METHOD_NAME;
  }

  /// Whether the kind is a binary operator.
  public static boolean isBinary(int kind) {
    return kind >= OR && kind <= POWER;
  }
}
