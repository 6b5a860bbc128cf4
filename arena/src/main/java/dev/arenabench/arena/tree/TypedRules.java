package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.Words;
import org.jspecify.annotations.Nullable;

/// What [ArenaVerifier] asks of typed kinds beyond their [ChildPattern]: what a parser would never
/// report, though each child by itself may stand where it is. Each method says what is wrong, or
/// null.
final class TypedRules {
  private static final int ACCESS = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
  private static final int MEMBER =
      ACCESS
          | Modifier.STATIC
          | Modifier.READONLY
          | Modifier.OVERRIDE
          | Modifier.ABSTRACT
          | Modifier.FINAL;
  private static final int MAPPED_READONLY =
      Modifier.READONLY | Modifier.ADD_READONLY | Modifier.REMOVE_READONLY;
  private static final int MAPPED_OPTIONAL =
      Modifier.OPTIONAL | Modifier.ADD_OPTIONAL | Modifier.REMOVE_OPTIONAL;

  private TypedRules() {}

  // Payloads.

  /// Whether the payload is no name but something else that is right for the kind.
  static boolean isText(int kind, int symbol, Interner interner) {
    return switch (kind) {
      case Kind.STRING -> true;
      case Kind.TEMPLATE_TEXT -> !interner.text(symbol).isEmpty();
      case Kind.PRIMITIVE_TYPE -> isPrimitive(symbol, interner);
      default -> false;
    };
  }

  private static boolean isPrimitive(int symbol, Interner interner) {
    return Words.isPrimitiveType(symbol) || interner.text(symbol).equals("nil");
  }

  /// A part whose payload is no symbol.
  static @Nullable String part(int kind, int payload) {
    switch (kind) {
      case Kind.MODIFIERS -> {
        if (payload < 1 || payload >= Modifier.LIMIT) {
          return "modifiers=" + payload + ", least=1, limit=" + Modifier.LIMIT;
        }
      }
      case Kind.OPERATOR_NAME -> {
        if (!isOverloadable(payload)) {
          return "operator=" + payload + " cannot be overloaded";
        }
      }
      default -> {
        if (payload < 2 || payload == NodeLayout.ESCAPE) {
          return "count=" + payload + ", least=2";
        }
      }
    }
    return null;
  }

  private static boolean isOverloadable(int kind) {
    return switch (kind) {
      case Kind.LENGTH, Kind.INDEX, Kind.CALL, Kind.KEYED_FIELD, Kind.LESS, Kind.LESS_EQUAL -> true;
      default -> kind >= Kind.EQUAL && kind <= Kind.POWER;
    };
  }

  // Children.

  /// A node below its children, which the verifier has at hand.
  static @Nullable String children(ArenaVerifier tree, int kind, int count) {
    return switch (kind) {
      case Kind.LITERAL_PATTERN, Kind.LITERAL_TYPE -> literal(tree);
      case Kind.TYPEOF_TYPE, Kind.NEW -> names(tree);
      case Kind.DECORATOR -> decorator(tree);
      case Kind.TYPED_FUNCTION -> firstOf(restLast(tree, count), typed(tree, count));
      case Kind.SIGNATURE, Kind.PRIMARY_CONSTRUCTOR, Kind.FUNCTION_TYPE -> restLast(tree, count);
      case Kind.ARROW -> firstOf(restLast(tree, count), body(tree, count));
      case Kind.MATCH_ARM -> body(tree, count);
      case Kind.TYPED_PARAMETER -> firstOf(least(tree, 2, count), modifiers(tree, kind, count));
      case Kind.TYPE_REFERENCE -> least(tree, 2, count);
      case Kind.TRY -> least(tree, 2, count);
      case Kind.DEFAULT_VALUE -> value(tree);
      case Kind.TEMPLATE, Kind.TEMPLATE_PATTERN, Kind.TEMPLATE_TYPE -> texts(tree, count);
      case Kind.ARRAY_PATTERN, Kind.OBJECT_PATTERN -> restPatternLast(tree, count);
      case Kind.PATTERN_DEFAULT -> defaulted(tree);
      case Kind.BINDING -> bound(tree);
      case Kind.METHOD -> firstOf(method(tree, count), modifiers(tree, kind, count));
      case Kind.MAPPED_TYPE -> firstOf(mapped(tree, count), modifiers(tree, kind, count));
      case Kind.IMPORT -> firstOf(imported(tree, count), modifiers(tree, kind, count));
      default -> modifiers(tree, kind, count);
    };
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }

  private static @Nullable String least(ArenaVerifier tree, int least, int count) {
    return count >= least ? null : "children=" + count + ", least=" + least;
  }

  private static @Nullable String literal(ArenaVerifier tree) {
    if (tree.kindOf(0) != Kind.NEGATE) {
      return null;
    }
    int negated = tree.kindAt(tree.child(0) - 1);
    boolean number = negated == Kind.INTEGER || negated == Kind.FLOAT;
    return number ? null : "child=0 is negate of " + Kind.name(negated);
  }

