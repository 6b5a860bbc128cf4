package dev.arenabench.heap;

import java.util.Arrays;

/// A way through a tree, each node before its children and again behind them, for those passes to
/// which all constructs are alike. What is open waits in arrays and not on the thread's stack, so
/// no tree is too deep; they grow with a tree's depth and not with its size.
abstract class Walk extends Children {
  private static final int INITIAL_CAPACITY = 32;
  private static final int OPEN = -1;
  private static final int WAITING = 0;

  /// Nodes, and arrays of nodes some of which have not been reached yet.
  private Object[] waiting = new Object[INITIAL_CAPACITY];

  /// For an array, how many of its nodes have been reached; for a node, whether it is open.
  private int[] progress = new int[INITIAL_CAPACITY];

  private int size;
  private int childCount;
  private boolean isLeaving;

  /// Before a node's children.
  ///
  /// @param childCount how many children and parts there are
  abstract void enter(Node node, int childCount);

  /// A part of the node that is left next.
  abstract void last(int kind, int payload, int position);

  /// Behind a node's children and parts.
  abstract void leave(Node node);

  /// From a node, by way of all below it.
  final void from(Node root) {
    push(root);
    while (size > 0) {
      int top = size - 1;
      if (waiting[top] instanceof Node node) {
        if (progress[top] == OPEN) {
          close(node);
        } else {
          progress[top] = OPEN;
          open(node);
        }
      } else {
        Node[] nodes = (Node[]) waiting[top];
        if (progress[top] == nodes.length) {
          size--;
        } else {
          push(nodes[progress[top]++]);
        }
      }
    }
  }

  private void open(Node node) {
    int first = size;
    childCount = 0;
    of(node);
    enter(node, childCount);
    // The child that was reported first is the next.
    for (int low = first, high = size - 1; low < high; low++, high--) {
      Object child = waiting[low];
      waiting[low] = waiting[high];
      waiting[high] = child;
    }
  }

  private void close(Node node) {
    size--;
    isLeaving = true;
    of(node);
    isLeaving = false;
    leave(node);
  }

  @Override
  final void child(Node child) {
    if (!isLeaving) {
      childCount++;
      push(child);
    }
  }

  @Override
  final void children(Node[] children) {
    if (!isLeaving) {
      childCount += children.length;
      push(children);
    }
  }

  @Override
  final void part(int kind, int payload, int position) {
    if (isLeaving) {
      last(kind, payload, position);
    } else {
      childCount++;
    }
  }

  private void push(Object nodes) {
    if (size == waiting.length) {
      waiting = Arrays.copyOf(waiting, size * 2);
      progress = Arrays.copyOf(progress, size * 2);
    }
    waiting[size] = nodes;
    progress[size++] = WAITING;
  }
}
