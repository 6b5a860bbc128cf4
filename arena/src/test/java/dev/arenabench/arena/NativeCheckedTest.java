package dev.arenabench.arena;

class NativeCheckedTest extends CheckedContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.offHeapShared(options);
  }
}