  private static @Nullable String names(ArenaVerifier tree) {
    int at = tree.child(0);
    while (tree.kindAt(at) == Kind.FIELD) {
      at--;
    }
    return tree.kindAt(at) == Kind.NAME ? null : "child=0 is no chain of fields of a name";
  }

  /// A name with fields and calls around it: the name is the first word of it all.
  private static @Nullable String decorator(ArenaVerifier tree) {
    int at = tree.child(0);
    while (Role.DECORATOR_EXPRESSION.admits(tree.kindAt(at)) && tree.kindAt(at) != Kind.NAME) {
      at = tree.firstChild(at);
    }
    return tree.kindAt(at) == Kind.NAME ? null : "child=0 is no chain of calls of a name";
  }

  private static @Nullable String restLast(ArenaVerifier tree, int count) {
    for (int index = 0; index < count - 1; index++) {
      boolean more = Role.TYPED_PARAMETER.admits(tree.kindOf(index + 1));
      if (more && isRest(tree, index)) {
        return "child=" + index + " is a rest, but not the last parameter";
      }
    }
    return null;
  }

  private static boolean isRest(ArenaVerifier tree, int index) {
    int kind = tree.kindOf(index);
    if (kind == Kind.TYPED_PARAMETER) {
      kind = tree.kindAt(tree.firstChild(tree.child(index)));
    }
    return kind == Kind.VARARG_PARAMETER || kind == Kind.REST_PARAMETER;
  }

  private static @Nullable String typed(ArenaVerifier tree, int count) {
    for (int index = 0; index < count - 1; index++) {
      int kind = tree.kindOf(index);
      if (kind != Kind.PARAMETER && kind != Kind.VARARG_PARAMETER) {
        return null;
      }
    }
    return "nothing is typed";
  }

  /// The body of an arrow or an arm: braces would be those of a block.
  private static @Nullable String body(ArenaVerifier tree, int count) {
    int at = tree.child(count - 1);
    while (startsWithChild(tree.kindAt(at))) {
      at = tree.firstChild(at);
    }
    return tree.kindAt(at) == Kind.TABLE ? "child=" + (count - 1) + " starts with a table" : null;
  }

  private static boolean startsWithChild(int kind) {
    return switch (kind) {
      case Kind.FIELD, Kind.INDEX, Kind.CALL, Kind.METHOD_CALL -> true;
      default -> Kind.isBinary(kind) || ArenaTypedPrint.startsWithChild(kind);
    };
  }

  private static @Nullable String value(ArenaVerifier tree) {
    boolean type = tree.ancestor(0) == Kind.TYPED_PARAMETER;
    return type && tree.ancestor(1) == Kind.FUNCTION_TYPE ? "below function-type" : null;
  }

  private static @Nullable String texts(ArenaVerifier tree, int count) {
    for (int index = 1; index < count; index++) {
      boolean text = tree.kindOf(index) == Kind.TEMPLATE_TEXT;
      if (text && tree.kindOf(index - 1) == Kind.TEMPLATE_TEXT) {
        return "child=" + index + " is a text behind a text";
      }
    }
    return null;
  }

  private static @Nullable String restPatternLast(ArenaVerifier tree, int count) {
    for (int index = 0; index < count - 1; index++) {
      if (tree.kindOf(index) == Kind.REST_PATTERN) {
        return "child=" + index + " is rest-pattern, but not the last";
      }
    }
    return null;
  }

  private static @Nullable String defaulted(ArenaVerifier tree) {
    boolean name = Role.PATTERN_NAME.admits(tree.kindOf(0));
    boolean field = tree.ancestor(0) == Kind.OBJECT_PATTERN;
    return field && !name ? "child=0 is " + Kind.name(tree.kindOf(0)) + ", expected=name" : null;
  }

  private static @Nullable String bound(ArenaVerifier tree) {
    boolean name = tree.kindOf(0) == Kind.LOCAL_NAME;
    boolean single = tree.ancestor(0) == Kind.CATCH || tree.ancestor(0) == Kind.NUMERIC_FOR;
    return single && !name ? "child=0 is " + Kind.name(tree.kindOf(0)) + ", expected=name" : null;
  }

  private static @Nullable String method(ArenaVerifier tree, int count) {
    int index = 0;
    while (tree.kindOf(index) == Kind.DECORATOR) {
      index++;
    }
    boolean signature = tree.kindOf(index) == Kind.SIGNATURE;
    if (tree.ancestor(0) == Kind.INTERFACE) {
      return signature || index > 0 ? "not in an interface" : null;
    }
    boolean isAbstract = (set(tree, count) & Modifier.ABSTRACT) != 0;
    return signature == isAbstract ? null : isAbstract ? "abstract, but a body" : "no body";
  }

