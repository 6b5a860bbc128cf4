package dev.arenabench.arena;

import java.lang.foreign.MemorySegment;

class NativeRegionTest extends RegionContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.offHeap(options);
  }

  @Override
  MemorySegment words(Region region) {
    return ((NativeRegion) region).segment();
  }

  @Override
  long word(Region region, int index) {
    return words(region).get(NativeArena.WORD, 8L * index);
  }

  @Override
  void set(Region region, int index, long value) {
    words(region).set(NativeArena.WORD, 8L * index, value);
  }
}
