package dev.arenabench.harness.contender;

import dev.arenabench.syntax.TypedConstructs;
import java.util.Arrays;

/// The half of [Recorder] for what only `TYPED_LUA` has, and the words that both write.
abstract class TypedRecorder implements TypedConstructs {
  private int[] words = new int[1024];
  private int wordCount;

  final void clear() {
    wordCount = 0;
  }

  /// A copy of what was written since [#clear].
  final int[] words() {
    return Arrays.copyOf(words, wordCount);
  }

  /// @param operation followed by position and further arguments
  final void put(int... operation) {
    int end = wordCount + operation.length;
    if (end > words.length) {
      words = Arrays.copyOf(words, end * 2);
    }
    System.arraycopy(operation, 0, words, wordCount, operation.length);
    wordCount = end;
  }

  private static int word(boolean flag) {
    return flag ? 1 : 0;
  }

  // Expressions.

  @Override
  public void conditional(int position) {
    put(TypedOperation.CONDITIONAL, position);
  }

  @Override
  public void typedBinary(int kind, int position) {
    put(TypedOperation.TYPED_BINARY, position, kind);
  }

  @Override
  public void bang(int position) {
    put(TypedOperation.BANG, position);
  }

  @Override
  public void as(int position) {
    put(TypedOperation.AS, position);
  }

  @Override
  public void optionalField(int position, int symbol) {
    put(TypedOperation.OPTIONAL_FIELD, position, symbol);
  }

  @Override
  public void optionalIndex(int position) {
    put(TypedOperation.OPTIONAL_INDEX, position);
  }

  @Override
  public void optionalCall(int position, int argumentCount) {
    put(TypedOperation.OPTIONAL_CALL, position, argumentCount);
  }

  @Override
  public void genericCall(int position, int argumentCount) {
    put(TypedOperation.GENERIC_CALL, position, argumentCount);
  }

  @Override
  public void genericMethodCall(int position, int argumentCount, int method, int methodPosition) {
    put(TypedOperation.GENERIC_METHOD_CALL, position, argumentCount, method, methodPosition);
  }

  @Override
  public void newObject(int position, boolean hasTypeArguments, int argumentCount) {
    put(TypedOperation.NEW_OBJECT, position, word(hasTypeArguments), argumentCount);
  }

  @Override
  public void array(int position, int elementCount) {
    put(TypedOperation.ARRAY, position, elementCount);
  }

  @Override
  public void spread(int position) {
    put(TypedOperation.SPREAD, position);
  }

  @Override
  public void template(int position, int pieceCount) {
    put(TypedOperation.TEMPLATE, position, pieceCount);
  }

  @Override
  public void templateText(int position, int symbol) {
    put(TypedOperation.TEMPLATE_TEXT, position, symbol);
  }

  @Override
  public void typedFunction(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    put(
        TypedOperation.TYPED_FUNCTION,
        position,
        word(hasTypeParameters),
        parameterCount,
        word(hasReturnType),
        word(hasThrows));
  }

  @Override
  public void arrow(
      int position, boolean hasTypeParameters, int parameterCount, boolean hasReturnType) {
    put(
        TypedOperation.ARROW,
        position,
        word(hasTypeParameters),
        parameterCount,
        word(hasReturnType));
  }

  @Override
  public void tryExpression(int position) {
    put(TypedOperation.TRY_EXPRESSION, position);
  }

  @Override
  public void match(int position, int armCount) {
    put(TypedOperation.MATCH, position, armCount);
  }

  // Pieces of expressions and declarations.

  @Override
  public void matchArm(int position, boolean hasGuard) {
    put(TypedOperation.MATCH_ARM, position, word(hasGuard));
  }

  @Override
  public void guard(int position) {
    put(TypedOperation.GUARD, position);
  }

  @Override
  public void typedParameter(int position, boolean hasType, boolean hasDefault, int modifiers) {
    put(TypedOperation.TYPED_PARAMETER, position, word(hasType), word(hasDefault), modifiers);
  }

  @Override
  public void restParameter(int position, int symbol) {
    put(TypedOperation.REST_PARAMETER, position, symbol);
  }

  @Override
  public void defaultValue(int position) {
    put(TypedOperation.DEFAULT_VALUE, position);
  }

  @Override
  public void typeParameters(int position, int parameterCount) {
    put(TypedOperation.TYPE_PARAMETERS, position, parameterCount);
  }

