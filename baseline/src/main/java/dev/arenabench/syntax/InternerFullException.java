package dev.arenabench.syntax;

/// An [Interner] has no room for another string. Names and strings that it has are still found.
///
/// No source alone is wrong then: a new interner has room for the names of any, unless they are
/// more than [Interner#MAX_SYMBOL]. The parser makes a [SyntaxException] of it, at the place of the
/// first name or string that did not fit.
public final class InternerFullException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  InternerFullException(String message) {
    super(message);
  }
}