  private static @Nullable String mapped(ArenaVerifier tree, int count) {
    int set = set(tree, count);
    boolean several =
        Integer.bitCount(set & MAPPED_READONLY) > 1 || Integer.bitCount(set & MAPPED_OPTIONAL) > 1;
    return several ? "modifiers=" + set + " contradict each other" : null;
  }

  private static @Nullable String imported(ArenaVerifier tree, int count) {
    for (int index = 0; index < count - 1; index++) {
      if (tree.kindOf(index) == Kind.IMPORT_NAMESPACE
          && tree.kindOf(index + 1) == Kind.IMPORT_ITEM) {
        return "child=" + (index + 1) + " is import-item behind import-namespace";
      }
    }
    return null;
  }

  // Modifiers.

  private static int set(ArenaVerifier tree, int count) {
    int last = count - 1;
    return last >= 0 && tree.kindOf(last) == Kind.MODIFIERS ? tree.payloadOf(last) : 0;
  }

  private static @Nullable String modifiers(ArenaVerifier tree, int kind, int count) {
    int set = set(tree, count);
    int excess = set & ~allowed(tree, kind);
    return excess == 0 ? null : "modifier " + Modifier.text(Integer.lowestOneBit(excess));
  }

  private static int allowed(ArenaVerifier tree, int kind) {
    return switch (kind) {
      case Kind.TYPED_PARAMETER ->
          tree.ancestor(0) == Kind.PRIMARY_CONSTRUCTOR
              ? ACCESS | Modifier.READONLY | Modifier.OPTIONAL
              : Modifier.OPTIONAL;
      case Kind.TUPLE_ELEMENT, Kind.METHOD_SIGNATURE -> Modifier.OPTIONAL;
      case Kind.PROPERTY, Kind.METHOD ->
          tree.ancestor(0) == Kind.INTERFACE ? Modifier.OPTIONAL : MEMBER | Modifier.OPTIONAL;
      case Kind.CONSTRUCTOR, Kind.GETTER, Kind.SETTER, Kind.OPERATOR -> MEMBER;
      case Kind.MAPPED_TYPE -> MAPPED_READONLY | MAPPED_OPTIONAL;
      case Kind.PROPERTY_SIGNATURE -> Modifier.READONLY | Modifier.OPTIONAL;
      case Kind.INDEX_SIGNATURE -> Modifier.READONLY;
      case Kind.CLASS -> Modifier.ABSTRACT | Modifier.FINAL;
      default -> Modifier.TYPE_ONLY;
    };
  }

  // What stands where.

  /// A name that is declared below a typed kind.
  static @Nullable String name(ArenaVerifier tree, int kind, int symbol) {
    if (symbol == Words.UNDERSCORE && mayBeWildcard(tree)) {
      return "expected=wildcard";
    }
    int level = 0;
    boolean pattern = false;
    while (isPartOfPattern(tree.ancestor(level))) {
      pattern |= tree.ancestor(level) != Kind.BINDING;
      level++;
    }
    int declaration = tree.ancestor(level);
    if (declaration == Kind.LOCAL && !pattern) {
      return null;
    }
    int expected = declaration == Kind.CONST ? Kind.CONST_NAME : Kind.LOCAL_NAME;
    return kind == expected ? null : "expected=" + Kind.name(expected);
  }

  /// Whether any pattern may stand where a name does.
  private static boolean mayBeWildcard(ArenaVerifier tree) {
    return switch (tree.ancestor(0)) {
      case Kind.MATCH_ARM,
          Kind.OR_PATTERN,
          Kind.ARRAY_PATTERN,
          Kind.PATTERN_FIELD,
          Kind.COMPUTED_PATTERN_FIELD,
          Kind.TEMPLATE_PATTERN ->
          true;
      case Kind.PATTERN_DEFAULT -> tree.ancestor(1) != Kind.OBJECT_PATTERN;
      default -> false;
    };
  }

  private static boolean isPartOfPattern(int kind) {
    return switch (kind) {
      case Kind.BINDING,
          Kind.OR_PATTERN,
          Kind.ARRAY_PATTERN,
          Kind.OBJECT_PATTERN,
          Kind.PATTERN_FIELD,
          Kind.COMPUTED_PATTERN_FIELD,
          Kind.PATTERN_DEFAULT,
          Kind.REST_PATTERN,
          Kind.TEMPLATE_PATTERN ->
          true;
      default -> false;
    };
  }

  /// Whether the BLOCK that is being completed is that of a namespace that is declared.
  static boolean isDeclared(ArenaVerifier tree) {
    int level = 0;
    while (tree.ancestor(level) == Kind.NAMESPACE) {
      level++;
      if (tree.ancestor(level) == Kind.DECLARE) {
        return true;
      }
      if (tree.ancestor(level) == Kind.BLOCK) {
        level++;
      }
    }
    return false;
  }
}
