package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// A statement that only `TYPED_LUA` has and that is no [Declaration] of its own, or a piece of
/// one. Calls, `match` and `|>` are statements as they stand.
public sealed interface TypedStatement extends TypedNode {
  /// @param names [Node.LocalName], [Clause.Binding] or patterns
  record Const(Node[] names, Node[] values, int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.CONST;
    }
  }

  /// @param kind one for which [Kind#isCompoundAssignment] holds
  record CompoundAssign(int kind, Node target, Node value, int position)
      implements TypedStatement {}

  record Continue(int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.CONTINUE;
    }
  }

  record Throw(Node value, int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.THROW;
    }
  }

  record Rethrow(int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.RETHROW;
    }
  }

  record Try(Block body, Catch[] catches, @Nullable Finally atLast, int position)
      implements TypedStatement {
    @Override
    public int kind() {
      return Kind.TRY;
    }
  }

  /// @param name [Node.LocalName] or [Clause.Binding]
  record Catch(@Nullable Node name, Block body, int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.CATCH;
    }
  }

  record Finally(Block body, int position) implements TypedStatement {
    @Override
    public int kind() {
      return Kind.FINALLY;
    }
  }
}
