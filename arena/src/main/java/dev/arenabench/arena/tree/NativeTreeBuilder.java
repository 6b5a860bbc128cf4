package dev.arenabench.arena.tree;

import dev.arenabench.arena.Checks;
import dev.arenabench.arena.NativeArena;
import dev.arenabench.arena.NativeRegion;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeBuilder;
import java.lang.foreign.MemorySegment;

/// Builds syntax trees in an arena outside the Java heap. Used like an [ArenaTreeBuilder], and
/// writes the same words:
///
/// ```java
/// try (NativeArena arena = Arena.offHeap(ArenaOptions.DEFAULT)) {
///   NativeTreeBuilder builder = new NativeTreeBuilder(arena);
///   parser.parse(source, LUA_5_4, builder);
///   ArenaTree kept = builder.tree().freeze();
/// }
/// ```
///
/// In steady state (the arena is reset and keeps its slabs) nothing is allocated on the Java heap,
/// and none of a tree is there. Not thread-safe.
public final class NativeTreeBuilder implements TreeBuilder {
  /*
   * The algorithm is that of ArenaTreeBuilder, where it is explained: headers from the region's base
   * upwards, starts of what waits from its limit downwards. Two differences, both because an access
   * to a segment is checked against its length and its lifetime each time:
   *
   * - Places are byte offsets, `long`, so that no access has to scale an index. Entries of the stack
   *   hold them too.
   * - Of the two stores of a leaf, the compiler checks the lifetime once: they are next to each
   *   other, and nothing between them could end it.
   *
   * The code is not shared with ArenaTreeBuilder: one method that stores through a seam would be
   * compiled for both memories as soon as both are used in one process, and cost each of them a
   * type check a store. What can be shared without (hints, layout, the view) is.
   */

  /// What the largest construct takes: header, extra word, entry.
  private static final int ROOM_BYTES = 3 * Long.BYTES;

  private final NativeArena arena;
  private final NativeRegion region;
  private final boolean hinted;
  private final NativeTree tree = new NativeTree();

  private MemorySegment words = MemorySegment.NULL;
  private long top; // where the next header goes
  private long waiting; // the entry on top of the stack
  private boolean finished;

  /// A builder that asks for room by the length of the source; see
  /// [ArenaTreeBuilder#capacityBytes].
  public NativeTreeBuilder(NativeArena arena) {
    this(arena, true);
  }

  private NativeTreeBuilder(NativeArena arena, boolean hinted) {
    this.arena = arena;
    region = arena.region();
    this.hinted = hinted;
  }

  /// A builder that starts with as little room as the arena gives, and grows as it goes.
  public static NativeTreeBuilder growing(NativeArena arena) {
    return new NativeTreeBuilder(arena, false);
  }

  @Override
  public void begin(int sourceBytes) {
    if (Checks.ON) {
      tree.expire();
    }
    region.discard();
    finished = false;
    region.open(hinted ? SourceHint.words(sourceBytes) : 1);
    words = region.segment();
    top = (long) region.base() << 3;
    waiting = (long) region.limit() << 3;
  }

  @Override
  public void leaf(int kind, int position) {
    if (waiting - top < ROOM_BYTES) {
      grow();
    }
    long at = top;
    MemorySegment segment = words;
    segment.set(NativeTree.WORD, at, NodeLayout.header(kind, position));
    segment.set(NativeTree.WORD, waiting -= Long.BYTES, at);
    top = at + Long.BYTES;
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    assert NodeLayout.isSymbol(symbol) : "symbol=" + symbol;
    if (waiting - top < ROOM_BYTES) {
      grow();
    }
    long at = top;
    MemorySegment segment = words;
    segment.set(NativeTree.WORD, at, NodeLayout.header(kind, position, symbol));
    segment.set(NativeTree.WORD, waiting -= Long.BYTES, at);
    top = at + Long.BYTES;
  }

  @Override
  public void number(int kind, int position, long bits) {
    if (waiting - top < ROOM_BYTES) {
      grow();
    }
    long start = top;
    long at = start;
    MemorySegment segment = words;
    int payload = (int) bits;
    if (!NodeLayout.fits(bits)) {
      segment.set(NativeTree.WORD, at, bits);
      at += Long.BYTES;
      payload = NodeLayout.ESCAPE;
    }
    segment.set(NativeTree.WORD, at, NodeLayout.header(kind, position, payload));
    segment.set(NativeTree.WORD, waiting -= Long.BYTES, start);
    top = at + Long.BYTES;
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    assert NodeLayout.isSymbol(symbol) : "symbol=" + symbol;
    if (waiting - top < ROOM_BYTES) {
      grow();
    }
    long at = top;
    words.set(NativeTree.WORD, at, NodeLayout.header(kind, position, symbol));
    top = at + Long.BYTES;
  }

  @Override
  public void node(int kind, int position, int childCount) {
    if (waiting - top < ROOM_BYTES) {
      grow();
    }
    long at = top;
    long entry = waiting + ((long) (childCount - 1) << 3);
    long start = at;
    MemorySegment segment = words;
    if (childCount == 0) {
      segment.set(NativeTree.WORD, entry, start);
    } else {
      start = segment.get(NativeTree.WORD, entry);
    }
    waiting = entry;
    int size = (int) ((at - start) >> 3) + 1;
    if (!NodeLayout.fits(size)) {
      segment.set(NativeTree.WORD, at, size + 1L);
      at += Long.BYTES;
      size = NodeLayout.ESCAPE;
    }
    segment.set(NativeTree.WORD, at, NodeLayout.header(kind, position, size));
    top = at + Long.BYTES;
  }

  private void grow() {
    int base = region.base();
    long depthBytes = words.byteSize() - waiting;
    region.grow((int) (top >> 3), (int) (waiting >> 3));
    MemorySegment grown = region.segment();
    long moved = (long) (region.base() - base) << 3;
    waiting = grown.byteSize() - depthBytes;
    top += moved;
    for (long entry = waiting; entry < grown.byteSize(); entry += Long.BYTES) {
      grown.set(NativeTree.WORD, entry, grown.get(NativeTree.WORD, entry) + moved);
    }
    words = grown;
  }

  /// The tree that was finished last. The view is the builder's own: it shows the next tree after
  /// the next [#begin] and `tree()`. [NativeTree#alias] for one that stays.
  ///
  /// @throws IllegalStateException if no tree has been finished since the last [#begin]
  public NativeTree tree() {
    if (!finished) {
      finish();
    }
    return tree;
  }

  private void finish() {
    long depth = (words.byteSize() - waiting) >> 3;
    if (depth != 1 || NodeLayout.kind(words.get(NativeTree.WORD, top - Long.BYTES)) != Kind.CHUNK) {
      throw new IllegalStateException("the tree is not finished: waiting=" + depth);
    }
    int base = region.base();
    int end = (int) (top >> 3);
    MemorySegment segment = words;
    region.close(end);
    tree.show(arena, segment, base, end);
    finished = true;
    // Whoever goes on without `begin` is stopped by the region.
    words = MemorySegment.NULL;
    top = 0;
    waiting = 0;
  }
}
