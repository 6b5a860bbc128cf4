package dev.arenabench.arena.tree;

import java.util.Arrays;

/// A stack of `int`, kept from tree to tree by the passes that have to turn the order of children.
final class IntStack {
  private int[] ints = new int[64];
  private int size;

  int size() {
    return size;
  }

  void push(int value) {
    if (size == ints.length) {
      ints = Arrays.copyOf(ints, size * 2);
    }
    ints[size++] = value;
  }

  int pop() {
    return ints[--size];
  }

  /// What would be popped after so many others.
  int peek(int below) {
    return ints[size - 1 - below];
  }

  void clear() {
    size = 0;
  }

  /// Pops until no more than `least` are left.
  void truncate(int least) {
    size = Math.min(size, least);
  }

  /// Pushes the headers of a node's children, the last child first, so that they are popped in
  /// source order.
  ///
  /// @return how many there are
  int pushChildren(long[] words, int header) {
    int before = size;
    int start = NodeLayout.start(words, header);
    int child = NodeLayout.before(words, header);
    while (child >= start) {
      push(child);
      child = NodeLayout.start(words, child) - 1;
    }
    return size - before;
  }
}
