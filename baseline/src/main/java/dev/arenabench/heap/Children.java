package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;

/// What a [Node] consists of, in the order that its [Kind] states, parts last: for those passes to
/// which all constructs are alike.
abstract class Children extends TypedChildren {
  /// What stands with the node itself: a symbol where [Kind#hasSymbol], the value or bits of a
  /// number; else 0.
  static long payload(Node node) {
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

  /// Reports the children and parts of a node.
  final void of(Node node) {
    switch (node) {
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
          Node.Label _ -> {}
      case Node.Paren paren -> child(paren.expression());
      case Node.Field field -> child(field.object());
      case Node.Unary unary -> child(unary.operand());
      case Node.Binary binary -> pair(binary.left(), binary.right());
      case Node.Index index -> pair(index.object(), index.key());
      case Node.Call call -> {
        child(call.callee());
        children(call.arguments());
      }
      case Node.MethodCall call -> {
        child(call.object());
        children(call.arguments());
        part(Kind.METHOD_NAME, call.method(), call.methodPosition());
      }
      case Node.Function function -> {
        children(function.parameters());
        optional(function.vararg());
        child(function.body());
      }
      case Node.Table table -> children(table.fields());
      case Node.NamedField field -> child(field.value());
      case Node.KeyedField field -> pair(field.key(), field.value());
      case Node.Block block -> children(block.statements());
      case Node.Local local -> {
        children(local.names());
        children(local.values());
      }
      case Node.LocalFunction local -> child(local.function());
      case Node.Assign assign -> {
        children(assign.targets());
        children(assign.values());
        if (assign.targets().length > 1) {
          part(Kind.TARGET_COUNT, assign.targets().length, assign.position());
        }
      }
      case Node.FunctionDeclaration declaration ->
          pair(declaration.target(), declaration.function());
      case Node.MethodDeclaration declaration -> {
        pair(declaration.target(), declaration.function());
        part(Kind.METHOD_NAME, declaration.method(), declaration.methodPosition());
      }
      case Node.If branch -> {
        pair(branch.condition(), branch.then());
        children(branch.elseIfs());
        optional(branch.otherwise());
      }
      case Node.ElseIf branch -> pair(branch.condition(), branch.then());
      case Node.While loop -> pair(loop.condition(), loop.body());
      case Node.Repeat loop -> pair(loop.body(), loop.condition());
      case Node.NumericFor loop -> {
        child(loop.name());
        pair(loop.from(), loop.to());
        optional(loop.step());
        child(loop.body());
      }
      case Node.GenericFor loop -> {
        children(loop.names());
        children(loop.values());
        child(loop.body());
      }
      case Node.Do block -> child(block.body());
      case Node.Return end -> children(end.values());
      case Node.Chunk chunk -> child(chunk.body());
      case TypedNode typed -> typed(typed);
    }
  }

  private void pair(Node first, Node second) {
    child(first);
    child(second);
  }
}
