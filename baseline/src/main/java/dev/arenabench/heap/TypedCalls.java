package dev.arenabench.heap;

import dev.arenabench.syntax.CallCounts;
import org.jspecify.annotations.Nullable;

/// The half of [HeapCalls] for what only `TYPED_LUA` has. How nodes are told apart: see
/// [HeapCount].
///
/// Types are not passed over: the parameters of a method's signature may have default values.
abstract sealed class TypedCalls permits HeapCalls {
  final CallCounts calls;

  TypedCalls(CallCounts calls) {
    this.calls = calls;
  }

  abstract void block(Node.Block block);

  abstract void statement(Node statement);

  /// A FUNCTION, or what [#typedFunction] takes.
  abstract void function(Node function);

  /// Declared names, bindings and patterns.
  abstract void names(Node[] names);

  abstract void expression(Node expression);

  abstract void expressions(Node[] expressions);

  /// Counts a call by what is called.
  abstract void callee(Node callee);

  final void typedStatement(Node statement) {
    if (statement instanceof TypedStatement.Const constant) {
      names(constant.names());
      expressions(constant.values());
    } else if (statement instanceof TypedStatement.CompoundAssign assign) {
      expression(assign.target());
      expression(assign.value());
    } else if (statement instanceof TypedStatement.Throw thrown) {
      expression(thrown.value());
    } else if (statement instanceof TypedStatement.Try tried) {
      tried(tried);
    } else if (statement instanceof Declaration declaration) {
      declaration(declaration);
    } else {
      expression(statement); // calls, match, |>, and what is exported by default
    }
  }

  private void tried(TypedStatement.Try tried) {
    block(tried.body());
    for (TypedStatement.Catch caught : tried.catches()) {
      Node name = caught.name();
      if (name != null) {
        pattern(name);
      }
      block(caught.body());
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
      signature(function.signature());
    } else if (declaration instanceof Declaration.DeclaredConst constant) {
      type(constant.type());
    } else if (declaration instanceof Declaration.Namespace namespace) {
      block(namespace.body());
    } else if (declaration instanceof Declaration.ExportDefault export) {
      statement(export.value());
    } // what else is imported and exported: no calls
  }

  private void enumDeclaration(Declaration.EnumDeclaration type) {
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
      function(method.function());
    } else if (member instanceof Member.PropertySignature property) {
      type(property.type());
    } else if (member instanceof Member.Property property) {
      decorators(property.decorators());
      optionalType(property.type());
      defaultValue(property.defaultValue());
    } else if (member instanceof Member.MethodSignature method) {
      signature(method.signature());
    } else if (member instanceof Member.Constructor constructor) {
      decorators(constructor.decorators());
      function(constructor.function());
    } else if (member instanceof Member.Accessor accessor) {
      decorators(accessor.decorators());
      function(accessor.function());
    } else if (member instanceof Member.Operator operator) {
      decorators(operator.decorators());
      function(operator.function());
    } else if (member instanceof Member.IndexSignature index) {
      type(index.keys());
      type(index.values());
    }
  }

  // Functions.

  /// A TYPED_FUNCTION or SIGNATURE.
  final void typedFunction(Node function) {
    if (function instanceof TypedExpression.TypedFunction typed) {
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
    typeParameters(signature.typeParameters());
    parameters(signature.parameters());
    typeClause(signature.returnType());
    types(signature.throwsTypes());
  }

  private void parameters(Node[] parameters) {
    for (Node parameter : parameters) {
      if (parameter instanceof Clause.TypedParameter typed) {
        optionalType(typed.type());
        defaultValue(typed.defaultValue());
      }
    }
  }

  private void defaultValue(Clause.@Nullable DefaultValue value) {
    if (value != null) {
      expression(value.value());
    }
  }

  // Expressions.

  /// @return what it starts with and is to be walked next, if it can be a long chain
  final @Nullable Node typedExpression(Node expression) {
    if (expression instanceof TypedExpression.TemplateText) {
      return null;
    } else if (expression instanceof TypedExpression.Arrow arrow) {
      typeParameters(arrow.typeParameters());
      parameters(arrow.parameters());
      typeClause(arrow.returnType());
      body(arrow.body());
    } else if (expression instanceof TypedExpression.TypedFunction) {
      typedFunction(expression);
    } else if (expression instanceof TypedExpression.OptionalField field) {
      return field.object();
    } else if (expression instanceof TypedExpression.Template template) {
      expressions(template.pieces());
    } else if (expression instanceof TypedExpression.New object) {
      callee(object.className());
      types(object.typeArguments());
      expressions(object.arguments()); // The name of the class has no calls.
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
      callee(call.callee());
      types(call.typeArguments());
      expressions(call.arguments());
      return call.callee();
    } else if (expression instanceof TypedExpression.OptionalCall call) {
      callee(call.callee());
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
      calls.named(call.method());
      types(call.typeArguments());
      expressions(call.arguments());
      return call.object();
    } else if (expression instanceof TypedExpression.TryExpression tried) {
      expression(tried.otherwise());
      return tried.expression();
    }
    return null;
  }

  private void arm(TypedExpression.MatchArm arm) {
    pattern(arm.pattern());
    TypedExpression.Guard guard = arm.guard();
    if (guard != null) {
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
    if (pattern instanceof Clause.Binding binding) {
      pattern(binding.target());
      type(binding.type());
    } else if (pattern instanceof Pattern.PatternField field) {
      pattern(field.pattern());
    } else if (pattern instanceof Pattern.ObjectPattern object) {
      names(object.fields());
    } else if (pattern instanceof Pattern.ArrayPattern array) {
      names(array.elements());
    } else if (pattern instanceof Pattern.PatternDefault withDefault) {
      pattern(withDefault.pattern());
      expression(withDefault.value());
    } else if (pattern instanceof Pattern.OrPattern or) {
      names(or.patterns());
    } else if (pattern instanceof Pattern.TemplatePattern template) {
      names(template.pieces());
    } else if (pattern instanceof Pattern.ComputedPatternField field) {
      expression(field.key());
      pattern(field.pattern());
    } // a name, a literal, `_`, a hole, a rest: no calls
  }

  // Types.

  private void optionalType(@Nullable Node type) {
    if (type != null) {
      type(type);
    }
  }

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
        typeParameters(function.typeParameters());
        parameters(function.parameters());
        at = function.returnType();
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
        return; // typeof a.b, a text of a template
      }
    }
  }
}
