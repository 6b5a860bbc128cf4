package dev.arenabench.arena.tree;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.Checks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// A [FlatTree] outside the Java heap: adjacent words of one memory segment, laid out as those of
/// an [ArenaTree] are.
///
/// What works on it in place: reading node by node, [NativeCount] and [ArenaHash]. For every other
/// pass [#freeze], which is one copy of memory, or read it where it is.
///
/// When its arena is closed, every access fails with the segment's own [IllegalStateException];
/// that it was reset is noticed in checked mode only, as everywhere.
public final class NativeTree extends FlatTree {
  /// How words are reached; see `NativeArena`.
  static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  private MemorySegment segment = MemorySegment.NULL;

  NativeTree() {}

  void show(@Nullable Arena arena, MemorySegment segment, int base, int end) {
    show(arena, base, end);
    this.segment = segment;
  }

  /// What every pass reads once, and before anything else.
  MemorySegment segment() {
    if (Checks.ON) {
      ensureValid(NONE);
    }
    return segment;
  }

  @Override
  long word(int index) {
    return segment.get(WORD, (long) (base + index) << 3);
  }

  @Override
  public NativeTree alias() {
    NativeTree alias = new NativeTree();
    alias.showAs(this);
    alias.segment = segment;
    return alias;
  }

  @Override
  public ArenaTree freeze() {
    long[] words = new long[wordCount()];
    MemorySegment.copy(segment(), WORD, (long) base << 3, words, 0, words.length);
    return new ArenaTree(words, 0, words.length);
  }
}
