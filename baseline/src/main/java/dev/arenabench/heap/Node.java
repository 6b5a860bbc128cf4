package dev.arenabench.heap;

import dev.arenabench.syntax.Kind;
import org.jspecify.annotations.Nullable;

/// A node of the heap twin: one record for each construct. [Kind] says what each construct is, what
/// its position is and in which order its children stand; components are in that order.
///
/// Parts are fields of their owner (`method`, `methodPosition`; the lengths of `targets`). Where
/// there are no children in a place, the array has length 0; only what is missing as a whole (an
/// `else`, a step) is null.
///
/// Lua's records are here, those of [TypedNode] in files of their own. A component of type `Node`
/// may hold either, wherever the language lets them stand.
public sealed interface Node
    permits Node.Name,
        Node.StringLiteral,
        Node.IntegerLiteral,
        Node.FloatLiteral,
        Node.Nil,
        Node.True,
        Node.False,
        Node.Vararg,
        Node.Paren,
        Node.Field,
        Node.Unary,
        Node.Binary,
        Node.Index,
        Node.Call,
        Node.MethodCall,
        Node.Function,
        Node.Parameter,
        Node.VarargParameter,
        Node.Table,
        Node.NamedField,
        Node.KeyedField,
        Node.Block,
        Node.Local,
        Node.LocalName,
        Node.LocalFunction,
        Node.Assign,
        Node.FunctionDeclaration,
        Node.MethodDeclaration,
        Node.If,
        Node.ElseIf,
        Node.While,
        Node.Repeat,
        Node.NumericFor,
        Node.GenericFor,
        Node.Do,
        Node.Return,
        Node.Break,
        Node.Goto,
        Node.Label,
        Node.Chunk,
        TypedNode {
  // What is chosen here for size and speed, all with default headers (12 bytes, 8-byte alignment):
  //
  // Records of 16, 24 or 32 bytes, but for NumericFor (40) and the rarer declarations. The operator
  // is a field: a class for each operator would make a Binary 24 bytes instead of 32, and a type
  // test of 21 classes of it. Likewise for what has the same components and needs no more bytes for
  // the field (Type.OfType, Clause.Types and others).
  //
  // Arrays of exact size, and a shared one for none. Not List.of: from three elements on that is
  // one
  // more object and one more indirection a list; List12 and ListN make each access bimorphic; and
  // it
  // copies once more what already lies in the builder's array. The arrays are never written after
  // construction; who reads a tree must not write them either.
  //
  // Components that can be one of several constructs are of type Node, not of narrower interfaces
  // for expressions and statements. The parser hands children over on a stack, so each narrower
  // component would be a checked cast to an interface when the tree is built: a tax on this twin
  // alone, which has nothing to do with objects. (The JVM does not trust interface types, so they
  // would gain nothing when the tree is walked.) Where a component can be only one construct, its
  // type is that final class: such a cast is one comparison.

  /// Byte offset into the source.
  int position();

  /// A constant of [Kind].
  int kind();

  // Expressions.

  record Name(int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.NAME;
    }
  }

  record StringLiteral(int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.STRING;
    }
  }

  record IntegerLiteral(long value, int position) implements Node {
    @Override
    public int kind() {
      return Kind.INTEGER;
    }
  }

  record FloatLiteral(double value, int position) implements Node {
    @Override
    public int kind() {
      return Kind.FLOAT;
    }
  }

  record Nil(int position) implements Node {
    @Override
    public int kind() {
      return Kind.NIL;
    }
  }

  record True(int position) implements Node {
    @Override
    public int kind() {
      return Kind.TRUE;
    }
  }

  record False(int position) implements Node {
    @Override
    public int kind() {
      return Kind.FALSE;
    }
  }

  record Vararg(int position) implements Node {
    @Override
    public int kind() {
      return Kind.VARARG;
    }
  }

  record Paren(Node expression, int position) implements Node {
    @Override
    public int kind() {
      return Kind.PAREN;
    }
  }

  record Field(Node object, int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.FIELD;
    }
  }

  /// @param kind [Kind#NOT], [Kind#NEGATE], [Kind#LENGTH], [Kind#BIT_NOT] or [Kind#BANG]
  record Unary(int kind, Node operand, int position) implements Node {}

  /// @param kind one for which [Kind#isBinary] holds, [Kind#COALESCE], [Kind#PIPE],
  ///   [Kind#INSTANCE_OF] or [Kind#BANG_EQUAL]
  record Binary(int kind, Node left, Node right, int position) implements Node {}

  record Index(Node object, Node key, int position) implements Node {
    @Override
    public int kind() {
      return Kind.INDEX;
    }
  }

  record Call(Node callee, Node[] arguments, int position) implements Node {
    @Override
    public int kind() {
      return Kind.CALL;
    }
  }

  record MethodCall(Node object, Node[] arguments, int method, int methodPosition, int position)
      implements Node {
    @Override
    public int kind() {
      return Kind.METHOD_CALL;
    }
  }

  record Function(
      Parameter[] parameters, @Nullable VarargParameter vararg, Block body, int position)
      implements Node {
    @Override
    public int kind() {
      return Kind.FUNCTION;
    }
  }

  record Parameter(int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.PARAMETER;
    }
  }

  record VarargParameter(int position) implements Node {
    @Override
    public int kind() {
      return Kind.VARARG_PARAMETER;
    }
  }

  /// @param fields [NamedField], [KeyedField], or the expression of a positional field itself
  record Table(Node[] fields, int position) implements Node {
    @Override
    public int kind() {
      return Kind.TABLE;
    }
  }

  record NamedField(int symbol, Node value, int position) implements Node {
    @Override
    public int kind() {
      return Kind.NAMED_FIELD;
    }
  }

  record KeyedField(Node key, Node value, int position) implements Node {
    @Override
    public int kind() {
      return Kind.KEYED_FIELD;
    }
  }

  // Statements. A Call or MethodCall is one as it stands.

  record Block(Node[] statements, int position) implements Node {
    @Override
    public int kind() {
      return Kind.BLOCK;
    }
  }

  /// @param names [LocalName], [Clause.Binding] or patterns
  record Local(Node[] names, Node[] values, int position) implements Node {
    @Override
    public int kind() {
      return Kind.LOCAL;
    }
  }

  /// @param kind [Kind#LOCAL_NAME], [Kind#CONST_NAME] or [Kind#CLOSE_NAME]
  record LocalName(int kind, int symbol, int position) implements Node {}

  /// @param function [Function] or [TypedExpression.TypedFunction], as in all that follow
  record LocalFunction(int symbol, Node function, int position) implements Node {
    @Override
    public int kind() {
      return Kind.LOCAL_FUNCTION;
    }
  }

  record Assign(Node[] targets, Node[] values, int position) implements Node {
    @Override
    public int kind() {
      return Kind.ASSIGN;
    }
  }

  record FunctionDeclaration(Node target, Node function, int position) implements Node {
    @Override
    public int kind() {
      return Kind.FUNCTION_DECLARATION;
    }
  }

  record MethodDeclaration(Node target, Node function, int method, int methodPosition, int position)
      implements Node {
    @Override
    public int kind() {
      return Kind.METHOD_DECLARATION;
    }
  }

  record If(Node condition, Block then, ElseIf[] elseIfs, @Nullable Block otherwise, int position)
      implements Node {
    @Override
    public int kind() {
      return Kind.IF;
    }
  }

  record ElseIf(Node condition, Block then, int position) implements Node {
    @Override
    public int kind() {
      return Kind.ELSE_IF;
    }
  }

  record While(Node condition, Block body, int position) implements Node {
    @Override
    public int kind() {
      return Kind.WHILE;
    }
  }

  record Repeat(Block body, Node condition, int position) implements Node {
    @Override
    public int kind() {
      return Kind.REPEAT;
    }
  }

  /// @param name [LocalName] or [Clause.Binding]
  record NumericFor(Node name, Node from, Node to, @Nullable Node step, Block body, int position)
      implements Node {
    @Override
    public int kind() {
      return Kind.NUMERIC_FOR;
    }
  }

  /// @param names [LocalName], [Clause.Binding] or patterns
  record GenericFor(Node[] names, Node[] values, Block body, int position) implements Node {
    @Override
    public int kind() {
      return Kind.GENERIC_FOR;
    }
  }

  record Do(Block body, int position) implements Node {
    @Override
    public int kind() {
      return Kind.DO;
    }
  }

  record Return(Node[] values, int position) implements Node {
    @Override
    public int kind() {
      return Kind.RETURN;
    }
  }

  record Break(int position) implements Node {
    @Override
    public int kind() {
      return Kind.BREAK;
    }
  }

  record Goto(int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.GOTO;
    }
  }

  record Label(int symbol, int position) implements Node {
    @Override
    public int kind() {
      return Kind.LABEL;
    }
  }

  record Chunk(Block body, int position) implements Node {
    @Override
    public int kind() {
      return Kind.CHUNK;
    }
  }
}
