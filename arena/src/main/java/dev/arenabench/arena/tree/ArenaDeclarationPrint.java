package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;

/// What [ArenaPrint] leaves to it: statements that `TYPED_LUA` adds, and declarations with their
/// members.
final class ArenaDeclarationPrint extends TypedPrint {
  private final ArenaTypedPrint expressions;

  ArenaDeclarationPrint(ArenaPrint lua, IntStack waiting, ArenaTypedPrint expressions) {
    super(lua, waiting);
    this.expressions = expressions;
  }

  // Statements.

  void statement(int header) {
    int kind = kind(header);
    switch (kind) {
      case Kind.CONTINUE, Kind.RETHROW -> out.start(kind);
      case Kind.THROW -> {
        out.start(kind);
        node(header - 1);
      }
      case Kind.CONST -> constants(header);
      case Kind.TRY -> tryStatement(header);
      case Kind.CLASS, Kind.INTERFACE, Kind.ENUM -> declaration(header, kind);
      case Kind.TYPE_ALIAS -> {
        int bottom = open(header);
        start(header, kind);
        if (nextKind(bottom) == Kind.TYPE_PARAMETERS) {
          next();
        }
        out.equal();
        next();
        close(bottom);
      }
      case Kind.NAMESPACE -> {
        int block = identifiers(header);
        out.start(kind);
        names(block + 1, last(header));
        braces(block);
      }
      case Kind.IMPORT -> imported(header);
      case Kind.EXPORT_LIST -> {
        int bottom = open(header);
        out.start(kind);
        typed.modifiers(waiting.size() > bottom ? modifiers(header) : 0);
        items(bottom);
        from(bottom);
        close(bottom);
      }
      case Kind.EXPORT_ALL -> {
        int bottom = open(header);
        out.start(kind);
        typed.modifiers(modifiers(header));
        typed.all();
        if (kind(last(header)) == Kind.IDENTIFIER) {
          typed.alias(symbol(last(header)));
        }
        from(bottom);
        close(bottom);
      }
      case Kind.EXPORT, Kind.DECLARE -> {
        out.start(kind);
        lua.statement(header - 1);
      }
      case Kind.EXPORT_DEFAULT -> {
        out.start(kind);
        int child = header - 1;
        switch (kind(child)) {
          case Kind.CLASS, Kind.FUNCTION_DECLARATION, Kind.METHOD_DECLARATION ->
              lua.statement(child);
          default -> node(child);
        }
      }
      case Kind.DECLARED_FUNCTION -> {
        start(header, kind);
        node(last(header) - 1);
      }
      case Kind.DECLARED_CONST -> {
        start(header, kind);
        typed.colon();
        node(last(header) - 1);
      }
      default -> {
        if (Kind.isCompoundAssignment(kind)) {
          int value = last(header);
          node(NodeLayout.start(words, value) - 1);
          out.infix(kind);
          node(value);
        } else {
          node(header);
        }
      }
    }
  }

  private void constants(int header) {
    int bottom = open(header);
    out.start(Kind.CONST);
    for (boolean first = true; ArenaTypedPrint.isDeclared(nextKind(bottom)); first = false) {
      if (!first) {
        out.comma();
      }
      int name = waiting.pop();
      if (kind(name) == Kind.BINDING) {
        expressions.binding(name, false);
      } else {
        node(name);
      }
    }
    out.equal();
    list(bottom);
  }

  private void tryStatement(int header) {
    int bottom = open(header);
    out.start(Kind.TRY);
    lua.block(waiting.pop());
    while (waiting.size() > bottom) {
      int clause = waiting.pop();
      int block = last(clause);
      out.start(kind(clause));
      if (kind(clause) == Kind.CATCH) {
        int name = NodeLayout.start(words, block) - 1;
        if (name >= NodeLayout.start(words, clause)) {
          out.blank();
          out.openParen();
          node(name);
          out.closeParen();
        }
      }
      lua.block(block);
    }
    out.end();
  }

  /// A class, interface or enum.
  private void declaration(int header, int kind) {
    int bottom = open(header);
    decorators(bottom);
    typed.modifiers(modifiers(header));
    start(header, kind);
    while (isClause(nextKind(bottom))) {
      next();
    }
    typed.openBody();
    int lines = 0;
    if (kind == Kind.ENUM) {
      lines = enumMembers(bottom);
    }
    for (; !isEnd(bottom); lines++) {
      typed.member();
      int member = waiting.pop();
      member(member, kind == Kind.INTERFACE);
    }
    typed.closeBody(lines);
    close(bottom);
  }

  private static boolean isClause(int kind) {
    return switch (kind) {
      case Kind.TYPE_PARAMETERS,
          Kind.PRIMARY_CONSTRUCTOR,
          Kind.EXTENDS,
          Kind.EXTENDED_TYPES,
          Kind.IMPLEMENTED_TYPES ->
          true;
      default -> false;
    };
  }

  /// @return how many lines there are
  private int enumMembers(int bottom) {
    int lines = 0;
    while (nextKind(bottom) == Kind.ENUM_MEMBER) {
      typed.member();
      next();
      lines++;
      if (nextKind(bottom) == Kind.ENUM_MEMBER) {
        typed.bareComma();
      }
    }
    if (!isEnd(bottom)) {
      if (lines == 0) {
        typed.member();
        lines++;
      }
      typed.semicolon();
    }
    return lines;
  }

  private void imported(int header) {
    int bottom = open(header);
    out.start(Kind.IMPORT);
    typed.modifiers(modifiers(header));
    boolean comma = false;
    if (nextKind(bottom) == Kind.IMPORT_DEFAULT) {
      out.name(symbol(waiting.pop()));
      comma = true;
    }
    if (nextKind(bottom) == Kind.IMPORT_NAMESPACE) {
      comma(comma);
      typed.all();
      typed.alias(symbol(waiting.pop()));
      comma = true;
    }
    if (!comma || nextKind(bottom) == Kind.IMPORT_ITEM) {
      comma(comma);
      items(bottom);
    }
    from(bottom);
    close(bottom);
  }

  /// The items of an import or export.
  private void items(int bottom) {
    int at = waiting.size();
    int count = 0;
    while (at - count > bottom && isItem(kind(waiting.peek(count)))) {
      count++;
    }
    table(count);
  }

  private static boolean isItem(int kind) {
    return kind == Kind.IMPORT_ITEM || kind == Kind.EXPORT_ITEM;
  }

  private void from(int bottom) {
    if (nextKind(bottom) == Kind.STRING) {
      typed.from(symbol(waiting.pop()));
    }
  }

  // Members.

  private void member(int header, boolean braces) {
    int kind = kind(header);
    switch (kind) {
      case Kind.PROPERTY, Kind.PROPERTY_SIGNATURE, Kind.METHOD_SIGNATURE, Kind.INDEX_SIGNATURE -> {
        node(header);
        typed.semicolon();
        return;
      }
      default -> {}
    }
    int bottom = open(header);
    decorators(bottom);
    int modifiers = modifiers(header);
    typed.modifiers(modifiers);
    out.start(kind);
    switch (kind) {
      case Kind.METHOD, Kind.GETTER, Kind.SETTER -> out.name(symbol(last(header)));
      case Kind.OPERATOR -> typed.operatorName(symbol(last(header)));
      default -> {} // constructor
    }
    typed.optional(modifiers);
    int function = waiting.pop();
    if (kind(function) == Kind.SIGNATURE) {
      node(function);
      typed.semicolon();
    } else if (braces) {
      expressions.function(function, true);
    } else {
      lua.body(function);
    }
    close(bottom);
  }
}
