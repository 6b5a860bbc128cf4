package dev.arenabench.harness.corpus;

import java.util.List;

/// Some statements of a shipped program that stand together at its top level, with the comment in
/// front of them.
///
/// @param parts in order
/// @param length bytes of the original
/// @param locals how many local variables it leaves in the scope that it stands in
/// @param isReturn whether it ends its function, so that nothing may follow
record Piece(List<Part> parts, int length, int locals, boolean isReturn) {
  /// Text that stays, or a place that varies.
  sealed interface Part {}

  record Fixed(byte[] text) implements Part {}

  record Varying(Template template) implements Part {}
}
