package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeBuilder;
import org.jspecify.annotations.Nullable;

/// Builds the heap twin: constructs each record directly, in the typed method of its construct.
///
/// The methods for what only `TYPED_LUA` has are in [TypedTreeBuilder].
///
/// Reused from file to file. After [#chunk] the tree is taken by [#tree], and the builder holds
/// nothing of it any more. Not thread-safe.
public final class HeapTreeBuilder extends TypedTreeBuilder implements TreeBuilder {
  private static final Node.Parameter[] NO_PARAMETERS = {};
  private static final Node.ElseIf[] NO_ELSE_IFS = {};

  private Node.@Nullable Chunk tree;

  /// Hands over the finished tree.
  ///
  /// @throws IllegalStateException if there is none, or it has been taken
  public Node.Chunk tree() {
    Node.Chunk finished = tree;
    if (finished == null) {
      throw new IllegalStateException("no finished tree, or taken before: waiting=" + waiting());
    }
    tree = null;
    return finished;
  }

  @Override
  public void begin(int sourceBytes) {
    open();
    tree = null;
  }

  // Expressions.

  @Override
  public void name(int position, int symbol) {
    push(new Node.Name(symbol, position));
  }

  @Override
  public void string(int position, int symbol) {
    push(new Node.StringLiteral(symbol, position));
  }

  @Override
  public void integer(int position, long value) {
    push(new Node.IntegerLiteral(value, position));
  }

  @Override
  public void floating(int position, double value) {
    push(new Node.FloatLiteral(value, position));
  }

  @Override
  public void nil(int position) {
    push(new Node.Nil(position));
  }

  @Override
  public void trueLiteral(int position) {
    push(new Node.True(position));
  }

  @Override
  public void falseLiteral(int position) {
    push(new Node.False(position));
  }

  @Override
  public void vararg(int position) {
    push(new Node.Vararg(position));
  }

  @Override
  public void paren(int position) {
    push(new Node.Paren(pop(), position));
  }

  @Override
  public void field(int position, int symbol) {
    push(new Node.Field(pop(), symbol, position));
  }

  @Override
  public void unary(int kind, int position) {
    push(new Node.Unary(kind, pop(), position));
  }

  @Override
  public void binary(int kind, int position) {
    Node right = pop();
    push(new Node.Binary(kind, pop(), right, position));
  }

  @Override
  public void index(int position) {
    Node key = pop();
    push(new Node.Index(pop(), key, position));
  }

  @Override
  public void call(int position, int argumentCount) {
    Node[] arguments = nodes(argumentCount);
    push(new Node.Call(pop(), arguments, position));
  }

  @Override
  public void methodCall(int position, int argumentCount, int method, int methodPosition) {
    Node[] arguments = nodes(argumentCount);
    push(new Node.MethodCall(pop(), arguments, method, methodPosition, position));
  }

  @Override
  public void parameter(int position, int symbol) {
    push(new Node.Parameter(symbol, position));
  }

  @Override
  public void varargParameter(int position) {
    push(new Node.VarargParameter(position));
  }

  @Override
  public void function(int position, int parameterCount, boolean isVararg) {
    Node.Block body = (Node.Block) pop();
    Node.VarargParameter vararg = isVararg ? (Node.VarargParameter) pop() : null;
    Node.Parameter[] parameters = NO_PARAMETERS;
    if (parameterCount > 0) {
      parameters = new Node.Parameter[parameterCount];
      for (int i = parameterCount - 1; i >= 0; i--) {
        parameters[i] = (Node.Parameter) pop();
      }
    }
    push(new Node.Function(parameters, vararg, body, position));
  }

  @Override
  public void namedField(int position, int symbol) {
    push(new Node.NamedField(symbol, pop(), position));
  }

  @Override
  public void keyedField(int position) {
    Node value = pop();
    push(new Node.KeyedField(pop(), value, position));
  }

