package dev.arenabench.heap;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Scopes;

/// The `resolve` pass of the heap twin: drives [Scopes] over a tree.
///
/// Statements in source order; the expressions of a statement as it is quickest, which `Scopes`
/// allows. How nodes are told apart: see [HeapCount].
public final class HeapResolve extends TypedResolve {
  private static final int NUMERIC_FOR_HIDDEN = 3;
  private static final int GENERIC_FOR_HIDDEN = 4;

  private HeapResolve(Scopes scopes) {
    super(scopes);
  }

  /// Resolves a tree; the answers are in `scopes`.
  ///
  /// @param interner the one that the tree was parsed with
  public static void resolve(Node.Chunk chunk, Interner interner, Scopes scopes) {
    scopes.begin(interner);
    scopes.enterFunction(true, chunk.position());
    new HeapResolve(scopes).statements(chunk.body(), true);
    scopes.leaveFunction();
  }

  @Override
  void block(Node.Block block) {
    scopes.enterBlock(false);
    statements(block, true);
    scopes.leaveBlock();
  }

  @Override
  void statements(Node.Block block) {
    statements(block, true);
  }

  /// @param closes whether the end of these statements ends their scope, as all but `until` do
  private void statements(Node.Block block, boolean closes) {
    Node[] statements = block.statements();
    for (int i = 0; i < statements.length; i++) {
      Node statement = statements[i];
      if (statement instanceof Node.Label label) {
        scopes.label(label.symbol(), label.position(), closes && isLast(statements, i));
      } else {
        statement(statement);
      }
    }
  }

  @Override
  void statement(Node statement) {
    if (statement instanceof Node.Local local) {
      local(local);
    } else if (statement instanceof Node.Assign assign) {
      for (Node target : assign.targets()) {
        target(target);
      }
      expressions(assign.values());
    } else if (statement instanceof Node.If branch) {
      branch(branch);
    } else if (statement instanceof Node.Return end) {
      expressions(end.values());
    } else if (statement instanceof Node.Call || statement instanceof Node.MethodCall) {
      expression(statement);
    } else if (statement instanceof Node.FunctionDeclaration declaration) {
      target(declaration.target());
      function(declaration.function(), false);
    } else if (statement instanceof Node.LocalFunction local) {
      scopes.declare(Kind.LOCAL_FUNCTION, local.symbol(), local.position());
      function(local.function(), false);
    } else if (statement instanceof Node.GenericFor loop) {
      genericFor(loop);
    } else if (statement instanceof Node.MethodDeclaration declaration) {
      expression(declaration.target());
      function(declaration.function(), true);
    } else if (statement instanceof Node.NumericFor loop) {
      numericFor(loop);
    } else if (statement instanceof Node.While loop) {
      expression(loop.condition());
      scopes.enterBlock(true);
      statements(loop.body(), true);
      scopes.leaveBlock();
    } else if (statement instanceof Node.Repeat loop) {
      scopes.enterBlock(true);
      statements(loop.body(), false);
      expression(loop.condition());
      scopes.leaveBlock();
    } else if (statement instanceof Node.Do block) {
      block(block.body());
    } else if (statement instanceof Node.Break end) {
      scopes.breakAt(end.position());
    } else if (statement instanceof Node.Goto jump) {
      scopes.gotoAt(jump.symbol(), jump.position());
    } else {
      typedStatement(statement);
    }
  }

  private void local(Node.Local local) {
    expressions(local.values());
    scopes.beginLocal();
    names(local.names());
  }

  @Override
  void target(Node target) {
    if (target instanceof Node.Name name) {
      scopes.assign(name.symbol(), name.position());
    } else {
      expression(target);
    }
  }

  private void genericFor(Node.GenericFor loop) {
    expressions(loop.values());
    scopes.enterBlock(true);
    scopes.declareHidden(GENERIC_FOR_HIDDEN, loop.position());
    names(loop.names());
    statements(loop.body(), true);
    scopes.leaveBlock();
  }

  private void numericFor(Node.NumericFor loop) {
    expression(loop.from());
    expression(loop.to());
    Node step = loop.step();
    if (step != null) {
      expression(step);
    }
    scopes.enterBlock(true);
    scopes.declareHidden(NUMERIC_FOR_HIDDEN, loop.position());
    name(loop.name());
    statements(loop.body(), true);
    scopes.leaveBlock();
  }

  private static boolean isLast(Node[] statements, int label) {
    for (int i = label + 1; i < statements.length; i++) {
      if (!(statements[i] instanceof Node.Label)) {
        return false;
      }
    }
    return true;
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
  void function(Node function, boolean method) {
    if (!(function instanceof Node.Function plain)) {
      typedFunction(function, method);
      return;
    }
    scopes.enterFunction(plain.vararg() != null, plain.position());
    if (method) {
      scopes.declareSelf(plain.position());
    }
    for (Node.Parameter parameter : plain.parameters()) {
      scopes.declare(Kind.PARAMETER, parameter.symbol(), parameter.position());
    }
    statements(plain.body(), true);
    scopes.leaveFunction();
  }

  @Override
  void names(Node[] names) {
    for (Node name : names) {
      name(name);
    }
  }

  private void name(Node name) {
    if (name instanceof Node.LocalName plain) {
      scopes.declare(plain.kind(), plain.symbol(), plain.position());
    } else {
      pattern(name);
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
      if (at instanceof Node.Name name) {
        scopes.use(name.symbol());
        return;
      } else if (at instanceof Node.Field field) {
        at = field.object();
      } else if (at instanceof Node.StringLiteral) {
        return;
      } else if (at instanceof Node.Call call) {
        expressions(call.arguments());
        at = call.callee();
      } else if (at instanceof Node.Binary binary) {
        expression(binary.right());
        at = binary.left();
      } else if (at instanceof Node.MethodCall call) {
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
        function(function, false);
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
      } else if (at instanceof Node.Vararg) {
        scopes.vararg(at.position());
        return;
      } else if (at instanceof Node.Nil
          || at instanceof Node.True
          || at instanceof Node.False
          || at instanceof Node.FloatLiteral) {
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
