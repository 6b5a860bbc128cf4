package dev.arenabench.arena;

/// Where an arena's slabs lie.
public enum Memory {
  /// Arrays that the collector knows: [HeapArena].
  ON_HEAP,
  /// Memory segments that it does not: [NativeArena].
  OFF_HEAP
}