  @Override
  public void typeParameter(int position, int symbol, boolean hasConstraint, boolean hasDefault) {
    put(TypedOperation.TYPE_PARAMETER, position, symbol, word(hasConstraint), word(hasDefault));
  }

  @Override
  public void constraint(int position) {
    put(TypedOperation.CONSTRAINT, position);
  }

  @Override
  public void typeDefault(int position) {
    put(TypedOperation.TYPE_DEFAULT, position);
  }

  @Override
  public void typeArguments(int position, int typeCount) {
    put(TypedOperation.TYPE_ARGUMENTS, position, typeCount);
  }

  @Override
  public void returnType(int position) {
    put(TypedOperation.RETURN_TYPE, position);
  }

  @Override
  public void throwsTypes(int position, int typeCount) {
    put(TypedOperation.THROWS_TYPES, position, typeCount);
  }

  @Override
  public void signature(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    put(
        TypedOperation.SIGNATURE,
        position,
        word(hasTypeParameters),
        parameterCount,
        word(hasReturnType),
        word(hasThrows));
  }

  @Override
  public void arguments(int position, int argumentCount) {
    put(TypedOperation.ARGUMENTS, position, argumentCount);
  }

  @Override
  public void binding(int position) {
    put(TypedOperation.BINDING, position);
  }

  @Override
  public void decorator(int position) {
    put(TypedOperation.DECORATOR, position);
  }

  // Patterns.

  @Override
  public void wildcard(int position) {
    put(TypedOperation.WILDCARD, position);
  }

  @Override
  public void literalPattern(int position) {
    put(TypedOperation.LITERAL_PATTERN, position);
  }

  @Override
  public void orPattern(int position, int patternCount) {
    put(TypedOperation.OR_PATTERN, position, patternCount);
  }

  @Override
  public void arrayPattern(int position, int elementCount) {
    put(TypedOperation.ARRAY_PATTERN, position, elementCount);
  }

  @Override
  public void hole(int position) {
    put(TypedOperation.HOLE, position);
  }

  @Override
  public void objectPattern(int position, int fieldCount) {
    put(TypedOperation.OBJECT_PATTERN, position, fieldCount);
  }

  @Override
  public void patternField(int position, int symbol) {
    put(TypedOperation.PATTERN_FIELD, position, symbol);
  }

  @Override
  public void computedPatternField(int position) {
    put(TypedOperation.COMPUTED_PATTERN_FIELD, position);
  }

  @Override
  public void patternDefault(int position) {
    put(TypedOperation.PATTERN_DEFAULT, position);
  }

  @Override
  public void restPattern(int position) {
    put(TypedOperation.REST_PATTERN, position);
  }

  @Override
  public void templatePattern(int position, int pieceCount) {
    put(TypedOperation.TEMPLATE_PATTERN, position, pieceCount);
  }

  // Types.

  @Override
  public void primitiveType(int position, int symbol) {
    put(TypedOperation.PRIMITIVE_TYPE, position, symbol);
  }

  @Override
  public void typeName(int position, int symbol) {
    put(TypedOperation.TYPE_NAME, position, symbol);
  }

  @Override
  public void typeReference(int position, int argumentCount, int identifierCount) {
    put(TypedOperation.TYPE_REFERENCE, position, argumentCount, identifierCount);
  }

  @Override
  public void literalType(int position) {
    put(TypedOperation.LITERAL_TYPE, position);
  }

  @Override
  public void templateType(int position, int pieceCount) {
    put(TypedOperation.TEMPLATE_TYPE, position, pieceCount);
  }

  @Override
  public void unionType(int position, int typeCount) {
    put(TypedOperation.UNION_TYPE, position, typeCount);
  }

  @Override
  public void intersectionType(int position, int typeCount) {
    put(TypedOperation.INTERSECTION_TYPE, position, typeCount);
  }

  @Override
  public void functionType(int position, boolean hasTypeParameters, int parameterCount) {
    put(TypedOperation.FUNCTION_TYPE, position, word(hasTypeParameters), parameterCount);
  }

  @Override
  public void arrayType(int position) {
    put(TypedOperation.ARRAY_TYPE, position);
  }

  @Override
  public void indexedAccessType(int position) {
    put(TypedOperation.INDEXED_ACCESS_TYPE, position);
  }

  @Override
  public void nullableType(int position) {
    put(TypedOperation.NULLABLE_TYPE, position);
  }

  @Override
  public void tupleType(int position, int elementCount) {
    put(TypedOperation.TUPLE_TYPE, position, elementCount);
  }

