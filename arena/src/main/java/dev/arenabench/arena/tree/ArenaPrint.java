package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;

/// The `print` pass of the arena twin: drives [LuaWriter] over a tree.
///
/// Text comes in source order, children are found from the last to the first: so the children of
/// each node wait on a stack until it is their turn. Reused from tree to tree; in steady state
/// nothing is allocated. Not thread-safe.
public final class ArenaPrint {
  private final IntStack waiting = new IntStack();
  private final ArenaTypedPrint typed = new ArenaTypedPrint(this, waiting);
  private final ArenaDeclarationPrint declarations =
      new ArenaDeclarationPrint(this, waiting, typed);

  // Set by `print`, the only way in.
  @SuppressWarnings("NullAway.Init")
  private long[] words;

  @SuppressWarnings("NullAway.Init")
  private LuaWriter out;

  /// Writes a tree in place of what the writer held.
  ///
  /// @param writer over the interner that the tree was parsed with
  public void print(ArenaTree tree, LuaWriter writer) {
    words = tree.words();
    out = writer;
    typed.begin(words, out);
    declarations.begin(words, out);
    waiting.clear();
    out.clear();
    statements(tree.end - 2);
    out.closeFile();
  }

  // Statements.

  void block(int header) {
    out.openBlock();
    statements(header);
    out.closeBlock();
  }

  private void statements(int block) {
    for (int count = children(block); count > 0; count--) {
      out.statement();
      statement(waiting.pop());
    }
  }

  void statement(int header) {
    int kind = kind(header);
    switch (kind) {
      case Kind.CALL, Kind.METHOD_CALL -> expression(header);
      case Kind.LOCAL -> {
        out.start(kind);
        int values = names(children(header));
        if (values > 0) {
          out.equal();
          expressions(values);
        }
      }
      case Kind.ASSIGN -> assign(header);
      case Kind.IF -> branches(header);
      case Kind.RETURN -> {
        out.start(kind);
        int values = children(header);
        if (values > 0) {
          out.blank();
          expressions(values);
        }
      }
      case Kind.LOCAL_FUNCTION -> {
        out.start(kind);
        out.name(symbol(header));
        body(header - 1);
      }
      case Kind.FUNCTION_DECLARATION -> {
        out.start(kind);
        int function = NodeLayout.before(words, header);
        expression(NodeLayout.start(words, function) - 1);
        body(function);
      }
      case Kind.METHOD_DECLARATION -> {
        out.start(kind);
        int method = NodeLayout.before(words, header);
        expression(NodeLayout.start(words, method - 1) - 1);
        out.method(symbol(method));
        body(method - 1);
      }
      case Kind.WHILE -> {
        out.start(kind);
        int body = NodeLayout.before(words, header);
        expression(NodeLayout.start(words, body) - 1);
        loopBody(body);
      }
      case Kind.REPEAT -> {
        out.start(kind);
        int condition = NodeLayout.before(words, header);
        block(NodeLayout.start(words, condition) - 1);
        out.until();
        expression(condition);
      }
      case Kind.NUMERIC_FOR -> {
        out.start(kind);
        int values = names(children(header)) - 1;
        out.equal();
        expressions(values);
        loopBody(waiting.pop());
      }
      case Kind.GENERIC_FOR -> {
        out.start(kind);
        int values = names(children(header)) - 1;
        out.in();
        expressions(values);
        loopBody(waiting.pop());
      }
      case Kind.DO -> {
        out.start(kind);
        block(header - 1);
        out.end();
      }
      case Kind.GOTO -> {
        out.start(kind);
        out.name(symbol(header));
      }
      case Kind.LABEL -> {
        out.start(kind);
        out.name(symbol(header));
        out.endLabel();
      }
      case Kind.BREAK -> out.start(kind);
      default -> declarations.statement(header);
    }
  }

  private void assign(int header) {
    int last = NodeLayout.before(words, header);
    boolean several = kind(last) == Kind.TARGET_COUNT;
    int targets = several ? NodeLayout.payload(words[last]) : 1;
    int values = children(header) - targets - (several ? 1 : 0);
    expressions(targets);
    out.equal();
    expressions(values);
    if (several) {
      waiting.pop();
    }
  }

  private void branches(int header) {
    int rest = children(header) - 2;
    out.start(Kind.IF);
    expression(waiting.pop());
    out.then();
    block(waiting.pop());
    for (; rest > 0; rest--) {
      int branch = waiting.pop();
      if (kind(branch) == Kind.ELSE_IF) {
        out.start(Kind.ELSE_IF);
        int body = NodeLayout.before(words, branch);
        expression(NodeLayout.start(words, body) - 1);
        out.then();
        block(body);
      } else {
        out.otherwise();
        block(branch);
      }
    }
    out.end();
  }

  private void loopBody(int block) {
    out.loopBody();
    block(block);
    out.end();
  }

