package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.TypedWriter;
import org.jspecify.annotations.Nullable;

/// The part of [HeapPrint] for types and patterns, and for parameters, which types have too.
abstract sealed class TypePrint permits TypedPrint {
  final LuaWriter out;
  final TypedWriter typed;

  TypePrint(LuaWriter out) {
    this.out = out;
    typed = out.typed();
  }

  abstract void expression(Node expression);

  // Parameters.

  final void signature(Clause.Signature signature) {
    typeParameters(signature.typeParameters());
    parameters(signature.parameters());
    typeClause(signature.returnType());
    types(signature.throwsTypes());
  }

  final void parameters(Node[] parameters) {
    out.openParen();
    for (int i = 0; i < parameters.length; i++) {
      comma(i > 0);
      if (parameters[i] instanceof Clause.TypedParameter parameter) {
        typed.modifiers(parameter.modifiers());
        parameter(parameter.parameter());
        typed.optional(parameter.modifiers());
        Node type = parameter.type();
        if (type != null) {
          typed.colon();
          type(type);
        }
        defaultValue(parameter.defaultValue());
      } else {
        parameter(parameters[i]);
      }
    }
    out.closeParen();
  }

  private void parameter(Node parameter) {
    if (parameter instanceof Node.Parameter plain) {
      out.name(plain.symbol());
    } else if (parameter instanceof Clause.RestParameter rest) {
      start(Kind.REST_PARAMETER, rest.symbol());
    } else {
      out.start(Kind.VARARG_PARAMETER);
    }
  }

  final void defaultValue(Clause.@Nullable DefaultValue value) {
    if (value != null) {
      out.start(Kind.DEFAULT_VALUE);
      expression(value.value());
    }
  }

  // Patterns.

  /// What `local` and `for` declare, but a name alone.
  final void declared(Node declared) {
    if (declared instanceof Clause.Binding binding) {
      if (binding.target() instanceof Node.LocalName name) {
        out.localName(name.kind(), name.symbol());
      } else {
        pattern(binding.target());
      }
      typed.colon();
      type(binding.type());
    } else {
      pattern(declared);
    }
  }

  final void patterns(Node[] patterns) {
    for (int i = 0; i < patterns.length; i++) {
      comma(i > 0);
      pattern(patterns[i]);
    }
  }

  final void pattern(Node pattern) {
    if (pattern instanceof Node.LocalName name) {
      out.name(name.symbol()); // No attribute: there are none in patterns and below `const`.
    } else if (pattern instanceof Clause.Binding binding) {
      pattern(binding.target());
      typed.colon();
      type(binding.type());
    } else if (pattern instanceof Pattern.LiteralPattern literal) {
      expression(literal.literal());
    } else if (pattern instanceof Pattern.PatternField field) {
      out.name(field.symbol());
      typed.colon();
      pattern(field.pattern());
    } else if (pattern instanceof Pattern.ObjectPattern object) {
      objectPattern(object.fields());
    } else if (pattern instanceof Pattern.Wildcard) {
      out.start(Kind.WILDCARD);
    } else if (pattern instanceof Pattern.ArrayPattern array) {
      Node[] elements = array.elements();
      typed.openArray();
      patterns(elements);
      if (elements.length > 0 && elements[elements.length - 1] instanceof Pattern.Hole) {
        typed.bareComma();
      }
      out.closeBracket();
    } else if (pattern instanceof Pattern.PatternDefault withDefault) {
      pattern(withDefault.pattern());
      out.infix(Kind.PATTERN_DEFAULT);
      expression(withDefault.value());
    } else if (pattern instanceof Pattern.OrPattern or) {
      orPattern(or.patterns());
    } else if (pattern instanceof Pattern.RestPattern rest) {
      out.start(Kind.REST_PATTERN);
      out.name(rest.name().symbol());
    } else if (pattern instanceof Pattern.TemplatePattern template) {
      template(template.pieces());
    } else if (pattern instanceof Pattern.ComputedPatternField field) {
      typed.openArray();
      expression(field.key());
      out.closeBracket();
      typed.colon();
      pattern(field.pattern());
    } // a hole is nothing
  }

