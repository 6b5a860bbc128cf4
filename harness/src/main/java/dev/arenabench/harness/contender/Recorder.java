package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.syntax.TreeBuilder;
import java.util.Arrays;

/// Writes down what a parser reports, call by call, so that [Replay] can report it again.
///
/// ```
/// words:    operation, position, further int arguments; operation, position, …
/// numbers:  64-bit arguments in the order of their operations
/// ```
///
/// The operations are those of the typed methods, so that a builder that overrides them is called
/// as the parser would call it.
final class Recorder extends TypedRecorder implements TreeBuilder {
  private int sourceBytes;
  private long[] numbers = new long[64];
  private int numberCount;

  /// What was recorded since the last [#begin].
  Recording recording() {
    return new Recording(sourceBytes, words(), Arrays.copyOf(numbers, numberCount));
  }

  @Override
  public void begin(int sourceBytes) {
    this.sourceBytes = sourceBytes;
    clear();
    numberCount = 0;
  }

  private void putNumber(long number) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, numberCount * 2);
    }
    numbers[numberCount++] = number;
  }

  // The uniform methods: the typed ones are all overridden, so nothing calls these.

  @Override
  public void leaf(int kind, int position) {
    throw untyped(kind);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    throw untyped(kind);
  }

  @Override
  public void number(int kind, int position, long bits) {
    throw untyped(kind);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    throw untyped(kind);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    throw untyped(kind);
  }

  private static IllegalStateException untyped(int kind) {
    return new IllegalStateException("kind=" + kind + " came without its typed method");
  }

  @Override
  public void name(int position, int symbol) {
    put(Operation.NAME, position, symbol);
  }

  @Override
  public void string(int position, int symbol) {
    put(Operation.STRING, position, symbol);
  }

  @Override
  public void integer(int position, long value) {
    put(Operation.INTEGER, position);
    putNumber(value);
  }

  @Override
  public void floating(int position, double value) {
    put(Operation.FLOATING, position);
    putNumber(Double.doubleToRawLongBits(value));
  }

  @Override
  public void nil(int position) {
    put(Operation.NIL, position);
  }

  @Override
  public void trueLiteral(int position) {
    put(Operation.TRUE_LITERAL, position);
  }

  @Override
  public void falseLiteral(int position) {
    put(Operation.FALSE_LITERAL, position);
  }

  @Override
  public void vararg(int position) {
    put(Operation.VARARG, position);
  }

  @Override
  public void paren(int position) {
    put(Operation.PAREN, position);
  }

  @Override
  public void field(int position, int symbol) {
    put(Operation.FIELD, position, symbol);
  }

  @Override
  public void unary(int kind, int position) {
    put(Operation.UNARY, position, kind);
  }

  @Override
  public void binary(int kind, int position) {
    put(Operation.BINARY, position, kind);
  }

  @Override
  public void index(int position) {
    put(Operation.INDEX, position);
  }

  @Override
  public void call(int position, int argumentCount) {
    put(Operation.CALL, position, argumentCount);
  }

  @Override
  public void methodCall(int position, int argumentCount, int method, int methodPosition) {
    put(Operation.METHOD_CALL, position, argumentCount, method, methodPosition);
  }

  @Override
  public void parameter(int position, int symbol) {
    put(Operation.PARAMETER, position, symbol);
  }

  @Override
  public void varargParameter(int position) {
    put(Operation.VARARG_PARAMETER, position);
  }

  @Override
  public void function(int position, int parameterCount, boolean isVararg) {
    put(Operation.FUNCTION, position, parameterCount, isVararg ? 1 : 0);
  }

  @Override
  public void namedField(int position, int symbol) {
    put(Operation.NAMED_FIELD, position, symbol);
  }

  @Override
  public void keyedField(int position) {
    put(Operation.KEYED_FIELD, position);
  }

  @Override
  public void table(int position, int fieldCount) {
    put(Operation.TABLE, position, fieldCount);
  }

  @Override
  public void localName(int kind, int position, int symbol) {
    put(Operation.LOCAL_NAME, position, kind, symbol);
  }

  @Override
  public void local(int position, int nameCount, int valueCount) {
    put(Operation.LOCAL, position, nameCount, valueCount);
  }

  @Override
  public void localFunction(int position, int symbol) {
    put(Operation.LOCAL_FUNCTION, position, symbol);
  }

  @Override
  public void assign(int position, int targetCount, int valueCount) {
    put(Operation.ASSIGN, position, targetCount, valueCount);
  }

  @Override
  public void functionDeclaration(int position) {
    put(Operation.FUNCTION_DECLARATION, position);
  }

  @Override
  public void methodDeclaration(int position, int method, int methodPosition) {
    put(Operation.METHOD_DECLARATION, position, method, methodPosition);
  }

  @Override
  public void elseIf(int position) {
    put(Operation.ELSE_IF, position);
  }

  @Override
  public void ifStatement(int position, int elseIfCount, boolean hasElse) {
    put(Operation.IF_STATEMENT, position, elseIfCount, hasElse ? 1 : 0);
  }

  @Override
  public void whileStatement(int position) {
    put(Operation.WHILE_STATEMENT, position);
  }

  @Override
  public void repeatStatement(int position) {
    put(Operation.REPEAT_STATEMENT, position);
  }

  @Override
  public void numericFor(int position, boolean hasStep) {
    put(Operation.NUMERIC_FOR, position, hasStep ? 1 : 0);
  }

  @Override
  public void genericFor(int position, int nameCount, int valueCount) {
    put(Operation.GENERIC_FOR, position, nameCount, valueCount);
  }

  @Override
  public void doStatement(int position) {
    put(Operation.DO_STATEMENT, position);
  }

  @Override
  public void returnStatement(int position, int valueCount) {
    put(Operation.RETURN_STATEMENT, position, valueCount);
  }

  @Override
  public void breakStatement(int position) {
    put(Operation.BREAK_STATEMENT, position);
  }

  @Override
  public void gotoStatement(int position, int symbol) {
    put(Operation.GOTO_STATEMENT, position, symbol);
  }

  @Override
  public void label(int position, int symbol) {
    put(Operation.LABEL, position, symbol);
  }

  @Override
  public void block(int position, int statementCount) {
    put(Operation.BLOCK, position, statementCount);
  }

  @Override
  public void chunk(int position) {
    put(Operation.CHUNK, position);
  }
}
