package dev.arenabench.heap;

import dev.arenabench.heap.Clause.Decorator;
import dev.arenabench.heap.Clause.DefaultValue;
import dev.arenabench.heap.Clause.TypeClause;
import dev.arenabench.heap.Clause.TypeParameters;
import dev.arenabench.heap.Clause.Types;
import dev.arenabench.heap.Declaration.ImportedName;
import dev.arenabench.heap.Declaration.ModuleItem;
import dev.arenabench.heap.Declaration.PrimaryConstructor;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TypedConstructs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The half of [HeapTreeBuilder] for what only `TYPED_LUA` has.
abstract sealed class TypedTreeBuilder extends NodeStack implements TypedConstructs
    permits HeapTreeBuilder {
  private static final Decorator[] NO_DECORATORS = {};
  private static final Clause.TypeParameter[] NO_TYPE_PARAMETERS = {};
  private static final TypedExpression.MatchArm[] NO_ARMS = {};
  private static final TypedStatement.Catch[] NO_CATCHES = {};
  private static final Member.EnumMember[] NO_ENUM_MEMBERS = {};
  private static final ModuleItem[] NO_ITEMS = {};
  private static final int[] NO_IDENTIFIERS = {};

  /// Symbol and position of each [#identifier] since the last construct that took them.
  private int[] identifiers = new int[8];

  private int identifierWords;

  @Override
  final void open() {
    super.open();
    identifierWords = 0;
  }

  // Expressions.

  @Override
  public void conditional(int position) {
    Node otherwise = pop();
    Node then = pop();
    push(new TypedExpression.Conditional(pop(), then, otherwise, position));
  }

  @Override
  public void typedBinary(int kind, int position) {
    Node right = pop();
    push(new Node.Binary(kind, pop(), right, position));
  }

  @Override
  public void bang(int position) {
    push(new Node.Unary(Kind.BANG, pop(), position));
  }

  @Override
  public void as(int position) {
    Node type = pop();
    push(new TypedExpression.As(pop(), type, position));
  }

  @Override
  public void optionalField(int position, int symbol) {
    push(new TypedExpression.OptionalField(pop(), symbol, position));
  }

  @Override
  public void optionalIndex(int position) {
    Node key = pop();
    push(new TypedExpression.OptionalIndex(pop(), key, position));
  }

  @Override
  public void optionalCall(int position, int argumentCount) {
    Node[] arguments = nodes(argumentCount);
    push(new TypedExpression.OptionalCall(pop(), arguments, position));
  }

  @Override
  public void genericCall(int position, int argumentCount) {
    Node[] arguments = nodes(argumentCount);
    Types typeArguments = (Types) pop();
    push(new TypedExpression.GenericCall(pop(), typeArguments, arguments, position));
  }

  @Override
  public void genericMethodCall(int position, int argumentCount, int method, int methodPosition) {
    Node[] arguments = nodes(argumentCount);
    Types typeArguments = (Types) pop();
    push(
        new TypedExpression.GenericMethodCall(
            pop(), typeArguments, arguments, method, methodPosition, position));
  }

  @Override
  public void newObject(int position, boolean hasTypeArguments, int argumentCount) {
    Node[] arguments = nodes(argumentCount);
    Types typeArguments = hasTypeArguments ? (Types) pop() : null;
    push(new TypedExpression.New(pop(), typeArguments, arguments, position));
  }

  @Override
  public void array(int position, int elementCount) {
    push(new TypedExpression.Array(nodes(elementCount), position));
  }

  @Override
  public void spread(int position) {
    push(new TypedExpression.Spread(pop(), position));
  }

  @Override
  public void template(int position, int pieceCount) {
    push(new TypedExpression.Template(nodes(pieceCount), position));
  }

  @Override
  public void templateText(int position, int symbol) {
    push(new TypedExpression.TemplateText(symbol, position));
  }

  @Override
  public void typedFunction(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    Node.Block body = (Node.Block) pop();
    Types throwsTypes = types(hasThrows);
    TypeClause returnType = typeClause(hasReturnType);
    Node[] parameters = nodes(parameterCount);
    push(
        new TypedExpression.TypedFunction(
            typeParameters(hasTypeParameters), parameters, returnType, throwsTypes, body, position));
  }

  @Override
  public void arrow(
      int position, boolean hasTypeParameters, int parameterCount, boolean hasReturnType) {
    Node body = pop();
    TypeClause returnType = typeClause(hasReturnType);
    Node[] parameters = nodes(parameterCount);
    push(
        new TypedExpression.Arrow(
            typeParameters(hasTypeParameters), parameters, returnType, body, position));
  }

  @Override
  public void tryExpression(int position) {
    Node otherwise = pop();
    push(new TypedExpression.TryExpression(pop(), otherwise, position));
  }

  @Override
  public void match(int position, int armCount) {
    TypedExpression.MatchArm[] arms = nodes(armCount, NO_ARMS);
    push(new TypedExpression.Match(pop(), arms, position));
  }

  // Pieces of expressions and declarations.

  @Override
  public void matchArm(int position, boolean hasGuard) {
    Node body = pop();
    TypedExpression.Guard guard = hasGuard ? (TypedExpression.Guard) pop() : null;
    push(new TypedExpression.MatchArm(pop(), guard, body, position));
  }

  @Override
  public void guard(int position) {
    push(new TypedExpression.Guard(pop(), position));
  }

  @Override
  public void typedParameter(int position, boolean hasType, boolean hasDefault, int modifiers) {
    DefaultValue defaultValue = defaultValue(hasDefault);
    Node type = hasType ? pop() : null;
    push(new Clause.TypedParameter(pop(), type, defaultValue, modifiers, position));
  }

  @Override
  public void restParameter(int position, int symbol) {
    push(new Clause.RestParameter(symbol, position));
  }

  @Override
  public void defaultValue(int position) {
    push(new DefaultValue(pop(), position));
  }

  @Override
  public void typeParameters(int position, int parameterCount) {
    push(new TypeParameters(nodes(parameterCount, NO_TYPE_PARAMETERS), position));
  }

  @Override
  public void typeParameter(int position, int symbol, boolean hasConstraint, boolean hasDefault) {
    TypeClause defaultType = typeClause(hasDefault);
    push(new Clause.TypeParameter(typeClause(hasConstraint), defaultType, symbol, position));
  }

  @Override
  public void constraint(int position) {
    push(new TypeClause(Kind.CONSTRAINT, pop(), position));
  }

  @Override
  public void typeDefault(int position) {
    push(new TypeClause(Kind.TYPE_DEFAULT, pop(), position));
  }

  @Override
  public void typeArguments(int position, int typeCount) {
    push(new Types(Kind.TYPE_ARGUMENTS, nodes(typeCount), position));
  }

  @Override
  public void returnType(int position) {
    push(new TypeClause(Kind.RETURN_TYPE, pop(), position));
  }

  @Override
  public void throwsTypes(int position, int typeCount) {
    push(new Types(Kind.THROWS, nodes(typeCount), position));
  }

  @Override
  public void signature(
      int position,
      boolean hasTypeParameters,
      int parameterCount,
      boolean hasReturnType,
      boolean hasThrows) {
    Types throwsTypes = types(hasThrows);
    TypeClause returnType = typeClause(hasReturnType);
    Node[] parameters = nodes(parameterCount);
    push(
        new Clause.Signature(
            typeParameters(hasTypeParameters), parameters, returnType, throwsTypes, position));
  }

  @Override
  public void arguments(int position, int argumentCount) {
    push(new Clause.Arguments(nodes(argumentCount), position));
  }

  @Override
  public void binding(int position) {
    Node type = pop();
    push(new Clause.Binding(pop(), type, position));
  }

  @Override
  public void decorator(int position) {
    push(new Decorator(pop(), position));
  }

  // Patterns.

  @Override
  public void wildcard(int position) {
    push(new Pattern.Wildcard(position));
  }

  @Override
  public void literalPattern(int position) {
    push(new Pattern.LiteralPattern(pop(), position));
  }

  @Override
  public void orPattern(int position, int patternCount) {
    push(new Pattern.OrPattern(nodes(patternCount), position));
  }

  @Override
  public void arrayPattern(int position, int elementCount) {
    push(new Pattern.ArrayPattern(nodes(elementCount), position));
  }

  @Override
  public void hole(int position) {
    push(new Pattern.Hole(position));
  }

  @Override
  public void objectPattern(int position, int fieldCount) {
    push(new Pattern.ObjectPattern(nodes(fieldCount), position));
  }

  @Override
  public void patternField(int position, int symbol) {
    push(new Pattern.PatternField(symbol, pop(), position));
  }

  @Override
  public void computedPatternField(int position) {
    Node pattern = pop();
    push(new Pattern.ComputedPatternField(pop(), pattern, position));
  }

  @Override
  public void patternDefault(int position) {
    Node value = pop();
    push(new Pattern.PatternDefault(pop(), value, position));
  }

  @Override
  public void restPattern(int position) {
    push(new Pattern.RestPattern((Node.LocalName) pop(), position));
  }

  @Override
  public void templatePattern(int position, int pieceCount) {
    push(new Pattern.TemplatePattern(nodes(pieceCount), position));
  }

  // Types.

  @Override
  public void primitiveType(int position, int symbol) {
    push(new Type.Primitive(symbol, position));
  }

  @Override
  public void typeName(int position, int symbol) {
    push(new Type.TypeName(symbol, position));
  }

  @Override
  public void typeReference(int position, int argumentCount, int identifierCount) {
    int[] qualifiers = identifiers(identifierCount - 1);
    int symbol = identifiers[identifierWords - 2];
    identifierWords = 0;
    push(new Type.TypeReference(nodes(argumentCount), qualifiers, symbol, position));
  }

  @Override
  public void literalType(int position) {
    push(new Type.LiteralType(pop(), position));
  }

  @Override
  public void templateType(int position, int pieceCount) {
    push(new Type.TemplateType(nodes(pieceCount), position));
  }

  @Override
  public void unionType(int position, int typeCount) {
    push(new Type.Several(Kind.UNION_TYPE, nodes(typeCount), position));
  }

  @Override
  public void intersectionType(int position, int typeCount) {
    push(new Type.Several(Kind.INTERSECTION_TYPE, nodes(typeCount), position));
  }

  @Override
  public void functionType(int position, boolean hasTypeParameters, int parameterCount) {
    Node returnType = pop();
    Node[] parameters = nodes(parameterCount);
    push(
        new Type.FunctionType(typeParameters(hasTypeParameters), parameters, returnType, position));
  }

  @Override
  public void arrayType(int position) {
    push(new Type.OfType(Kind.ARRAY_TYPE, pop(), position));
  }

  @Override
  public void indexedAccessType(int position) {
    Node key = pop();
    push(new Type.IndexedAccess(pop(), key, position));
  }

  @Override
  public void nullableType(int position) {
    push(new Type.OfType(Kind.NULLABLE_TYPE, pop(), position));
  }

  @Override
  public void tupleType(int position, int elementCount) {
    push(new Type.Several(Kind.TUPLE_TYPE, nodes(elementCount), position));
  }

  @Override
  public void tupleElement(int position, int symbol, int modifiers) {
    push(new Type.TupleElement(pop(), symbol, modifiers, position));
  }

  @Override
  public void variadicType(int position) {
    push(new Type.OfType(Kind.VARIADIC_TYPE, pop(), position));
  }

  @Override
  public void objectType(int position, int memberCount) {
    push(new Type.ObjectType(nodes(memberCount), position));
  }

  @Override
  public void mappedType(int position, int symbol, int symbolPosition, int modifiers) {
    Node values = pop();
    push(new Type.MappedType(pop(), values, symbol, symbolPosition, modifiers, position));
  }

  @Override
  public void conditionalType(int position) {
    Node otherwise = pop();
    Node then = pop();
    Node bound = pop();
    push(new Type.ConditionalType(pop(), bound, then, otherwise, position));
  }

  @Override
  public void inferType(int position, int symbol, int symbolPosition, boolean hasConstraint) {
    push(new Type.InferType(typeClause(hasConstraint), symbol, symbolPosition, position));
  }

  @Override
  public void keyofType(int position) {
    push(new Type.OfType(Kind.KEYOF_TYPE, pop(), position));
  }

  @Override
  public void typeofType(int position) {
    push(new Type.TypeofType(pop(), position));
  }

  @Override
  public void predicateType(int position, int symbol) {
    push(new Type.PredicateType(symbol, pop(), position));
  }

  @Override
  public void parenType(int position) {
    push(new Type.OfType(Kind.PAREN_TYPE, pop(), position));
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
    DefaultValue defaultValue = defaultValue(hasDefault);
    Node type = hasType ? pop() : null;
    Decorator[] decorators = nodes(decoratorCount, NO_DECORATORS);
    push(new Member.Property(decorators, type, defaultValue, symbol, modifiers, position));
  }

  @Override
  public void method(int position, int decoratorCount, int symbol, int modifiers) {
    Node function = pop();
    Decorator[] decorators = nodes(decoratorCount, NO_DECORATORS);
    push(new Member.Method(decorators, function, symbol, modifiers, position));
  }

  @Override
  public void constructor(int position, int decoratorCount, int modifiers) {
    Node function = pop();
    Decorator[] decorators = nodes(decoratorCount, NO_DECORATORS);
    push(new Member.Constructor(decorators, function, modifiers, position));
  }

  @Override
  public void getter(int position, int decoratorCount, int symbol, int modifiers) {
    accessor(Kind.GETTER, position, decoratorCount, symbol, modifiers);
  }

  @Override
  public void setter(int position, int decoratorCount, int symbol, int modifiers) {
    accessor(Kind.SETTER, position, decoratorCount, symbol, modifiers);
  }

  private void accessor(int kind, int position, int decoratorCount, int symbol, int modifiers) {
    Node function = pop();
    Decorator[] decorators = nodes(decoratorCount, NO_DECORATORS);
    push(new Member.Accessor(kind, decorators, function, symbol, modifiers, position));
  }

  @Override
  public void operator(int position, int decoratorCount, int operator, int modifiers) {
    Node function = pop();
    Decorator[] decorators = nodes(decoratorCount, NO_DECORATORS);
    push(new Member.Operator(decorators, function, operator, modifiers, position));
  }

  @Override
  public void propertySignature(int position, int symbol, int modifiers) {
    push(new Member.PropertySignature(pop(), symbol, modifiers, position));
  }

  @Override
  public void methodSignature(int position, int symbol, int modifiers) {
    push(new Member.MethodSignature((Clause.Signature) pop(), symbol, modifiers, position));
  }

  @Override
  public void indexSignature(int position, int symbol, int symbolPosition, int modifiers) {
    Node values = pop();
    push(new Member.IndexSignature(pop(), values, symbol, symbolPosition, modifiers, position));
  }

  @Override
  public void enumMember(int position, int symbol, boolean hasDefault, boolean hasArguments) {
    Node value = hasDefault || hasArguments ? pop() : null;
    push(new Member.EnumMember(value, symbol, position));
  }

  @Override
  public void primaryConstructor(int position, int parameterCount) {
    push(new PrimaryConstructor(nodes(parameterCount), position));
  }

  @Override
  public void extendsClass(int position, boolean hasArguments) {
    Clause.Arguments arguments = hasArguments ? (Clause.Arguments) pop() : null;
    push(new Declaration.Extends(pop(), arguments, position));
  }

  @Override
  public void extendedTypes(int position, int typeCount) {
    push(new Types(Kind.EXTENDED_TYPES, nodes(typeCount), position));
  }

  @Override
  public void implementedTypes(int position, int typeCount) {
    push(new Types(Kind.IMPLEMENTED_TYPES, nodes(typeCount), position));
  }

  @Override
  public void importDefault(int position, int symbol) {
    push(new ImportedName(Kind.IMPORT_DEFAULT, symbol, position));
  }

  @Override
  public void importNamespace(int position, int symbol) {
    push(new ImportedName(Kind.IMPORT_NAMESPACE, symbol, position));
  }

  @Override
  public void moduleItem(
      int kind, int position, int symbol, int alias, int aliasPosition, int modifiers) {
    push(new ModuleItem(kind, symbol, alias, aliasPosition, modifiers, position));
  }

  // Statements.

  @Override
  public void constStatement(int position, int nameCount, int valueCount) {
    Node[] values = nodes(valueCount);
    push(new TypedStatement.Const(nodes(nameCount), values, position));
  }

  @Override
  public void compoundAssign(int kind, int position) {
    Node value = pop();
    push(new TypedStatement.CompoundAssign(kind, pop(), value, position));
  }

  @Override
  public void continueStatement(int position) {
    push(new TypedStatement.Continue(position));
  }

  @Override
  public void throwStatement(int position) {
    push(new TypedStatement.Throw(pop(), position));
  }

  @Override
  public void rethrowStatement(int position) {
    push(new TypedStatement.Rethrow(position));
  }

  @Override
  public void tryStatement(int position, int catchCount, boolean hasFinally) {
    TypedStatement.Finally atLast = hasFinally ? (TypedStatement.Finally) pop() : null;
    TypedStatement.Catch[] catches = nodes(catchCount, NO_CATCHES);
    push(new TypedStatement.Try((Node.Block) pop(), catches, atLast, position));
  }

  @Override
  public void catchClause(int position, boolean hasName) {
    Node.Block body = (Node.Block) pop();
    push(new TypedStatement.Catch(hasName ? pop() : null, body, position));
  }

  @Override
  public void finallyClause(int position) {
    push(new TypedStatement.Finally((Node.Block) pop(), position));
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
    Node[] members = nodes(memberCount);
    Types implementedTypes = types(hasImplements);
    Declaration.Extends extended = hasExtends ? (Declaration.Extends) pop() : null;
    PrimaryConstructor primaryConstructor = primaryConstructor(hasPrimaryConstructor);
    TypeParameters typeParameters = typeParameters(hasTypeParameters);
    push(
        new Declaration.ClassDeclaration(
            nodes(decoratorCount, NO_DECORATORS),
            typeParameters,
            primaryConstructor,
            extended,
            implementedTypes,
            members,
            symbol,
            symbolPosition,
            modifiers,
            position));
  }

  @Override
  public void interfaceDeclaration(
      int position,
      boolean hasTypeParameters,
      boolean hasExtends,
      int memberCount,
      int symbol,
      int symbolPosition) {
    Node[] members = nodes(memberCount);
    Types extendedTypes = types(hasExtends);
    TypeParameters typeParameters = typeParameters(hasTypeParameters);
    push(
        new Declaration.InterfaceDeclaration(
            typeParameters, extendedTypes, members, symbol, symbolPosition, position));
  }

  @Override
  public void typeAlias(int position, boolean hasTypeParameters, int symbol, int symbolPosition) {
    Node type = pop();
    TypeParameters typeParameters = typeParameters(hasTypeParameters);
    push(new Declaration.TypeAlias(typeParameters, type, symbol, symbolPosition, position));
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
    Node[] members = nodes(memberCount);
    Member.EnumMember[] enumMembers = nodes(enumMemberCount, NO_ENUM_MEMBERS);
    Types implementedTypes = types(hasImplements);
    push(
        new Declaration.EnumDeclaration(
            primaryConstructor(hasPrimaryConstructor),
            implementedTypes,
            enumMembers,
            members,
            symbol,
            symbolPosition,
            position));
  }

  @Override
  public void namespace(int position, int identifierCount) {
    int[] names = identifiers(identifierCount);
    identifierWords = 0;
    push(new Declaration.Namespace((Node.Block) pop(), names, position));
  }

  @Override
  public void identifier(int position, int symbol) {
    if (identifierWords == identifiers.length) {
      identifiers = Arrays.copyOf(identifiers, identifierWords * 2);
    }
    identifiers[identifierWords++] = symbol;
    identifiers[identifierWords++] = position;
  }

  @Override
  public void importStatement(
      int position, boolean hasDefault, boolean hasNamespace, int itemCount, int modifiers) {
    Node.StringLiteral source = (Node.StringLiteral) pop();
    ModuleItem[] items = nodes(itemCount, NO_ITEMS);
    ImportedName namespace = hasNamespace ? (ImportedName) pop() : null;
    ImportedName whole = hasDefault ? (ImportedName) pop() : null;
    push(new Declaration.Import(whole, namespace, items, source, modifiers, position));
  }

  @Override
  public void export(int position) {
    push(new Declaration.Export(pop(), position));
  }

  @Override
  public void exportDefault(int position) {
    push(new Declaration.ExportDefault(pop(), position));
  }

  @Override
  public void exportList(int position, int itemCount, boolean hasSource, int modifiers) {
    Node.StringLiteral source = hasSource ? (Node.StringLiteral) pop() : null;
    push(
        new Declaration.ExportList(nodes(itemCount, NO_ITEMS), source, modifiers, position));
  }

  @Override
  public void exportAll(int position, int alias, int aliasPosition, int modifiers) {
    Node.StringLiteral source = (Node.StringLiteral) pop();
    push(new Declaration.ExportAll(source, alias, aliasPosition, modifiers, position));
  }

  @Override
  public void declare(int position) {
    push(new Declaration.Declare(pop(), position));
  }

  @Override
  public void declaredFunction(int position, int symbol, int symbolPosition) {
    Clause.Signature signature = (Clause.Signature) pop();
    push(new Declaration.DeclaredFunction(signature, symbol, symbolPosition, position));
  }

  @Override
  public void declaredConst(int position, int symbol, int symbolPosition) {
    push(new Declaration.DeclaredConst(pop(), symbol, symbolPosition, position));
  }

  private @Nullable TypeParameters typeParameters(boolean has) {
    return has ? (TypeParameters) pop() : null;
  }

  private @Nullable TypeClause typeClause(boolean has) {
    return has ? (TypeClause) pop() : null;
  }

  private @Nullable Types types(boolean has) {
    return has ? (Types) pop() : null;
  }

  private @Nullable DefaultValue defaultValue(boolean has) {
    return has ? (DefaultValue) pop() : null;
  }

  private @Nullable PrimaryConstructor primaryConstructor(boolean has) {
    return has ? (PrimaryConstructor) pop() : null;
  }

  /// The first `count` names that wait: symbol and position of each.
  private int[] identifiers(int count) {
    return count == 0 ? NO_IDENTIFIERS : Arrays.copyOf(identifiers, 2 * count);
  }
}
