package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// A type, or a piece of one.
public sealed interface Type extends TypedNode {
  record Primitive(int symbol, int position) implements Type {
    @Override
    public int kind() {
      return Kind.PRIMITIVE_TYPE;
    }
  }

  record TypeName(int symbol, int position) implements Type {
    @Override
    public int kind() {
      return Kind.TYPE_NAME;
    }
  }

  /// @param qualifiers symbol and position of each name before the last, one after the other
  /// @param symbol the last name, which stands at `position`
  record TypeReference(Node[] arguments, int[] qualifiers, int symbol, int position)
      implements Type {
    @Override
    public int kind() {
      return Kind.TYPE_REFERENCE;
    }
  }

  record LiteralType(Node literal, int position) implements Type {
    @Override
    public int kind() {
      return Kind.LITERAL_TYPE;
    }
  }

  /// @param pieces [TypedExpression.TemplateText] or types
  record TemplateType(Node[] pieces, int position) implements Type {
    @Override
    public int kind() {
      return Kind.TEMPLATE_TYPE;
    }
  }

  /// @param kind [Kind#UNION_TYPE], [Kind#INTERSECTION_TYPE] or [Kind#TUPLE_TYPE]
  record Several(int kind, Node[] types, int position) implements Type {}

  record FunctionType(
      Clause.@Nullable TypeParameters typeParameters,
      Node[] parameters,
      Node returnType,
      int position)
      implements Type {
    @Override
    public int kind() {
      return Kind.FUNCTION_TYPE;
    }
  }

  /// @param kind [Kind#ARRAY_TYPE], [Kind#NULLABLE_TYPE], [Kind#VARIADIC_TYPE], [Kind#KEYOF_TYPE]
  ///   or [Kind#PAREN_TYPE]
  record OfType(int kind, Node type, int position) implements Type {}

  record IndexedAccess(Node type, Node key, int position) implements Type {
    @Override
    public int kind() {
      return Kind.INDEXED_ACCESS_TYPE;
    }
  }

  /// @param symbol its name, which stands at `position`
  record TupleElement(Node type, int symbol, int modifiers, int position) implements Type {
    @Override
    public int kind() {
      return Kind.TUPLE_ELEMENT;
    }
  }

  /// @param members [Member.PropertySignature], [Member.MethodSignature] or [Member.IndexSignature]
  record ObjectType(Node[] members, int position) implements Type {
    @Override
    public int kind() {
      return Kind.OBJECT_TYPE;
    }
  }

  record MappedType(
      Node keys, Node values, int symbol, int symbolPosition, int modifiers, int position)
      implements Type {
    @Override
    public int kind() {
      return Kind.MAPPED_TYPE;
    }
  }

  record ConditionalType(Node tested, Node bound, Node then, Node otherwise, int position)
      implements Type {
    @Override
    public int kind() {
      return Kind.CONDITIONAL_TYPE;
    }
  }

  /// @param constraint of kind [Kind#CONSTRAINT]
  record InferType(
      Clause.@Nullable TypeClause constraint, int symbol, int symbolPosition, int position)
      implements Type {
    @Override
    public int kind() {
      return Kind.INFER_TYPE;
    }
  }

  /// @param expression [Node.Name] or [Node.Field]
  record TypeofType(Node expression, int position) implements Type {
    @Override
    public int kind() {
      return Kind.TYPEOF_TYPE;
    }
  }

  record PredicateType(int symbol, Node type, int position) implements Type {
    @Override
    public int kind() {
      return Kind.PREDICATE_TYPE;
    }
  }
}