  @Override
  public void tupleElement(int position, int symbol, int modifiers) {
    put(TypedOperation.TUPLE_ELEMENT, position, symbol, modifiers);
  }

  @Override
  public void variadicType(int position) {
    put(TypedOperation.VARIADIC_TYPE, position);
  }

  @Override
  public void objectType(int position, int memberCount) {
    put(TypedOperation.OBJECT_TYPE, position, memberCount);
  }

  @Override
  public void mappedType(int position, int symbol, int symbolPosition, int modifiers) {
    put(TypedOperation.MAPPED_TYPE, position, symbol, symbolPosition, modifiers);
  }

  @Override
  public void conditionalType(int position) {
    put(TypedOperation.CONDITIONAL_TYPE, position);
  }

  @Override
  public void inferType(int position, int symbol, int symbolPosition, boolean hasConstraint) {
    put(TypedOperation.INFER_TYPE, position, symbol, symbolPosition, word(hasConstraint));
  }

  @Override
  public void keyofType(int position) {
    put(TypedOperation.KEYOF_TYPE, position);
  }

  @Override
  public void typeofType(int position) {
    put(TypedOperation.TYPEOF_TYPE, position);
  }

  @Override
  public void predicateType(int position, int symbol) {
    put(TypedOperation.PREDICATE_TYPE, position, symbol);
  }

  @Override
  public void parenType(int position) {
    put(TypedOperation.PAREN_TYPE, position);
  }

  // Members.

  @Override
  public void property(
      int position,
      int decoratorCount,
      boolean hasType,
      boolean hasDefault,
      int symbol,
      int modifiers) {
    put(
        TypedOperation.PROPERTY,
        position,
        decoratorCount,
        word(hasType),
        word(hasDefault),
        symbol,
        modifiers);
  }

  @Override
  public void method(int position, int decoratorCount, int symbol, int modifiers) {
    put(TypedOperation.METHOD, position, decoratorCount, symbol, modifiers);
  }

  @Override
  public void constructor(int position, int decoratorCount, int modifiers) {
    put(TypedOperation.CONSTRUCTOR, position, decoratorCount, modifiers);
  }

  @Override
  public void getter(int position, int decoratorCount, int symbol, int modifiers) {
    put(TypedOperation.GETTER, position, decoratorCount, symbol, modifiers);
  }

  @Override
  public void setter(int position, int decoratorCount, int symbol, int modifiers) {
    put(TypedOperation.SETTER, position, decoratorCount, symbol, modifiers);
  }

  @Override
  public void operator(int position, int decoratorCount, int operator, int modifiers) {
    put(TypedOperation.OPERATOR, position, decoratorCount, operator, modifiers);
  }

  @Override
  public void propertySignature(int position, int symbol, int modifiers) {
    put(TypedOperation.PROPERTY_SIGNATURE, position, symbol, modifiers);
  }

  @Override
  public void methodSignature(int position, int symbol, int modifiers) {
    put(TypedOperation.METHOD_SIGNATURE, position, symbol, modifiers);
  }

  @Override
  public void indexSignature(int position, int symbol, int symbolPosition, int modifiers) {
    put(TypedOperation.INDEX_SIGNATURE, position, symbol, symbolPosition, modifiers);
  }

  @Override
  public void enumMember(int position, int symbol, boolean hasDefault, boolean hasArguments) {
    put(TypedOperation.ENUM_MEMBER, position, symbol, word(hasDefault), word(hasArguments));
  }

  @Override
  public void primaryConstructor(int position, int parameterCount) {
    put(TypedOperation.PRIMARY_CONSTRUCTOR, position, parameterCount);
  }

  @Override
  public void extendsClass(int position, boolean hasArguments) {
    put(TypedOperation.EXTENDS_CLASS, position, word(hasArguments));
  }

  @Override
  public void extendedTypes(int position, int typeCount) {
    put(TypedOperation.EXTENDED_TYPES, position, typeCount);
  }

  @Override
  public void implementedTypes(int position, int typeCount) {
    put(TypedOperation.IMPLEMENTED_TYPES, position, typeCount);
  }

  @Override
  public void importDefault(int position, int symbol) {
    put(TypedOperation.IMPORT_DEFAULT, position, symbol);
  }

  @Override
  public void importNamespace(int position, int symbol) {
    put(TypedOperation.IMPORT_NAMESPACE, position, symbol);
  }

