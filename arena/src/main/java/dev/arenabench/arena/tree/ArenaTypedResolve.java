package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Scopes;

/// What [ArenaResolve] leaves to it: what `TYPED_LUA` adds that opens a scope or declares. The
/// order is that of the table in [Scopes].
final class ArenaTypedResolve {
  private final ArenaResolve lua;

  /// Children that are still to come, the next one on top.
  private final IntStack waiting = new IntStack();

  ArenaTypedResolve(ArenaResolve lua) {
    this.lua = lua;
  }

  void begin() {
    waiting.clear();
  }

  // Statements.

  void statement(long[] words, int header, Scopes scopes) {
    long word = words[header];
    int kind = NodeLayout.kind(word);
    int position = NodeLayout.position(word);
    int start = NodeLayout.start(words, header);
    int last = NodeLayout.before(words, header);
    switch (kind) {
      case Kind.CONST -> {
        int lastName = lua.expressions(words, start, last, scopes);
        scopes.beginLocal();
        names(words, start, lastName, scopes);
      }
      case Kind.CONTINUE -> scopes.continueAt(position);
      case Kind.RETHROW -> scopes.rethrowAt(position);
      case Kind.TRY -> tryStatement(words, start, last, scopes);
      case Kind.CLASS, Kind.ENUM -> {
        declareIdentifier(words, header, kind, scopes);
        scopes.enterBlock(false);
        members(words, start, last, scopes);
        scopes.leaveBlock();
      }
      case Kind.INTERFACE -> members(words, start, last, scopes);
      case Kind.NAMESPACE -> {
        int block = last;
        while (NodeLayout.kind(words[block]) == Kind.IDENTIFIER) {
          block--;
        }
        declare(words, block + 1, kind, scopes);
        lua.block(words, block, scopes);
      }
      case Kind.IMPORT -> imported(words, start, last, scopes);
      case Kind.EXPORT, Kind.DECLARE -> lua.statement(words, last, scopes);
      case Kind.EXPORT_DEFAULT -> {
        switch (NodeLayout.kind(words[last])) {
          case Kind.CLASS, Kind.FUNCTION_DECLARATION, Kind.METHOD_DECLARATION ->
              lua.statement(words, last, scopes);
          default -> lua.expressions(words, start, last, scopes);
        }
      }
      case Kind.EXPORT_LIST, Kind.EXPORT_ALL -> {}
      case Kind.DECLARED_FUNCTION, Kind.DECLARED_CONST -> {
        declareIdentifier(words, header, kind, scopes);
        lua.expressions(words, start, last, scopes);
      }
      case Kind.TYPE_ALIAS, Kind.THROW -> lua.expressions(words, start, last, scopes);
      default -> {
        if (Kind.isCompoundAssignment(kind)) {
          int value = NodeLayout.start(words, last);
          lua.expressions(words, value, last, scopes);
          lua.target(words, start, value - 1, scopes);
        } else {
          lua.expressions(words, start, header, scopes); // A call or the like.
        }
      }
    }
  }

  private void tryStatement(long[] words, int start, int last, Scopes scopes) {
    int bottom = push(words, start, last);
    while (waiting.size() > bottom) {
      int child = waiting.pop();
      switch (NodeLayout.kind(words[child])) {
        case Kind.CATCH -> {
          int block = NodeLayout.before(words, child);
          int name = NodeLayout.start(words, block) - 1;
          int first = NodeLayout.start(words, child);
          scopes.enterCatch();
          if (name >= first) {
            pattern(words, first, name, scopes);
          }
          lua.statements(words, block, true, scopes);
          scopes.leaveBlock();
        }
        case Kind.FINALLY -> lua.block(words, child - 1, scopes);
        default -> lua.block(words, child, scopes);
      }
    }
  }

  private void imported(long[] words, int start, int last, Scopes scopes) {
    int name = start;
    for (int at = start; at <= last; at++) {
      int kind = NodeLayout.kind(words[at]);
      switch (kind) {
        case Kind.IMPORT_DEFAULT, Kind.IMPORT_NAMESPACE -> declare(words, at, kind, scopes);
        case Kind.IDENTIFIER -> name = at; // The last of an item's is visible.
        case Kind.IMPORT_ITEM -> declare(words, name, kind, scopes);
        default -> {}
      }
    }
  }

