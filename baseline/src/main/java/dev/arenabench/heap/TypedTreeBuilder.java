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
import org.jspecify.annotations.Nullable;

/// The half of [HeapTreeBuilder] for what only `TYPED_LUA` has; types and patterns are in
/// [TypeTreeBuilder].
abstract sealed class TypedTreeBuilder extends TypeTreeBuilder permits HeapTreeBuilder {
  private static final Decorator[] NO_DECORATORS = {};
  private static final Clause.TypeParameter[] NO_TYPE_PARAMETERS = {};
  private static final TypedExpression.MatchArm[] NO_ARMS = {};
  private static final TypedStatement.Catch[] NO_CATCHES = {};
  private static final Member.EnumMember[] NO_ENUM_MEMBERS = {};
  private static final ModuleItem[] NO_ITEMS = {};

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
            typeParameters(hasTypeParameters),
            parameters,
            returnType,
            throwsTypes,
            body,
            position));
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
    push(new Declaration.Namespace((Node.Block) pop(), names, position));
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
    push(new Declaration.ExportList(nodes(itemCount, NO_ITEMS), source, modifiers, position));
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

  private @Nullable Types types(boolean has) {
    return has ? (Types) pop() : null;
  }

  private @Nullable DefaultValue defaultValue(boolean has) {
    return has ? (DefaultValue) pop() : null;
  }

  private @Nullable PrimaryConstructor primaryConstructor(boolean has) {
    return has ? (PrimaryConstructor) pop() : null;
  }
}
