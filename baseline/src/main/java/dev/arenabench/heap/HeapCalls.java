package dev.arenabench.heap;

import dev.arenabench.syntax.CallCounts;

/// The `calls` pass of the heap twin: counts call sites by the name of the callee.
///
/// What a function declaration declares is passed over: names and fields only. How nodes are told
/// apart: see [HeapCount].
public final class HeapCalls extends TypedCalls {
  private HeapCalls(CallCounts calls) {
    super(calls);
  }

  /// Adds the call sites of a tree.
  public static void count(Node.Chunk chunk, CallCounts calls) {
    new HeapCalls(calls).block(chunk.body());
  }

  @Override
  void block(Node.Block block) {
    for (Node statement : block.statements()) {
      statement(statement);
    }
  }

  @Override
  void statement(Node statement) {
    if (statement instanceof Node.Local local) {
      names(local.names());
      expressions(local.values());
    } else if (statement instanceof Node.Assign assign) {
      expressions(assign.targets());
      expressions(assign.values());
    } else if (statement instanceof Node.If branch) {
      branch(branch);
    } else if (statement instanceof Node.Return end) {
      expressions(end.values());
    } else if (statement instanceof Node.Call || statement instanceof Node.MethodCall) {
      expression(statement);
    } else if (statement instanceof Node.FunctionDeclaration declaration) {
      function(declaration.function());
    } else if (statement instanceof Node.LocalFunction local) {
      function(local.function());
    } else if (statement instanceof Node.GenericFor loop) {
      names(loop.names());
      expressions(loop.values());
      block(loop.body());
    } else if (statement instanceof Node.MethodDeclaration declaration) {
      function(declaration.function());
    } else if (statement instanceof Node.NumericFor loop) {
      name(loop.name());
      expression(loop.from());
      expression(loop.to());
      Node step = loop.step();
      if (step != null) {
        expression(step);
      }
      block(loop.body());
    } else if (statement instanceof Node.While loop) {
      expression(loop.condition());
      block(loop.body());
    } else if (statement instanceof Node.Repeat loop) {
      block(loop.body());
      expression(loop.condition());
    } else if (statement instanceof Node.Do block) {
      block(block.body());
    } else if (!(statement instanceof Node.Break
        || statement instanceof Node.Goto
        || statement instanceof Node.Label)) {
      typedStatement(statement);
    }
  }

  @Override
  void function(Node function) {
    if (function instanceof Node.Function plain) {
      block(plain.body());
    } else {
      typedFunction(function);
    }
  }

  @Override
  void names(Node[] names) {
    for (Node name : names) {
      name(name);
    }
  }

  private void name(Node name) {
    if (!(name instanceof Node.LocalName)) {
      pattern(name);
    }
  }

  @Override
  void callee(Node callee) {
    if (callee instanceof Node.Name name) {
      calls.named(name.symbol());
    } else if (callee instanceof Node.Field field) {
      calls.named(field.symbol());
    } else if (callee instanceof TypedExpression.OptionalField field) {
      calls.named(field.symbol());
    } else {
      calls.unnamed();
    }
  }

  private void branch(Node.If branch) {
    expression(branch.condition());
    block(branch.then());
    for (Node.ElseIf elseIf : branch.elseIfs()) {
      expression(elseIf.condition());
      block(elseIf.then());
    }
    Node.Block otherwise = branch.otherwise();
    if (otherwise != null) {
      block(otherwise);
    }
  }

  @Override
  void expressions(Node[] expressions) {
    for (Node expression : expressions) {
      expression(expression);
    }
  }

  @Override
  void expression(Node expression) {
    Node at = expression;
    while (true) {
      if (at instanceof Node.Name) {
        return;
      } else if (at instanceof Node.Field field) {
        at = field.object();
      } else if (at instanceof Node.StringLiteral) {
        return;
      } else if (at instanceof Node.Call call) {
        expressions(call.arguments());
        at = call.callee();
        callee(at);
      } else if (at instanceof Node.Binary binary) {
        expression(binary.right());
        at = binary.left();
      } else if (at instanceof Node.MethodCall call) {
        calls.named(call.method());
        expressions(call.arguments());
        at = call.object();
      } else if (at instanceof Node.IntegerLiteral) {
        return;
      } else if (at instanceof Node.NamedField field) {
        at = field.value();
      } else if (at instanceof Node.Table table) {
        expressions(table.fields());
        return;
      } else if (at instanceof Node.Function function) {
        block(function.body());
        return;
      } else if (at instanceof Node.Index index) {
        expression(index.key());
        at = index.object();
      } else if (at instanceof Node.Unary unary) {
        at = unary.operand();
      } else if (at instanceof Node.Paren paren) {
        at = paren.expression();
      } else if (at instanceof Node.KeyedField field) {
        expression(field.key());
        at = field.value();
      } else if (at instanceof Node.Nil
          || at instanceof Node.True
          || at instanceof Node.False
          || at instanceof Node.FloatLiteral
          || at instanceof Node.Vararg) {
        return;
      } else {
        Node left = typedExpression(at);
        if (left == null) {
          return;
        }
        at = left;
      }
    }
  }
}