  /// Writes the declared names among the children that wait.
  ///
  /// @param count of the children
  /// @return how many still wait
  private int names(int count) {
    int rest = count;
    while (rest > 0) {
      int child = waiting.pop();
      int kind = kind(child);
      boolean plain = kind == Kind.LOCAL_NAME || kind == Kind.CONST_NAME || kind == Kind.CLOSE_NAME;
      if (!plain && !ArenaTypedPrint.isDeclared(kind)) {
        waiting.push(child);
        return rest;
      }
      if (rest < count) {
        out.comma();
      }
      if (plain) {
        out.localName(kind, symbol(child));
      } else {
        typed.declared(child);
      }
      rest--;
    }
    return rest;
  }

  /// Parameters and block of a function.
  void body(int header) {
    if (kind(header) != Kind.FUNCTION) {
      typed.function(header, false);
      return;
    }
    out.openParen();
    int parameters = children(header) - 1;
    for (int i = 0; i < parameters; i++) {
      if (i > 0) {
        out.comma();
      }
      int parameter = waiting.pop();
      if (kind(parameter) == Kind.PARAMETER) {
        out.name(symbol(parameter));
      } else {
        out.start(Kind.VARARG_PARAMETER);
      }
    }
    out.closeParen();
    block(waiting.pop());
    out.end();
  }

  // Expressions.

  /// Writes the next expressions that wait.
  private void expressions(int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.comma();
      }
      expression(waiting.pop());
    }
  }

  /// A chain of calls, fields, operators may be long to the left: it is descended in a loop, and
  /// what follows on each level waits, below the level's own header.
  void expression(int header) {
    int bottom = waiting.size();
    int at = header;
    while (startsWithChild(kind(at))) {
      int left = at - 1;
      if (NodeLayout.form(kind(at)) != NodeLayout.WRAP) {
        int count = children(at);
        left = waiting.pop();
        waiting.push(count - 1);
      }
      waiting.push(at);
      at = left;
    }
    first(at);
    while (waiting.size() > bottom) {
      rest(waiting.pop());
    }
  }

  private static boolean startsWithChild(int kind) {
    return switch (kind) {
      case Kind.FIELD, Kind.INDEX, Kind.CALL, Kind.METHOD_CALL -> true;
      default ->
          Kind.isBinary(kind) || (kind > Kind.CHUNK && ArenaTypedPrint.startsWithChild(kind));
    };
  }

  /// What follows the first child of a node.
  private void rest(int header) {
    int kind = kind(header);
    if (kind == Kind.FIELD) {
      out.field(symbol(header));
      return;
    }
    if (kind > Kind.CHUNK) {
      boolean alone = NodeLayout.form(kind) == NodeLayout.WRAP;
      typed.rest(header, kind, alone ? 0 : waiting.pop());
      return;
    }
    int count = waiting.pop();
    switch (kind) {
      case Kind.INDEX -> {
        out.openBracket();
        expression(waiting.pop());
        out.closeBracket();
      }
      case Kind.CALL -> {
        out.openParen();
        expressions(count);
        out.closeParen();
      }
      case Kind.METHOD_CALL -> {
        out.method(symbol(NodeLayout.before(words, header)));
        out.openParen();
        expressions(count - 1);
        out.closeParen();
        waiting.pop();
      }
      default -> {
        out.infix(kind);
        expression(waiting.pop());
      }
    }
  }

  /// An expression that does not start with a child.
  private void first(int header) {
    int kind = kind(header);
    switch (kind) {
      case Kind.NAME -> out.name(symbol(header));
      case Kind.STRING -> out.string(symbol(header));
      case Kind.INTEGER -> out.integer(NodeLayout.bits(words, header));
      case Kind.FLOAT -> out.floating(NodeLayout.bits(words, header));
      case Kind.TABLE -> table(header);
      case Kind.FUNCTION -> {
        out.start(kind);
        body(header);
      }
      case Kind.PAREN -> {
        out.openParen();
        expression(header - 1);
        out.closeParen();
      }
      case Kind.NOT, Kind.NEGATE, Kind.LENGTH, Kind.BIT_NOT -> {
        out.start(kind);
        expression(header - 1);
      }
      case Kind.NIL, Kind.TRUE, Kind.FALSE, Kind.VARARG -> out.start(kind);
      default -> typed.first(header);
    }
  }

  private void table(int header) {
    int count = children(header);
    out.openTable(count);
    for (int i = 0; i < count; i++) {
      out.tableField(i, count);
      int field = waiting.pop();
      switch (kind(field)) {
        case Kind.NAMED_FIELD -> {
          out.name(symbol(field));
          out.equal();
          expression(field - 1);
        }
        case Kind.KEYED_FIELD -> {
          int value = NodeLayout.before(words, field);
          out.openBracket();
          expression(NodeLayout.start(words, value) - 1);
          out.closeBracket();
          out.equal();
          expression(value);
        }
        default -> expression(field);
      }
    }
    out.closeTable(count);
  }

  // Words.

  int children(int header) {
    return waiting.pushChildren(words, header);
  }

  private int kind(int header) {
    return NodeLayout.kind(words[header]);
  }

  private int symbol(int header) {
    return NodeLayout.payload(words[header]);
  }
}
