package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;

/// What [ArenaPrint] leaves to it: expressions, functions, patterns and types that `TYPED_LUA`
/// adds.
final class ArenaTypedPrint extends TypedPrint {
  ArenaTypedPrint(ArenaPrint lua, IntStack waiting) {
    super(lua, waiting);
  }

  // Functions.

  /// Parameters, types and block of a function, of either kind.
  ///
  /// @param braces whether the block is in braces
  void function(int header, boolean braces) {
    int bottom = open(header);
    signature(bottom);
    int block = waiting.pop();
    if (braces) {
      braces(block);
    } else {
      lua.block(block);
      out.end();
    }
  }

  /// Type parameters, parameters, return type and errors, as many as wait.
  private void signature(int bottom) {
    if (nextKind(bottom) == Kind.TYPE_PARAMETERS) {
      next();
    }
    out.openParen();
    for (boolean first = true; isParameter(nextKind(bottom)); first = false) {
      comma(!first);
      next();
    }
    out.closeParen();
    while (nextKind(bottom) == Kind.RETURN_TYPE || nextKind(bottom) == Kind.THROWS) {
      next();
    }
  }

  private static boolean isParameter(int kind) {
    return switch (kind) {
      case Kind.PARAMETER, Kind.VARARG_PARAMETER, Kind.REST_PARAMETER, Kind.TYPED_PARAMETER -> true;
      default -> false;
    };
  }

  private void arrow(int header) {
    int bottom = open(header);
    boolean lone =
        nextKind(bottom) == Kind.PARAMETER
            && waiting.size() - bottom == 2
            && kind(waiting.peek(1)) != Kind.RETURN_TYPE;
    if (lone) {
      next();
    } else {
      signature(bottom);
    }
    out.infix(Kind.ARROW);
    body(waiting.pop());
  }

  private void body(int header) {
    if (kind(header) == Kind.BLOCK) {
      braces(header);
    } else {
      node(header);
    }
  }

  private void parameter(int header) {
    int bottom = open(header);
    int modifiers = modifiers(header);
    typed.modifiers(modifiers);
    next();
    typed.optional(modifiers);
    if (!isEnd(bottom) && nextKind(bottom) != Kind.DEFAULT_VALUE) {
      typed.colon();
      next();
    }
    rest(bottom);
    close(bottom);
  }

  // Names that are declared.

  static boolean isDeclared(int kind) {
    return switch (kind) {
      case Kind.LOCAL_NAME,
          Kind.CONST_NAME,
          Kind.CLOSE_NAME,
          Kind.BINDING,
          Kind.ARRAY_PATTERN,
          Kind.OBJECT_PATTERN ->
          true;
      default -> false;
    };
  }

  /// What `local` or `for` declares.
  void declared(int header) {
    int kind = kind(header);
    switch (kind) {
      case Kind.LOCAL_NAME, Kind.CONST_NAME, Kind.CLOSE_NAME -> out.localName(kind, symbol(header));
      case Kind.BINDING -> binding(header, true);
      default -> node(header);
    }
  }

  /// @param attributes whether an attribute is written: it is not below `const`
  void binding(int header, boolean attributes) {
    int type = last(header);
    int name = NodeLayout.start(words, type) - 1;
    if (attributes) {
      declared(name);
    } else {
      node(name);
    }
    typed.colon();
    node(type);
  }

  // Everything else.

  /// What starts with a child that may start with a child, and so on: see [ArenaPrint#expression].
  static boolean startsWithChild(int kind) {
    return switch (kind) {
      case Kind.CONDITIONAL,
          Kind.COALESCE,
          Kind.PIPE,
          Kind.INSTANCE_OF,
          Kind.BANG_EQUAL,
          Kind.AS,
          Kind.OPTIONAL_FIELD,
          Kind.OPTIONAL_INDEX,
          Kind.OPTIONAL_CALL,
          Kind.GENERIC_CALL,
          Kind.GENERIC_METHOD_CALL,
          Kind.ARRAY_TYPE,
          Kind.INDEXED_ACCESS_TYPE,
          Kind.NULLABLE_TYPE ->
          true;
      default -> false;
    };
  }

