package dev.arenabench.syntax;

/// What a [Kind] carries besides its position. A builder needs to know no more about a construct
/// than this; [TreeBuilder] has one uniform method for each shape.
public enum Shape {
  /// No children, no payload: `nil`, `break`.
  LEAF,
  /// No children; the payload is a symbol of the [Interner], or a small count.
  SYMBOL,
  /// No children; the payload is 64 bits: a Lua integer, or the bits of a Lua float.
  NUMBER,
  /// Exactly one child; the payload is a symbol, or 0 where the kind has none.
  WRAP,
  /// Any number of children, no payload.
  NODE
}
