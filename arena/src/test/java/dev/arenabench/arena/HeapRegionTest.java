package dev.arenabench.arena;

class HeapRegionTest extends RegionContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.create(options);
  }

  @Override
  long[] words(Region region) {
    return ((HeapRegion) region).words();
  }

  @Override
  long word(Region region, int index) {
    return words(region)[index];
  }

  @Override
  void set(Region region, int index, long value) {
    words(region)[index] = value;
  }
}