  /// What follows the first child of a node that [#startsWithChild].
  ///
  /// @param count how many other children wait
  void rest(int header, int kind, int count) {
    switch (kind) {
      case Kind.OPTIONAL_FIELD -> typed.optionalField(symbol(header));
      case Kind.ARRAY_TYPE -> typed.emptyBrackets();
      case Kind.NULLABLE_TYPE -> typed.nullable();
      case Kind.CONDITIONAL -> {
        out.infix(kind);
        next();
        typed.alternative();
        next();
      }
      case Kind.OPTIONAL_INDEX -> {
        typed.openOptionalIndex();
        next();
        out.closeBracket();
      }
      case Kind.INDEXED_ACCESS_TYPE -> {
        typed.openArray();
        next();
        out.closeBracket();
      }
      case Kind.OPTIONAL_CALL -> {
        typed.openOptionalCall();
        list(waiting.size() - count);
        out.closeParen();
      }
      case Kind.GENERIC_CALL -> {
        next();
        out.openParen();
        list(waiting.size() - count + 1);
        out.closeParen();
      }
      case Kind.GENERIC_METHOD_CALL -> {
        int bottom = waiting.size() - count;
        out.method(symbol(last(header)));
        next();
        out.openParen();
        list(bottom);
        out.closeParen();
        close(bottom);
      }
      default -> {
        out.infix(kind);
        next();
      }
    }
  }

  /// Anything that is neither a statement nor starts with a child that may start with a child.
  void first(int header) {
    int kind = kind(header);
    switch (kind) {
      case Kind.WILDCARD, Kind.VARARG_PARAMETER -> out.start(kind);
      case Kind.PARAMETER, Kind.LOCAL_NAME, Kind.CONST_NAME, Kind.PRIMITIVE_TYPE, Kind.TYPE_NAME ->
          out.name(symbol(header));
      case Kind.REST_PARAMETER -> {
        out.start(kind);
        out.name(symbol(header));
      }
      case Kind.HOLE -> {}
      case Kind.LITERAL_PATTERN, Kind.LITERAL_TYPE -> node(header - 1);
      case Kind.PAREN_TYPE -> {
        out.openParen();
        node(header - 1);
        out.closeParen();
      }
      case Kind.PATTERN_FIELD -> {
        out.name(symbol(header));
        typed.colon();
        node(header - 1);
      }
      case Kind.PREDICATE_TYPE -> {
        out.name(symbol(header));
        out.infix(kind);
        node(header - 1);
      }
      case Kind.COMPUTED_PATTERN_FIELD -> {
        int bottom = open(header);
        key(kind, header);
        typed.colon();
        rest(bottom);
      }
      case Kind.TYPED_FUNCTION -> {
        out.start(kind);
        function(header, false);
      }
      case Kind.ARROW -> arrow(header);
      case Kind.TYPED_PARAMETER -> parameter(header);
      case Kind.BINDING -> binding(header, false);
      case Kind.NEW -> {
        int bottom = open(header);
        out.start(kind);
        next();
        if (nextKind(bottom) == Kind.TYPE_ARGUMENTS) {
          next();
        }
        out.openParen();
        list(bottom);
        out.closeParen();
      }
      case Kind.MATCH -> match(header);
      case Kind.MATCH_ARM -> {
        int bottom = open(header);
        next();
        if (nextKind(bottom) == Kind.GUARD) {
          next();
        }
        out.infix(kind);
        body(waiting.pop());
      }
      case Kind.TRY_EXPRESSION -> {
        out.start(kind);
        infixes(header, kind);
      }
      case Kind.TEMPLATE, Kind.TEMPLATE_PATTERN, Kind.TEMPLATE_TYPE -> template(header);
      case Kind.ARRAY, Kind.ARRAY_PATTERN, Kind.TUPLE_TYPE -> {
        int bottom = open(header);
        boolean hole = waiting.size() > bottom && kind(last(header)) == Kind.HOLE;
        typed.openArray();
        list(bottom);
        if (hole) {
          typed.bareComma();
        }
        out.closeBracket();
      }
      case Kind.OBJECT_PATTERN -> table(lua.children(header));
      case Kind.OBJECT_TYPE -> {
        int count = lua.children(header);
        out.openTable(count);
        for (int i = 0; i < count; i++) {
          typed.typeMember(i, count);
          next();
        }
        out.closeTable(count);
      }
      case Kind.TYPE_PARAMETERS, Kind.TYPE_ARGUMENTS -> {
        typed.openAngle();
        list(open(header));
        typed.closeAngle();
      }
      case Kind.ARGUMENTS, Kind.PRIMARY_CONSTRUCTOR -> {
        out.openParen();
        list(open(header));
        out.closeParen();
      }
      case Kind.SIGNATURE -> signature(open(header));
      default -> second(header, kind);
    }
  }

