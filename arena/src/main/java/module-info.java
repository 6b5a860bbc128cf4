/// The arena, and the syntax tree kept in one.
module dev.arenabench.arena {
  requires transitive dev.arenabench.baseline;
  requires static transitive org.jspecify;

  exports dev.arenabench.arena;
  exports dev.arenabench.arena.tree;
}
