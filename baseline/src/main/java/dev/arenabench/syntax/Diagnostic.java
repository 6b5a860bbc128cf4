package dev.arenabench.syntax;

/// A program that parses and yet is none: what [Scopes] found first.
///
/// The reference implementation names a line in some of these messages (`… at line 3`); here lines
/// are left out, because positions say the same: `position` is where to look, and `related` is the
/// other place that the message speaks of.
///
/// @param position byte offset into the source
/// @param message in the words of the reference implementation, without line
/// @param related byte offset of the earlier label, or of the function whose limit was passed; -1
///   if there is none
public record Diagnostic(int position, String message, int related) {
  /// No second place.
  public static final int NONE = -1;
}
