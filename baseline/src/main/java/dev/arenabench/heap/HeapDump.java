package dev.arenabench.heap;

import dev.arenabench.syntax.DumpWriter;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;

/// The canonical text of the heap twin, by [DumpWriter].
public final class HeapDump extends TypedChildren {
  private final DumpWriter out;
  private final LeftSpine spine = new LeftSpine();

  /// Where the children of the node in [#rest] stand.
  private int typedDepth;

  private HeapDump(DumpWriter out) {
    this.out = out;
  }

  /// The text of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  /// @param positions whether the nodes' positions are in it
  public static String dump(Node.Chunk chunk, Interner interner, boolean positions) {
    DumpWriter writer = new DumpWriter(interner, positions);
    new HeapDump(writer).node(chunk, 0);
    return writer.text();
  }

  private void node(Node node, int depth) {
    int waiting = spine.depth();
    Node at = node;
    int atDepth = depth;
    line(at, atDepth);
    for (Node left = LeftSpine.left(at); left != null; left = LeftSpine.left(at)) {
      spine.push(at);
      at = left;
      line(at, ++atDepth);
    }
    rest(at, atDepth + 1);
    while (spine.depth() > waiting) {
      rest(spine.pop(), atDepth--);
    }
  }

  private void line(Node node, int depth) {
    out.line(depth, node.kind(), payload(node), node.position());
  }

  private static long payload(Node node) {
    return switch (node) {
      case Node.Name name -> name.symbol();
      case Node.StringLiteral string -> string.symbol();
      case Node.IntegerLiteral integer -> integer.value();
      case Node.FloatLiteral number -> Double.doubleToRawLongBits(number.value());
      case Node.Field field -> field.symbol();
      case Node.Parameter parameter -> parameter.symbol();
      case Node.NamedField field -> field.symbol();
      case Node.LocalName name -> name.symbol();
      case Node.LocalFunction local -> local.symbol();
      case Node.Goto jump -> jump.symbol();
      case Node.Label label -> label.symbol();
      case Node.Nil _,
          Node.True _,
          Node.False _,
          Node.Vararg _,
          Node.VarargParameter _,
          Node.Break _,
          Node.Paren _,
          Node.Unary _,
          Node.Binary _,
          Node.Index _,
          Node.Call _,
          Node.MethodCall _,
          Node.Function _,
          Node.Table _,
          Node.KeyedField _,
          Node.Block _,
          Node.Local _,
          Node.Assign _,
          Node.FunctionDeclaration _,
          Node.MethodDeclaration _,
          Node.If _,
          Node.ElseIf _,
          Node.While _,
          Node.Repeat _,
          Node.NumericFor _,
          Node.GenericFor _,
          Node.Do _,
          Node.Return _,
          Node.Chunk _ ->
          0;
      case TypedNode typed -> TypedChildren.payload(typed);
    };
  }

  /// The children of a node; those of a chain without the left one.
  private void rest(Node parent, int depth) {
    switch (parent) {
      case Node.Name _,
          Node.StringLiteral _,
          Node.IntegerLiteral _,
          Node.FloatLiteral _,
          Node.Nil _,
          Node.True _,
          Node.False _,
          Node.Vararg _,
          Node.Parameter _,
          Node.VarargParameter _,
          Node.LocalName _,
          Node.Break _,
          Node.Goto _,
          Node.Label _,
          Node.Field _ -> {}
      case Node.Paren paren -> node(paren.expression(), depth);
      case Node.Unary unary -> node(unary.operand(), depth);
      case Node.Binary binary -> node(binary.right(), depth);
      case Node.Index index -> node(index.key(), depth);
      case Node.Call call -> nodes(call.arguments(), depth);
      case Node.MethodCall call -> {
        nodes(call.arguments(), depth);
        out.line(depth, Kind.METHOD_NAME, call.method(), call.methodPosition());
      }
      case Node.Function function -> {
        nodes(function.parameters(), depth);
        Node.VarargParameter vararg = function.vararg();
        if (vararg != null) {
          node(vararg, depth);
        }
        node(function.body(), depth);
      }
      case Node.Table table -> nodes(table.fields(), depth);
      case Node.NamedField field -> node(field.value(), depth);
      case Node.KeyedField field -> pair(field.key(), field.value(), depth);
      case Node.Block block -> nodes(block.statements(), depth);
      case Node.Local local -> {
        nodes(local.names(), depth);
        nodes(local.values(), depth);
      }
      case Node.LocalFunction local -> node(local.function(), depth);
      case Node.Assign assign -> {
        nodes(assign.targets(), depth);
        nodes(assign.values(), depth);
        if (assign.targets().length > 1) {
          out.line(depth, Kind.TARGET_COUNT, assign.targets().length, assign.position());
        }
      }
      case Node.FunctionDeclaration declaration ->
          pair(declaration.target(), declaration.function(), depth);
      case Node.MethodDeclaration declaration -> {
        pair(declaration.target(), declaration.function(), depth);
        out.line(depth, Kind.METHOD_NAME, declaration.method(), declaration.methodPosition());
      }
      case Node.If branch -> {
        pair(branch.condition(), branch.then(), depth);
        nodes(branch.elseIfs(), depth);
        Node.Block otherwise = branch.otherwise();
        if (otherwise != null) {
          node(otherwise, depth);
        }
      }
      case Node.ElseIf branch -> pair(branch.condition(), branch.then(), depth);
      case Node.While loop -> pair(loop.condition(), loop.body(), depth);
      case Node.Repeat loop -> pair(loop.body(), loop.condition(), depth);
      case Node.NumericFor loop -> {
        node(loop.name(), depth);
        pair(loop.from(), loop.to(), depth);
        Node step = loop.step();
        if (step != null) {
          node(step, depth);
        }
        node(loop.body(), depth);
      }
      case Node.GenericFor loop -> {
        nodes(loop.names(), depth);
        nodes(loop.values(), depth);
        node(loop.body(), depth);
      }
      case Node.Do block -> node(block.body(), depth);
      case Node.Return end -> nodes(end.values(), depth);
      case Node.Chunk chunk -> node(chunk.body(), depth);
      case TypedNode typed -> {
        int outer = typedDepth;
        typedDepth = depth;
        of(typed);
        typedDepth = outer;
      }
    }
  }

  @Override
  void child(Node child) {
    node(child, typedDepth);
  }

  @Override
  void part(int kind, int payload, int position) {
    out.line(typedDepth, kind, payload, position);
  }

  private void pair(Node first, Node second, int depth) {
    node(first, depth);
    node(second, depth);
  }

  private void nodes(Node[] nodes, int depth) {
    for (Node node : nodes) {
      node(node, depth);
    }
  }
}
