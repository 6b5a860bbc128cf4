package dev.arenabench.heap.careless;

import java.util.List;

/// A node of the careless tree. Parts are nodes like all others.
public sealed interface CarelessNode {
  /// A constant of [dev.arenabench.syntax.Kind].
  int kind();

  /// Byte offset into the source.
  int position();

  record Leaf(int kind, int position) implements CarelessNode {}

  record Text(int kind, String text, int position) implements CarelessNode {}

  /// @param bits of a number, or a count
  record Number(int kind, long bits, int position) implements CarelessNode {}

  record Branch(int kind, List<CarelessNode> children, int position) implements CarelessNode {}

  record NamedBranch(int kind, String name, CarelessNode child, int position)
      implements CarelessNode {}
}
