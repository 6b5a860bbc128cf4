package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import java.util.Locale;

/// The parts that a child can play in its parent, and which kinds may play them. Whether a program
/// is Lua or typed is not asked: where Lua's kinds stand, the typed ones that suit may.
enum Role {
  EXPRESSION,
  /// What a suffix (call, index, field) may follow.
  PREFIX,
  /// What may stand left of `=`.
  TARGET,
  /// What a function declaration may name.
  FUNCTION_TARGET,
  FUNCTION,
  /// An argument of a call, an element of an array.
  ARGUMENT,
  TABLE_ITEM,
  PARAMETER,
  /// `...` as the last parameter, with or without a name.
  VARARG_PARAMETER,
  TYPED_PARAMETER,
  /// What a typed parameter is about.
  BARE_PARAMETER,
  /// What `for … in` declares.
  LOCAL_NAME,
  /// What `for … =` and `catch` declare: a name, with or without type.
  SINGLE_NAME,
  /// What `local` declares: a name, with or without attribute, type or pattern.
  DECLARED_NAME,
  /// What has a type in a declaration.
  BOUND_NAME,
  STATEMENT,
  BLOCK,
  ELSE_IF,

  // Typed expressions and their pieces.
  TYPE_PARAMETERS,
  TYPE_PARAMETER,
  TYPE_ARGUMENTS,
  RETURN_TYPE,
  THROWS,
  /// Of an arrow or an arm of a `match`.
  BODY,
  MATCH_ARM,
  GUARD,
  TEMPLATE_PIECE,
  ARGUMENTS,
  DEFAULT_VALUE,
  CONSTRAINT,
  TYPE_DEFAULT,
  DECORATOR,
  DECORATOR_EXPRESSION,

  // Patterns.
  PATTERN,
  LITERAL,
  PATTERN_ELEMENT,
  PATTERN_FIELD,
  FIELD_PATTERN,
  PATTERN_NAME,
  TEMPLATE_PATTERN_PIECE,

  // Types.
  TYPE,
  TYPE_OR_PREDICATE,
  LITERAL_OF_TYPE,
  TUPLE_ELEMENT,
  TYPE_MEMBER,
  TEMPLATE_TYPE_PIECE,

  // Declarations.
  MEMBER,
  INTERFACE_MEMBER,
  ENUM_MEMBER,
  ENUM_VALUE,
  METHOD_BODY,
  SIGNATURE,
  PRIMARY_CONSTRUCTOR,
  EXTENDS,
  EXTENDED_TYPES,
  IMPLEMENTED_TYPES,
  CATCH,
  FINALLY,
  IMPORT_DEFAULT,
  IMPORT_NAMESPACE,
  IMPORT_ITEM,
  EXPORT_ITEM,
  STRING,
  EXPORTED,
  EXPORTED_DEFAULT,
  /// What may stand behind `declare`, and in a namespace there.
  DECLARED,

  // Parts.
  METHOD_NAME,
  TARGET_COUNT,
  IDENTIFIER,
  MODIFIERS,
  OPERATOR_NAME;

