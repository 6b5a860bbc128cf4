package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// A member of a class, an interface, an enum or an object type. A member's name stands at its
/// position.
public sealed interface Member extends TypedNode {
  record Property(
      Clause.Decorator[] decorators,
      @Nullable Node type,
      Clause.@Nullable DefaultValue defaultValue,
      int symbol,
      int modifiers,
      int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.PROPERTY;
    }
  }

  /// @param function [Node.Function], [TypedExpression.TypedFunction] or [Clause.Signature]
  record Method(
      Clause.Decorator[] decorators, Node function, int symbol, int modifiers, int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.METHOD;
    }
  }

  /// @param function [Node.Function] or [TypedExpression.TypedFunction], as in all that follow
  record Constructor(Clause.Decorator[] decorators, Node function, int modifiers, int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.CONSTRUCTOR;
    }
  }

  /// @param kind [Kind#GETTER] or [Kind#SETTER]
  record Accessor(
      int kind,
      Clause.Decorator[] decorators,
      Node function,
      int symbol,
      int modifiers,
      int position)
      implements Member {}

  /// @param operator the kind of expression that it overloads
  record Operator(
      Clause.Decorator[] decorators, Node function, int operator, int modifiers, int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.OPERATOR;
    }
  }

  record PropertySignature(Node type, int symbol, int modifiers, int position) implements Member {
    @Override
    public int kind() {
      return Kind.PROPERTY_SIGNATURE;
    }
  }

  record MethodSignature(Clause.Signature signature, int symbol, int modifiers, int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.METHOD_SIGNATURE;
    }
  }

  record IndexSignature(
      Node keys, Node values, int symbol, int symbolPosition, int modifiers, int position)
      implements Member {
    @Override
    public int kind() {
      return Kind.INDEX_SIGNATURE;
    }
  }

  /// @param value [Clause.DefaultValue] or [Clause.Arguments]
  record EnumMember(@Nullable Node value, int symbol, int position) implements Member {
    @Override
    public int kind() {
      return Kind.ENUM_MEMBER;
    }
  }
}
