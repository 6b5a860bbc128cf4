package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// What a [TypedNode] consists of: see [Children].
abstract class TypedChildren {
  /// The next child.
  abstract void child(Node child);

  /// The next children.
  abstract void children(Node[] children);

  /// The next part.
  abstract void part(int kind, int payload, int position);

  /// What stands with the node itself: a symbol, or 0.
  static int payload(TypedNode node) {
    return switch (node) {
      case TypedExpression.OptionalField field -> field.symbol();
      case TypedExpression.TemplateText text -> text.symbol();
      case Clause.RestParameter rest -> rest.symbol();
      case Pattern.PatternField field -> field.symbol();
      case Type.Primitive primitive -> primitive.symbol();
      case Type.TypeName name -> name.symbol();
      case Type.PredicateType predicate -> predicate.symbol();
      case Declaration.ImportedName name -> name.symbol();
      default -> 0;
    };
  }

  /// Reports the children and parts of a node.
  final void typed(TypedNode node) {
    switch (node) {
      case TypedExpression expression -> expression(expression);
      case Clause clause -> clause(clause);
      case Pattern pattern -> pattern(pattern);
      case Type type -> type(type);
      case Member member -> member(member);
      case TypedStatement statement -> statement(statement);
      case Declaration declaration -> declaration(declaration);
    }
  }

  private void expression(TypedExpression expression) {
    switch (expression) {
      case TypedExpression.Conditional conditional -> {
        child(conditional.condition());
        child(conditional.then());
        child(conditional.otherwise());
      }
      case TypedExpression.As as -> {
        child(as.expression());
        child(as.type());
      }
      case TypedExpression.OptionalField field -> child(field.object());
      case TypedExpression.TemplateText _ -> {}
      case TypedExpression.OptionalIndex index -> {
        child(index.object());
        child(index.key());
      }
      case TypedExpression.OptionalCall call -> {
        child(call.callee());
        children(call.arguments());
      }
      case TypedExpression.GenericCall call -> {
        child(call.callee());
        child(call.typeArguments());
        children(call.arguments());
      }
      case TypedExpression.GenericMethodCall call -> {
        child(call.object());
        child(call.typeArguments());
        children(call.arguments());
        part(Kind.METHOD_NAME, call.method(), call.methodPosition());
      }
      case TypedExpression.New object -> {
        child(object.className());
        optional(object.typeArguments());
        children(object.arguments());
      }
      case TypedExpression.Array array -> children(array.elements());
      case TypedExpression.Spread spread -> child(spread.expression());
      case TypedExpression.Template template -> children(template.pieces());
      case TypedExpression.TypedFunction function -> {
        optional(function.typeParameters());
        children(function.parameters());
        optional(function.returnType());
        optional(function.throwsTypes());
        child(function.body());
      }
      case TypedExpression.Arrow arrow -> {
        optional(arrow.typeParameters());
        children(arrow.parameters());
        optional(arrow.returnType());
        child(arrow.body());
      }
      case TypedExpression.TryExpression tried -> {
        child(tried.expression());
        child(tried.otherwise());
      }
      case TypedExpression.Match match -> {
        child(match.subject());
        children(match.arms());
      }
      case TypedExpression.MatchArm arm -> {
        child(arm.pattern());
        optional(arm.guard());
        child(arm.body());
      }
      case TypedExpression.Guard guard -> child(guard.condition());
    }
  }

  private void clause(Clause clause) {
    switch (clause) {
      case Clause.TypedParameter parameter -> {
        child(parameter.parameter());
        optional(parameter.type());
        optional(parameter.defaultValue());
        modifiers(parameter.modifiers(), parameter.position());
      }
      case Clause.RestParameter _ -> {}
      case Clause.DefaultValue value -> child(value.value());
      case Clause.TypeParameters parameters -> children(parameters.parameters());
      case Clause.TypeParameter parameter -> {
        optional(parameter.constraint());
        optional(parameter.defaultType());
        identifier(parameter.symbol(), parameter.position());
      }
      case Clause.TypeClause type -> child(type.type());
      case Clause.Types types -> children(types.types());
      case Clause.Signature signature -> {
        optional(signature.typeParameters());
        children(signature.parameters());
        optional(signature.returnType());
        optional(signature.throwsTypes());
      }
      case Clause.Arguments arguments -> children(arguments.arguments());
      case Clause.Binding binding -> {
        child(binding.target());
        child(binding.type());
      }
      case Clause.Decorator decorator -> child(decorator.expression());
    }
  }