  /// The children of a class, an interface or an enum.
  private void members(long[] words, int start, int last, Scopes scopes) {
    int bottom = push(words, start, last);
    int childStart = start;
    while (waiting.size() > bottom) {
      int child = waiting.pop();
      switch (NodeLayout.kind(words[child])) {
        case Kind.METHOD, Kind.CONSTRUCTOR, Kind.GETTER, Kind.SETTER, Kind.OPERATOR ->
            method(words, childStart, NodeLayout.before(words, child), scopes);
        case Kind.PROPERTY -> property(words, childStart, NodeLayout.before(words, child), scopes);
        case Kind.PRIMARY_CONSTRUCTOR ->
            parameters(words, childStart, NodeLayout.before(words, child), scopes);
        default -> lua.expressions(words, childStart, child, scopes);
      }
      childStart = child + 1;
    }
  }

  private void method(long[] words, int start, int last, Scopes scopes) {
    int function = ordinary(words, last);
    int functionStart = NodeLayout.start(words, function);
    lua.expressions(words, start, functionStart - 1, scopes); // Decorators.
    lua.function(words, function, true, scopes);
  }

  private void property(long[] words, int start, int last, Scopes scopes) {
    int value = ordinary(words, last);
    if (value < start || NodeLayout.kind(words[value]) != Kind.DEFAULT_VALUE) {
      lua.expressions(words, start, value, scopes);
      return;
    }
    int valueStart = NodeLayout.start(words, value);
    int position = NodeLayout.position(words[value]);
    lua.expressions(words, start, valueStart - 1, scopes);
    scopes.enterFunction(false, position);
    scopes.declareSelf(position);
    lua.expressions(words, valueStart, value, scopes);
    scopes.leaveFunction();
  }

  /// The last child that is no part.
  private static int ordinary(long[] words, int last) {
    int at = last;
    while (at >= 0 && Kind.isPart(NodeLayout.kind(words[at]))) {
      at--;
    }
    return at;
  }

  // Expressions.

  /// Whether a kind has a scope, or names, of its own.
  static boolean isScope(int kind) {
    return switch (kind) {
      case Kind.TYPED_FUNCTION, Kind.ARROW, Kind.SIGNATURE, Kind.FUNCTION_TYPE, Kind.MATCH_ARM ->
          true;
      default -> false;
    };
  }

  /// Whether a kind is what `local`, `const` or `for` declares.
  static boolean isDeclaration(int kind) {
    return kind == Kind.BINDING || kind == Kind.ARRAY_PATTERN || kind == Kind.OBJECT_PATTERN;
  }

  void scope(long[] words, int header, Scopes scopes) {
    if (NodeLayout.kind(words[header]) == Kind.MATCH_ARM) {
      arm(words, header, scopes);
    } else {
      function(words, header, false, scopes);
    }
  }

  private void arm(long[] words, int header, Scopes scopes) {
    int start = NodeLayout.start(words, header);
    int body = NodeLayout.before(words, header);
    int bodyStart = NodeLayout.start(words, body);
    int pattern = bodyStart - 1;
    int guardStart = bodyStart;
    if (NodeLayout.kind(words[pattern]) == Kind.GUARD) {
      guardStart = NodeLayout.start(words, pattern);
      pattern = guardStart - 1;
    }
    scopes.enterBlock(false);
    pattern(words, start, pattern, scopes);
    lua.expressions(words, guardStart, bodyStart - 1, scopes);
    body(words, bodyStart, body, scopes);
    scopes.leaveBlock();
  }

  private void body(long[] words, int start, int header, Scopes scopes) {
    if (NodeLayout.kind(words[header]) == Kind.BLOCK) {
      lua.statements(words, header, true, scopes);
    } else {
      lua.expressions(words, start, header, scopes);
    }
  }