  boolean admits(int kind) {
    return switch (this) {
      case EXPRESSION -> isExpression(kind);
      case PREFIX ->
          switch (kind) {
            case Kind.NAME,
                Kind.PAREN,
                Kind.FIELD,
                Kind.INDEX,
                Kind.CALL,
                Kind.METHOD_CALL,
                Kind.OPTIONAL_FIELD,
                Kind.OPTIONAL_INDEX,
                Kind.OPTIONAL_CALL,
                Kind.GENERIC_CALL,
                Kind.GENERIC_METHOD_CALL,
                Kind.NEW ->
                true;
            default -> false;
          };
      case TARGET -> kind == Kind.NAME || kind == Kind.FIELD || kind == Kind.INDEX;
      case FUNCTION_TARGET -> kind == Kind.NAME || kind == Kind.FIELD;
      case FUNCTION -> kind == Kind.FUNCTION || kind == Kind.TYPED_FUNCTION;
      case ARGUMENT -> isExpression(kind) || kind == Kind.SPREAD;
      case TABLE_ITEM ->
          isExpression(kind)
              || kind == Kind.NAMED_FIELD
              || kind == Kind.KEYED_FIELD
              || kind == Kind.SPREAD;
      case PARAMETER -> kind == Kind.PARAMETER;
      case VARARG_PARAMETER -> kind == Kind.VARARG_PARAMETER;
      case TYPED_PARAMETER ->
          switch (kind) {
            case Kind.PARAMETER, Kind.VARARG_PARAMETER, Kind.REST_PARAMETER, Kind.TYPED_PARAMETER ->
                true;
            default -> false;
          };
      case BARE_PARAMETER ->
          kind == Kind.PARAMETER || kind == Kind.VARARG_PARAMETER || kind == Kind.REST_PARAMETER;
      case LOCAL_NAME -> kind == Kind.LOCAL_NAME || isBinding(kind);
      case SINGLE_NAME -> kind == Kind.LOCAL_NAME || kind == Kind.BINDING;
      case DECLARED_NAME -> isName(kind) || isBinding(kind);
      case BOUND_NAME -> isName(kind) || (isBinding(kind) && kind != Kind.BINDING);
      case STATEMENT -> isStatement(kind);
      case BLOCK -> kind == Kind.BLOCK;
      case ELSE_IF -> kind == Kind.ELSE_IF;
      case TYPE_PARAMETERS -> kind == Kind.TYPE_PARAMETERS;
      case TYPE_PARAMETER -> kind == Kind.TYPE_PARAMETER;
      case TYPE_ARGUMENTS -> kind == Kind.TYPE_ARGUMENTS;
      case RETURN_TYPE -> kind == Kind.RETURN_TYPE;
      case THROWS -> kind == Kind.THROWS;
      case BODY -> isExpression(kind) || kind == Kind.BLOCK;
      case MATCH_ARM -> kind == Kind.MATCH_ARM;
      case GUARD -> kind == Kind.GUARD;
      case TEMPLATE_PIECE -> isExpression(kind) || kind == Kind.TEMPLATE_TEXT;
      case ARGUMENTS -> kind == Kind.ARGUMENTS;
      case DEFAULT_VALUE -> kind == Kind.DEFAULT_VALUE;
      case CONSTRAINT -> kind == Kind.CONSTRAINT;
      case TYPE_DEFAULT -> kind == Kind.TYPE_DEFAULT;
      case DECORATOR -> kind == Kind.DECORATOR;
      case DECORATOR_EXPRESSION ->
          switch (kind) {
            case Kind.NAME, Kind.FIELD, Kind.CALL, Kind.METHOD_CALL -> true;
            default -> false;
          };
      case PATTERN -> isPattern(kind);
      case LITERAL -> isLiteral(kind) || kind == Kind.NIL;
      case PATTERN_ELEMENT ->
          isPattern(kind)
              || kind == Kind.HOLE
              || kind == Kind.PATTERN_DEFAULT
              || kind == Kind.REST_PATTERN;
      case PATTERN_FIELD ->
          switch (kind) {
            case Kind.LOCAL_NAME,
                Kind.CONST_NAME,
                Kind.PATTERN_FIELD,
                Kind.COMPUTED_PATTERN_FIELD,
                Kind.PATTERN_DEFAULT,
                Kind.REST_PATTERN ->
                true;
            default -> false;
          };
      case FIELD_PATTERN -> isPattern(kind) || kind == Kind.PATTERN_DEFAULT;
      case PATTERN_NAME -> kind == Kind.LOCAL_NAME || kind == Kind.CONST_NAME;
      case TEMPLATE_PATTERN_PIECE -> isPattern(kind) || kind == Kind.TEMPLATE_TEXT;
      case TYPE -> isType(kind);
      case TYPE_OR_PREDICATE -> isType(kind) || kind == Kind.PREDICATE_TYPE;
      case LITERAL_OF_TYPE -> isLiteral(kind);
      case TUPLE_ELEMENT ->
          isType(kind) || kind == Kind.TUPLE_ELEMENT || kind == Kind.VARIADIC_TYPE;
      case TYPE_MEMBER -> kind >= Kind.PROPERTY_SIGNATURE && kind <= Kind.INDEX_SIGNATURE;
      case TEMPLATE_TYPE_PIECE -> isType(kind) || kind == Kind.TEMPLATE_TEXT;
      case MEMBER -> kind >= Kind.PROPERTY && kind <= Kind.OPERATOR;
      case INTERFACE_MEMBER ->
          kind == Kind.METHOD || (kind >= Kind.PROPERTY_SIGNATURE && kind <= Kind.INDEX_SIGNATURE);
      case ENUM_MEMBER -> kind == Kind.ENUM_MEMBER;
      case ENUM_VALUE -> kind == Kind.DEFAULT_VALUE || kind == Kind.ARGUMENTS;
      case METHOD_BODY ->
          kind == Kind.FUNCTION || kind == Kind.TYPED_FUNCTION || kind == Kind.SIGNATURE;
      case SIGNATURE -> kind == Kind.SIGNATURE;
      case PRIMARY_CONSTRUCTOR -> kind == Kind.PRIMARY_CONSTRUCTOR;
      case EXTENDS -> kind == Kind.EXTENDS;
      case EXTENDED_TYPES -> kind == Kind.EXTENDED_TYPES;
      case IMPLEMENTED_TYPES -> kind == Kind.IMPLEMENTED_TYPES;
      case CATCH -> kind == Kind.CATCH;
      case FINALLY -> kind == Kind.FINALLY;
      case IMPORT_DEFAULT -> kind == Kind.IMPORT_DEFAULT;
      case IMPORT_NAMESPACE -> kind == Kind.IMPORT_NAMESPACE;
      case IMPORT_ITEM -> kind == Kind.IMPORT_ITEM;
      case EXPORT_ITEM -> kind == Kind.EXPORT_ITEM;
      case STRING -> kind == Kind.STRING;
      case EXPORTED ->
          switch (kind) {
            case Kind.LOCAL,
                Kind.CONST,
                Kind.LOCAL_FUNCTION,
                Kind.FUNCTION_DECLARATION,
                Kind.METHOD_DECLARATION,
                Kind.CLASS,
                Kind.INTERFACE,
                Kind.TYPE_ALIAS,
                Kind.ENUM,
                Kind.NAMESPACE ->
                true;
            default -> false;
          };
      case EXPORTED_DEFAULT ->
          isExpression(kind)
              || kind == Kind.CLASS
              || kind == Kind.FUNCTION_DECLARATION
              || kind == Kind.METHOD_DECLARATION;
      case DECLARED ->
          switch (kind) {
            case Kind.DECLARED_FUNCTION,
                Kind.DECLARED_CONST,
                Kind.TYPE_ALIAS,
                Kind.INTERFACE,
                Kind.NAMESPACE ->
                true;
            default -> false;
          };
      case METHOD_NAME -> kind == Kind.METHOD_NAME;
      case TARGET_COUNT -> kind == Kind.TARGET_COUNT;
      case IDENTIFIER -> kind == Kind.IDENTIFIER;
      case MODIFIERS -> kind == Kind.MODIFIERS;
      case OPERATOR_NAME -> kind == Kind.OPERATOR_NAME;
    };
  }

