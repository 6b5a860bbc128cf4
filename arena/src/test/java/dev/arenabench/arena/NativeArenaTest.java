package dev.arenabench.arena;

class NativeArenaTest extends ArenaContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.offHeap(options);
  }
}
