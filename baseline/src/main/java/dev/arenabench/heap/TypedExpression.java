package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// An expression that only `TYPED_LUA` has, or a piece of one. Its operators are [Node.Binary] and
/// [Node.Unary].
public sealed interface TypedExpression extends TypedNode {
  record Conditional(Node condition, Node then, Node otherwise, int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.CONDITIONAL;
    }
  }

  record As(Node expression, Node type, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.AS;
    }
  }

  record OptionalField(Node object, int symbol, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.OPTIONAL_FIELD;
    }
  }

  record OptionalIndex(Node object, Node key, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.OPTIONAL_INDEX;
    }
  }

  record OptionalCall(Node callee, Node[] arguments, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.OPTIONAL_CALL;
    }
  }

  /// @param typeArguments of kind [Kind#TYPE_ARGUMENTS]
  record GenericCall(Node callee, Clause.Types typeArguments, Node[] arguments, int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.GENERIC_CALL;
    }
  }

  /// @param typeArguments of kind [Kind#TYPE_ARGUMENTS]
  record GenericMethodCall(
      Node object,
      Clause.Types typeArguments,
      Node[] arguments,
      int method,
      int methodPosition,
      int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.GENERIC_METHOD_CALL;
    }
  }

  /// @param className [Node.Name] or [Node.Field]
  /// @param typeArguments of kind [Kind#TYPE_ARGUMENTS]
  record New(Node className, Clause.@Nullable Types typeArguments, Node[] arguments, int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.NEW;
    }
  }

  record Array(Node[] elements, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.ARRAY;
    }
  }

  record Spread(Node expression, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.SPREAD;
    }
  }

  /// @param pieces [TemplateText] or expressions
  record Template(Node[] pieces, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.TEMPLATE;
    }
  }

  record TemplateText(int symbol, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.TEMPLATE_TEXT;
    }
  }

  /// @param parameters [Node.Parameter], [Clause.RestParameter], [Node.VarargParameter] or
  ///   [Clause.TypedParameter], as everywhere but in a [Node.Function]
  /// @param returnType of kind [Kind#RETURN_TYPE], as everywhere
  /// @param throwsTypes of kind [Kind#THROWS], as everywhere
  record TypedFunction(
      Clause.@Nullable TypeParameters typeParameters,
      Node[] parameters,
      Clause.@Nullable TypeClause returnType,
      Clause.@Nullable Types throwsTypes,
      Block body,
      int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.TYPED_FUNCTION;
    }
  }

  /// @param body an expression or a [Node.Block]
  record Arrow(
      Clause.@Nullable TypeParameters typeParameters,
      Node[] parameters,
      Clause.@Nullable TypeClause returnType,
      Node body,
      int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.ARROW;
    }
  }

  record TryExpression(Node expression, Node otherwise, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.TRY_EXPRESSION;
    }
  }

  record Match(Node subject, MatchArm[] arms, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.MATCH;
    }
  }

  /// @param body an expression or a [Node.Block]
  record MatchArm(Node pattern, @Nullable Guard guard, Node body, int position)
      implements TypedExpression {
    @Override
    public int kind() {
      return Kind.MATCH_ARM;
    }
  }

  record Guard(Node condition, int position) implements TypedExpression {
    @Override
    public int kind() {
      return Kind.GUARD;
    }
  }
}
