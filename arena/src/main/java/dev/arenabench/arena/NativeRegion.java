package dev.arenabench.arena;

import java.lang.foreign.MemorySegment;

/// The [Region] of an arena outside the Java heap: one segment, which begins at a multiple of eight
/// bytes.
public final class NativeRegion extends Region {
  private final NativeArena arena;
  private MemorySegment segment;

  NativeRegion(NativeArena arena) {
    super(arena);
    this.arena = arena;
    segment = arena.slab(0);
  }

  /// The segment to write to, from word [#base] to word [#limit]. Another one after [#open] and
  /// [#grow]; empty while the region is closed.
  public MemorySegment segment() {
    return segment;
  }

  @Override
  void show(int number) {
    segment = arena.slab(number);
  }
}
