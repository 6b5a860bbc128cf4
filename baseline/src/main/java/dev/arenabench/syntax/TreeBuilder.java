package dev.arenabench.syntax;

/// The seam between the front end and a syntax tree: the parser reports each construct *after* its
/// children (post-order), and the children wait on the builder's own stack.
///
/// Five uniform methods carry everything, one per [Shape] ([#leaf], [#symbol], [#number], [#wrap],
/// [#node]). Each construct also has a typed method, which falls to the uniform ones: a builder
/// that treats all constructs alike (an arena) implements the uniform methods only; one that
/// constructs a class per construct (the heap twin) overrides the typed ones and pays for no
/// `switch`. The parser calls only typed methods, and a construct's children are reported in the
/// order that its [Kind] states. Lua's constructs are here, those of `TYPED_LUA` alone in
/// [TypedConstructs].
///
/// A builder is used for one tree at a time: [#begin], constructs, [#chunk]. When the parser fails
/// midway, the next [#begin] discards what was built. Positions are byte offsets into the source.
/// Not thread-safe.
public interface TreeBuilder extends TypedConstructs {
  /// Starts a tree; what an unfinished one left is discarded.
  ///
  /// @param sourceBytes length of the source in bytes: a hint for the capacity
  void begin(int sourceBytes);

  /// Reports a construct of shape [Shape#LEAF].
  @Override
  void leaf(int kind, int position);

  /// Reports a construct of shape [Shape#SYMBOL].
  @Override
  void symbol(int kind, int position, int symbol);

  /// Reports a construct of shape [Shape#NUMBER].
  ///
  /// @param bits the integer, or the raw bits of the float
  void number(int kind, int position, long bits);

  /// Reports a construct of shape [Shape#WRAP]; its child is the construct reported last.
  ///
  /// @param symbol the payload; 0 where the kind has none
  @Override
  void wrap(int kind, int position, int symbol);

  /// Reports a construct of shape [Shape#NODE]; its children are the `childCount` constructs
  /// reported last that have no parent yet, parts included.
  @Override
  void node(int kind, int position, int childCount);

  // Expressions.

  default void name(int position, int symbol) {
    symbol(Kind.NAME, position, symbol);
  }

  default void string(int position, int symbol) {
    symbol(Kind.STRING, position, symbol);
  }

  default void integer(int position, long value) {
    number(Kind.INTEGER, position, value);
  }

  default void floating(int position, double value) {
    number(Kind.FLOAT, position, Double.doubleToRawLongBits(value));
  }

  default void nil(int position) {
    leaf(Kind.NIL, position);
  }

  default void trueLiteral(int position) {
    leaf(Kind.TRUE, position);
  }

  default void falseLiteral(int position) {
    leaf(Kind.FALSE, position);
  }

  default void vararg(int position) {
    leaf(Kind.VARARG, position);
  }

  default void paren(int position) {
    wrap(Kind.PAREN, position, 0);
  }

  default void field(int position, int symbol) {
    wrap(Kind.FIELD, position, symbol);
  }

  /// @param kind [Kind#NOT], [Kind#NEGATE], [Kind#LENGTH] or [Kind#BIT_NOT]
  default void unary(int kind, int position) {
    wrap(kind, position, 0);
  }

  /// @param kind a kind for which [Kind#isBinary] holds
  default void binary(int kind, int position) {
    node(kind, position, 2);
  }

  default void index(int position) {
    node(Kind.INDEX, position, 2);
  }

  default void call(int position, int argumentCount) {
    node(Kind.CALL, position, argumentCount + 1);
  }

  default void methodCall(int position, int argumentCount, int method, int methodPosition) {
    symbol(Kind.METHOD_NAME, methodPosition, method);
    node(Kind.METHOD_CALL, position, argumentCount + 2);
  }

  default void parameter(int position, int symbol) {
    symbol(Kind.PARAMETER, position, symbol);
  }

  default void varargParameter(int position) {
    leaf(Kind.VARARG_PARAMETER, position);
  }

  /// @param parameterCount named parameters; a [#varargParameter] follows them if `isVararg`
  default void function(int position, int parameterCount, boolean isVararg) {
    node(Kind.FUNCTION, position, parameterCount + (isVararg ? 2 : 1));
  }

  default void namedField(int position, int symbol) {
    wrap(Kind.NAMED_FIELD, position, symbol);
  }

  default void keyedField(int position) {
    node(Kind.KEYED_FIELD, position, 2);
  }

  default void table(int position, int fieldCount) {
    node(Kind.TABLE, position, fieldCount);
  }

  // Statements.

  /// @param kind [Kind#LOCAL_NAME], [Kind#CONST_NAME] or [Kind#CLOSE_NAME]
  default void localName(int kind, int position, int symbol) {
    symbol(kind, position, symbol);
  }

  default void local(int position, int nameCount, int valueCount) {
    node(Kind.LOCAL, position, nameCount + valueCount);
  }

  default void localFunction(int position, int symbol) {
    wrap(Kind.LOCAL_FUNCTION, position, symbol);
  }

  default void assign(int position, int targetCount, int valueCount) {
    if (targetCount == 1) {
      node(Kind.ASSIGN, position, 1 + valueCount);
    } else {
      symbol(Kind.TARGET_COUNT, position, targetCount);
      node(Kind.ASSIGN, position, targetCount + valueCount + 1);
    }
  }

  default void functionDeclaration(int position) {
    node(Kind.FUNCTION_DECLARATION, position, 2);
  }

  default void methodDeclaration(int position, int method, int methodPosition) {
    symbol(Kind.METHOD_NAME, methodPosition, method);
    node(Kind.METHOD_DECLARATION, position, 3);
  }

  default void elseIf(int position) {
    node(Kind.ELSE_IF, position, 2);
  }

  default void ifStatement(int position, int elseIfCount, boolean hasElse) {
    node(Kind.IF, position, 2 + elseIfCount + (hasElse ? 1 : 0));
  }

  default void whileStatement(int position) {
    node(Kind.WHILE, position, 2);
  }

  default void repeatStatement(int position) {
    node(Kind.REPEAT, position, 2);
  }

  default void numericFor(int position, boolean hasStep) {
    node(Kind.NUMERIC_FOR, position, hasStep ? 5 : 4);
  }

  default void genericFor(int position, int nameCount, int valueCount) {
    node(Kind.GENERIC_FOR, position, nameCount + valueCount + 1);
  }

  default void doStatement(int position) {
    wrap(Kind.DO, position, 0);
  }

  default void returnStatement(int position, int valueCount) {
    node(Kind.RETURN, position, valueCount);
  }

  default void breakStatement(int position) {
    leaf(Kind.BREAK, position);
  }

  default void gotoStatement(int position, int symbol) {
    symbol(Kind.GOTO, position, symbol);
  }

  default void label(int position, int symbol) {
    symbol(Kind.LABEL, position, symbol);
  }

  default void block(int position, int statementCount) {
    node(Kind.BLOCK, position, statementCount);
  }

  /// Finishes the tree: the last call for a file.
  default void chunk(int position) {
    wrap(Kind.CHUNK, position, 0);
  }
}
