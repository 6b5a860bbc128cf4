package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Scopes;
import org.jspecify.annotations.Nullable;

/// The half of [HeapResolve] for what only `TYPED_LUA` has. What is done for each construct is said
/// in [Scopes]; how nodes are told apart, in [HeapCount].
abstract sealed class TypedResolve permits HeapResolve {
  final Scopes scopes;

  TypedResolve(Scopes scopes) {
    this.scopes = scopes;
  }

  /// A block with a scope of its own.
  abstract void block(Node.Block block);

  /// The statements of a block in the scope that is open.
  abstract void statements(Node.Block block);

  abstract void statement(Node statement);

  /// What is assigned to.
  abstract void target(Node target);

  /// A FUNCTION, or what [#typedFunction] takes.
  ///
  /// @param method whether it has `self`
  abstract void function(Node function, boolean method);

  /// Declares names, bindings and patterns.
  abstract void names(Node[] names);

  abstract void expression(Node expression);

  abstract void expressions(Node[] expressions);

  final void typedStatement(Node statement) {
    if (statement instanceof TypedStatement.Const constant) {
      expressions(constant.values());
      scopes.beginLocal();
      names(constant.names());
    } else if (statement instanceof TypedStatement.CompoundAssign assign) {
      target(assign.target());
      expression(assign.value());
    } else if (statement instanceof TypedStatement.Throw thrown) {
      expression(thrown.value());
    } else if (statement instanceof TypedStatement.Continue) {
      scopes.continueAt(statement.position());
    } else if (statement instanceof TypedStatement.Try tried) {
      tried(tried);
    } else if (statement instanceof TypedStatement.Rethrow) {
      scopes.rethrowAt(statement.position());
    } else if (statement instanceof Declaration declaration) {
      declaration(declaration);
    } else {
      expression(statement); // calls, match, |>, and what is exported by default
    }
  }

  private void tried(TypedStatement.Try tried) {
    block(tried.body());
    for (TypedStatement.Catch caught : tried.catches()) {
      scopes.enterCatch();
      Node name = caught.name();
      if (name != null) {
        pattern(name);
      }
      statements(caught.body());
      scopes.leaveBlock();
    }
    TypedStatement.Finally atLast = tried.atLast();
    if (atLast != null) {
      block(atLast.body());
    }
  }

