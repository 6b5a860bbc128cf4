package dev.arenabench.arena.tree;

import static dev.arenabench.arena.tree.ChildPattern.AT_FIRST;
import static dev.arenabench.arena.tree.ChildPattern.BEFORE_LAST;
import static dev.arenabench.arena.tree.ChildPattern.BEHIND_DECORATORS;
import static dev.arenabench.arena.tree.ChildPattern.any;
import static dev.arenabench.arena.tree.ChildPattern.at;
import static dev.arenabench.arena.tree.ChildPattern.infix;
import static dev.arenabench.arena.tree.ChildPattern.one;
import static dev.arenabench.arena.tree.ChildPattern.optional;
import static dev.arenabench.arena.tree.ChildPattern.prefix;

import dev.arenabench.arena.tree.ChildPattern.Item;
import dev.arenabench.arena.tree.ChildPattern.Naming;
import dev.arenabench.syntax.Kind;
import java.util.List;

/// The [ChildPattern]s of the kinds that `TYPED_LUA` adds, in the order of [Kind].
final class TypedPatterns {
  private static final Item EXPRESSION = one(Role.EXPRESSION);
  private static final Item ARGUMENTS = any(Role.ARGUMENT, 0);
  private static final Item TYPE_PARAMETERS = optional(Role.TYPE_PARAMETERS);
  private static final Item PARAMETERS = any(Role.TYPED_PARAMETER, 0);
  private static final Item RETURN_TYPE = optional(Role.RETURN_TYPE);
  private static final Item THROWS = optional(Role.THROWS);
  private static final Item BLOCK = one(Role.BLOCK);
  private static final Item TYPE = one(Role.TYPE);
  private static final Item TYPES = any(Role.TYPE, 1);
  private static final Item OPTIONAL_TYPE = optional(Role.TYPE);
  private static final Item DEFAULT_VALUE = optional(Role.DEFAULT_VALUE);
  private static final Item CONSTRAINT = optional(Role.CONSTRAINT);
  private static final Item DECORATORS = any(Role.DECORATOR, 0);
  private static final Item IMPLEMENTED = optional(Role.IMPLEMENTED_TYPES);
  private static final Item PRIMARY_CONSTRUCTOR = optional(Role.PRIMARY_CONSTRUCTOR);
  private static final Item MEMBERS = any(Role.MEMBER, 0);
  private static final Item STRING = one(Role.STRING);
  private static final Item IDENTIFIER = one(Role.IDENTIFIER);
  private static final Item MODIFIERS = optional(Role.MODIFIERS);

  private TypedPatterns() {}

  static void add(ChildPattern[] patterns) {
    expressions(patterns);
    pieces(patterns);
    patterns(patterns);
    types(patterns);
    members(patterns);
    statements(patterns);
  }

  private static void expressions(ChildPattern[] patterns) {
    ChildPattern binary = infix(EXPRESSION, EXPRESSION);
    patterns[Kind.CONDITIONAL] = infix(EXPRESSION, EXPRESSION, EXPRESSION);
    patterns[Kind.COALESCE] = binary;
    patterns[Kind.PIPE] = binary;
    patterns[Kind.INSTANCE_OF] = binary;
    patterns[Kind.BANG_EQUAL] = binary;
    patterns[Kind.BANG] = prefix(EXPRESSION);
    patterns[Kind.AS] = infix(EXPRESSION, TYPE);
    patterns[Kind.OPTIONAL_FIELD] = infix(one(Role.PREFIX));
    patterns[Kind.OPTIONAL_INDEX] = infix(one(Role.PREFIX), EXPRESSION);
    patterns[Kind.OPTIONAL_CALL] = infix(one(Role.PREFIX), ARGUMENTS);
    patterns[Kind.GENERIC_CALL] = at(2, one(Role.PREFIX), one(Role.TYPE_ARGUMENTS), ARGUMENTS);
    patterns[Kind.GENERIC_METHOD_CALL] =
        at(2, one(Role.PREFIX), one(Role.TYPE_ARGUMENTS), ARGUMENTS, one(Role.METHOD_NAME));
    patterns[Kind.NEW] =
        prefix(one(Role.FUNCTION_TARGET), optional(Role.TYPE_ARGUMENTS), ARGUMENTS);
    patterns[Kind.ARRAY] = prefix(ARGUMENTS);
    patterns[Kind.SPREAD] = prefix(EXPRESSION);
    patterns[Kind.TEMPLATE] = prefix(any(Role.TEMPLATE_PIECE, 0));
    patterns[Kind.TYPED_FUNCTION] = prefix(TYPE_PARAMETERS, PARAMETERS, RETURN_TYPE, THROWS, BLOCK);
    patterns[Kind.ARROW] =
        at(BEFORE_LAST, TYPE_PARAMETERS, PARAMETERS, RETURN_TYPE, one(Role.BODY));
    patterns[Kind.TRY_EXPRESSION] = prefix(EXPRESSION, EXPRESSION);
    patterns[Kind.MATCH] = prefix(EXPRESSION, any(Role.MATCH_ARM, 0));
  }

