package dev.arenabench.arena.tree;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.Checks;
import dev.arenabench.arena.HeapArena;
import dev.arenabench.arena.HeapRegion;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeBuilder;

/// Builds syntax trees in an arena: each construct is one store of its header.
///
/// All constructs are treated alike, so only the uniform methods are implemented. Used for any
/// number of trees, one after the other; how many of them live in the arena at once is the caller's
/// choice:
///
/// ```java
/// ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
/// for (byte[] source : sources) {
///   parser.parse(source, LUA_5_4, builder);
///   use(builder.tree());     // builder.tree().alias() to keep it beside the next
///   arena.reset();           // or not
/// }
/// ```
///
/// In steady state (the arena is reset and keeps its slabs) nothing is allocated on the Java heap.
/// While a tree is being built the arena hands out nothing else. Not thread-safe.
public final class ArenaTreeBuilder implements TreeBuilder {
  /*
   * The hot path. A tree is written from the base of the arena's region upwards. What waits for its
   * parent is a stack of starts, needed because a node's size is the distance to the start of its
   * first child. The stack grows from the region's limit downwards, so that
   *
   * - one comparison (what lies between the two ends) answers for both;
   * - all stores go to one array, and there is no second one to allocate, grow and keep;
   * - the space is there anyway: a construct that waits has put at least one word into the tree.
   *
   * A leaf is the comparison and two stores. A wrap is one store: its child's start is its own. A
   * node of n children drops n - 1 entries, and the one that is now on top, the start of its first
   * child, is its own start: no entry is written. Entries are indices into the array; when the
   * region grows, they are moved with it.
   *
   * The alternative without a stack, walking backwards over the children when their parent comes,
   * saves a store a leaf and costs a chain of dependent loads and a branch on each child's form,
   * which is hard to predict.
   */

  /// What the largest construct takes: header, extra word, entry.
  private static final int ROOM_WORDS = 3;

  private static final long[] NO_WORDS = {};

  private final HeapArena arena;
  private final HeapRegion region;
  private final boolean hinted;
  private final ArenaTree tree = new ArenaTree();

  private long[] words = NO_WORDS;
  private int top; // where the next header goes
  private int waiting; // the entry on top of the stack
  private boolean finished;

  /// A builder that asks for room by the length of the source.
  ///
  /// @throws IllegalArgumentException if the arena is not on the Java heap
  public ArenaTreeBuilder(Arena arena) {
    this(arena, true);
  }

  private ArenaTreeBuilder(Arena arena, boolean hinted) {
    if (!(arena instanceof HeapArena onHeap)) {
      throw new IllegalArgumentException(
          "memory=" + arena.memory() + ", needed=ON_HEAP: use a NativeTreeBuilder");
    }
    this.arena = onHeap;
    region = onHeap.region();
    this.hinted = hinted;
  }

  /// A builder that starts with as little room as the arena gives, and grows as it goes.
  ///
  /// @throws IllegalArgumentException if the arena is not on the Java heap
  public static ArenaTreeBuilder growing(Arena arena) {
    return new ArenaTreeBuilder(arena, false);
  }

  /// The room that a tree is given at first, in bytes: an arena with this capacity holds the trees
  /// of nearly all sources of that length, and what waits while they are built, in one slab.
  ///
  /// @throws IllegalArgumentException if `sourceBytes` is negative
  public static long capacityBytes(int sourceBytes) {
    return (long) SourceHint.words(sourceBytes) * Long.BYTES;
  }

  @Override
  public void begin(int sourceBytes) {
    if (Checks.ON) {
      tree.expire();
    }
    region.discard();
    finished = false;
    region.open(hinted ? SourceHint.words(sourceBytes) : 1);
    words = region.words();
    top = region.base();
    waiting = words.length;
  }

  @Override
  public void leaf(int kind, int position) {
    if (waiting - top < ROOM_WORDS) {
      grow();
    }
    int at = top;
    words[at] = NodeLayout.header(kind, position);
    words[--waiting] = at;
    top = at + 1;
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    assert NodeLayout.isSymbol(symbol) : "symbol=" + symbol;
    if (waiting - top < ROOM_WORDS) {
      grow();
    }
    int at = top;
    words[at] = NodeLayout.header(kind, position, symbol);
    words[--waiting] = at;
    top = at + 1;
  }

  @Override
  public void number(int kind, int position, long bits) {
    if (waiting - top < ROOM_WORDS) {
      grow();
    }
    int start = top;
    int at = start;
    int payload = (int) bits;
    if (!NodeLayout.fits(bits)) {
      words[at++] = bits;
      payload = NodeLayout.ESCAPE;
    }
    words[at] = NodeLayout.header(kind, position, payload);
    words[--waiting] = start;
    top = at + 1;
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    assert NodeLayout.isSymbol(symbol) : "symbol=" + symbol;
    if (waiting - top < ROOM_WORDS) {
      grow();
    }
    words[top++] = NodeLayout.header(kind, position, symbol);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    if (waiting - top < ROOM_WORDS) {
      grow();
    }
    int at = top;
    int entry = waiting + childCount - 1;
    int start = at;
    if (childCount == 0) {
      words[entry] = start;
    } else {
      start = (int) words[entry];
    }
    waiting = entry;
    int size = at + 1 - start;
    if (!NodeLayout.fits(size)) {
      words[at++] = size + 1L;
      size = NodeLayout.ESCAPE;
    }
    words[at] = NodeLayout.header(kind, position, size);
    top = at + 1;
  }

  private void grow() {
    int base = region.base();
    int depth = words.length - waiting;
    region.grow(top, waiting);
    long[] grown = region.words();
    int moved = region.base() - base;
    waiting = grown.length - depth;
    top += moved;
    for (int entry = waiting; entry < grown.length; entry++) {
      grown[entry] += moved;
    }
    words = grown;
  }

  /// The tree that was finished last. The view is the builder's own: it shows the next tree after
  /// the next [#begin] and `tree()`. [ArenaTree#alias] for one that stays.
  ///
  /// @throws IllegalStateException if no tree has been finished since the last [#begin]
  public ArenaTree tree() {
    if (!finished) {
      finish();
    }
    return tree;
  }

  private void finish() {
    int depth = words.length - waiting;
    if (depth != 1 || NodeLayout.kind(words[top - 1]) != Kind.CHUNK) {
      throw new IllegalStateException("the tree is not finished: waiting=" + depth);
    }
    int base = region.base();
    region.close(top);
    tree.show(arena, words, base, top);
    finished = true;
    // Whoever goes on without `begin` is stopped by the region.
    words = NO_WORDS;
    top = 0;
    waiting = 0;
  }
}
