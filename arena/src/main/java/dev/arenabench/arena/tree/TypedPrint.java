package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.TypedWriter;

/// What the two printers of typed constructs have in common: the children of a node wait on the
/// stack of the [ArenaPrint] that they work for.
///
/// A *bottom* is the stack's size before they were pushed. Names and modifiers, which are the last
/// children and come first in the text, are looked up where they are and dropped with [#close].
abstract class TypedPrint {
  final ArenaPrint lua;
  final IntStack waiting;

  // Set by `begin`, before anything else.
  @SuppressWarnings("NullAway.Init")
  long[] words;

  @SuppressWarnings("NullAway.Init")
  LuaWriter out;

  @SuppressWarnings("NullAway.Init")
  TypedWriter typed;

  TypedPrint(ArenaPrint lua, IntStack waiting) {
    this.lua = lua;
    this.waiting = waiting;
  }

  final void begin(long[] words, LuaWriter out) {
    this.words = words;
    this.out = out;
    typed = out.typed();
  }

  // Names and modifiers.

  /// The first words of a kind, and its name.
  final void start(int header, int kind) {
    out.start(kind);
    out.name(symbol(last(header)));
  }

  /// A name between its modifiers.
  final void named(int header) {
    int modifiers = modifiers(header);
    typed.modifiers(modifiers);
    out.name(symbol(last(header)));
    typed.optional(modifiers);
  }

  /// A qualified name.
  final void names(int first, int last) {
    out.name(symbol(first));
    for (int at = first + 1; at <= last; at++) {
      out.field(symbol(at));
    }
  }

  /// The word before a node's IDENTIFIERs.
  final int identifiers(int header) {
    int at = last(header);
    int start = NodeLayout.start(words, header);
    while (at >= start && kind(at) == Kind.IDENTIFIER) {
      at--;
    }
    return at;
  }

  /// The set of modifiers of a node that has children; 0 if there are none.
  final int modifiers(int header) {
    int last = NodeLayout.before(words, header);
    return kind(last) == Kind.MODIFIERS ? symbol(last) : 0;
  }

  /// The last child but the modifiers, of a node that has children.
  final int last(int header) {
    int last = NodeLayout.before(words, header);
    return kind(last) == Kind.MODIFIERS ? last - 1 : last;
  }

  // Children that wait.

  final int open(int header) {
    int bottom = waiting.size();
    lua.children(header);
    return bottom;
  }

  final void close(int bottom) {
    waiting.truncate(bottom);
  }

  /// Whether nothing waits above the bottom but parts.
  final boolean isEnd(int bottom) {
    return waiting.size() <= bottom || Kind.isPart(nextKind(bottom));
  }

  /// The kind of what is next, 0 if nothing is.
  final int nextKind(int bottom) {
    return waiting.size() > bottom ? kind(waiting.peek(0)) : 0;
  }

  final void next() {
    node(waiting.pop());
  }

  /// What waits, but parts.
  final void rest(int bottom) {
    while (!isEnd(bottom)) {
      next();
    }
  }

  /// What waits, but parts, with commas between.
  final void list(int bottom) {
    for (boolean first = true; !isEnd(bottom); first = false) {
      comma(!first);
      next();
    }
  }

  final void node(int header) {
    lua.expression(header);
  }

  final int kind(int header) {
    return NodeLayout.kind(words[header]);
  }

  final int symbol(int header) {
    return NodeLayout.payload(words[header]);
  }

  // Text.

  final void comma(boolean comma) {
    if (comma) {
      out.comma();
    }
  }

  /// The next children that wait, in braces.
  final void table(int count) {
    out.openTable(count);
    for (int i = 0; i < count; i++) {
      out.tableField(i, count);
      next();
    }
    out.closeTable(count);
  }

  final void braces(int block) {
    typed.openBraces();
    lua.block(block);
    typed.closeBraces();
  }

  final void decorators(int bottom) {
    while (nextKind(bottom) == Kind.DECORATOR) {
      out.start(Kind.DECORATOR);
      node(waiting.pop() - 1);
      typed.line();
    }
  }
}