  @Override
  public void table(int position, int fieldCount) {
    push(new Node.Table(nodes(fieldCount), position));
  }

  // Statements.

  @Override
  public void localName(int kind, int position, int symbol) {
    push(new Node.LocalName(kind, symbol, position));
  }

  @Override
  public void local(int position, int nameCount, int valueCount) {
    Node[] values = nodes(valueCount);
    push(new Node.Local(nodes(nameCount), values, position));
  }

  @Override
  public void localFunction(int position, int symbol) {
    push(new Node.LocalFunction(symbol, pop(), position));
  }

  @Override
  public void assign(int position, int targetCount, int valueCount) {
    Node[] values = nodes(valueCount);
    push(new Node.Assign(nodes(targetCount), values, position));
  }

  @Override
  public void functionDeclaration(int position) {
    Node function = pop();
    push(new Node.FunctionDeclaration(pop(), function, position));
  }

  @Override
  public void methodDeclaration(int position, int method, int methodPosition) {
    Node function = pop();
    push(new Node.MethodDeclaration(pop(), function, method, methodPosition, position));
  }

  @Override
  public void elseIf(int position) {
    Node.Block then = (Node.Block) pop();
    push(new Node.ElseIf(pop(), then, position));
  }

  @Override
  public void ifStatement(int position, int elseIfCount, boolean hasElse) {
    Node.Block otherwise = hasElse ? (Node.Block) pop() : null;
    Node.ElseIf[] elseIfs = NO_ELSE_IFS;
    if (elseIfCount > 0) {
      elseIfs = new Node.ElseIf[elseIfCount];
      for (int i = elseIfCount - 1; i >= 0; i--) {
        elseIfs[i] = (Node.ElseIf) pop();
      }
    }
    Node.Block then = (Node.Block) pop();
    push(new Node.If(pop(), then, elseIfs, otherwise, position));
  }

  @Override
  public void whileStatement(int position) {
    Node.Block body = (Node.Block) pop();
    push(new Node.While(pop(), body, position));
  }

  @Override
  public void repeatStatement(int position) {
    Node condition = pop();
    push(new Node.Repeat((Node.Block) pop(), condition, position));
  }

  @Override
  public void numericFor(int position, boolean hasStep) {
    Node.Block body = (Node.Block) pop();
    Node step = hasStep ? pop() : null;
    Node to = pop();
    Node from = pop();
    push(new Node.NumericFor(pop(), from, to, step, body, position));
  }

  @Override
  public void genericFor(int position, int nameCount, int valueCount) {
    Node.Block body = (Node.Block) pop();
    Node[] values = nodes(valueCount);
    push(new Node.GenericFor(nodes(nameCount), values, body, position));
  }

  @Override
  public void doStatement(int position) {
    push(new Node.Do((Node.Block) pop(), position));
  }

  @Override
  public void returnStatement(int position, int valueCount) {
    push(new Node.Return(nodes(valueCount), position));
  }

  @Override
  public void breakStatement(int position) {
    push(new Node.Break(position));
  }

  @Override
  public void gotoStatement(int position, int symbol) {
    push(new Node.Goto(symbol, position));
  }

  @Override
  public void label(int position, int symbol) {
    push(new Node.Label(symbol, position));
  }

  @Override
  public void block(int position, int statementCount) {
    push(new Node.Block(nodes(statementCount), position));
  }

  @Override
  public void chunk(int position) {
    tree = new Node.Chunk((Node.Block) pop(), position);
    close();
  }

  // The uniform methods: every construct has its own, so that none is told apart at run time.

  @Override
  public void leaf(int kind, int position) {
    throw uniform(kind);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    throw uniform(kind);
  }

  @Override
  public void number(int kind, int position, long bits) {
    throw uniform(kind);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    throw uniform(kind);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    throw uniform(kind);
  }

  private static IllegalStateException uniform(int kind) {
    return new IllegalStateException("kind=" + Kind.name(kind) + ": has a method of its own");
  }
}