  private static void pieces(ChildPattern[] patterns) {
    patterns[Kind.MATCH_ARM] =
        at(BEFORE_LAST, one(Role.PATTERN), optional(Role.GUARD), one(Role.BODY));
    patterns[Kind.GUARD] = prefix(EXPRESSION);
    patterns[Kind.TYPED_PARAMETER] =
        at(AT_FIRST, one(Role.BARE_PARAMETER), OPTIONAL_TYPE, DEFAULT_VALUE, MODIFIERS);
    patterns[Kind.DEFAULT_VALUE] = prefix(EXPRESSION);
    patterns[Kind.TYPE_PARAMETERS] = prefix(any(Role.TYPE_PARAMETER, 1));
    patterns[Kind.TYPE_PARAMETER] = named(CONSTRAINT, optional(Role.TYPE_DEFAULT), IDENTIFIER);
    patterns[Kind.CONSTRAINT] = prefix(TYPE);
    patterns[Kind.TYPE_DEFAULT] = prefix(TYPE);
    patterns[Kind.TYPE_ARGUMENTS] = prefix(TYPES);
    patterns[Kind.RETURN_TYPE] = at(AT_FIRST, one(Role.TYPE_OR_PREDICATE));
    patterns[Kind.THROWS] = prefix(TYPES);
    patterns[Kind.SIGNATURE] = prefix(TYPE_PARAMETERS, PARAMETERS, RETURN_TYPE, THROWS);
    patterns[Kind.ARGUMENTS] = prefix(ARGUMENTS);
    patterns[Kind.BINDING] = at(AT_FIRST, one(Role.BOUND_NAME), TYPE);
    patterns[Kind.DECORATOR] = prefix(one(Role.DECORATOR_EXPRESSION));
  }

  private static void patterns(ChildPattern[] patterns) {
    patterns[Kind.LITERAL_PATTERN] = at(AT_FIRST, one(Role.LITERAL));
    patterns[Kind.OR_PATTERN] = at(AT_FIRST, any(Role.PATTERN, 2));
    patterns[Kind.ARRAY_PATTERN] = prefix(any(Role.PATTERN_ELEMENT, 0));
    patterns[Kind.OBJECT_PATTERN] = prefix(any(Role.PATTERN_FIELD, 0));
    patterns[Kind.PATTERN_FIELD] = prefix(one(Role.FIELD_PATTERN));
    patterns[Kind.COMPUTED_PATTERN_FIELD] = prefix(EXPRESSION, one(Role.FIELD_PATTERN));
    patterns[Kind.PATTERN_DEFAULT] = infix(one(Role.PATTERN), EXPRESSION);
    patterns[Kind.REST_PATTERN] = prefix(one(Role.PATTERN_NAME));
    patterns[Kind.TEMPLATE_PATTERN] = prefix(any(Role.TEMPLATE_PATTERN_PIECE, 0));
  }