  private void objectPattern(Node[] fields) {
    out.openTable(fields.length);
    for (int i = 0; i < fields.length; i++) {
      out.tableField(i, fields.length);
      pattern(fields[i]);
    }
    out.closeTable(fields.length);
  }

  private void orPattern(Node[] patterns) {
    for (int i = 0; i < patterns.length; i++) {
      if (i > 0) {
        out.infix(Kind.OR_PATTERN);
      }
      if (patterns[i] instanceof Pattern.OrPattern inner) {
        out.openParen();
        orPattern(inner.patterns());
        out.closeParen();
      } else {
        pattern(patterns[i]);
      }
    }
  }

  // Types.

  final void type(Node type) {
    if (type instanceof Type.Primitive primitive) {
      out.name(primitive.symbol());
    } else if (type instanceof Type.TypeName name) {
      out.name(name.symbol());
    } else if (type instanceof Type.TypeReference reference) {
      reference(reference);
    } else if (type instanceof Type.LiteralType literal) {
      expression(literal.literal());
    } else if (type instanceof Type.Several several) {
      several(several);
    } else if (type instanceof Type.FunctionType function) {
      typeParameters(function.typeParameters());
      parameters(function.parameters());
      out.infix(Kind.FUNCTION_TYPE);
      type(function.returnType());
    } else if (type instanceof Type.ObjectType object) {
      Node[] members = object.members();
      out.openTable(members.length);
      for (int i = 0; i < members.length; i++) {
        typed.typeMember(i, members.length);
        memberSignature(members[i]);
      }
      out.closeTable(members.length);
    } else if (type instanceof Type.OfType of) {
      ofType(of);
    } else if (type instanceof Type.IndexedAccess access) {
      type(access.type());
      typed.openArray();
      type(access.key());
      out.closeBracket();
    } else if (type instanceof Type.TupleElement element) {
      named(element.symbol(), element.modifiers());
      typed.colon();
      type(element.type());
    } else if (type instanceof Type.ConditionalType conditional) {
      type(conditional.tested());
      out.infix(Kind.CONDITIONAL_TYPE);
      type(conditional.bound());
      out.infix(Kind.CONDITIONAL);
      type(conditional.then());
      typed.alternative();
      type(conditional.otherwise());
    } else if (type instanceof Type.PredicateType predicate) {
      out.name(predicate.symbol());
      out.infix(Kind.PREDICATE_TYPE);
      type(predicate.type());
    } else if (type instanceof Type.TypeofType typeof) {
      out.start(Kind.TYPEOF_TYPE);
      expression(typeof.expression());
    } else if (type instanceof Type.MappedType mapped) {
      mappedType(mapped);
    } else if (type instanceof Type.InferType infer) {
      start(Kind.INFER_TYPE, infer.symbol());
      typeClause(infer.constraint());
    } else if (type instanceof Type.TemplateType template) {
      template(template.pieces());
    } else {
      throw new IllegalStateException("kind=" + Kind.name(type.kind()) + ": stands alone");
    }
  }

  private void ofType(Type.OfType of) {
    switch (of.kind()) {
      case Kind.ARRAY_TYPE -> {
        type(of.type());
        typed.emptyBrackets();
      }
      case Kind.NULLABLE_TYPE -> {
        type(of.type());
        typed.nullable();
      }
      case Kind.PAREN_TYPE -> {
        out.openParen();
        type(of.type());
        out.closeParen();
      }
      default -> {
        out.start(of.kind()); // keyof, ...
        type(of.type());
      }
    }
  }

