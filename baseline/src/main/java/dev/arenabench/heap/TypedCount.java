package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// The half of [HeapCount] for what only `TYPED_LUA` has. How nodes are told apart is said there.
abstract sealed class TypedCount permits HeapCount {
  final int[] counts;

  TypedCount(int[] counts) {
    this.counts = counts;
  }

  abstract void block(Node.Block block);

  abstract void statement(Node statement);

  /// A FUNCTION, or what [#typedFunction] takes.
  abstract void function(Node function);

  /// Declared names, bindings and patterns.
  abstract void names(Node[] names);

  abstract void expression(Node expression);

  abstract void expressions(Node[] expressions);

  final void typedStatement(Node statement) {
    if (statement instanceof TypedStatement.Const constant) {
      counts[Kind.CONST]++;
      names(constant.names());
      expressions(constant.values());
    } else if (statement instanceof TypedStatement.CompoundAssign assign) {
      counts[assign.kind()]++;
      expression(assign.target());
      expression(assign.value());
    } else if (statement instanceof TypedStatement.Throw thrown) {
      counts[Kind.THROW]++;
      expression(thrown.value());
    } else if (statement instanceof TypedStatement.Continue) {
      counts[Kind.CONTINUE]++;
    } else if (statement instanceof TypedStatement.Try tried) {
      tried(tried);
    } else if (statement instanceof TypedStatement.Rethrow) {
      counts[Kind.RETHROW]++;
    } else if (statement instanceof Declaration declaration) {
      declaration(declaration);
    } else {
      expression(statement); // calls, match, |>, and what is exported by default
    }
  }

  private void tried(TypedStatement.Try tried) {
    counts[Kind.TRY]++;
    block(tried.body());
    for (TypedStatement.Catch caught : tried.catches()) {
      counts[Kind.CATCH]++;
      Node name = caught.name();
      if (name != null) {
        pattern(name);
      }
      block(caught.body());
    }
    TypedStatement.Finally atLast = tried.atLast();
    if (atLast != null) {
      counts[Kind.FINALLY]++;
      block(atLast.body());
    }
  }

