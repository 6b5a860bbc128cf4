package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Scopes;

/// The `resolve` pass of the arena twin: drives [Scopes] over a tree.
///
/// Statements have to come in source order, so a block's are collected from the end first. The
/// expressions of a statement may come in any order: their words are read from the end to the
/// start, whatever they are part of, and only names, `...` and functions mean anything. What
/// `TYPED_LUA` adds is in [ArenaTypedResolve].
///
/// Reused from tree to tree; in steady state nothing is allocated. Not thread-safe.
public final class ArenaResolve {
  private static final int NUMERIC_FOR_HIDDEN = 3;
  private static final int GENERIC_FOR_HIDDEN = 4;

  /// Statements of the open blocks that are still to come, the next one on top.
  private final IntStack statements = new IntStack();

  private final ArenaTypedResolve typed = new ArenaTypedResolve(this);

  /// Resolves a tree; the answers are in `scopes`.
  ///
  /// @param interner the one that the tree was parsed with
  public void resolve(ArenaTree tree, Interner interner, Scopes scopes) {
    statements.clear();
    typed.begin();
    long[] words = tree.words();
    int root = tree.end - 1;
    scopes.begin(interner);
    scopes.enterFunction(true, NodeLayout.position(words[root]));
    statements(words, root - 1, true, scopes);
    scopes.leaveFunction();
  }

  void block(long[] words, int block, Scopes scopes) {
    scopes.enterBlock(false);
    statements(words, block, true, scopes);
    scopes.leaveBlock();
  }

  /// @param closes whether the end of these statements ends their scope, as all but `until` do
  void statements(long[] words, int block, boolean closes, Scopes scopes) {
    int bottom = statements.size();
    int start = block + 1 - NodeLayout.size(words, block);
    int child = NodeLayout.before(words, block);
    int lastLabels = bottom;
    while (child >= start) {
      if (NodeLayout.kind(words[child]) == Kind.LABEL && lastLabels == statements.size()) {
        lastLabels++;
      }
      statements.push(child);
      child = NodeLayout.start(words, child) - 1;
    }
    while (statements.size() > bottom) {
      int statement = statements.pop();
      long word = words[statement];
      if (NodeLayout.kind(word) == Kind.LABEL) {
        boolean last = closes && statements.size() < lastLabels;
        scopes.label(NodeLayout.payload(word), NodeLayout.position(word), last);
      } else {
        statement(words, statement, scopes);
      }
    }
  }

  void statement(long[] words, int header, Scopes scopes) {
    long word = words[header];
    int position = NodeLayout.position(word);
    int start = NodeLayout.start(words, header);
    int last = NodeLayout.before(words, header);
    switch (NodeLayout.kind(word)) {
      case Kind.CALL, Kind.METHOD_CALL, Kind.RETURN -> expressions(words, start, last, scopes);
      case Kind.LOCAL -> {
        int lastName = expressions(words, start, last, scopes);
        scopes.beginLocal();
        names(words, start, lastName, scopes);
      }
      case Kind.ASSIGN -> assign(words, start, last, scopes);
      case Kind.IF -> branches(words, start, last, scopes);
      case Kind.LOCAL_FUNCTION -> {
        scopes.declare(Kind.LOCAL_FUNCTION, NodeLayout.payload(word), position);
        function(words, last, false, scopes);
      }
      case Kind.FUNCTION_DECLARATION -> {
        int lastOfTarget = NodeLayout.start(words, last) - 1;
        target(words, start, lastOfTarget, scopes);
        function(words, last, false, scopes);
      }
      case Kind.METHOD_DECLARATION -> {
        int function = last - 1; // Before it, the method's name.
        expressions(words, start, NodeLayout.start(words, function) - 1, scopes);
        function(words, function, true, scopes);
      }
      case Kind.NUMERIC_FOR -> loop(words, start, last, NUMERIC_FOR_HIDDEN, position, scopes);
      case Kind.GENERIC_FOR -> loop(words, start, last, GENERIC_FOR_HIDDEN, position, scopes);
      case Kind.WHILE -> {
        expressions(words, start, NodeLayout.start(words, last) - 1, scopes);
        scopes.enterBlock(true);
        statements(words, last, true, scopes);
        scopes.leaveBlock();
      }
      case Kind.REPEAT -> {
        int condition = NodeLayout.start(words, last);
        scopes.enterBlock(true);
        statements(words, condition - 1, false, scopes);
        expressions(words, condition, last, scopes);
        scopes.leaveBlock();
      }
      case Kind.DO -> block(words, last, scopes);
      case Kind.BREAK -> scopes.breakAt(position);
      case Kind.GOTO -> scopes.gotoAt(NodeLayout.payload(word), position);
      default -> typed.statement(words, header, scopes);
    }
  }