  private void reference(Type.TypeReference reference) {
    int[] qualifiers = reference.qualifiers();
    for (int i = 0; i < qualifiers.length; i += 2) {
      if (i == 0) {
        out.name(qualifiers[0]);
      } else {
        out.field(qualifiers[i]);
      }
    }
    if (qualifiers.length == 0) {
      out.name(reference.symbol());
    } else {
      out.field(reference.symbol());
    }
    if (reference.arguments().length > 0) {
      angles(reference.arguments());
    }
  }

  private void several(Type.Several several) {
    Node[] types = several.types();
    if (several.kind() == Kind.TUPLE_TYPE) {
      typed.openArray();
      types(types);
      out.closeBracket();
    } else {
      for (int i = 0; i < types.length; i++) {
        if (i > 0) {
          out.infix(several.kind());
        }
        type(types[i]);
      }
    }
  }

  private void mappedType(Type.MappedType mapped) {
    out.openTable(1);
    out.tableField(0, 1);
    typed.modifiers(mapped.modifiers());
    typed.openArray();
    out.name(mapped.symbol());
    out.in();
    type(mapped.keys());
    out.closeBracket();
    typed.optional(mapped.modifiers());
    typed.colon();
    type(mapped.values());
    out.closeTable(1);
  }

  final void typeParameters(Clause.@Nullable TypeParameters parameters) {
    if (parameters == null) {
      return;
    }
    typed.openAngle();
    boolean comma = false;
    for (Clause.TypeParameter parameter : parameters.parameters()) {
      comma(comma);
      comma = true;
      out.name(parameter.symbol());
      typeClause(parameter.constraint());
      typeClause(parameter.defaultType());
    }
    typed.closeAngle();
  }

  final void typeClause(Clause.@Nullable TypeClause clause) {
    if (clause != null) {
      out.start(clause.kind());
      type(clause.type());
    }
  }

  final void types(Clause.@Nullable Types types) {
    if (types == null) {
      return;
    }
    if (types.kind() == Kind.TYPE_ARGUMENTS) {
      angles(types.types());
    } else {
      out.start(types.kind());
      types(types.types());
    }
  }

  private void angles(Node[] types) {
    typed.openAngle();
    types(types);
    typed.closeAngle();
  }

  private void types(Node[] types) {
    for (int i = 0; i < types.length; i++) {
      comma(i > 0);
      type(types[i]);
    }
  }

  /// A member of an interface or of an object type.
  final void memberSignature(Node member) {
    if (member instanceof Member.PropertySignature property) {
      named(property.symbol(), property.modifiers());
      typed.colon();
      type(property.type());
    } else if (member instanceof Member.MethodSignature method) {
      named(method.symbol(), method.modifiers());
      signature(method.signature());
    } else if (member instanceof Member.IndexSignature index) {
      typed.modifiers(index.modifiers());
      typed.openArray();
      out.name(index.symbol());
      typed.colon();
      type(index.keys());
      out.closeBracket();
      typed.colon();
      type(index.values());
    }
  }

  /// A template of expressions, patterns or types.
  final void template(Node[] pieces) {
    typed.templateQuote();
    for (Node piece : pieces) {
      if (piece instanceof TypedExpression.TemplateText text) {
        typed.templateText(text.symbol());
      } else {
        typed.openHole();
        hole(piece);
        typed.closeHole();
      }
    }
    typed.templateQuote();
  }

  private void hole(Node piece) {
    if (piece instanceof Pattern || piece instanceof Node.LocalName) {
      pattern(piece);
    } else if (piece instanceof Type) {
      type(piece);
    } else {
      expression(piece);
    }
  }

  // Words.

  /// The first words of a kind, and a name.
  final void start(int kind, int symbol) {
    out.start(kind);
    out.name(symbol);
  }

  /// A name between its modifiers.
  final void named(int symbol, int modifiers) {
    typed.modifiers(modifiers);
    out.name(symbol);
    typed.optional(modifiers);
  }

  final void comma(boolean comma) {
    if (comma) {
      out.comma();
    }
  }
}
