package dev.arenabench.syntax;

/// The half of [TreeBuilder] that only the dialect [Dialect#TYPED_LUA] uses: a typed method for
/// each construct that it adds to Lua, named and described as its [Kind].
///
/// The arguments say what the children are that have been reported before: how many there are of a
/// repeated kind (`…Count`), whether an optional one is among them (`has…`). A `modifiers` of 0 is
/// no [Kind#MODIFIERS] at all; a name's symbol travels with the name's position.
public interface TypedConstructs {
  /// As [TreeBuilder#leaf].
  void leaf(int kind, int position);

  /// As [TreeBuilder#symbol].
  void symbol(int kind, int position, int symbol);

  /// As [TreeBuilder#wrap].
  void wrap(int kind, int position, int symbol);

  /// As [TreeBuilder#node].
  void node(int kind, int position, int childCount);

  // Expressions.

  default void conditional(int position) {
    node(Kind.CONDITIONAL, position, 3);
  }

  /// @param kind [Kind#COALESCE], [Kind#PIPE], [Kind#INSTANCE_OF] or [Kind#BANG_EQUAL]
  default void typedBinary(int kind, int position) {
    node(kind, position, 2);
  }

  default void bang(int position) {
    wrap(Kind.BANG, position, 0);
  }

  default void as(int position) {
    node(Kind.AS, position, 2);
  }

  default void optionalField(int position, int symbol) {
    wrap(Kind.OPTIONAL_FIELD, position, symbol);
  }

  default void optionalIndex(int position) {
    node(Kind.OPTIONAL_INDEX, position, 2);
  }

  default void optionalCall(int position, int argumentCount) {
    node(Kind.OPTIONAL_CALL, position, argumentCount + 1);
  }

  default void genericCall(int position, int argumentCount) {
    node(Kind.GENERIC_CALL, position, argumentCount + 2);
  }

  default void genericMethodCall(int position, int argumentCount, int method, int methodPosition) {
    symbol(Kind.METHOD_NAME, methodPosition, method);
    node(Kind.GENERIC_METHOD_CALL, position, argumentCount + 3);
  }

  default void newObject(int position, boolean hasTypeArguments, int argumentCount) {
    node(Kind.NEW, position, 1 + count(hasTypeArguments) + argumentCount);
  }

  default void array(int position, int elementCount) {
    node(Kind.ARRAY, position, elementCount);
  }

  default void spread(int position) {
    wrap(Kind.SPREAD, position, 0);
  }

  /// @param pieceCount texts and expressions
  default void template(int position, int pieceCount) {
    node(Kind.TEMPLATE, position, pieceCount);
  }

  default void templateText(int position, int symbol) {
    symbol(Kind.TEMPLATE_TEXT, position, symbol);
  }

  default void typedFunction(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    node(
        Kind.TYPED_FUNCTION,
        position,
        count(hasTypeParameters) + parameterCount + count(hasReturnType) + count(hasThrows) + 1);
  }

  default void arrow(
      int position, boolean hasTypeParameters, int parameterCount, boolean hasReturnType) {
    node(
        Kind.ARROW, position, count(hasTypeParameters) + parameterCount + count(hasReturnType) + 1);
  }

  default void tryExpression(int position) {
    node(Kind.TRY_EXPRESSION, position, 2);
  }

  default void match(int position, int armCount) {
    node(Kind.MATCH, position, armCount + 1);
  }

  // Pieces of expressions and declarations.

  default void matchArm(int position, boolean hasGuard) {
    node(Kind.MATCH_ARM, position, count(hasGuard) + 2);
  }

  default void guard(int position) {
    wrap(Kind.GUARD, position, 0);
  }

  default void typedParameter(int position, boolean hasType, boolean hasDefault, int modifiers) {
    node(
        Kind.TYPED_PARAMETER,
        position,
        1 + count(hasType) + count(hasDefault) + modifiers(position, modifiers));
  }

  default void restParameter(int position, int symbol) {
    symbol(Kind.REST_PARAMETER, position, symbol);
  }

  default void defaultValue(int position) {
    wrap(Kind.DEFAULT_VALUE, position, 0);
  }

  default void typeParameters(int position, int parameterCount) {
    node(Kind.TYPE_PARAMETERS, position, parameterCount);
  }

