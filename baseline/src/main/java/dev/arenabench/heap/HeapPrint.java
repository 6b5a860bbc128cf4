package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;

/// The `print` pass of the heap twin: drives [LuaWriter] over a tree.
///
/// How nodes are told apart: see [HeapCount].
public final class HeapPrint extends TypedPrint {
  private final LeftSpine spine = new LeftSpine();

  private HeapPrint(LuaWriter out) {
    super(out);
  }

  /// Writes a tree in place of what the writer held.
  public static void print(Node.Chunk chunk, LuaWriter writer) {
    writer.clear();
    new HeapPrint(writer).statements(chunk.body());
    writer.closeFile();
  }

  @Override
  void block(Node.Block block) {
    out.openBlock();
    statements(block);
    out.closeBlock();
  }

  private void statements(Node.Block block) {
    for (Node statement : block.statements()) {
      out.statement();
      statement(statement);
    }
  }

  @Override
  void statement(Node statement) {
    if (statement instanceof Node.Local local) {
      out.start(Kind.LOCAL);
      names(local.names());
      if (local.values().length > 0) {
        out.equal();
        expressions(local.values());
      }
    } else if (statement instanceof Node.Assign assign) {
      expressions(assign.targets());
      out.equal();
      expressions(assign.values());
    } else if (statement instanceof Node.If branch) {
      branch(branch);
    } else if (statement instanceof Node.Return end) {
      out.start(Kind.RETURN);
      if (end.values().length > 0) {
        out.blank();
        expressions(end.values());
      }
    } else if (statement instanceof Node.Call || statement instanceof Node.MethodCall) {
      expression(statement);
    } else if (statement instanceof Node.FunctionDeclaration declaration) {
      out.start(Kind.FUNCTION_DECLARATION);
      expression(declaration.target());
      body(declaration.function());
    } else if (statement instanceof Node.LocalFunction local) {
      out.start(Kind.LOCAL_FUNCTION);
      out.name(local.symbol());
      body(local.function());
    } else if (statement instanceof Node.GenericFor loop) {
      out.start(Kind.GENERIC_FOR);
      names(loop.names());
      out.in();
      expressions(loop.values());
      loopBody(loop.body());
    } else if (statement instanceof Node.MethodDeclaration declaration) {
      out.start(Kind.METHOD_DECLARATION);
      expression(declaration.target());
      out.method(declaration.method());
      body(declaration.function());
    } else if (statement instanceof Node.NumericFor loop) {
      numericFor(loop);
    } else if (statement instanceof Node.While loop) {
      out.start(Kind.WHILE);
      expression(loop.condition());
      loopBody(loop.body());
    } else if (statement instanceof Node.Repeat loop) {
      out.start(Kind.REPEAT);
      block(loop.body());
      out.until();
      expression(loop.condition());
    } else if (statement instanceof Node.Do block) {
      out.start(Kind.DO);
      block(block.body());
      out.end();
    } else if (statement instanceof Node.Goto jump) {
      out.start(Kind.GOTO);
      out.name(jump.symbol());
    } else if (statement instanceof Node.Label label) {
      out.start(Kind.LABEL);
      out.name(label.symbol());
      out.endLabel();
    } else if (statement instanceof Node.Break) {
      out.start(Kind.BREAK);
    } else {
      typedStatement(statement);
    }
  }

  private void branch(Node.If branch) {
    out.start(Kind.IF);
    expression(branch.condition());
    out.then();
    block(branch.then());
    for (Node.ElseIf elseIf : branch.elseIfs()) {
      out.start(Kind.ELSE_IF);
      expression(elseIf.condition());
      out.then();
      block(elseIf.then());
    }
    Node.Block otherwise = branch.otherwise();
    if (otherwise != null) {
      out.otherwise();
      block(otherwise);
    }
    out.end();
  }

  private void numericFor(Node.NumericFor loop) {
    out.start(Kind.NUMERIC_FOR);
    name(loop.name());
    out.equal();
    expression(loop.from());
    out.comma();
    expression(loop.to());
    Node step = loop.step();
    if (step != null) {
      out.comma();
      expression(step);
    }
    loopBody(loop.body());
  }

