package dev.arenabench.arena;

class HeapArenaTest extends ArenaContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.create(options);
  }
}
