package dev.arenabench.arena.tree;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaAccessException;
import dev.arenabench.arena.Checks;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A syntax tree as adjacent words, wherever they lie: one header a node, post-order, children
/// before their parent.
///
/// A node is named by a *handle*: the index of its header, counted from the tree's first word. The
/// [#root] is last. Children are visited from the last to the first, because that is the direction
/// in which each is found from the next:
///
/// ```java
/// for (int child = tree.lastChild(node); child != FlatTree.NONE; ) {
///   …
///   child = tree.previousChild(node, child);
/// }
/// ```
///
/// A view costs no more than a few references and indices. It is valid as long as the words are:
/// until the arena is reset or closed, and, for a builder's own view, until the next tree. What it
/// reads after that is not noticed, except in checked mode ([Checks]): there every method but the
/// sizes fails with an [ArenaAccessException], and so does every pass before it begins. [#freeze]
/// gives a copy that always stays valid.
public abstract sealed class FlatTree permits ArenaTree, NativeTree {
  /// No node.
  public static final int NONE = -1;

  // The tree's words, as indices into the memory that the subclass knows. Its hot loops read these
  // once and then work on indices.
  int base;
  int end;

  // For checked mode: where the words are from. None for a copy that stays.
  private @Nullable Arena arena;
  private int epoch; // negative where a builder has begun another tree

  FlatTree() {}

  /// Turns the view to other words, which are valid from now on.
  final void show(@Nullable Arena arena, int base, int end) {
    this.arena = arena;
    this.base = base;
    this.end = end;
    epoch = arena == null ? 0 : arena.epoch();
  }

  /// Turns the view to the words that another one shows, and to when it was made.
  final void showAs(FlatTree tree) {
    tree.ensureValid(NONE);
    arena = tree.arena;
    base = tree.base;
    end = tree.end;
    epoch = tree.epoch;
  }

  /// The builder begins another tree: what this shows is no tree any more.
  final void expire() {
    epoch = -Math.abs(epoch);
  }

  /// In checked mode, fails unless the words are still those of the tree.
  ///
  /// @param handle what is being read
  final void ensureValid(int handle) {
    if (Checks.ON && arena != null) {
      arena.ensureEpoch(Math.abs(epoch), handle);
      if (epoch < 0) {
        throw new ArenaAccessException(
            "the builder has begun another tree", handle, -epoch, arena.epoch());
      }
    }
  }

  /// The word at an index that counts like handles.
  abstract long word(int index);

  /// Another view of the same words, which no builder will turn to another tree. Valid until the
  /// arena is reset or closed.
  public abstract FlatTree alias();

  /// An exact copy on the Java heap in an array of its own, which outlives the arena and never
  /// changes.
  public abstract ArenaTree freeze();

  /// Size in bytes, all that there is: headers and extra words.
  public final long usedBytes() {
    return (long) wordCount() * Long.BYTES;
  }

  /// Size in words.
  public final int wordCount() {
    return end - base;
  }

  /// How many nodes there are, parts not counted. Reads the whole tree.
  public final int nodeCount() {
    int count = 0;
    for (int at = root(); at >= 0; ) {
      long word = header(at);
      if (!Kind.isPart(NodeLayout.kind(word))) {
        count++;
      }
      at = NodeLayout.before(word, at);
    }
    return count;
  }

  /// The CHUNK.
  public final int root() {
    return wordCount() - 1;
  }

  /// The node's [Kind].
  public final int kind(int handle) {
    return NodeLayout.kind(header(handle));
  }

  /// The node's position in the source, a byte offset.
  public final int position(int handle) {
    return NodeLayout.position(header(handle));
  }

  /// The symbol of a node that has one; the count, the set or the kind that a part without a symbol
  /// has; 0 for a wrap without.
  ///
  /// @throws IllegalArgumentException if the shape is neither [Shape#SYMBOL] nor [Shape#WRAP]
  public final int symbol(int handle) {
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
  public final long bits(int handle) {
    if (Kind.shape(kind(handle)) != Shape.NUMBER) {
      throw wrongShape(handle);
    }
    long header = header(handle);
    return NodeLayout.isEscaped(header) ? word(handle - 1) : NodeLayout.payload(header);
  }

  /// The value of an [Kind#INTEGER].
  ///
  /// @throws IllegalArgumentException if it is something else
  public final long integer(int handle) {
    if (kind(handle) != Kind.INTEGER) {
      throw wrongShape(handle);
    }
    return bits(handle);
  }

  /// The value of a [Kind#FLOAT].
  ///
  /// @throws IllegalArgumentException if it is something else
  public final double floating(int handle) {
    if (kind(handle) != Kind.FLOAT) {
      throw wrongShape(handle);
    }
    return Double.longBitsToDouble(bits(handle));
  }

  /// The first word of the node's subtree, which ends with its header; as an index that counts like
  /// handles.
  public final int start(int handle) {
    int at = handle;
    while (true) {
      long header = header(at);
      switch (NodeLayout.form(NodeLayout.kind(header))) {
        case NodeLayout.WRAP -> at--;
        case NodeLayout.NODE -> {
          return at + 1 - size(header, at);
        }
        case NodeLayout.NUMBER -> {
          return NodeLayout.before(header, at) + 1;
        }
        default -> {
          return at;
        }
      }
    }
  }

  /// The last child, or [#NONE].
  public final int lastChild(int handle) {
    long header = header(handle);
    return switch (NodeLayout.form(NodeLayout.kind(header))) {
      case NodeLayout.WRAP -> handle - 1;
      case NodeLayout.NODE -> {
        int child = NodeLayout.before(header, handle);
        yield child >= start(handle) ? child : NONE;
      }
      default -> NONE;
    };
  }

  /// The child before `child`, or [#NONE] if that is the first of `parent`.
  public final int previousChild(int parent, int child) {
    if (NodeLayout.form(kind(parent)) == NodeLayout.WRAP) {
      return NONE;
    }
    int previous = start(child) - 1;
    return previous >= start(parent) ? previous : NONE;
  }

  /// How many children there are, parts included.
  public final int childCount(int handle) {
    int count = 0;
    for (int child = lastChild(handle); child != NONE; child = previousChild(handle, child)) {
      count++;
    }
    return count;
  }

  /// How many words the subtree of a sized node has.
  private int size(long header, int handle) {
    return NodeLayout.isEscaped(header) ? (int) word(handle - 1) : NodeLayout.payload(header);
  }

  private long header(int handle) {
    ensureValid(handle);
    Objects.checkIndex(handle, end - base);
    return word(handle);
  }

  private IllegalArgumentException wrongShape(int handle) {
    return new IllegalArgumentException("handle=" + handle + ", kind=" + Kind.name(kind(handle)));
  }
}
