package dev.arenabench.heap;

import dev.arenabench.syntax.CallCounts;

/// The `calls` pass of the heap twin: counts call sites by the name of the callee.
///
/// What a function declaration declares is passed over: names and fields only. How nodes are told
/// apart: see [HeapCount].
public final class HeapCalls {
  private final CallCounts calls;

  private HeapCalls(CallCounts calls) {
    this.calls = calls;
  }

  /// Adds the call sites of a tree.
  public static void count(Node.Chunk chunk, CallCounts calls) {
    new HeapCalls(calls).block(chunk.body());
  }

  private void block(Node.Block block) {
    for (Node statement : block.statements()) {
      statement(statement);
    }
  }

  private void statement(Node statement) {
    if (statement instanceof Node.Local local) {
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
      block(declaration.function().body());
    } else if (statement instanceof Node.LocalFunction local) {
      block(local.function().body());
    } else if (statement instanceof Node.GenericFor loop) {
      expressions(loop.values());
      block(loop.body());
    } else if (statement instanceof Node.MethodDeclaration declaration) {
      block(declaration.function().body());
    } else if (statement instanceof Node.NumericFor loop) {
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
    } // break, goto, a label: no calls
  }

  private void callee(Node callee) {
    if (callee instanceof Node.Name name) {
      calls.named(name.symbol());
    } else if (callee instanceof Node.Field field) {
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

  private void expressions(Node[] expressions) {
    for (Node expression : expressions) {
      expression(expression);
    }
  }

  private void expression(Node expression) {
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
      } else {
        return; // nil, true, false, ..., a float
      }
    }
  }
}
