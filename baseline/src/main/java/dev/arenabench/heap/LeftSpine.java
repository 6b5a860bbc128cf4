package dev.arenabench.heap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The way back up from the left end of a chain (`a.b(c).d`, `x + y + z`), for a pass that keeps to
/// source order: such a chain may be a million long, so its left children are no recursion. (Types
/// and patterns are no deeper than the parser's limit.)
///
/// New for each run of a pass: see [HeapTreeBuilder] for what a kept one would cost.
final class LeftSpine {
  private static final int INITIAL_CAPACITY = 16;

  private Node[] nodes = new Node[INITIAL_CAPACITY];
  private int depth;

  /// The child that an expression starts with, of those kinds that can be a long chain; null for
  /// others.
  static @Nullable Node left(Node expression) {
    if (expression instanceof Node.Name || expression instanceof Node.StringLiteral) {
      return null; // Most often, and not by way of five tests.
    } else if (expression instanceof Node.Field field) {
      return field.object();
    } else if (expression instanceof Node.Call call) {
      return call.callee();
    } else if (expression instanceof Node.Binary binary) {
      return binary.left();
    } else if (expression instanceof Node.MethodCall call) {
      return call.object();
    } else if (expression instanceof Node.Index index) {
      return index.object();
    }
    return expression instanceof TypedNode typed ? typedLeft(typed) : null;
  }

  private static @Nullable Node typedLeft(TypedNode node) {
    if (node instanceof TypedExpression.OptionalField field) {
      return field.object();
    } else if (node instanceof TypedExpression.GenericCall call) {
      return call.callee();
    } else if (node instanceof TypedExpression.OptionalCall call) {
      return call.callee();
    } else if (node instanceof TypedExpression.As as) {
      return as.expression();
    } else if (node instanceof TypedExpression.GenericMethodCall call) {
      return call.object();
    } else if (node instanceof TypedExpression.OptionalIndex index) {
      return index.object();
    }
    return null;
  }

  /// How many nodes wait.
  int depth() {
    return depth;
  }

  void push(Node node) {
    if (depth == nodes.length) {
      nodes = Arrays.copyOf(nodes, depth * 2);
    }
    nodes[depth++] = node;
  }

  Node pop() {
    return nodes[--depth];
  }
}