  private void assign(long[] words, int start, int last, Scopes scopes) {
    if (NodeLayout.kind(words[last]) != Kind.TARGET_COUNT) {
      int child = last;
      int childStart = NodeLayout.start(words, child);
      while (childStart > start) {
        child = childStart - 1;
        childStart = NodeLayout.start(words, child);
      }
      expressions(words, child + 1, last, scopes);
      target(words, start, child, scopes);
      return;
    }
    int bottom = statements.size();
    int child = last - 1;
    while (child >= start) {
      statements.push(child);
      child = NodeLayout.start(words, child) - 1;
    }
    int targetStart = start;
    for (int count = NodeLayout.payload(words[last]); count > 0; count--) {
      int target = statements.pop();
      target(words, targetStart, target, scopes);
      targetStart = target + 1;
    }
    while (statements.size() > bottom) {
      statements.pop();
    }
    expressions(words, targetStart, last - 1, scopes);
  }

  void target(long[] words, int start, int header, Scopes scopes) {
    long word = words[header];
    if (NodeLayout.kind(word) == Kind.NAME) {
      scopes.assign(NodeLayout.payload(word), NodeLayout.position(word));
    } else {
      expressions(words, start, header, scopes);
    }
  }

  /// The children of an IF.
  private void branches(long[] words, int start, int last, Scopes scopes) {
    int bottom = statements.size();
    int child = last;
    while (child >= start) {
      statements.push(child);
      child = NodeLayout.start(words, child) - 1;
    }
    int childStart = start;
    while (statements.size() > bottom) {
      child = statements.pop();
      switch (NodeLayout.kind(words[child])) {
        case Kind.BLOCK -> block(words, child, scopes);
        case Kind.ELSE_IF -> {
          int body = NodeLayout.before(words, child);
          expressions(words, childStart, NodeLayout.start(words, body) - 1, scopes);
          block(words, body, scopes);
        }
        default -> expressions(words, childStart, child, scopes);
      }
      childStart = child + 1;
    }
  }

  private void loop(long[] words, int start, int body, int hidden, int position, Scopes scopes) {
    int lastName = expressions(words, start, NodeLayout.start(words, body) - 1, scopes);
    scopes.enterBlock(true);
    scopes.declareHidden(hidden, position);
    names(words, start, lastName, scopes);
    statements(words, body, true, scopes);
    scopes.leaveBlock();
  }

  void function(long[] words, int header, boolean method, Scopes scopes) {
    if (NodeLayout.kind(words[header]) != Kind.FUNCTION) {
      typed.function(words, header, method, scopes);
      return;
    }
    int position = NodeLayout.position(words[header]);
    int start = header + 1 - NodeLayout.size(words, header);
    int body = NodeLayout.before(words, header);
    int lastParameter = NodeLayout.start(words, body) - 1;
    boolean vararg =
        lastParameter >= start && NodeLayout.kind(words[lastParameter]) == Kind.VARARG_PARAMETER;
    scopes.enterFunction(vararg, position);
    if (method) {
      scopes.declareSelf(position);
    }
    declare(words, start, vararg ? lastParameter - 1 : lastParameter, scopes);
    statements(words, body, true, scopes);
    scopes.leaveFunction();
  }

  /// Declares what a LOCAL or a loop does, from `first` to `last`.
  private void names(long[] words, int first, int last, Scopes scopes) {
    for (int at = last; at >= first; at--) {
      int kind = NodeLayout.kind(words[at]);
      if (kind != Kind.LOCAL_NAME && kind != Kind.CONST_NAME && kind != Kind.CLOSE_NAME) {
        typed.names(words, first, last, scopes);
        return;
      }
    }
    declare(words, first, last, scopes);
  }

  /// Declares the names or parameters, each a single word, from `first` to `last`.
  private static void declare(long[] words, int first, int last, Scopes scopes) {
    for (int at = first; at <= last; at++) {
      long word = words[at];
      scopes.declare(NodeLayout.kind(word), NodeLayout.payload(word), NodeLayout.position(word));
    }
  }

  /// Resolves whole expressions, which lie from `first` to `last`; stops at a declared name.
  ///
  /// @return the index of the name, or `first - 1`
  int expressions(long[] words, int first, int last, Scopes scopes) {
    int at = last;
    while (at >= first) {
      long word = words[at];
      switch (NodeLayout.kind(word)) {
        case Kind.NAME -> {
          scopes.use(NodeLayout.payload(word));
          at--;
        }
        case Kind.VARARG -> {
          scopes.vararg(NodeLayout.position(word));
          at--;
        }
        case Kind.FUNCTION -> {
          function(words, at, false, scopes);
          at -= NodeLayout.size(words, at);
        }
        case Kind.LOCAL_NAME, Kind.CONST_NAME, Kind.CLOSE_NAME -> {
          return at;
        }
        default -> {
          int kind = NodeLayout.kind(word);
          if (kind > Kind.CHUNK && ArenaTypedResolve.isScope(kind)) {
            typed.scope(words, at, scopes);
            at -= NodeLayout.size(words, at);
          } else if (kind > Kind.CHUNK && ArenaTypedResolve.isDeclaration(kind)) {
            return at;
          } else {
            at = NodeLayout.isEscaped(word) ? at - 2 : at - 1;
          }
        }
      }
    }
    return at;
  }
}