  @Override
  public void moduleItem(
      int kind, int position, int symbol, int alias, int aliasPosition, int modifiers) {
    put(TypedOperation.MODULE_ITEM, position, kind, symbol, alias, aliasPosition, modifiers);
  }

  // Statements.

  @Override
  public void constStatement(int position, int nameCount, int valueCount) {
    put(TypedOperation.CONST_STATEMENT, position, nameCount, valueCount);
  }

  @Override
  public void compoundAssign(int kind, int position) {
    put(TypedOperation.COMPOUND_ASSIGN, position, kind);
  }

  @Override
  public void continueStatement(int position) {
    put(TypedOperation.CONTINUE_STATEMENT, position);
  }

  @Override
  public void throwStatement(int position) {
    put(TypedOperation.THROW_STATEMENT, position);
  }

  @Override
  public void rethrowStatement(int position) {
    put(TypedOperation.RETHROW_STATEMENT, position);
  }

  @Override
  public void tryStatement(int position, int catchCount, boolean hasFinally) {
    put(TypedOperation.TRY_STATEMENT, position, catchCount, word(hasFinally));
  }

  @Override
  public void catchClause(int position, boolean hasName) {
    put(TypedOperation.CATCH_CLAUSE, position, word(hasName));
  }

  @Override
  public void finallyClause(int position) {
    put(TypedOperation.FINALLY_CLAUSE, position);
  }

  @Override
  public void classDeclaration(
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
    put(
        TypedOperation.CLASS_DECLARATION,
        position,
        decoratorCount,
        word(hasTypeParameters),
        word(hasPrimaryConstructor),
        word(hasExtends),
        word(hasImplements),
        memberCount,
        symbol,
        symbolPosition,
        modifiers);
  }

  @Override
  public void interfaceDeclaration(
      int position,
      boolean hasTypeParameters,
      boolean hasExtends,
      int memberCount,
      int symbol,
      int symbolPosition) {
    put(
        TypedOperation.INTERFACE_DECLARATION,
        position,
        word(hasTypeParameters),
        word(hasExtends),
        memberCount,
        symbol,
        symbolPosition);
  }

  @Override
  public void typeAlias(int position, boolean hasTypeParameters, int symbol, int symbolPosition) {
    put(TypedOperation.TYPE_ALIAS, position, word(hasTypeParameters), symbol, symbolPosition);
  }

  @Override
  public void enumDeclaration(
      int position,
      boolean hasPrimaryConstructor,
      boolean hasImplements,
      int enumMemberCount,
      int memberCount,
      int symbol,
      int symbolPosition) {
    put(
        TypedOperation.ENUM_DECLARATION,
        position,
        word(hasPrimaryConstructor),
        word(hasImplements),
        enumMemberCount,
        memberCount,
        symbol,
        symbolPosition);
  }

  @Override
  public void namespace(int position, int identifierCount) {
    put(TypedOperation.NAMESPACE, position, identifierCount);
  }

  @Override
  public void identifier(int position, int symbol) {
    put(TypedOperation.IDENTIFIER, position, symbol);
  }

  @Override
  public void importStatement(
      int position, boolean hasDefault, boolean hasNamespace, int itemCount, int modifiers) {
    put(
        TypedOperation.IMPORT_STATEMENT,
        position,
        word(hasDefault),
        word(hasNamespace),
        itemCount,
        modifiers);
  }

  @Override
  public void export(int position) {
    put(TypedOperation.EXPORT, position);
  }

  @Override
  public void exportDefault(int position) {
    put(TypedOperation.EXPORT_DEFAULT, position);
  }

  @Override
  public void exportList(int position, int itemCount, boolean hasSource, int modifiers) {
    put(TypedOperation.EXPORT_LIST, position, itemCount, word(hasSource), modifiers);
  }

  @Override
  public void exportAll(int position, int alias, int aliasPosition, int modifiers) {
    put(TypedOperation.EXPORT_ALL, position, alias, aliasPosition, modifiers);
  }

  @Override
  public void declare(int position) {
    put(TypedOperation.DECLARE, position);
  }

  @Override
  public void declaredFunction(int position, int symbol, int symbolPosition) {
    put(TypedOperation.DECLARED_FUNCTION, position, symbol, symbolPosition);
  }

  @Override
  public void declaredConst(int position, int symbol, int symbolPosition) {
    put(TypedOperation.DECLARED_CONST, position, symbol, symbolPosition);
  }
}