  private static void types(ChildPattern[] patterns) {
    patterns[Kind.TYPE_REFERENCE] =
        new ChildPattern(
            List.of(any(Role.TYPE, 0), any(Role.IDENTIFIER, 1)), 0, Naming.TO_POSITION);
    patterns[Kind.LITERAL_TYPE] = at(AT_FIRST, one(Role.LITERAL_OF_TYPE));
    patterns[Kind.TEMPLATE_TYPE] = prefix(any(Role.TEMPLATE_TYPE_PIECE, 0));
    patterns[Kind.UNION_TYPE] = at(AT_FIRST, any(Role.TYPE, 2));
    patterns[Kind.INTERSECTION_TYPE] = at(AT_FIRST, any(Role.TYPE, 2));
    patterns[Kind.FUNCTION_TYPE] =
        at(BEFORE_LAST, TYPE_PARAMETERS, PARAMETERS, one(Role.TYPE_OR_PREDICATE));
    patterns[Kind.ARRAY_TYPE] = infix(TYPE);
    patterns[Kind.INDEXED_ACCESS_TYPE] = infix(TYPE, TYPE);
    patterns[Kind.NULLABLE_TYPE] = infix(TYPE);
    patterns[Kind.TUPLE_TYPE] = prefix(any(Role.TUPLE_ELEMENT, 0));
    patterns[Kind.TUPLE_ELEMENT] = named(TYPE, IDENTIFIER, MODIFIERS);
    patterns[Kind.VARIADIC_TYPE] = prefix(TYPE);
    patterns[Kind.OBJECT_TYPE] = prefix(any(Role.TYPE_MEMBER, 0));
    patterns[Kind.MAPPED_TYPE] = prefix(TYPE, TYPE, IDENTIFIER, MODIFIERS);
    patterns[Kind.CONDITIONAL_TYPE] = infix(TYPE, TYPE, TYPE, TYPE);
    patterns[Kind.INFER_TYPE] = prefix(CONSTRAINT, IDENTIFIER);
    patterns[Kind.KEYOF_TYPE] = prefix(TYPE);
    patterns[Kind.TYPEOF_TYPE] = prefix(one(Role.FUNCTION_TARGET));
    patterns[Kind.PREDICATE_TYPE] = prefix(TYPE);
    patterns[Kind.PAREN_TYPE] = prefix(TYPE);
  }

  private static void members(ChildPattern[] patterns) {
    ChildPattern accessor = member(DECORATORS, one(Role.FUNCTION), IDENTIFIER, MODIFIERS);
    patterns[Kind.PROPERTY] =
        member(DECORATORS, OPTIONAL_TYPE, DEFAULT_VALUE, IDENTIFIER, MODIFIERS);
    patterns[Kind.METHOD] = member(DECORATORS, one(Role.METHOD_BODY), IDENTIFIER, MODIFIERS);
    patterns[Kind.CONSTRUCTOR] = at(BEHIND_DECORATORS, DECORATORS, one(Role.FUNCTION), MODIFIERS);
    patterns[Kind.GETTER] = accessor;
    patterns[Kind.SETTER] = accessor;
    patterns[Kind.OPERATOR] =
        at(BEHIND_DECORATORS, DECORATORS, one(Role.FUNCTION), one(Role.OPERATOR_NAME), MODIFIERS);
    patterns[Kind.PROPERTY_SIGNATURE] = named(TYPE, IDENTIFIER, MODIFIERS);
    patterns[Kind.METHOD_SIGNATURE] = named(one(Role.SIGNATURE), IDENTIFIER, MODIFIERS);
    patterns[Kind.INDEX_SIGNATURE] = prefix(TYPE, TYPE, IDENTIFIER, MODIFIERS);
    patterns[Kind.ENUM_MEMBER] = named(optional(Role.ENUM_VALUE), IDENTIFIER);
    patterns[Kind.PRIMARY_CONSTRUCTOR] = prefix(PARAMETERS);
    patterns[Kind.EXTENDS] = prefix(TYPE, optional(Role.ARGUMENTS));
    patterns[Kind.EXTENDED_TYPES] = prefix(TYPES);
    patterns[Kind.IMPLEMENTED_TYPES] = prefix(TYPES);
    patterns[Kind.IMPORT_ITEM] = named(new Item(Role.IDENTIFIER, 1, 2), MODIFIERS);
    patterns[Kind.EXPORT_ITEM] = patterns[Kind.IMPORT_ITEM];
  }