  private void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Wildcard _, Pattern.Hole _ -> {}
      case Pattern.LiteralPattern literal -> child(literal.literal());
      case Pattern.OrPattern or -> children(or.patterns());
      case Pattern.ArrayPattern array -> children(array.elements());
      case Pattern.ObjectPattern object -> children(object.fields());
      case Pattern.PatternField field -> child(field.pattern());
      case Pattern.ComputedPatternField field -> {
        child(field.key());
        child(field.pattern());
      }
      case Pattern.PatternDefault withDefault -> {
        child(withDefault.pattern());
        child(withDefault.value());
      }
      case Pattern.RestPattern rest -> child(rest.name());
      case Pattern.TemplatePattern template -> children(template.pieces());
    }
  }

  private void type(Type type) {
    switch (type) {
      case Type.Primitive _, Type.TypeName _ -> {}
      case Type.TypeReference reference -> {
        children(reference.arguments());
        identifiers(reference.qualifiers());
        identifier(reference.symbol(), reference.position());
      }
      case Type.LiteralType literal -> child(literal.literal());
      case Type.TemplateType template -> children(template.pieces());
      case Type.Several several -> children(several.types());
      case Type.FunctionType function -> {
        optional(function.typeParameters());
        children(function.parameters());
        child(function.returnType());
      }
      case Type.OfType of -> child(of.type());
      case Type.IndexedAccess access -> {
        child(access.type());
        child(access.key());
      }
      case Type.TupleElement element -> {
        child(element.type());
        identifier(element.symbol(), element.position());
        modifiers(element.modifiers(), element.position());
      }
      case Type.ObjectType object -> children(object.members());
      case Type.MappedType mapped -> {
        child(mapped.keys());
        child(mapped.values());
        identifier(mapped.symbol(), mapped.symbolPosition());
        modifiers(mapped.modifiers(), mapped.position());
      }
      case Type.ConditionalType conditional -> {
        child(conditional.tested());
        child(conditional.bound());
        child(conditional.then());
        child(conditional.otherwise());
      }
      case Type.InferType infer -> {
        optional(infer.constraint());
        identifier(infer.symbol(), infer.symbolPosition());
      }
      case Type.TypeofType typeof -> child(typeof.expression());
      case Type.PredicateType predicate -> child(predicate.type());
    }
  }

  private void member(Member member) {
    switch (member) {
      case Member.Property property -> {
        children(property.decorators());
        optional(property.type());
        optional(property.defaultValue());
        identifier(property.symbol(), property.position());
        modifiers(property.modifiers(), property.position());
      }
      case Member.Method method -> {
        children(method.decorators());
        child(method.function());
        identifier(method.symbol(), method.position());
        modifiers(method.modifiers(), method.position());
      }
      case Member.Constructor constructor -> {
        children(constructor.decorators());
        child(constructor.function());
        modifiers(constructor.modifiers(), constructor.position());
      }
      case Member.Accessor accessor -> {
        children(accessor.decorators());
        child(accessor.function());
        identifier(accessor.symbol(), accessor.position());
        modifiers(accessor.modifiers(), accessor.position());
      }
      case Member.Operator operator -> {
        children(operator.decorators());
        child(operator.function());
        part(Kind.OPERATOR_NAME, operator.operator(), operator.position());
        modifiers(operator.modifiers(), operator.position());
      }
      case Member.PropertySignature property -> {
        child(property.type());
        identifier(property.symbol(), property.position());
        modifiers(property.modifiers(), property.position());
      }
      case Member.MethodSignature method -> {
        child(method.signature());
        identifier(method.symbol(), method.position());
        modifiers(method.modifiers(), method.position());
      }
      case Member.IndexSignature index -> {
        child(index.keys());
        child(index.values());
        identifier(index.symbol(), index.symbolPosition());
        modifiers(index.modifiers(), index.position());
      }
      case Member.EnumMember constant -> {
        optional(constant.value());
        identifier(constant.symbol(), constant.position());
      }
    }
  }

  private void statement(TypedStatement statement) {
    switch (statement) {
      case TypedStatement.Const constant -> {
        children(constant.names());
        children(constant.values());
      }
      case TypedStatement.CompoundAssign assign -> {
        child(assign.target());
        child(assign.value());
      }
      case TypedStatement.Continue _, TypedStatement.Rethrow _ -> {}
      case TypedStatement.Throw thrown -> child(thrown.value());
      case TypedStatement.Try tried -> {
        child(tried.body());
        children(tried.catches());
        optional(tried.atLast());
      }
      case TypedStatement.Catch caught -> {
        optional(caught.name());
        child(caught.body());
      }
      case TypedStatement.Finally atLast -> child(atLast.body());
    }
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Declaration.ClassDeclaration type -> {
        children(type.decorators());
        optional(type.typeParameters());
        optional(type.primaryConstructor());
        optional(type.extended());
        optional(type.implementedTypes());
        children(type.members());
        identifier(type.symbol(), type.symbolPosition());
        modifiers(type.modifiers(), type.position());
      }
      case Declaration.PrimaryConstructor constructor -> children(constructor.parameters());
      case Declaration.Extends extended -> {
        child(extended.type());
        optional(extended.arguments());
      }
      case Declaration.InterfaceDeclaration type -> {
        optional(type.typeParameters());
        optional(type.extendedTypes());
        children(type.members());
        identifier(type.symbol(), type.symbolPosition());
      }
      case Declaration.TypeAlias alias -> {
        optional(alias.typeParameters());
        child(alias.type());
        identifier(alias.symbol(), alias.symbolPosition());
      }
      case Declaration.EnumDeclaration type -> {
        optional(type.primaryConstructor());
        optional(type.implementedTypes());
        children(type.enumMembers());
        children(type.members());
        identifier(type.symbol(), type.symbolPosition());
      }
      case Declaration.Namespace namespace -> {
        child(namespace.body());
        identifiers(namespace.names());
      }
      case Declaration.Import imported -> {
        optional(imported.whole());
        optional(imported.namespace());
        children(imported.items());
        child(imported.source());
        modifiers(imported.modifiers(), imported.position());
      }
      case Declaration.ImportedName _ -> {}
      case Declaration.ModuleItem item -> {
        identifier(item.symbol(), item.position());
        alias(item.alias(), item.aliasPosition());
        modifiers(item.modifiers(), item.position());
      }
      case Declaration.Export export -> child(export.statement());
      case Declaration.ExportDefault export -> child(export.value());
      case Declaration.ExportList export -> {
        children(export.items());
        optional(export.source());
        modifiers(export.modifiers(), export.position());
      }
      case Declaration.ExportAll export -> {
        child(export.source());
        alias(export.alias(), export.aliasPosition());
        modifiers(export.modifiers(), export.position());
      }
      case Declaration.Declare declared -> child(declared.declaration());
      case Declaration.DeclaredFunction function -> {
        child(function.signature());
        identifier(function.symbol(), function.symbolPosition());
      }
      case Declaration.DeclaredConst constant -> {
        child(constant.type());
        identifier(constant.symbol(), constant.symbolPosition());
      }
    }
  }

  final void optional(@Nullable Node child) {
    if (child != null) {
      child(child);
    }
  }

  private void identifier(int symbol, int position) {
    part(Kind.IDENTIFIER, symbol, position);
  }

  private void identifiers(int[] symbolsAndPositions) {
    for (int i = 0; i < symbolsAndPositions.length; i += 2) {
      identifier(symbolsAndPositions[i], symbolsAndPositions[i + 1]);
    }
  }

  private void alias(int symbol, int position) {
    if (symbol != 0) {
      identifier(symbol, position);
    }
  }

  private void modifiers(int modifiers, int position) {
    if (modifiers != 0) {
      part(Kind.MODIFIERS, modifiers, position);
    }
  }
}
