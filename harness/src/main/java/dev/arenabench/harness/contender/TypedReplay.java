package dev.arenabench.harness.contender;

import dev.arenabench.syntax.TreeBuilder;

/// The half of [Replay] for what only `TYPED_LUA` has: a method of its own, so that the loop that
/// replays Lua stays as small as it is.
final class TypedReplay {
  private TypedReplay() {}

  /// Reports one operation.
  ///
  /// @param at where it begins
  /// @return where the next one begins
  static int play(int[] words, int at, TreeBuilder builder) {
    int position = words[at + 1];
    switch (words[at]) {
      case TypedOperation.CONDITIONAL -> {
        builder.conditional(position);
        return at + 2;
      }
      case TypedOperation.TYPED_BINARY -> {
        builder.typedBinary(words[at + 2], position);
        return at + 3;
      }
      case TypedOperation.BANG -> {
        builder.bang(position);
        return at + 2;
      }
      case TypedOperation.AS -> {
        builder.as(position);
        return at + 2;
      }
      case TypedOperation.OPTIONAL_FIELD -> {
        builder.optionalField(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.OPTIONAL_INDEX -> {
        builder.optionalIndex(position);
        return at + 2;
      }
      case TypedOperation.OPTIONAL_CALL -> {
        builder.optionalCall(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.GENERIC_CALL -> {
        builder.genericCall(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.GENERIC_METHOD_CALL -> {
        builder.genericMethodCall(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.NEW_OBJECT -> {
        builder.newObject(position, words[at + 2] != 0, words[at + 3]);
        return at + 4;
      }
      case TypedOperation.ARRAY -> {
        builder.array(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.SPREAD -> {
        builder.spread(position);
        return at + 2;
      }
      case TypedOperation.TEMPLATE -> {
        builder.template(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TEMPLATE_TEXT -> {
        builder.templateText(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TYPED_FUNCTION -> {
        builder.typedFunction(
            position, words[at + 2] != 0, words[at + 3], words[at + 4] != 0, words[at + 5] != 0);
        return at + 6;
      }
      case TypedOperation.ARROW -> {
        builder.arrow(position, words[at + 2] != 0, words[at + 3], words[at + 4] != 0);
        return at + 5;
      }
      case TypedOperation.TRY_EXPRESSION -> {
        builder.tryExpression(position);
        return at + 2;
      }
      case TypedOperation.MATCH -> {
        builder.match(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.MATCH_ARM -> {
        builder.matchArm(position, words[at + 2] != 0);
        return at + 3;
      }
      case TypedOperation.GUARD -> {
        builder.guard(position);
        return at + 2;
      }
      case TypedOperation.TYPED_PARAMETER -> {
        builder.typedParameter(position, words[at + 2] != 0, words[at + 3] != 0, words[at + 4]);
        return at + 5;
      }
      case TypedOperation.REST_PARAMETER -> {
        builder.restParameter(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.DEFAULT_VALUE -> {
        builder.defaultValue(position);
        return at + 2;
      }
      case TypedOperation.TYPE_PARAMETERS -> {
        builder.typeParameters(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TYPE_PARAMETER -> {
        builder.typeParameter(position, words[at + 2], words[at + 3] != 0, words[at + 4] != 0);
        return at + 5;
      }
      case TypedOperation.CONSTRAINT -> {
        builder.constraint(position);
        return at + 2;
      }
      case TypedOperation.TYPE_DEFAULT -> {
        builder.typeDefault(position);
        return at + 2;
      }
      case TypedOperation.TYPE_ARGUMENTS -> {
        builder.typeArguments(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.RETURN_TYPE -> {
        builder.returnType(position);
        return at + 2;
      }
      case TypedOperation.THROWS_TYPES -> {
        builder.throwsTypes(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.SIGNATURE -> {
        builder.signature(
            position, words[at + 2] != 0, words[at + 3], words[at + 4] != 0, words[at + 5] != 0);
        return at + 6;
      }
      case TypedOperation.ARGUMENTS -> {
        builder.arguments(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.BINDING -> {
        builder.binding(position);
        return at + 2;
      }
      case TypedOperation.DECORATOR -> {
        builder.decorator(position);
        return at + 2;
      }
      case TypedOperation.WILDCARD -> {
        builder.wildcard(position);
        return at + 2;
      }
      case TypedOperation.LITERAL_PATTERN -> {
        builder.literalPattern(position);
        return at + 2;
      }
      case TypedOperation.OR_PATTERN -> {
        builder.orPattern(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.ARRAY_PATTERN -> {
        builder.arrayPattern(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.HOLE -> {
        builder.hole(position);
        return at + 2;
      }
      case TypedOperation.OBJECT_PATTERN -> {
        builder.objectPattern(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.PATTERN_FIELD -> {
        builder.patternField(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.COMPUTED_PATTERN_FIELD -> {
        builder.computedPatternField(position);
        return at + 2;
      }
      case TypedOperation.PATTERN_DEFAULT -> {
        builder.patternDefault(position);
        return at + 2;
      }
      case TypedOperation.REST_PATTERN -> {
        builder.restPattern(position);
        return at + 2;
      }
      case TypedOperation.TEMPLATE_PATTERN -> {
        builder.templatePattern(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.PRIMITIVE_TYPE -> {
        builder.primitiveType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TYPE_NAME -> {
        builder.typeName(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TYPE_REFERENCE -> {
        builder.typeReference(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.LITERAL_TYPE -> {
        builder.literalType(position);
        return at + 2;
      }
      case TypedOperation.TEMPLATE_TYPE -> {
        builder.templateType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.UNION_TYPE -> {
        builder.unionType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.INTERSECTION_TYPE -> {
        builder.intersectionType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.FUNCTION_TYPE -> {
        builder.functionType(position, words[at + 2] != 0, words[at + 3]);
        return at + 4;
      }
      case TypedOperation.ARRAY_TYPE -> {
        builder.arrayType(position);
        return at + 2;
      }
      case TypedOperation.INDEXED_ACCESS_TYPE -> {
        builder.indexedAccessType(position);
        return at + 2;
      }
      case TypedOperation.NULLABLE_TYPE -> {
        builder.nullableType(position);
        return at + 2;
      }
      case TypedOperation.TUPLE_TYPE -> {
        builder.tupleType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.TUPLE_ELEMENT -> {
        builder.tupleElement(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.VARIADIC_TYPE -> {
        builder.variadicType(position);
        return at + 2;
      }
      case TypedOperation.OBJECT_TYPE -> {
        builder.objectType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.MAPPED_TYPE -> {
        builder.mappedType(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.CONDITIONAL_TYPE -> {
        builder.conditionalType(position);
        return at + 2;
      }
      case TypedOperation.INFER_TYPE -> {
        builder.inferType(position, words[at + 2], words[at + 3], words[at + 4] != 0);
        return at + 5;
      }
      case TypedOperation.KEYOF_TYPE -> {
        builder.keyofType(position);
        return at + 2;
      }
      case TypedOperation.TYPEOF_TYPE -> {
        builder.typeofType(position);
        return at + 2;
      }
      case TypedOperation.PREDICATE_TYPE -> {
        builder.predicateType(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.PAREN_TYPE -> {
        builder.parenType(position);
        return at + 2;
      }
      case TypedOperation.PROPERTY -> {
        builder.property(
            position,
            words[at + 2],
            words[at + 3] != 0,
            words[at + 4] != 0,
            words[at + 5],
            words[at + 6]);
        return at + 7;
      }
      case TypedOperation.METHOD -> {
        builder.method(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.CONSTRUCTOR -> {
        builder.constructor(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.GETTER -> {
        builder.getter(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.SETTER -> {
        builder.setter(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.OPERATOR -> {
        builder.operator(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.PROPERTY_SIGNATURE -> {
        builder.propertySignature(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.METHOD_SIGNATURE -> {
        builder.methodSignature(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.INDEX_SIGNATURE -> {
        builder.indexSignature(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.ENUM_MEMBER -> {
        builder.enumMember(position, words[at + 2], words[at + 3] != 0, words[at + 4] != 0);
        return at + 5;
      }
      case TypedOperation.PRIMARY_CONSTRUCTOR -> {
        builder.primaryConstructor(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.EXTENDS_CLASS -> {
        builder.extendsClass(position, words[at + 2] != 0);
        return at + 3;
      }
      case TypedOperation.EXTENDED_TYPES -> {
        builder.extendedTypes(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.IMPLEMENTED_TYPES -> {
        builder.implementedTypes(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.IMPORT_DEFAULT -> {
        builder.importDefault(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.IMPORT_NAMESPACE -> {
        builder.importNamespace(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.MODULE_ITEM -> {
        builder.moduleItem(
            words[at + 2], position, words[at + 3], words[at + 4], words[at + 5], words[at + 6]);
        return at + 7;
      }
      case TypedOperation.CONST_STATEMENT -> {
        builder.constStatement(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.COMPOUND_ASSIGN -> {
        builder.compoundAssign(words[at + 2], position);
        return at + 3;
      }
      case TypedOperation.CONTINUE_STATEMENT -> {
        builder.continueStatement(position);
        return at + 2;
      }
      case TypedOperation.THROW_STATEMENT -> {
        builder.throwStatement(position);
        return at + 2;
      }
      case TypedOperation.RETHROW_STATEMENT -> {
        builder.rethrowStatement(position);
        return at + 2;
      }
      case TypedOperation.TRY_STATEMENT -> {
        builder.tryStatement(position, words[at + 2], words[at + 3] != 0);
        return at + 4;
      }
      case TypedOperation.CATCH_CLAUSE -> {
        builder.catchClause(position, words[at + 2] != 0);
        return at + 3;
      }
      case TypedOperation.FINALLY_CLAUSE -> {
        builder.finallyClause(position);
        return at + 2;
      }
      case TypedOperation.CLASS_DECLARATION -> {
        builder.classDeclaration(
            position,
            words[at + 2],
            words[at + 3] != 0,
            words[at + 4] != 0,
            words[at + 5] != 0,
            words[at + 6] != 0,
            words[at + 7],
            words[at + 8],
            words[at + 9],
            words[at + 10]);
        return at + 11;
      }
      case TypedOperation.INTERFACE_DECLARATION -> {
        builder.interfaceDeclaration(
            position,
            words[at + 2] != 0,
            words[at + 3] != 0,
            words[at + 4],
            words[at + 5],
            words[at + 6]);
        return at + 7;
      }
      case TypedOperation.TYPE_ALIAS -> {
        builder.typeAlias(position, words[at + 2] != 0, words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.ENUM_DECLARATION -> {
        builder.enumDeclaration(
            position,
            words[at + 2] != 0,
            words[at + 3] != 0,
            words[at + 4],
            words[at + 5],
            words[at + 6],
            words[at + 7]);
        return at + 8;
      }
      case TypedOperation.NAMESPACE -> {
        builder.namespace(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.IDENTIFIER -> {
        builder.identifier(position, words[at + 2]);
        return at + 3;
      }
      case TypedOperation.IMPORT_STATEMENT -> {
        builder.importStatement(
            position, words[at + 2] != 0, words[at + 3] != 0, words[at + 4], words[at + 5]);
        return at + 6;
      }
      case TypedOperation.EXPORT -> {
        builder.export(position);
        return at + 2;
      }
      case TypedOperation.EXPORT_DEFAULT -> {
        builder.exportDefault(position);
        return at + 2;
      }
      case TypedOperation.EXPORT_LIST -> {
        builder.exportList(position, words[at + 2], words[at + 3] != 0, words[at + 4]);
        return at + 5;
      }
      case TypedOperation.EXPORT_ALL -> {
        builder.exportAll(position, words[at + 2], words[at + 3], words[at + 4]);
        return at + 5;
      }
      case TypedOperation.DECLARE -> {
        builder.declare(position);
        return at + 2;
      }
      case TypedOperation.DECLARED_FUNCTION -> {
        builder.declaredFunction(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      case TypedOperation.DECLARED_CONST -> {
        builder.declaredConst(position, words[at + 2], words[at + 3]);
        return at + 4;
      }
      default -> throw new IllegalStateException("operation=" + words[at] + ", at=" + at);
    }
  }
}