  /// What [#first] has no room for.
  private void second(int header, int kind) {
    switch (kind) {
      case Kind.THROWS, Kind.EXTENDED_TYPES, Kind.IMPLEMENTED_TYPES -> {
        out.start(kind);
        list(open(header));
      }
      case Kind.TYPE_PARAMETER, Kind.INFER_TYPE, Kind.ENUM_MEMBER -> {
        int bottom = open(header);
        start(header, kind);
        rest(bottom);
        close(bottom);
      }
      case Kind.EXTENDS -> {
        out.start(kind);
        rest(open(header));
      }
      case Kind.OR_PATTERN, Kind.UNION_TYPE, Kind.INTERSECTION_TYPE, Kind.PATTERN_DEFAULT ->
          infixes(header, kind);
      case Kind.TYPE_REFERENCE -> reference(header);
      case Kind.FUNCTION_TYPE -> {
        signature(open(header));
        out.infix(kind);
        next();
      }
      case Kind.CONDITIONAL_TYPE -> {
        open(header);
        next();
        out.infix(kind);
        next();
        out.infix(Kind.CONDITIONAL);
        next();
        typed.alternative();
        next();
      }
      case Kind.MAPPED_TYPE -> mapped(header);
      case Kind.TUPLE_ELEMENT, Kind.PROPERTY_SIGNATURE, Kind.PROPERTY -> property(header);
      case Kind.METHOD_SIGNATURE -> {
        int bottom = open(header);
        named(header);
        next();
        close(bottom);
      }
      case Kind.INDEX_SIGNATURE -> {
        int bottom = open(header);
        typed.modifiers(modifiers(header));
        key(kind, header);
        typed.colon();
        next();
        close(bottom);
      }
      case Kind.IMPORT_ITEM, Kind.EXPORT_ITEM -> {
        typed.modifiers(modifiers(header));
        int name = NodeLayout.start(words, header);
        out.name(symbol(name));
        if (last(header) > name) {
          typed.alias(symbol(name + 1));
        }
      }
      default -> clause(header, kind);
    }
  }

  /// The first words of a kind with one child, and the child.
  private void clause(int header, int kind) {
    out.start(kind);
    node(header - 1);
  }

  private void infixes(int header, int kind) {
    int bottom = open(header);
    for (boolean first = true; waiting.size() > bottom; first = false) {
      if (!first) {
        out.infix(kind);
      }
      if (kind == Kind.OR_PATTERN && nextKind(bottom) == kind) {
        out.openParen();
        next();
        out.closeParen();
      } else {
        next();
      }
    }
  }

  private void match(int header) {
    int bottom = open(header);
    out.start(Kind.MATCH);
    next();
    typed.openBody();
    int arms = 0;
    for (; waiting.size() > bottom; arms++) {
      if (arms > 0) {
        typed.bareComma();
      }
      typed.member();
      next();
    }
    typed.closeBody(arms);
  }

  private void template(int header) {
    int bottom = open(header);
    typed.templateQuote();
    while (waiting.size() > bottom) {
      int piece = waiting.pop();
      if (kind(piece) == Kind.TEMPLATE_TEXT) {
        typed.templateText(symbol(piece));
      } else {
        typed.openHole();
        node(piece);
        typed.closeHole();
      }
    }
    typed.templateQuote();
  }

  private void reference(int header) {
    int arguments = identifiers(header);
    names(arguments + 1, last(header));
    int bottom = open(header);
    if (!isEnd(bottom)) {
      typed.openAngle();
      list(bottom);
      typed.closeAngle();
    }
    close(bottom);
  }

  private void mapped(int header) {
    int bottom = open(header);
    int modifiers = modifiers(header);
    out.openTable(1);
    out.tableField(0, 1);
    typed.modifiers(modifiers);
    typed.openArray();
    out.name(symbol(last(header)));
    out.in();
    next();
    out.closeBracket();
    typed.optional(modifiers);
    typed.colon();
    next();
    out.closeTable(1);
    close(bottom);
  }

  private void property(int header) {
    int bottom = open(header);
    decorators(bottom);
    named(header);
    if (!isEnd(bottom) && nextKind(bottom) != Kind.DEFAULT_VALUE) {
      typed.colon();
      next();
    }
    rest(bottom);
    close(bottom);
  }

  /// `[k]` of a pattern's field, `[k: K]` of an index signature.
  private void key(int kind, int header) {
    typed.openArray();
    if (kind == Kind.INDEX_SIGNATURE) {
      out.name(symbol(last(header)));
      typed.colon();
    }
    next();
    out.closeBracket();
  }
}
