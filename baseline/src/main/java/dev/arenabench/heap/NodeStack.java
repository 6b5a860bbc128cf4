package dev.arenabench.heap;

import java.util.Arrays;

/// Where nodes wait for their parent while a tree is built.
abstract sealed class NodeStack permits TypeTreeBuilder {
  /*
   * Why each tree gets a new stack. One that is kept is soon in the old generation, and then each
   * push writes a young reference into an old object: G1's barrier takes its long way for that (a
   * StoreLoad fence and a card to be refined; JEP 522 is about that cost), and every collector with
   * generations has to scan the card again. For a tree that pushes one reference a node this is no
   * trifle, and the arena twin, whose stack holds numbers, pays nothing of the kind. A new array is
   * young, its barrier ends at the first test, and it needs no clearing: nothing above the top is
   * held alive. It is charged to this twin: some hundred bytes beside a tree of tens of kilobytes;
   * few files of real Lua ever have more nodes waiting than it has room for at first.
   */
  private static final int INITIAL_CAPACITY = 64;

  private static final Node[] NO_NODES = {};

  private Node[] stack = NO_NODES;
  private int top;

  void open() {
    stack = new Node[INITIAL_CAPACITY];
    top = 0;
  }

  final void close() {
    stack = NO_NODES;
  }

  final int waiting() {
    return top;
  }

  final void push(Node node) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = node;
  }

  final Node pop() {
    return stack[--top];
  }

  final Node[] nodes(int count) {
    if (count == 0) {
      return NO_NODES;
    }
    int from = top - count;
    Node[] nodes = Arrays.copyOfRange(stack, from, top);
    top = from;
    return nodes;
  }

  /// The last `count` nodes, which are all of one class.
  ///
  /// @param none the array to return if there are none
  final <T extends Node> T[] nodes(int count, T[] none) {
    if (count == 0) {
      return none;
    }
    int from = top - count;
    @SuppressWarnings("unchecked") // T[] is what getClass() of a T[] says.
    Class<? extends T[]> type = (Class<? extends T[]>) none.getClass();
    T[] nodes = Arrays.copyOfRange(stack, from, top, type);
    top = from;
    return nodes;
  }
}
