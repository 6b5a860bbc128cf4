package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.TypedWriter;
import org.jspecify.annotations.Nullable;

/// The half of [HeapPrint] for what only `TYPED_LUA` has; types and patterns are in [TypePrint].
/// What is written for each construct is said in [TypedWriter]; how nodes are told apart, in
/// [HeapCount].
abstract sealed class TypedPrint extends TypePrint permits HeapPrint {
  TypedPrint(LuaWriter out) {
    super(out);
  }

  abstract void block(Node.Block block);

  abstract void statement(Node statement);

  /// Parameters and block of a FUNCTION, or what [#typedBody] takes.
  abstract void body(Node function);

  /// The names of parameters, in parentheses.
  abstract void parameters(Node.Function function);

  abstract void expressions(Node[] expressions);

  // Statements.

  final void typedStatement(Node statement) {
    if (statement instanceof TypedStatement.Const constant) {
      out.start(Kind.CONST);
      patterns(constant.names());
      out.equal();
      expressions(constant.values());
    } else if (statement instanceof TypedStatement.CompoundAssign assign) {
      expression(assign.target());
      out.infix(assign.kind());
      expression(assign.value());
    } else if (statement instanceof TypedStatement.Throw thrown) {
      out.start(Kind.THROW);
      expression(thrown.value());
    } else if (statement instanceof TypedStatement.Continue) {
      out.start(Kind.CONTINUE);
    } else if (statement instanceof TypedStatement.Try tried) {
      tried(tried);
    } else if (statement instanceof TypedStatement.Rethrow) {
      out.start(Kind.RETHROW);
    } else if (statement instanceof Declaration declaration) {
      declaration(declaration);
    } else {
      expression(statement); // calls, match, |>, and what is exported by default
    }
  }

  private void tried(TypedStatement.Try tried) {
    out.start(Kind.TRY);
    block(tried.body());
    for (TypedStatement.Catch caught : tried.catches()) {
      out.start(Kind.CATCH);
      Node name = caught.name();
      if (name != null) {
        out.blank();
        out.openParen();
        pattern(name);
        out.closeParen();
      }
      block(caught.body());
    }
    TypedStatement.Finally atLast = tried.atLast();
    if (atLast != null) {
      out.start(Kind.FINALLY);
      block(atLast.body());
    }
    out.end();
  }