  private static boolean isExpression(int kind) {
    return kind <= Kind.POWER
        || (kind >= Kind.CONDITIONAL
            && kind <= Kind.MATCH
            && kind != Kind.SPREAD
            && kind != Kind.TEMPLATE_TEXT);
  }

  private static boolean isStatement(int kind) {
    return switch (kind) {
      case Kind.CALL,
          Kind.METHOD_CALL,
          Kind.PIPE,
          Kind.OPTIONAL_CALL,
          Kind.GENERIC_CALL,
          Kind.GENERIC_METHOD_CALL,
          Kind.NEW,
          Kind.MATCH,
          Kind.TRY ->
          true;
      case Kind.ELSE_IF -> false;
      default ->
          (kind >= Kind.LOCAL && kind <= Kind.LABEL)
              || (kind >= Kind.CONST && kind <= Kind.RETHROW)
              || (kind >= Kind.CLASS && kind <= Kind.DECLARE);
    };
  }

  private static boolean isName(int kind) {
    return kind == Kind.LOCAL_NAME || kind == Kind.CONST_NAME || kind == Kind.CLOSE_NAME;
  }

  private static boolean isBinding(int kind) {
    return kind == Kind.BINDING || kind == Kind.ARRAY_PATTERN || kind == Kind.OBJECT_PATTERN;
  }

  private static boolean isPattern(int kind) {
    return switch (kind) {
      case Kind.LOCAL_NAME,
          Kind.CONST_NAME,
          Kind.WILDCARD,
          Kind.LITERAL_PATTERN,
          Kind.OR_PATTERN,
          Kind.ARRAY_PATTERN,
          Kind.OBJECT_PATTERN,
          Kind.TEMPLATE_PATTERN ->
          true;
      default -> false;
    };
  }

  /// A NEGATE is one of a number.
  private static boolean isLiteral(int kind) {
    return switch (kind) {
      case Kind.STRING, Kind.INTEGER, Kind.FLOAT, Kind.TRUE, Kind.FALSE, Kind.NEGATE -> true;
      default -> false;
    };
  }

  private static boolean isType(int kind) {
    return kind >= Kind.PRIMITIVE_TYPE
        && kind <= Kind.PAREN_TYPE
        && kind != Kind.TUPLE_ELEMENT
        && kind != Kind.VARIADIC_TYPE
        && kind != Kind.PREDICATE_TYPE;
  }

  /// For messages.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
