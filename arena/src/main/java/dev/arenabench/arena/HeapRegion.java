package dev.arenabench.arena;

/// The [Region] of an arena on the Java heap: one array.
public final class HeapRegion extends Region {
  private final HeapArena arena;
  private long[] words;

  HeapRegion(HeapArena arena) {
    super(arena);
    this.arena = arena;
    words = arena.slab(0);
  }

  /// The array to write to, from [#base] to [#limit]. Another one after [#open] and [#grow]; empty
  /// while the region is closed.
  public long[] words() {
    return words;
  }

  @Override
  void show(int number) {
    words = arena.slab(number);
  }
}