  /// @param position of the name
  default void typeParameter(int position, int symbol, boolean hasConstraint, boolean hasDefault) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.TYPE_PARAMETER, position, count(hasConstraint) + count(hasDefault) + 1);
  }

  default void constraint(int position) {
    wrap(Kind.CONSTRAINT, position, 0);
  }

  default void typeDefault(int position) {
    wrap(Kind.TYPE_DEFAULT, position, 0);
  }

  default void typeArguments(int position, int typeCount) {
    node(Kind.TYPE_ARGUMENTS, position, typeCount);
  }

  default void returnType(int position) {
    wrap(Kind.RETURN_TYPE, position, 0);
  }

  default void throwsTypes(int position, int typeCount) {
    node(Kind.THROWS, position, typeCount);
  }

  default void signature(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    node(
        Kind.SIGNATURE,
        position,
        count(hasTypeParameters) + parameterCount + count(hasReturnType) + count(hasThrows));
  }

  default void arguments(int position, int argumentCount) {
    node(Kind.ARGUMENTS, position, argumentCount);
  }

  default void binding(int position) {
    node(Kind.BINDING, position, 2);
  }

  default void decorator(int position) {
    wrap(Kind.DECORATOR, position, 0);
  }

  // Patterns.

  default void wildcard(int position) {
    leaf(Kind.WILDCARD, position);
  }

  default void literalPattern(int position) {
    wrap(Kind.LITERAL_PATTERN, position, 0);
  }

  default void orPattern(int position, int patternCount) {
    node(Kind.OR_PATTERN, position, patternCount);
  }

  /// @param elementCount holes and a rest included
  default void arrayPattern(int position, int elementCount) {
    node(Kind.ARRAY_PATTERN, position, elementCount);
  }

  default void hole(int position) {
    leaf(Kind.HOLE, position);
  }

  /// @param fieldCount a rest included
  default void objectPattern(int position, int fieldCount) {
    node(Kind.OBJECT_PATTERN, position, fieldCount);
  }

  default void patternField(int position, int symbol) {
    wrap(Kind.PATTERN_FIELD, position, symbol);
  }

  default void computedPatternField(int position) {
    node(Kind.COMPUTED_PATTERN_FIELD, position, 2);
  }

  default void patternDefault(int position) {
    node(Kind.PATTERN_DEFAULT, position, 2);
  }

  default void restPattern(int position) {
    wrap(Kind.REST_PATTERN, position, 0);
  }

  /// @param pieceCount texts and patterns
  default void templatePattern(int position, int pieceCount) {
    node(Kind.TEMPLATE_PATTERN, position, pieceCount);
  }

  // Types.

  default void primitiveType(int position, int symbol) {
    symbol(Kind.PRIMITIVE_TYPE, position, symbol);
  }

  default void typeName(int position, int symbol) {
    symbol(Kind.TYPE_NAME, position, symbol);
  }

  /// @param identifierCount how many [#identifier] were reported behind the arguments, at least one
  default void typeReference(int position, int argumentCount, int identifierCount) {
    node(Kind.TYPE_REFERENCE, position, argumentCount + identifierCount);
  }

  default void literalType(int position) {
    wrap(Kind.LITERAL_TYPE, position, 0);
  }

  /// @param pieceCount texts and types
  default void templateType(int position, int pieceCount) {
    node(Kind.TEMPLATE_TYPE, position, pieceCount);
  }

  default void unionType(int position, int typeCount) {
    node(Kind.UNION_TYPE, position, typeCount);
  }

  default void intersectionType(int position, int typeCount) {
    node(Kind.INTERSECTION_TYPE, position, typeCount);
  }

  default void functionType(int position, boolean hasTypeParameters, int parameterCount) {
    node(Kind.FUNCTION_TYPE, position, count(hasTypeParameters) + parameterCount + 1);
  }

  default void arrayType(int position) {
    wrap(Kind.ARRAY_TYPE, position, 0);
  }

  default void indexedAccessType(int position) {
    node(Kind.INDEXED_ACCESS_TYPE, position, 2);
  }

  default void nullableType(int position) {
    wrap(Kind.NULLABLE_TYPE, position, 0);
  }

  default void tupleType(int position, int elementCount) {
    node(Kind.TUPLE_TYPE, position, elementCount);
  }

  /// @param position of the name
  default void tupleElement(int position, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.TUPLE_ELEMENT, position, 2 + modifiers(position, modifiers));
  }

  default void variadicType(int position) {
    wrap(Kind.VARIADIC_TYPE, position, 0);
  }

  default void objectType(int position, int memberCount) {
    node(Kind.OBJECT_TYPE, position, memberCount);
  }

  default void mappedType(int position, int symbol, int symbolPosition, int modifiers) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.MAPPED_TYPE, position, 3 + modifiers(position, modifiers));
  }

  default void conditionalType(int position) {
    node(Kind.CONDITIONAL_TYPE, position, 4);
  }

  default void inferType(int position, int symbol, int symbolPosition, boolean hasConstraint) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.INFER_TYPE, position, count(hasConstraint) + 1);
  }

  default void keyofType(int position) {
    wrap(Kind.KEYOF_TYPE, position, 0);
  }

  default void typeofType(int position) {
    wrap(Kind.TYPEOF_TYPE, position, 0);
  }

  default void predicateType(int position, int symbol) {
    wrap(Kind.PREDICATE_TYPE, position, symbol);
  }

  default void parenType(int position) {
    wrap(Kind.PAREN_TYPE, position, 0);
  }

  // Members.

  /// @param position of the name
  default void property(
      int position,
      int decoratorCount,
      boolean hasType,
      boolean hasDefault,
      int symbol,
      int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(
        Kind.PROPERTY,
        position,
        decoratorCount + count(hasType) + count(hasDefault) + 1 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void method(int position, int decoratorCount, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.METHOD, position, decoratorCount + 2 + modifiers(position, modifiers));
  }

  default void constructor(int position, int decoratorCount, int modifiers) {
    node(Kind.CONSTRUCTOR, position, decoratorCount + 1 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void getter(int position, int decoratorCount, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.GETTER, position, decoratorCount + 2 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void setter(int position, int decoratorCount, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.SETTER, position, decoratorCount + 2 + modifiers(position, modifiers));
  }

  /// @param operator the kind of expression that is overloaded
  default void operator(int position, int decoratorCount, int operator, int modifiers) {
    symbol(Kind.OPERATOR_NAME, position, operator);
    node(Kind.OPERATOR, position, decoratorCount + 2 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void propertySignature(int position, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.PROPERTY_SIGNATURE, position, 2 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void methodSignature(int position, int symbol, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.METHOD_SIGNATURE, position, 2 + modifiers(position, modifiers));
  }

  default void indexSignature(int position, int symbol, int symbolPosition, int modifiers) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.INDEX_SIGNATURE, position, 3 + modifiers(position, modifiers));
  }

  /// @param position of the name
  default void enumMember(int position, int symbol, boolean hasDefault, boolean hasArguments) {
    symbol(Kind.IDENTIFIER, position, symbol);
    node(Kind.ENUM_MEMBER, position, count(hasDefault) + count(hasArguments) + 1);
  }

  default void primaryConstructor(int position, int parameterCount) {
    node(Kind.PRIMARY_CONSTRUCTOR, position, parameterCount);
  }

  default void extendsClass(int position, boolean hasArguments) {
    node(Kind.EXTENDS, position, 1 + count(hasArguments));
  }

  default void extendedTypes(int position, int typeCount) {
    node(Kind.EXTENDED_TYPES, position, typeCount);
  }

  default void implementedTypes(int position, int typeCount) {
    node(Kind.IMPLEMENTED_TYPES, position, typeCount);
  }

  default void importDefault(int position, int symbol) {
    symbol(Kind.IMPORT_DEFAULT, position, symbol);
  }

  default void importNamespace(int position, int symbol) {
    symbol(Kind.IMPORT_NAMESPACE, position, symbol);
  }

  /// @param kind [Kind#IMPORT_ITEM] or [Kind#EXPORT_ITEM]
  /// @param position of the name
  /// @param alias the symbol behind `as`; 0 if there is none
  default void moduleItem(
      int kind, int position, int symbol, int alias, int aliasPosition, int modifiers) {
    symbol(Kind.IDENTIFIER, position, symbol);
    if (alias != 0) {
      symbol(Kind.IDENTIFIER, aliasPosition, alias);
    }
    node(kind, position, (alias != 0 ? 2 : 1) + modifiers(position, modifiers));
  }

  // Statements.

  default void constStatement(int position, int nameCount, int valueCount) {
    node(Kind.CONST, position, nameCount + valueCount);
  }

  /// @param kind a kind for which [Kind#isCompoundAssignment] holds
  default void compoundAssign(int kind, int position) {
    node(kind, position, 2);
  }

  default void continueStatement(int position) {
    leaf(Kind.CONTINUE, position);
  }

  default void throwStatement(int position) {
    wrap(Kind.THROW, position, 0);
  }

  default void rethrowStatement(int position) {
    leaf(Kind.RETHROW, position);
  }

  default void tryStatement(int position, int catchCount, boolean hasFinally) {
    node(Kind.TRY, position, 1 + catchCount + count(hasFinally));
  }

  default void catchClause(int position, boolean hasName) {
    node(Kind.CATCH, position, count(hasName) + 1);
  }

  default void finallyClause(int position) {
    wrap(Kind.FINALLY, position, 0);
  }

  /// @param symbol the name, at `symbolPosition`
  default void classDeclaration(
      int position,
      int decoratorCount,
      boolean hasTypeParameters,
      boolean hasPrimaryConstructor,
      boolean hasExtends,
      boolean hasImplements,
      int memberCount,
      int symbol,
      int symbolPosition,
      int modifiers) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(
        Kind.CLASS,
        position,
        decoratorCount
            + count(hasTypeParameters)
            + count(hasPrimaryConstructor)
            + count(hasExtends)
            + count(hasImplements)
            + memberCount
            + 1
            + modifiers(position, modifiers));
  }

  default void interfaceDeclaration(
      int position,
      boolean hasTypeParameters,
      boolean hasExtends,
      int memberCount,
      int symbol,
      int symbolPosition) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.INTERFACE, position, count(hasTypeParameters) + count(hasExtends) + memberCount + 1);
  }

  default void typeAlias(int position, boolean hasTypeParameters, int symbol, int symbolPosition) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.TYPE_ALIAS, position, count(hasTypeParameters) + 2);
  }

  default void enumDeclaration(
      int position,
      boolean hasPrimaryConstructor,
      boolean hasImplements,
      int enumMemberCount,
      int memberCount,
      int symbol,
      int symbolPosition) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(
        Kind.ENUM,
        position,
        count(hasPrimaryConstructor) + count(hasImplements) + enumMemberCount + memberCount + 1);
  }

  /// @param identifierCount how many [#identifier] were reported behind the block, at least one
  default void namespace(int position, int identifierCount) {
    node(Kind.NAMESPACE, position, 1 + identifierCount);
  }

  /// One name of a [#typeReference] or [#namespace], in the order of the source.
  default void identifier(int position, int symbol) {
    symbol(Kind.IDENTIFIER, position, symbol);
  }

  default void importStatement(
      int position, boolean hasDefault, boolean hasNamespace, int itemCount, int modifiers) {
    node(
        Kind.IMPORT,
        position,
        count(hasDefault) + count(hasNamespace) + itemCount + 1 + modifiers(position, modifiers));
  }

  default void export(int position) {
    wrap(Kind.EXPORT, position, 0);
  }

  default void exportDefault(int position) {
    wrap(Kind.EXPORT_DEFAULT, position, 0);
  }

  default void exportList(int position, int itemCount, boolean hasSource, int modifiers) {
    node(Kind.EXPORT_LIST, position, itemCount + count(hasSource) + modifiers(position, modifiers));
  }

  /// @param alias the symbol behind `as`; 0 if there is none
  default void exportAll(int position, int alias, int aliasPosition, int modifiers) {
    if (alias != 0) {
      symbol(Kind.IDENTIFIER, aliasPosition, alias);
    }
    node(Kind.EXPORT_ALL, position, (alias != 0 ? 2 : 1) + modifiers(position, modifiers));
  }

  default void declare(int position) {
    wrap(Kind.DECLARE, position, 0);
  }

  default void declaredFunction(int position, int symbol, int symbolPosition) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.DECLARED_FUNCTION, position, 2);
  }

  default void declaredConst(int position, int symbol, int symbolPosition) {
    symbol(Kind.IDENTIFIER, symbolPosition, symbol);
    node(Kind.DECLARED_CONST, position, 2);
  }

  private static int count(boolean isThere) {
    return isThere ? 1 : 0;
  }

  /// Reports the modifiers, if there are any.
  ///
  /// @return how many children that makes
  private int modifiers(int position, int modifiers) {
    if (modifiers == 0) {
      return 0;
    }
    symbol(Kind.MODIFIERS, position, modifiers);
    return 1;
  }
}
