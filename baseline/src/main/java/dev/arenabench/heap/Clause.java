package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import org.jspecify.annotations.Nullable;

/// What declarations, functions and calls of `TYPED_LUA` are put together from.
public sealed interface Clause extends TypedNode {
  /// @param parameter [Node.Parameter], [RestParameter] or [Node.VarargParameter]
  /// @param modifiers a set of [Modifier], as everywhere
  record TypedParameter(
      Node parameter,
      @Nullable Node type,
      @Nullable DefaultValue defaultValue,
      int modifiers,
      int position)
      implements Clause {
    @Override
    public int kind() {
      return Kind.TYPED_PARAMETER;
    }
  }

  record RestParameter(int symbol, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.REST_PARAMETER;
    }
  }

  record DefaultValue(Node value, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.DEFAULT_VALUE;
    }
  }

  record TypeParameters(TypeParameter[] parameters, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.TYPE_PARAMETERS;
    }
  }

  /// @param constraint of kind [Kind#CONSTRAINT]
  /// @param defaultType of kind [Kind#TYPE_DEFAULT]
  record TypeParameter(
      @Nullable TypeClause constraint, @Nullable TypeClause defaultType, int symbol, int position)
      implements Clause {
    @Override
    public int kind() {
      return Kind.TYPE_PARAMETER;
    }
  }

  /// @param kind [Kind#CONSTRAINT], [Kind#TYPE_DEFAULT] or [Kind#RETURN_TYPE]
  record TypeClause(int kind, Node type, int position) implements Clause {}

  /// @param kind [Kind#TYPE_ARGUMENTS], [Kind#THROWS], [Kind#EXTENDED_TYPES] or
  ///   [Kind#IMPLEMENTED_TYPES]
  record Types(int kind, Node[] types, int position) implements Clause {}

  record Signature(
      @Nullable TypeParameters typeParameters,
      Node[] parameters,
      @Nullable TypeClause returnType,
      @Nullable Types throwsTypes,
      int position)
      implements Clause {
    @Override
    public int kind() {
      return Kind.SIGNATURE;
    }
  }

  record Arguments(Node[] arguments, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.ARGUMENTS;
    }
  }

  /// @param target [Node.LocalName] or a pattern
  record Binding(Node target, Node type, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.BINDING;
    }
  }

  record Decorator(Node expression, int position) implements Clause {
    @Override
    public int kind() {
      return Kind.DECORATOR;
    }
  }
}