  private void loopBody(Node.Block body) {
    out.loopBody();
    block(body);
    out.end();
  }

  private void names(Node[] names) {
    for (int i = 0; i < names.length; i++) {
      if (i > 0) {
        out.comma();
      }
      name(names[i]);
    }
  }

  private void name(Node name) {
    if (name instanceof Node.LocalName plain) {
      out.localName(plain.kind(), plain.symbol());
    } else {
      declared(name);
    }
  }

  @Override
  void body(Node function) {
    if (function instanceof Node.Function plain) {
      parameters(plain);
      block(plain.body());
      out.end();
    } else {
      typedBody(function);
    }
  }

  @Override
  void parameters(Node.Function function) {
    out.openParen();
    Node.Parameter[] parameters = function.parameters();
    for (int i = 0; i < parameters.length; i++) {
      if (i > 0) {
        out.comma();
      }
      out.name(parameters[i].symbol());
    }
    if (function.vararg() != null) {
      if (parameters.length > 0) {
        out.comma();
      }
      out.start(Kind.VARARG_PARAMETER);
    }
    out.closeParen();
  }

  private void arguments(Node[] arguments) {
    out.openParen();
    expressions(arguments);
    out.closeParen();
  }

  @Override
  void expressions(Node[] expressions) {
    for (int i = 0; i < expressions.length; i++) {
      if (i > 0) {
        out.comma();
      }
      expression(expressions[i]);
    }
  }

  @Override
  void expression(Node expression) {
    int waiting = spine.depth();
    Node at = expression;
    for (Node left = LeftSpine.left(at); left != null; left = LeftSpine.left(at)) {
      spine.push(at);
      at = left;
    }
    first(at);
    while (spine.depth() > waiting) {
      rest(spine.pop());
    }
  }

  /// What follows the left child of a node.
  private void rest(Node parent) {
    if (parent instanceof Node.Field field) {
      out.field(field.symbol());
    } else if (parent instanceof Node.Call call) {
      arguments(call.arguments());
    } else if (parent instanceof Node.Binary binary) {
      out.infix(binary.kind());
      expression(binary.right());
    } else if (parent instanceof Node.MethodCall call) {
      out.method(call.method());
      arguments(call.arguments());
    } else if (parent instanceof Node.Index index) {
      out.openBracket();
      expression(index.key());
      out.closeBracket();
    } else {
      typedRest(parent);
    }
  }

  /// An expression that is no chain.
  private void first(Node expression) {
    if (expression instanceof Node.Name name) {
      out.name(name.symbol());
    } else if (expression instanceof Node.StringLiteral string) {
      out.string(string.symbol());
    } else if (expression instanceof Node.IntegerLiteral integer) {
      out.integer(integer.value());
    } else if (expression instanceof Node.Table table) {
      table(table);
    } else if (expression instanceof Node.Function function) {
      out.start(Kind.FUNCTION);
      body(function);
    } else if (expression instanceof Node.Unary unary) {
      out.start(unary.kind());
      expression(unary.operand());
    } else if (expression instanceof Node.Paren paren) {
      out.openParen();
      expression(paren.expression());
      out.closeParen();
    } else if (expression instanceof Node.FloatLiteral number) {
      out.floating(Double.doubleToRawLongBits(number.value()));
    } else if (expression instanceof Node.Nil
        || expression instanceof Node.True
        || expression instanceof Node.False
        || expression instanceof Node.Vararg) {
      out.start(expression.kind());
    } else {
      typedFirst(expression);
    }
  }

  private void table(Node.Table table) {
    Node[] fields = table.fields();
    out.openTable(fields.length);
    for (int i = 0; i < fields.length; i++) {
      out.tableField(i, fields.length);
      Node field = fields[i];
      if (field instanceof Node.NamedField named) {
        out.name(named.symbol());
        out.equal();
        expression(named.value());
      } else if (field instanceof Node.KeyedField keyed) {
        out.openBracket();
        expression(keyed.key());
        out.closeBracket();
        out.equal();
        expression(keyed.value());
      } else {
        expression(field);
      }
    }
    out.closeTable(fields.length);
  }
}