  /// A TYPED_FUNCTION, an ARROW, a SIGNATURE or a FUNCTION_TYPE.
  ///
  /// @param method whether it has `self`
  void function(long[] words, int header, boolean method, Scopes scopes) {
    int position = NodeLayout.position(words[header]);
    int start = NodeLayout.start(words, header);
    int last = NodeLayout.before(words, header);
    scopes.enterFunction(isVararg(words, start, last), position);
    if (method) {
      scopes.declareSelf(position);
    }
    parameters(words, start, last, scopes);
    scopes.leaveFunction();
  }

  private static boolean isVararg(long[] words, int start, int last) {
    int child = last;
    while (child >= start) {
      int childStart = NodeLayout.start(words, child);
      int kind = NodeLayout.kind(words[child]);
      if (kind == Kind.VARARG_PARAMETER
          || (kind == Kind.TYPED_PARAMETER
              && NodeLayout.kind(words[childStart]) == Kind.VARARG_PARAMETER)) {
        return true;
      }
      child = childStart - 1;
    }
    return false;
  }

  /// The children of what has parameters.
  private void parameters(long[] words, int start, int last, Scopes scopes) {
    int bottom = push(words, start, last);
    int childStart = start;
    while (waiting.size() > bottom) {
      int child = waiting.pop();
      int kind = NodeLayout.kind(words[child]);
      switch (kind) {
        case Kind.PARAMETER, Kind.REST_PARAMETER -> declare(words, child, kind, scopes);
        case Kind.VARARG_PARAMETER -> {}
        case Kind.TYPED_PARAMETER -> {
          lua.expressions(words, childStart + 1, child, scopes);
          int bare = NodeLayout.kind(words[childStart]);
          if (bare != Kind.VARARG_PARAMETER) {
            declare(words, childStart, bare, scopes);
          }
        }
        default -> body(words, childStart, child, scopes);
      }
      childStart = child + 1;
    }
  }

  // Names.

  /// Declares names and patterns in the order of the source, from `start` to `last`.
  void names(long[] words, int start, int last, Scopes scopes) {
    int bottom = push(words, start, last);
    int nameStart = start;
    while (waiting.size() > bottom) {
      int name = waiting.pop();
      pattern(words, nameStart, name, scopes);
      nameStart = name + 1;
    }
  }

  private void pattern(long[] words, int start, int header, Scopes scopes) {
    int kind = NodeLayout.kind(words[header]);
    int last = NodeLayout.before(words, header);
    switch (kind) {
      case Kind.LOCAL_NAME, Kind.CONST_NAME, Kind.CLOSE_NAME ->
          declare(words, header, kind, scopes);
      case Kind.OR_PATTERN, Kind.ARRAY_PATTERN, Kind.OBJECT_PATTERN, Kind.TEMPLATE_PATTERN ->
          names(words, start, last, scopes);
      case Kind.PATTERN_FIELD, Kind.REST_PATTERN -> pattern(words, start, last, scopes);
      case Kind.COMPUTED_PATTERN_FIELD -> {
        int pattern = NodeLayout.start(words, last);
        lua.expressions(words, start, pattern - 1, scopes);
        pattern(words, pattern, last, scopes);
      }
      case Kind.PATTERN_DEFAULT, Kind.BINDING -> {
        int second = NodeLayout.start(words, last); // The value or the type.
        lua.expressions(words, second, last, scopes);
        pattern(words, start, second - 1, scopes);
      }
      default -> {} // No name.
    }
  }

  private static void declareIdentifier(long[] words, int header, int kind, Scopes scopes) {
    int at = NodeLayout.before(words, header);
    declare(words, NodeLayout.kind(words[at]) == Kind.MODIFIERS ? at - 1 : at, kind, scopes);
  }

  private static void declare(long[] words, int name, int kind, Scopes scopes) {
    long word = words[name];
    scopes.declare(kind, NodeLayout.payload(word), NodeLayout.position(word));
  }

  /// Pushes the headers of the subtrees from `start` to `last`, the last one first.
  ///
  /// @return how many entries there were
  private int push(long[] words, int start, int last) {
    int bottom = waiting.size();
    int child = last;
    while (child >= start) {
      waiting.push(child);
      child = NodeLayout.start(words, child) - 1;
    }
    return bottom;
  }
}
