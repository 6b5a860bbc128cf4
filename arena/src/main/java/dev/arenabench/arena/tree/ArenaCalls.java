package dev.arenabench.arena.tree;

import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Kind;

/// The `calls` pass of the arena twin: counts call sites by the name of the callee.
///
/// Calls are found by reading the words from the end to the start. A method call has its name just
/// before its header; of a call, the callee is its first child, so its arguments are stepped over,
/// each in one step, however large. `new` counts as a call of its class.
public final class ArenaCalls {
  private ArenaCalls() {}

  /// Adds the call sites of a tree.
  ///
  /// @param calls with room for all symbols of the tree: see [CallCounts#ensure]
  public static void count(ArenaTree tree, CallCounts calls) {
    long[] words = tree.words();
    int base = tree.base;
    int at = tree.end - 1;
    while (at >= base) {
      long word = words[at];
      int header = at;
      int kind = NodeLayout.kind(word);
      if (NodeLayout.isEscaped(word)) {
        at--;
      }
      at--;
      if (kind > Kind.METHOD_CALL) {
        if (kind >= Kind.OPTIONAL_CALL && kind <= Kind.NEW) {
          typed(words, header, at, calls);
        }
      } else if (kind == Kind.CALL) {
        callee(words[firstChild(words, at, header)], calls);
      } else if (kind == Kind.METHOD_CALL) {
        calls.named(NodeLayout.payload(words[at]));
      }
    }
  }

  /// An OPTIONAL_CALL, GENERIC_CALL, GENERIC_METHOD_CALL or NEW.
  private static void typed(long[] words, int header, int last, CallCounts calls) {
    if (NodeLayout.kind(words[header]) == Kind.GENERIC_METHOD_CALL) {
      calls.named(NodeLayout.payload(words[last]));
    } else {
      callee(words[firstChild(words, last, header)], calls);
    }
  }

  private static int firstChild(long[] words, int lastChild, int header) {
    int start = header + 1 - NodeLayout.size(words, header);
    int child = lastChild;
    while (true) {
      int childStart = NodeLayout.start(words, child);
      if (childStart <= start) {
        return child;
      }
      child = childStart - 1;
    }
  }

  private static void callee(long word, CallCounts calls) {
    int kind = NodeLayout.kind(word);
    if (kind == Kind.NAME || kind == Kind.FIELD || kind == Kind.OPTIONAL_FIELD) {
      calls.named(NodeLayout.payload(word));
    } else {
      calls.unnamed();
    }
  }
}
