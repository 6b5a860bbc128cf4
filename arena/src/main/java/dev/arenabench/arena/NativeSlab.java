package dev.arenabench.arena;

import java.lang.foreign.MemorySegment;

/// A slab outside the Java heap, with what frees it.
record NativeSlab(MemorySegment segment, java.lang.foreign.Arena lifetime) {
  /// In place of no slab.
  static final NativeSlab NONE =
      new NativeSlab(MemorySegment.NULL, java.lang.foreign.Arena.global());

  /// A slab full of zeros; whoever gets it frees it.
  @SuppressWarnings("MustBeClosedChecker")
  static NativeSlab of(int words, boolean shared) {
    java.lang.foreign.Arena lifetime =
        shared ? java.lang.foreign.Arena.ofShared() : java.lang.foreign.Arena.ofConfined();
    return new NativeSlab(lifetime.allocate((long) words * Long.BYTES, Long.BYTES), lifetime);
  }

  int words() {
    return (int) (segment.byteSize() / Long.BYTES);
  }

  void free() {
    lifetime.close();
  }
}