  // Declarations.

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Export export) {
      statement(export.statement());
    } else if (declaration instanceof Declaration.ClassDeclaration type) {
      classDeclaration(type);
    } else if (declaration instanceof Declaration.Import imported) {
      imported(imported);
    } else if (declaration instanceof Declaration.TypeAlias alias) {
      typeParameters(alias.typeParameters());
      type(alias.type());
    } else if (declaration instanceof Declaration.InterfaceDeclaration type) {
      typeParameters(type.typeParameters());
      types(type.extendedTypes());
      members(type.members());
    } else if (declaration instanceof Declaration.EnumDeclaration type) {
      enumDeclaration(type);
    } else if (declaration instanceof Declaration.Declare declared) {
      statement(declared.declaration());
    } else if (declaration instanceof Declaration.DeclaredFunction function) {
      scopes.declare(Kind.DECLARED_FUNCTION, function.symbol(), function.symbolPosition());
      typedFunction(function.signature(), false);
    } else if (declaration instanceof Declaration.DeclaredConst constant) {
      scopes.declare(Kind.DECLARED_CONST, constant.symbol(), constant.symbolPosition());
      type(constant.type());
    } else if (declaration instanceof Declaration.Namespace namespace) {
      scopes.declare(Kind.NAMESPACE, namespace.names()[0], namespace.names()[1]);
      block(namespace.body());
    } else if (declaration instanceof Declaration.ExportDefault export) {
      statement(export.value());
    } // lists of what is exported: no uses
  }

  private void classDeclaration(Declaration.ClassDeclaration type) {
    scopes.declare(Kind.CLASS, type.symbol(), type.symbolPosition());
    scopes.enterBlock(false);
    decorators(type.decorators());
    typeParameters(type.typeParameters());
    primaryConstructor(type.primaryConstructor());
    Declaration.Extends extended = type.extended();
    if (extended != null) {
      type(extended.type());
      Clause.Arguments arguments = extended.arguments();
      if (arguments != null) {
        expressions(arguments.arguments());
      }
    }
    types(type.implementedTypes());
    members(type.members());
    scopes.leaveBlock();
  }

  private void enumDeclaration(Declaration.EnumDeclaration type) {
    scopes.declare(Kind.ENUM, type.symbol(), type.symbolPosition());
    scopes.enterBlock(false);
    primaryConstructor(type.primaryConstructor());
    types(type.implementedTypes());
    for (Member.EnumMember member : type.enumMembers()) {
      if (member.value() instanceof Clause.DefaultValue value) {
        expression(value.value());
      } else if (member.value() instanceof Clause.Arguments arguments) {
        expressions(arguments.arguments());
      }
    }
    members(type.members());
    scopes.leaveBlock();
  }

  private void imported(Declaration.Import imported) {
    importedName(imported.whole());
    importedName(imported.namespace());
    for (Declaration.ModuleItem item : imported.items()) {
      if (item.alias() != 0) {
        scopes.declare(Kind.IMPORT_ITEM, item.alias(), item.aliasPosition());
      } else {
        scopes.declare(Kind.IMPORT_ITEM, item.symbol(), item.position());
      }
    }
  }

  private void importedName(Declaration.@Nullable ImportedName name) {
    if (name != null) {
      scopes.declare(name.kind(), name.symbol(), name.position());
    }
  }

  private void primaryConstructor(Declaration.@Nullable PrimaryConstructor constructor) {
    if (constructor != null) {
      parameters(constructor.parameters());
    }
  }

  private void decorators(Clause.Decorator[] decorators) {
    for (Clause.Decorator decorator : decorators) {
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
      decorators(method.decorators());
      function(method.function(), true);
    } else if (member instanceof Member.PropertySignature property) {
      type(property.type());
    } else if (member instanceof Member.Property property) {
      property(property);
    } else if (member instanceof Member.MethodSignature method) {
      typedFunction(method.signature(), false);
    } else if (member instanceof Member.Constructor constructor) {
      decorators(constructor.decorators());
      function(constructor.function(), true);
    } else if (member instanceof Member.Accessor accessor) {
      decorators(accessor.decorators());
      function(accessor.function(), true);
    } else if (member instanceof Member.Operator operator) {
      decorators(operator.decorators());
      function(operator.function(), true);
    } else if (member instanceof Member.IndexSignature index) {
      type(index.keys());
      type(index.values());
    }
  }

  private void property(Member.Property property) {
    decorators(property.decorators());
    Node type = property.type();
    if (type != null) {
      type(type);
    }
    Clause.DefaultValue value = property.defaultValue();
    if (value != null) {
      scopes.enterFunction(false, value.position());
      scopes.declareSelf(value.position());
      expression(value.value());
      scopes.leaveFunction();
    }
  }

  // Functions.

  /// A TYPED_FUNCTION or SIGNATURE.
  final void typedFunction(Node function, boolean method) {
    if (function instanceof TypedExpression.TypedFunction typed) {
      enterFunction(typed.parameters(), typed.position(), method);
      typeParameters(typed.typeParameters());
      parameters(typed.parameters());
      typeClause(typed.returnType());
      types(typed.throwsTypes());
      statements(typed.body());
      scopes.leaveFunction();
    } else if (function instanceof Clause.Signature signature) {
      enterFunction(signature.parameters(), signature.position(), method);
      typeParameters(signature.typeParameters());
      parameters(signature.parameters());
      typeClause(signature.returnType());
      types(signature.throwsTypes());
      scopes.leaveFunction();
    }
  }

  private void arrow(TypedExpression.Arrow arrow) {
    enterFunction(arrow.parameters(), arrow.position(), false);
    typeParameters(arrow.typeParameters());
    parameters(arrow.parameters());
    typeClause(arrow.returnType());
    body(arrow.body());
    scopes.leaveFunction();
  }

  private void functionType(Type.FunctionType function) {
    enterFunction(function.parameters(), function.position(), false);
    typeParameters(function.typeParameters());
    parameters(function.parameters());
    type(function.returnType());
    scopes.leaveFunction();
  }

  private void enterFunction(Node[] parameters, int position, boolean method) {
    scopes.enterFunction(isVararg(parameters), position);
    if (method) {
      scopes.declareSelf(position);
    }
  }

  private static boolean isVararg(Node[] parameters) {
    if (parameters.length == 0) {
      return false;
    }
    Node last = parameters[parameters.length - 1];
    return last instanceof Node.VarargParameter
        || last instanceof Clause.TypedParameter typed
            && typed.parameter() instanceof Node.VarargParameter;
  }

  private void parameters(Node[] parameters) {
    for (Node parameter : parameters) {
      if (parameter instanceof Clause.TypedParameter typed) {
        Node type = typed.type();
        if (type != null) {
          type(type);
        }
        Clause.DefaultValue value = typed.defaultValue();
        if (value != null) {
          expression(value.value());
        }
        declare(typed.parameter());
      } else {
        declare(parameter);
      }
    }
  }

  private void declare(Node parameter) {
    if (parameter instanceof Node.Parameter plain) {
      scopes.declare(Kind.PARAMETER, plain.symbol(), plain.position());
    } else if (parameter instanceof Clause.RestParameter rest) {
      scopes.declare(Kind.REST_PARAMETER, rest.symbol(), rest.position());
    }
  }

  // Expressions.

  /// @return what it starts with and is to be resolved next, if it can be a long chain
  final @Nullable Node typedExpression(Node expression) {
    if (expression instanceof TypedExpression.TemplateText) {
      return null;
    } else if (expression instanceof TypedExpression.Arrow arrow) {
      arrow(arrow);
    } else if (expression instanceof TypedExpression.TypedFunction) {
      typedFunction(expression, false);
    } else if (expression instanceof TypedExpression.OptionalField field) {
      return field.object();
    } else if (expression instanceof TypedExpression.Template template) {
      expressions(template.pieces());
    } else if (expression instanceof TypedExpression.New object) {
      types(object.typeArguments());
      expressions(object.arguments());
      return object.className();
    } else if (expression instanceof TypedExpression.Array array) {
      expressions(array.elements());
    } else if (expression instanceof TypedExpression.Conditional conditional) {
      expression(conditional.then());
      expression(conditional.otherwise());
      return conditional.condition();
    } else if (expression instanceof TypedExpression.As as) {
      type(as.type());
      return as.expression();
    } else if (expression instanceof TypedExpression.Spread spread) {
      return spread.expression();
    } else if (expression instanceof TypedExpression.GenericCall call) {
      types(call.typeArguments());
      expressions(call.arguments());
      return call.callee();
    } else if (expression instanceof TypedExpression.OptionalCall call) {
      expressions(call.arguments());
      return call.callee();
    } else if (expression instanceof TypedExpression.Match match) {
      for (TypedExpression.MatchArm arm : match.arms()) {
        arm(arm);
      }
      return match.subject();
    } else if (expression instanceof TypedExpression.OptionalIndex index) {
      expression(index.key());
      return index.object();
    } else if (expression instanceof TypedExpression.GenericMethodCall call) {
      types(call.typeArguments());
      expressions(call.arguments());
      return call.object();
    } else if (expression instanceof TypedExpression.TryExpression tried) {
      expression(tried.otherwise());
      return tried.expression();
    } else {
      throw new IllegalStateException(
          "kind=" + Kind.name(expression.kind()) + ": neither expression nor statement");
    }
    return null;
  }

  private void arm(TypedExpression.MatchArm arm) {
    scopes.enterBlock(false);
    pattern(arm.pattern());
    TypedExpression.Guard guard = arm.guard();
    if (guard != null) {
      expression(guard.condition());
    }
    body(arm.body());
    scopes.leaveBlock();
  }

  private void body(Node body) {
    if (body instanceof Node.Block block) {
      statements(block);
    } else {
      expression(body);
    }
  }

  // Patterns.

  final void pattern(Node pattern) {
    if (pattern instanceof Node.LocalName name) {
      scopes.declare(name.kind(), name.symbol(), name.position());
    } else if (pattern instanceof Clause.Binding binding) {
      type(binding.type());
      pattern(binding.target());
    } else if (pattern instanceof Pattern.PatternField field) {
      pattern(field.pattern());
    } else if (pattern instanceof Pattern.ObjectPattern object) {
      names(object.fields());
    } else if (pattern instanceof Pattern.ArrayPattern array) {
      names(array.elements());
    } else if (pattern instanceof Pattern.PatternDefault withDefault) {
      expression(withDefault.value());
      pattern(withDefault.pattern());
    } else if (pattern instanceof Pattern.OrPattern or) {
      names(or.patterns());
    } else if (pattern instanceof Pattern.RestPattern rest) {
      pattern(rest.name());
    } else if (pattern instanceof Pattern.TemplatePattern template) {
      names(template.pieces());
    } else if (pattern instanceof Pattern.ComputedPatternField field) {
      expression(field.key());
      pattern(field.pattern());
    } // a literal, `_`, a hole, a text of a template: nothing
  }

  // Types.

  private void typeClause(Clause.@Nullable TypeClause clause) {
    if (clause != null) {
      type(clause.type());
    }
  }

  private void types(Clause.@Nullable Types types) {
    if (types != null) {
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
      for (Clause.TypeParameter parameter : parameters.parameters()) {
        typeClause(parameter.constraint());
        typeClause(parameter.defaultType());
      }
    }
  }

  private void type(Node type) {
    Node at = type;
    while (true) {
      if (at instanceof Type.Primitive || at instanceof Type.TypeName) {
        return;
      } else if (at instanceof Type.OfType of) {
        at = of.type();
      } else if (at instanceof Type.TypeReference reference) {
        types(reference.arguments());
        return;
      } else if (at instanceof Type.LiteralType) {
        return;
      } else if (at instanceof Type.Several several) {
        types(several.types());
        return;
      } else if (at instanceof Type.FunctionType function) {
        functionType(function);
        return;
      } else if (at instanceof Type.ObjectType object) {
        members(object.members());
        return;
      } else if (at instanceof Type.IndexedAccess access) {
        type(access.key());
        at = access.type();
      } else if (at instanceof Type.TupleElement element) {
        at = element.type();
      } else if (at instanceof Type.ConditionalType conditional) {
        type(conditional.bound());
        type(conditional.then());
        type(conditional.otherwise());
        at = conditional.tested();
      } else if (at instanceof Type.PredicateType predicate) {
        at = predicate.type();
      } else if (at instanceof Type.TypeofType typeof) {
        expression(typeof.expression());
        return;
      } else if (at instanceof Type.MappedType mapped) {
        type(mapped.values());
        at = mapped.keys();
      } else if (at instanceof Type.InferType infer) {
        typeClause(infer.constraint());
        return;
      } else if (at instanceof Type.TemplateType template) {
        types(template.pieces());
        return;
      } else {
        return; // a text of a template
      }
    }
  }
}