  // Declarations.

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Export export) {
      counts[Kind.EXPORT]++;
      statement(export.statement());
    } else if (declaration instanceof Declaration.ClassDeclaration type) {
      counts[Kind.CLASS]++;
      decorators(type.decorators());
      typeParameters(type.typeParameters());
      primaryConstructor(type.primaryConstructor());
      Declaration.Extends extended = type.extended();
      if (extended != null) {
        counts[Kind.EXTENDS]++;
        type(extended.type());
        arguments(extended.arguments());
      }
      types(type.implementedTypes());
      members(type.members());
    } else if (declaration instanceof Declaration.Import imported) {
      counts[Kind.IMPORT]++;
      importedName(imported.whole());
      importedName(imported.namespace());
      counts[Kind.IMPORT_ITEM] += imported.items().length;
      counts[Kind.STRING]++;
    } else if (declaration instanceof Declaration.TypeAlias alias) {
      counts[Kind.TYPE_ALIAS]++;
      typeParameters(alias.typeParameters());
      type(alias.type());
    } else if (declaration instanceof Declaration.InterfaceDeclaration type) {
      counts[Kind.INTERFACE]++;
      typeParameters(type.typeParameters());
      types(type.extendedTypes());
      members(type.members());
    } else if (declaration instanceof Declaration.EnumDeclaration type) {
      enumDeclaration(type);
    } else if (declaration instanceof Declaration.Declare declared) {
      counts[Kind.DECLARE]++;
      statement(declared.declaration());
    } else if (declaration instanceof Declaration.DeclaredFunction function) {
      counts[Kind.DECLARED_FUNCTION]++;
      signature(function.signature());
    } else if (declaration instanceof Declaration.DeclaredConst constant) {
      counts[Kind.DECLARED_CONST]++;
      type(constant.type());
    } else if (declaration instanceof Declaration.Namespace namespace) {
      counts[Kind.NAMESPACE]++;
      block(namespace.body());
    } else if (declaration instanceof Declaration.ExportList export) {
      counts[Kind.EXPORT_LIST]++;
      counts[Kind.EXPORT_ITEM] += export.items().length;
      if (export.source() != null) {
        counts[Kind.STRING]++;
      }
    } else if (declaration instanceof Declaration.ExportDefault export) {
      counts[Kind.EXPORT_DEFAULT]++;
      statement(export.value());
    } else if (declaration instanceof Declaration.ExportAll) {
      counts[Kind.EXPORT_ALL]++;
      counts[Kind.STRING]++;
    }
  }

  private void enumDeclaration(Declaration.EnumDeclaration type) {
    counts[Kind.ENUM]++;
    primaryConstructor(type.primaryConstructor());
    types(type.implementedTypes());
    for (Member.EnumMember member : type.enumMembers()) {
      counts[Kind.ENUM_MEMBER]++;
      if (member.value() instanceof Clause.DefaultValue value) {
        defaultValue(value);
      } else if (member.value() instanceof Clause.Arguments arguments) {
        arguments(arguments);
      }
    }
    members(type.members());
  }

  private void importedName(Declaration.@Nullable ImportedName name) {
    if (name != null) {
      counts[name.kind()]++;
    }
  }

  private void primaryConstructor(Declaration.@Nullable PrimaryConstructor constructor) {
    if (constructor != null) {
      counts[Kind.PRIMARY_CONSTRUCTOR]++;
      parameters(constructor.parameters());
    }
  }

  private void decorators(Clause.Decorator[] decorators) {
    for (Clause.Decorator decorator : decorators) {
      counts[Kind.DECORATOR]++;
      expression(decorator.expression());
    }
  }

  private void members(Node[] members) {
    for (Node member : members) {
      member(member);
    }
  }

  private void member(Node member) {
    if (member instanceof Member.Method method) {
      counts[Kind.METHOD]++;
      decorators(method.decorators());
      function(method.function());
    } else if (member instanceof Member.PropertySignature property) {
      counts[Kind.PROPERTY_SIGNATURE]++;
      type(property.type());
    } else if (member instanceof Member.Property property) {
      counts[Kind.PROPERTY]++;
      decorators(property.decorators());
      optionalType(property.type());
      defaultValue(property.defaultValue());
    } else if (member instanceof Member.MethodSignature method) {
      counts[Kind.METHOD_SIGNATURE]++;
      signature(method.signature());
    } else if (member instanceof Member.Constructor constructor) {
      counts[Kind.CONSTRUCTOR]++;
      decorators(constructor.decorators());
      function(constructor.function());
    } else if (member instanceof Member.Accessor accessor) {
      counts[accessor.kind()]++;
      decorators(accessor.decorators());
      function(accessor.function());
    } else if (member instanceof Member.Operator operator) {
      counts[Kind.OPERATOR]++;
      decorators(operator.decorators());
      function(operator.function());
    } else if (member instanceof Member.IndexSignature index) {
      counts[Kind.INDEX_SIGNATURE]++;
      type(index.keys());
      type(index.values());
    }
  }

  // Functions.

  /// A TYPED_FUNCTION or SIGNATURE.
  final void typedFunction(Node function) {
    if (function instanceof TypedExpression.TypedFunction typed) {
      counts[Kind.TYPED_FUNCTION]++;
      typeParameters(typed.typeParameters());
      parameters(typed.parameters());
      typeClause(typed.returnType());
      types(typed.throwsTypes());
      block(typed.body());
    } else if (function instanceof Clause.Signature signature) {
      signature(signature);
    }
  }

  private void signature(Clause.Signature signature) {
    counts[Kind.SIGNATURE]++;
    typeParameters(signature.typeParameters());
    parameters(signature.parameters());
    typeClause(signature.returnType());
    types(signature.throwsTypes());
  }

  private void parameters(Node[] parameters) {
    for (Node parameter : parameters) {
      if (parameter instanceof Clause.TypedParameter typed) {
        counts[Kind.TYPED_PARAMETER]++;
        parameter(typed.parameter());
        optionalType(typed.type());
        defaultValue(typed.defaultValue());
      } else {
        parameter(parameter);
      }
    }
  }

  private void parameter(Node parameter) {
    if (parameter instanceof Node.Parameter) {
      counts[Kind.PARAMETER]++;
    } else {
      counts[parameter.kind()]++; // ... or ...name
    }
  }

  private void defaultValue(Clause.@Nullable DefaultValue value) {
    if (value != null) {
      counts[Kind.DEFAULT_VALUE]++;
      expression(value.value());
    }
  }

  private void arguments(Clause.@Nullable Arguments arguments) {
    if (arguments != null) {
      counts[Kind.ARGUMENTS]++;
      expressions(arguments.arguments());
    }
  }

  // Expressions.

  /// @return what it starts with and is to be counted next, if it can be a long chain
  final @Nullable Node typedExpression(Node expression) {
    if (expression instanceof TypedExpression.TemplateText) {
      counts[Kind.TEMPLATE_TEXT]++;
    } else if (expression instanceof TypedExpression.Arrow arrow) {
      counts[Kind.ARROW]++;
      typeParameters(arrow.typeParameters());
      parameters(arrow.parameters());
      typeClause(arrow.returnType());
      body(arrow.body());
    } else if (expression instanceof TypedExpression.TypedFunction) {
      typedFunction(expression);
    } else if (expression instanceof TypedExpression.OptionalField field) {
      counts[Kind.OPTIONAL_FIELD]++;
      return field.object();
    } else if (expression instanceof TypedExpression.Template template) {
      counts[Kind.TEMPLATE]++;
      expressions(template.pieces());
    } else if (expression instanceof TypedExpression.New object) {
      counts[Kind.NEW]++;
      types(object.typeArguments());
      expressions(object.arguments());
      return object.className();
    } else if (expression instanceof TypedExpression.Array array) {
      counts[Kind.ARRAY]++;
      expressions(array.elements());
    } else if (expression instanceof TypedExpression.Conditional conditional) {
      counts[Kind.CONDITIONAL]++;
      expression(conditional.then());
      expression(conditional.otherwise());
      return conditional.condition();
    } else if (expression instanceof TypedExpression.As as) {
      counts[Kind.AS]++;
      type(as.type());
      return as.expression();
    } else if (expression instanceof TypedExpression.Spread spread) {
      counts[Kind.SPREAD]++;
      return spread.expression();
    } else if (expression instanceof TypedExpression.GenericCall call) {
      counts[Kind.GENERIC_CALL]++;
      types(call.typeArguments());
      expressions(call.arguments());
      return call.callee();
    } else if (expression instanceof TypedExpression.OptionalCall call) {
      counts[Kind.OPTIONAL_CALL]++;
      expressions(call.arguments());
      return call.callee();
    } else if (expression instanceof TypedExpression.Match match) {
      counts[Kind.MATCH]++;
      for (TypedExpression.MatchArm arm : match.arms()) {
        arm(arm);
      }
      return match.subject();
    } else if (expression instanceof TypedExpression.OptionalIndex index) {
      counts[Kind.OPTIONAL_INDEX]++;
      expression(index.key());
      return index.object();
    } else if (expression instanceof TypedExpression.GenericMethodCall call) {
      counts[Kind.GENERIC_METHOD_CALL]++;
      types(call.typeArguments());
      expressions(call.arguments());
      return call.object();
    } else if (expression instanceof TypedExpression.TryExpression tried) {
      counts[Kind.TRY_EXPRESSION]++;
      expression(tried.otherwise());
      return tried.expression();
    }
    return null;
  }

  private void arm(TypedExpression.MatchArm arm) {
    counts[Kind.MATCH_ARM]++;
    pattern(arm.pattern());
    TypedExpression.Guard guard = arm.guard();
    if (guard != null) {
      counts[Kind.GUARD]++;
      expression(guard.condition());
    }
    body(arm.body());
  }

  private void body(Node body) {
    if (body instanceof Node.Block block) {
      block(block);
    } else {
      expression(body);
    }
  }

  // Patterns.

  final void pattern(Node pattern) {
    if (pattern instanceof Node.LocalName name) {
      counts[name.kind()]++;
    } else if (pattern instanceof Clause.Binding binding) {
      counts[Kind.BINDING]++;
      pattern(binding.target());
      type(binding.type());
    } else if (pattern instanceof Pattern.LiteralPattern literal) {
      counts[Kind.LITERAL_PATTERN]++;
      expression(literal.literal());
    } else if (pattern instanceof Pattern.PatternField field) {
      counts[Kind.PATTERN_FIELD]++;
      pattern(field.pattern());
    } else if (pattern instanceof Pattern.ObjectPattern object) {
      counts[Kind.OBJECT_PATTERN]++;
      names(object.fields());
    } else if (pattern instanceof Pattern.Wildcard) {
      counts[Kind.WILDCARD]++;
    } else if (pattern instanceof Pattern.ArrayPattern array) {
      counts[Kind.ARRAY_PATTERN]++;
      names(array.elements());
    } else if (pattern instanceof Pattern.PatternDefault withDefault) {
      counts[Kind.PATTERN_DEFAULT]++;
      pattern(withDefault.pattern());
      expression(withDefault.value());
    } else if (pattern instanceof Pattern.OrPattern or) {
      counts[Kind.OR_PATTERN]++;
      names(or.patterns());
    } else if (pattern instanceof Pattern.RestPattern rest) {
      counts[Kind.REST_PATTERN]++;
      counts[rest.name().kind()]++;
    } else if (pattern instanceof Pattern.TemplatePattern template) {
      counts[Kind.TEMPLATE_PATTERN]++;
      names(template.pieces());
    } else if (pattern instanceof Pattern.ComputedPatternField field) {
      counts[Kind.COMPUTED_PATTERN_FIELD]++;
      expression(field.key());
      pattern(field.pattern());
    } else {
      counts[pattern.kind()]++; // a hole, a text of a template
    }
  }

  // Types.

  private void optionalType(@Nullable Node type) {
    if (type != null) {
      type(type);
    }
  }

  private void typeClause(Clause.@Nullable TypeClause clause) {
    if (clause != null) {
      counts[clause.kind()]++;
      type(clause.type());
    }
  }

  private void types(Clause.@Nullable Types types) {
    if (types != null) {
      counts[types.kind()]++;
      types(types.types());
    }
  }

  private void types(Node[] types) {
    for (Node type : types) {
      type(type);
    }
  }

  private void typeParameters(Clause.@Nullable TypeParameters parameters) {
    if (parameters != null) {
      counts[Kind.TYPE_PARAMETERS]++;
      for (Clause.TypeParameter parameter : parameters.parameters()) {
        counts[Kind.TYPE_PARAMETER]++;
        typeClause(parameter.constraint());
        typeClause(parameter.defaultType());
      }
    }
  }

  private void type(Node type) {
    Node at = type;
    while (true) {
      if (at instanceof Type.Primitive) {
        counts[Kind.PRIMITIVE_TYPE]++;
        return;
      } else if (at instanceof Type.TypeName) {
        counts[Kind.TYPE_NAME]++;
        return;
      } else if (at instanceof Type.OfType of) {
        counts[of.kind()]++;
        at = of.type();
      } else if (at instanceof Type.TypeReference reference) {
        counts[Kind.TYPE_REFERENCE]++;
        types(reference.arguments());
        return;
      } else if (at instanceof Type.LiteralType literal) {
        counts[Kind.LITERAL_TYPE]++;
        expression(literal.literal());
        return;
      } else if (at instanceof Type.Several several) {
        counts[several.kind()]++;
        types(several.types());
        return;
      } else if (at instanceof Type.FunctionType function) {
        counts[Kind.FUNCTION_TYPE]++;
        typeParameters(function.typeParameters());
        parameters(function.parameters());
        at = function.returnType();
      } else if (at instanceof Type.ObjectType object) {
        counts[Kind.OBJECT_TYPE]++;
        members(object.members());
        return;
      } else if (at instanceof Type.IndexedAccess access) {
        counts[Kind.INDEXED_ACCESS_TYPE]++;
        type(access.key());
        at = access.type();
      } else if (at instanceof Type.TupleElement element) {
        counts[Kind.TUPLE_ELEMENT]++;
        at = element.type();
      } else if (at instanceof Type.ConditionalType conditional) {
        counts[Kind.CONDITIONAL_TYPE]++;
        type(conditional.bound());
        type(conditional.then());
        type(conditional.otherwise());
        at = conditional.tested();
      } else if (at instanceof Type.PredicateType predicate) {
        counts[Kind.PREDICATE_TYPE]++;
        at = predicate.type();
      } else if (at instanceof Type.TypeofType typeof) {
        counts[Kind.TYPEOF_TYPE]++;
        expression(typeof.expression());
        return;
      } else if (at instanceof Type.MappedType mapped) {
        counts[Kind.MAPPED_TYPE]++;
        type(mapped.values());
        at = mapped.keys();
      } else if (at instanceof Type.InferType infer) {
        counts[Kind.INFER_TYPE]++;
        typeClause(infer.constraint());
        return;
      } else if (at instanceof Type.TemplateType template) {
        counts[Kind.TEMPLATE_TYPE]++;
        types(template.pieces());
        return;
      } else {
        counts[at.kind()]++; // a text of a template
        return;
      }
    }
  }
}
