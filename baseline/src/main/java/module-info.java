/// The TypedLua front end, and the syntax tree kept as objects.
module dev.arenabench.baseline {
  requires static transitive org.jspecify;

  exports dev.arenabench.frontend;
  exports dev.arenabench.heap;
  exports dev.arenabench.heap.careless;
  exports dev.arenabench.syntax;
}
