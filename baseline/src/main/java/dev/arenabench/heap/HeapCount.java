package dev.arenabench.heap;

import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Kind;

/// The `count` pass of the heap twin: visits every node and counts it by kind.
///
/// As in every pass here that need not keep to source order, the left operand, callee or object of
/// an expression is the next turn of a loop, so that a chain of a million is no deeper than one.
public final class HeapCount extends TypedCount {
  /*
   * How the timed passes of this package tell nodes apart: tests for final classes, the most
   * frequent in real programs first. Each test is one comparison with the class word that was
   * loaded once, the common third of all nodes is told by the first, and a leaf is done without a
   * call. The alternatives: a virtual method of each record for each pass is one megamorphic
   * interface call a node (search of the itable, then an indirect jump that is missed as often as
   * the chain's branches); kind() and a switch is such a call and a jump table; a pattern switch
   * over Node is the same chain by way of an index, which C2 has to thread away again.
   */
  private HeapCount(int[] counts) {
    super(counts);
  }

  /// Adds the nodes of a tree to the census.
  public static void count(Node.Chunk chunk, Census census) {
    HeapCount pass = new HeapCount(census.counts());
    pass.counts[Kind.CHUNK]++;
    pass.block(chunk.body());
  }

  @Override
  void block(Node.Block block) {
    counts[Kind.BLOCK]++;
    for (Node statement : block.statements()) {
      statement(statement);
    }
  }

  @Override
  void statement(Node statement) {
    if (statement instanceof Node.Local local) {
      counts[Kind.LOCAL]++;
      names(local.names());
      expressions(local.values());
    } else if (statement instanceof Node.Assign assign) {
      counts[Kind.ASSIGN]++;
      expressions(assign.targets());
      expressions(assign.values());
    } else if (statement instanceof Node.If branch) {
      branch(branch);
    } else if (statement instanceof Node.Return end) {
      counts[Kind.RETURN]++;
      expressions(end.values());
    } else if (statement instanceof Node.Call || statement instanceof Node.MethodCall) {
      expression(statement);
    } else if (statement instanceof Node.FunctionDeclaration declaration) {
      counts[Kind.FUNCTION_DECLARATION]++;
      expression(declaration.target());
      function(declaration.function());
    } else if (statement instanceof Node.LocalFunction local) {
      counts[Kind.LOCAL_FUNCTION]++;
      function(local.function());
    } else if (statement instanceof Node.GenericFor loop) {
      counts[Kind.GENERIC_FOR]++;
      names(loop.names());
      expressions(loop.values());
      block(loop.body());
    } else if (statement instanceof Node.MethodDeclaration declaration) {
      counts[Kind.METHOD_DECLARATION]++;
      expression(declaration.target());
      function(declaration.function());
    } else if (statement instanceof Node.NumericFor loop) {
      counts[Kind.NUMERIC_FOR]++;
      name(loop.name());
      expression(loop.from());
      expression(loop.to());
      Node step = loop.step();
      if (step != null) {
        expression(step);
      }
      block(loop.body());
    } else if (statement instanceof Node.While loop) {
      counts[Kind.WHILE]++;
      expression(loop.condition());
      block(loop.body());
    } else if (statement instanceof Node.Repeat loop) {
      counts[Kind.REPEAT]++;
      block(loop.body());
      expression(loop.condition());
    } else if (statement instanceof Node.Do block) {
      counts[Kind.DO]++;
      block(block.body());
    } else if (statement instanceof Node.Break
        || statement instanceof Node.Goto
        || statement instanceof Node.Label) {
      leaf(statement);
    } else {
      typedStatement(statement);
    }
  }

  private void branch(Node.If branch) {
    counts[Kind.IF]++;
    expression(branch.condition());
    block(branch.then());
    for (Node.ElseIf elseIf : branch.elseIfs()) {
      counts[Kind.ELSE_IF]++;
      expression(elseIf.condition());
      block(elseIf.then());
    }
    Node.Block otherwise = branch.otherwise();
    if (otherwise != null) {
      block(otherwise);
    }
  }

  @Override
  void function(Node function) {
    if (function instanceof Node.Function plain) {
      counts[Kind.FUNCTION]++;
      counts[Kind.PARAMETER] += plain.parameters().length;
      if (plain.vararg() != null) {
        counts[Kind.VARARG_PARAMETER]++;
      }
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
    if (name instanceof Node.LocalName plain) {
      counts[plain.kind()]++;
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
      if (at instanceof Node.Name) {
        counts[Kind.NAME]++;
        return;
      } else if (at instanceof Node.Field field) {
        counts[Kind.FIELD]++;
        at = field.object();
      } else if (at instanceof Node.StringLiteral) {
        counts[Kind.STRING]++;
        return;
      } else if (at instanceof Node.Call call) {
        counts[Kind.CALL]++;
        expressions(call.arguments());
        at = call.callee();
      } else if (at instanceof Node.Binary binary) {
        counts[binary.kind()]++;
        expression(binary.right());
        at = binary.left();
      } else if (at instanceof Node.MethodCall call) {
        counts[Kind.METHOD_CALL]++;
        expressions(call.arguments());
        at = call.object();
      } else if (at instanceof Node.IntegerLiteral) {
        counts[Kind.INTEGER]++;
        return;
      } else if (at instanceof Node.NamedField field) {
        counts[Kind.NAMED_FIELD]++;
        at = field.value();
      } else if (at instanceof Node.Table table) {
        counts[Kind.TABLE]++;
        expressions(table.fields());
        return;
      } else if (at instanceof Node.Function function) {
        function(function);
        return;
      } else if (at instanceof Node.Index index) {
        counts[Kind.INDEX]++;
        expression(index.key());
        at = index.object();
      } else if (at instanceof Node.Unary unary) {
        counts[unary.kind()]++;
        at = unary.operand();
      } else if (at instanceof Node.Paren paren) {
        counts[Kind.PAREN]++;
        at = paren.expression();
      } else if (at instanceof Node.KeyedField field) {
        counts[Kind.KEYED_FIELD]++;
        expression(field.key());
        at = field.value();
      } else if (at instanceof Node.Nil
          || at instanceof Node.True
          || at instanceof Node.False
          || at instanceof Node.FloatLiteral
          || at instanceof Node.Vararg) {
        leaf(at);
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

  /// The rare ones, by what they say they are.
  private void leaf(Node leaf) {
    counts[leaf.kind()]++;
  }
}
