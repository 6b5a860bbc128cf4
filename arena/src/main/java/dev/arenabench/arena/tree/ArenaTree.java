package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Shape;
import java.util.Arrays;
import java.util.Objects;

/// A syntax tree as adjacent words of one array (layout: one header a node, post-order, children
/// before their parent).
///
/// A node is named by a *handle*: the index of its header, counted from the tree's first word. The
/// [#root] is last. Children are visited from the last to the first, because that is the direction
/// in which each is found from the next:
///
/// ```java
/// for (int child = tree.lastChild(node); child != ArenaTree.NONE; ) {
///   …
///   child = tree.previousChild(node, child);
/// }
/// ```
///
/// A view costs no more than a reference and two indices. It is valid as long as the words are:
/// until the arena is reset or closed, and, for the builder's own view, until the next tree. What
/// it reads after that is not noticed. [#freeze] gives a copy that always stays valid.
public final class ArenaTree {
  /// No node.
  public static final int NONE = -1;

  // The hot loops of this package read these once and then work on indices into `words`.
  long[] words;
  int base;
  int end;

  ArenaTree(long[] words, int base, int end) {
    this.words = words;
    this.base = base;
    this.end = end;
  }

  void show(long[] words, int base, int end) {
    this.words = words;
    this.base = base;
    this.end = end;
  }

  /// Another view of the same words, which no builder will turn to another tree. Valid until the
  /// arena is reset or closed.
  public ArenaTree alias() {
    return new ArenaTree(words, base, end);
  }

  /// An exact copy in an array of its own, which outlives the arena and never changes.
  public ArenaTree freeze() {
    return new ArenaTree(Arrays.copyOfRange(words, base, end), 0, end - base);
  }

  /// Size in bytes, all that there is: headers and extra words.
  public long usedBytes() {
    return (long) wordCount() * Long.BYTES;
  }

  /// Size in words.
  public int wordCount() {
    return end - base;
  }

  /// How many nodes there are, parts not counted. Reads the whole tree.
  public int nodeCount() {
    int count = 0;
    for (int at = end - 1; at >= base; at = NodeLayout.before(words, at)) {
      if (!Kind.isPart(NodeLayout.kind(words[at]))) {
        count++;
      }
    }
    return count;
  }

  /// The CHUNK.
  public int root() {
    return end - base - 1;
  }

  /// The node's [Kind].
  public int kind(int handle) {
    return NodeLayout.kind(header(handle));
  }

  /// The node's position in the source, a byte offset.
  public int position(int handle) {
    return NodeLayout.position(header(handle));
  }

  /// The symbol of a node that has one; the count, the set or the kind that a part without a symbol
  /// has; 0 for a wrap without.
  ///
  /// @throws IllegalArgumentException if the shape is neither [Shape#SYMBOL] nor [Shape#WRAP]
  public int symbol(int handle) {
    long header = header(handle);
    Shape shape = Kind.shape(NodeLayout.kind(header));
    if (shape != Shape.SYMBOL && shape != Shape.WRAP) {
      throw wrongShape(handle);
    }
    return NodeLayout.payload(header);
  }

  /// The 64 bits of a number, whichever it is.
  ///
  /// @throws IllegalArgumentException if the shape is not [Shape#NUMBER]
  public long bits(int handle) {
    if (Kind.shape(kind(handle)) != Shape.NUMBER) {
      throw wrongShape(handle);
    }
    return NodeLayout.bits(words, base + handle);
  }

  /// The value of an [Kind#INTEGER].
  ///
  /// @throws IllegalArgumentException if it is something else
  public long integer(int handle) {
    if (kind(handle) != Kind.INTEGER) {
      throw wrongShape(handle);
    }
    return bits(handle);
  }

  /// The value of a [Kind#FLOAT].
  ///
  /// @throws IllegalArgumentException if it is something else
  public double floating(int handle) {
    if (kind(handle) != Kind.FLOAT) {
      throw wrongShape(handle);
    }
    return Double.longBitsToDouble(bits(handle));
  }

  /// The first word of the node's subtree, which ends with its header; as an index that counts like
  /// handles.
  public int start(int handle) {
    checkHandle(handle);
    return NodeLayout.start(words, base + handle) - base;
  }

  /// The last child, or [#NONE].
  public int lastChild(int handle) {
    return switch (NodeLayout.form(kind(handle))) {
      case NodeLayout.WRAP -> handle - 1;
      case NodeLayout.NODE -> {
        int child = NodeLayout.before(words, base + handle) - base;
        yield child >= start(handle) ? child : NONE;
      }
      default -> NONE;
    };
  }

  /// The child before `child`, or [#NONE] if that is the first of `parent`.
  public int previousChild(int parent, int child) {
    if (NodeLayout.form(kind(parent)) == NodeLayout.WRAP) {
      return NONE;
    }
    int previous = start(child) - 1;
    return previous >= start(parent) ? previous : NONE;
  }

  /// How many children there are, parts included.
  public int childCount(int handle) {
    int count = 0;
    for (int child = lastChild(handle); child != NONE; child = previousChild(handle, child)) {
      count++;
    }
    return count;
  }

  /// Checks that the words are a tree: every header's kind, payload and position, that subtrees
  /// nest exactly, and each node's children as [Kind] documents them: how many, of which kinds, and
  /// in the order of the source. A tree that passes is what a builder would write for some program;
  /// what is left to the parser: whether operators, of expressions and of types, nest as their
  /// precedence has it, and whether what follows a word of `TYPED_LUA` lets it be more than a name.
  ///
  /// @param sourceBytes length of the source
  /// @param interner the one that the tree's symbols are from
  /// @throws CorruptTreeException names the first node that is wrong, read from the end, and why
  public void verify(int sourceBytes, Interner interner) {
    new ArenaVerifier(this, sourceBytes, interner).verify();
  }

  private long header(int handle) {
    checkHandle(handle);
    return words[base + handle];
  }

  private void checkHandle(int handle) {
    Objects.checkIndex(handle, end - base);
  }

  private IllegalArgumentException wrongShape(int handle) {
    return new IllegalArgumentException("handle=" + handle + ", kind=" + Kind.name(kind(handle)));
  }
}