  private static void statements(ChildPattern[] patterns) {
    patterns[Kind.CONST] = prefix(any(Role.DECLARED_NAME, 1), any(Role.EXPRESSION, 1));
    ChildPattern assignment = infix(one(Role.TARGET), EXPRESSION);
    for (int kind = Kind.ADD_ASSIGN; kind <= Kind.SHIFT_RIGHT_ASSIGN; kind++) {
      patterns[kind] = assignment;
    }
    patterns[Kind.THROW] = prefix(EXPRESSION);
    patterns[Kind.TRY] = prefix(BLOCK, any(Role.CATCH, 0), optional(Role.FINALLY));
    patterns[Kind.CATCH] = prefix(optional(Role.SINGLE_NAME), BLOCK);
    patterns[Kind.FINALLY] = prefix(BLOCK);
    patterns[Kind.CLASS] =
        at(
            BEHIND_DECORATORS,
            DECORATORS,
            TYPE_PARAMETERS,
            PRIMARY_CONSTRUCTOR,
            optional(Role.EXTENDS),
            IMPLEMENTED,
            MEMBERS,
            IDENTIFIER,
            MODIFIERS);
    patterns[Kind.INTERFACE] =
        prefix(
            TYPE_PARAMETERS,
            optional(Role.EXTENDED_TYPES),
            any(Role.INTERFACE_MEMBER, 0),
            IDENTIFIER);
    patterns[Kind.TYPE_ALIAS] = prefix(TYPE_PARAMETERS, TYPE, IDENTIFIER);
    patterns[Kind.ENUM] =
        prefix(PRIMARY_CONSTRUCTOR, IMPLEMENTED, any(Role.ENUM_MEMBER, 0), MEMBERS, IDENTIFIER);
    patterns[Kind.NAMESPACE] = prefix(BLOCK, any(Role.IDENTIFIER, 1));
    patterns[Kind.IMPORT] =
        prefix(
            optional(Role.IMPORT_DEFAULT),
            optional(Role.IMPORT_NAMESPACE),
            any(Role.IMPORT_ITEM, 0),
            STRING,
            MODIFIERS);
    patterns[Kind.EXPORT] = prefix(one(Role.EXPORTED));
    patterns[Kind.EXPORT_DEFAULT] = prefix(one(Role.EXPORTED_DEFAULT));
    patterns[Kind.EXPORT_LIST] = prefix(any(Role.EXPORT_ITEM, 0), optional(Role.STRING), MODIFIERS);
    patterns[Kind.EXPORT_ALL] = prefix(STRING, optional(Role.IDENTIFIER), MODIFIERS);
    patterns[Kind.DECLARE] = prefix(one(Role.DECLARED));
    patterns[Kind.DECLARED_FUNCTION] = prefix(one(Role.SIGNATURE), IDENTIFIER);
    patterns[Kind.DECLARED_CONST] = prefix(TYPE, IDENTIFIER);
  }

  /// A node whose position is that of its name, behind its decorators.
  private static ChildPattern member(Item... items) {
    return new ChildPattern(List.of(items), BEHIND_DECORATORS, Naming.FROM_POSITION);
  }

  /// A node whose position is that of its name, before its other children.
  private static ChildPattern named(Item... items) {
    return new ChildPattern(List.of(items), 0, Naming.FROM_POSITION);
  }
}
