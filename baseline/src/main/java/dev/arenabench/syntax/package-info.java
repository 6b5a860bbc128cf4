/// The words that the front end, the twins and the harness share: [dev.arenabench.syntax.Kind] of
/// node, the [dev.arenabench.syntax.TreeBuilder] seam, symbols, and what the passes answer.
@org.jspecify.annotations.NullMarked
package dev.arenabench.syntax;
