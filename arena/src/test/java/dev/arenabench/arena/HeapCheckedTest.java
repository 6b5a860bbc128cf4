package dev.arenabench.arena;

class HeapCheckedTest extends CheckedContract {
  @Override
  Arena make(ArenaOptions options) {
    return Arena.create(options);
  }
}