  // Declarations.

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Export export) {
      out.start(Kind.EXPORT);
      statement(export.statement());
    } else if (declaration instanceof Declaration.ClassDeclaration type) {
      classDeclaration(type);
    } else if (declaration instanceof Declaration.Import imported) {
      imported(imported);
    } else if (declaration instanceof Declaration.TypeAlias alias) {
      start(Kind.TYPE_ALIAS, alias.symbol());
      typeParameters(alias.typeParameters());
      out.equal();
      type(alias.type());
    } else if (declaration instanceof Declaration.InterfaceDeclaration type) {
      start(Kind.INTERFACE, type.symbol());
      typeParameters(type.typeParameters());
      types(type.extendedTypes());
      typed.openBody();
      members(type.members(), true);
      typed.closeBody(type.members().length);
    } else if (declaration instanceof Declaration.EnumDeclaration type) {
      enumDeclaration(type);
    } else if (declaration instanceof Declaration.Declare declared) {
      out.start(Kind.DECLARE);
      statement(declared.declaration());
    } else if (declaration instanceof Declaration.DeclaredFunction function) {
      start(Kind.DECLARED_FUNCTION, function.symbol());
      signature(function.signature());
    } else if (declaration instanceof Declaration.DeclaredConst constant) {
      start(Kind.DECLARED_CONST, constant.symbol());
      typed.colon();
      type(constant.type());
    } else if (declaration instanceof Declaration.Namespace namespace) {
      int[] names = namespace.names();
      start(Kind.NAMESPACE, names[0]);
      for (int i = 2; i < names.length; i += 2) {
        out.field(names[i]);
      }
      braces(namespace.body());
    } else if (declaration instanceof Declaration.ExportList export) {
      out.start(Kind.EXPORT_LIST);
      typed.modifiers(export.modifiers());
      items(export.items());
      Node.StringLiteral source = export.source();
      if (source != null) {
        typed.from(source.symbol());
      }
    } else if (declaration instanceof Declaration.ExportDefault export) {
      out.start(Kind.EXPORT_DEFAULT);
      statement(export.value());
    } else if (declaration instanceof Declaration.ExportAll export) {
      out.start(Kind.EXPORT_ALL);
      typed.modifiers(export.modifiers());
      typed.all();
      if (export.alias() != 0) {
        typed.alias(export.alias());
      }
      typed.from(export.source().symbol());
    }
  }

  private void classDeclaration(Declaration.ClassDeclaration type) {
    decorators(type.decorators());
    typed.modifiers(type.modifiers());
    start(Kind.CLASS, type.symbol());
    typeParameters(type.typeParameters());
    primaryConstructor(type.primaryConstructor());
    Declaration.Extends extended = type.extended();
    if (extended != null) {
      out.start(Kind.EXTENDS);
      type(extended.type());
      Clause.Arguments arguments = extended.arguments();
      if (arguments != null) {
        arguments(arguments.arguments());
      }
    }
    types(type.implementedTypes());
    typed.openBody();
    members(type.members(), false);
    typed.closeBody(type.members().length);
  }

  private void enumDeclaration(Declaration.EnumDeclaration type) {
    start(Kind.ENUM, type.symbol());
    primaryConstructor(type.primaryConstructor());
    types(type.implementedTypes());
    typed.openBody();
    Member.EnumMember[] enumMembers = type.enumMembers();
    for (int i = 0; i < enumMembers.length; i++) {
      if (i > 0) {
        typed.bareComma();
      }
      typed.member();
      enumMember(enumMembers[i]);
    }
    Node[] members = type.members();
    int lines = enumMembers.length + members.length;
    if (members.length > 0) {
      if (enumMembers.length == 0) {
        typed.member();
      }
      typed.semicolon();
      members(members, false);
    }
    typed.closeBody(lines);
  }

  private void enumMember(Member.EnumMember member) {
    out.name(member.symbol());
    if (member.value() instanceof Clause.DefaultValue value) {
      defaultValue(value);
    } else if (member.value() instanceof Clause.Arguments arguments) {
      arguments(arguments.arguments());
    }
  }

  private void imported(Declaration.Import imported) {
    out.start(Kind.IMPORT);
    typed.modifiers(imported.modifiers());
    boolean comma = false;
    Declaration.ImportedName whole = imported.whole();
    if (whole != null) {
      out.name(whole.symbol());
      comma = true;
    }
    Declaration.ImportedName namespace = imported.namespace();
    if (namespace != null) {
      comma(comma);
      typed.all();
      typed.alias(namespace.symbol());
      comma = true;
    }
    if (!comma || imported.items().length > 0) {
      comma(comma);
      items(imported.items());
    }
    typed.from(imported.source().symbol());
  }

  private void items(Declaration.ModuleItem[] items) {
    out.openTable(items.length);
    for (int i = 0; i < items.length; i++) {
      out.tableField(i, items.length);
      Declaration.ModuleItem item = items[i];
      typed.modifiers(item.modifiers());
      out.name(item.symbol());
      if (item.alias() != 0) {
        typed.alias(item.alias());
      }
    }
    out.closeTable(items.length);
  }

  private void primaryConstructor(Declaration.@Nullable PrimaryConstructor constructor) {
    if (constructor != null) {
      parameters(constructor.parameters());
    }
  }

  private void decorators(Clause.Decorator[] decorators) {
    for (Clause.Decorator decorator : decorators) {
      out.start(Kind.DECORATOR);
      expression(decorator.expression());
      typed.line();
    }
  }

  /// @param braces whether the blocks of methods are in braces
  private void members(Node[] members, boolean braces) {
    for (Node member : members) {
      typed.member();
      member(member, braces);
    }
  }

  private void member(Node member, boolean braces) {
    if (member instanceof Member.Method method) {
      decorators(method.decorators());
      typed.modifiers(method.modifiers());
      out.name(method.symbol());
      typed.optional(method.modifiers());
      function(method.function(), braces);
    } else if (member instanceof Member.Property property) {
      property(property);
      typed.semicolon();
    } else if (member instanceof Member.Constructor constructor) {
      decorators(constructor.decorators());
      typed.modifiers(constructor.modifiers());
      out.start(Kind.CONSTRUCTOR);
      body(constructor.function());
    } else if (member instanceof Member.Accessor accessor) {
      decorators(accessor.decorators());
      typed.modifiers(accessor.modifiers());
      start(accessor.kind(), accessor.symbol());
      body(accessor.function());
    } else if (member instanceof Member.Operator operator) {
      decorators(operator.decorators());
      typed.modifiers(operator.modifiers());
      out.start(Kind.OPERATOR);
      typed.operatorName(operator.operator());
      body(operator.function());
    } else {
      memberSignature(member);
      typed.semicolon();
    }
  }

  private void property(Member.Property property) {
    decorators(property.decorators());
    named(property.symbol(), property.modifiers());
    Node type = property.type();
    if (type != null) {
      typed.colon();
      type(type);
    }
    defaultValue(property.defaultValue());
  }

  // Functions.

  private void function(Node function, boolean braces) {
    if (function instanceof Clause.Signature signature) {
      signature(signature);
      typed.semicolon();
    } else if (!braces) {
      body(function);
    } else if (function instanceof Node.Function plain) {
      parameters(plain);
      braces(plain.body());
    } else if (function instanceof TypedExpression.TypedFunction typedFunction) {
      signature(typedFunction);
      braces(typedFunction.body());
    }
  }

  /// All of a TYPED_FUNCTION but its first word.
  final void typedBody(Node function) {
    if (function instanceof TypedExpression.TypedFunction typedFunction) {
      signature(typedFunction);
      block(typedFunction.body());
      out.end();
    }
  }

  private void signature(TypedExpression.TypedFunction function) {
    typeParameters(function.typeParameters());
    parameters(function.parameters());
    typeClause(function.returnType());
    types(function.throwsTypes());
  }

  private void arrow(TypedExpression.Arrow arrow) {
    Node[] parameters = arrow.parameters();
    if (parameters.length == 1
        && parameters[0] instanceof Node.Parameter lone
        && arrow.typeParameters() == null
        && arrow.returnType() == null) {
      out.name(lone.symbol());
    } else {
      typeParameters(arrow.typeParameters());
      parameters(parameters);
      typeClause(arrow.returnType());
    }
    out.infix(Kind.ARROW);
    arrowBody(arrow.body());
  }

  private void arrowBody(Node body) {
    if (body instanceof Node.Block block) {
      braces(block);
    } else {
      expression(body);
    }
  }

  private void braces(Node.Block block) {
    typed.openBraces();
    block(block);
    typed.closeBraces();
  }

  private void arguments(Node[] arguments) {
    out.openParen();
    expressions(arguments);
    out.closeParen();
  }

  // Expressions.

  /// What follows the left child of a node of which [LeftSpine#left] has one.
  final void typedRest(Node parent) {
    if (parent instanceof TypedExpression.OptionalField field) {
      typed.optionalField(field.symbol());
    } else if (parent instanceof TypedExpression.GenericCall call) {
      types(call.typeArguments());
      arguments(call.arguments());
    } else if (parent instanceof TypedExpression.OptionalCall call) {
      typed.openOptionalCall();
      expressions(call.arguments());
      out.closeParen();
    } else if (parent instanceof TypedExpression.As as) {
      out.infix(Kind.AS);
      type(as.type());
    } else if (parent instanceof TypedExpression.GenericMethodCall call) {
      out.method(call.method());
      types(call.typeArguments());
      arguments(call.arguments());
    } else if (parent instanceof TypedExpression.OptionalIndex index) {
      typed.openOptionalIndex();
      expression(index.key());
      out.closeBracket();
    }
  }

  /// An expression that is no chain.
  final void typedFirst(Node expression) {
    if (expression instanceof TypedExpression.Arrow arrow) {
      arrow(arrow);
    } else if (expression instanceof TypedExpression.TypedFunction) {
      out.start(Kind.TYPED_FUNCTION);
      typedBody(expression);
    } else if (expression instanceof TypedExpression.Template template) {
      template(template.pieces());
    } else if (expression instanceof TypedExpression.New object) {
      out.start(Kind.NEW);
      expression(object.className());
      types(object.typeArguments());
      arguments(object.arguments());
    } else if (expression instanceof TypedExpression.Array array) {
      typed.openArray();
      expressions(array.elements());
      out.closeBracket();
    } else if (expression instanceof TypedExpression.Conditional conditional) {
      expression(conditional.condition());
      out.infix(Kind.CONDITIONAL);
      expression(conditional.then());
      typed.alternative();
      expression(conditional.otherwise());
    } else if (expression instanceof TypedExpression.Spread spread) {
      out.start(Kind.SPREAD);
      expression(spread.expression());
    } else if (expression instanceof TypedExpression.Match match) {
      match(match);
    } else if (expression instanceof TypedExpression.TryExpression tried) {
      out.start(Kind.TRY_EXPRESSION);
      expression(tried.expression());
      out.infix(Kind.TRY_EXPRESSION);
      expression(tried.otherwise());
    } else {
      throw new IllegalStateException(
          "kind=" + Kind.name(expression.kind()) + ": neither expression nor statement");
    }
  }

  private void match(TypedExpression.Match match) {
    out.start(Kind.MATCH);
    expression(match.subject());
    typed.openBody();
    TypedExpression.MatchArm[] arms = match.arms();
    for (int i = 0; i < arms.length; i++) {
      if (i > 0) {
        typed.bareComma();
      }
      typed.member();
      arm(arms[i]);
    }
    typed.closeBody(arms.length);
  }

  private void arm(TypedExpression.MatchArm arm) {
    pattern(arm.pattern());
    TypedExpression.Guard guard = arm.guard();
    if (guard != null) {
      out.start(Kind.GUARD);
      expression(guard.condition());
    }
    out.infix(Kind.MATCH_ARM);
    arrowBody(arm.body());
  }
}
