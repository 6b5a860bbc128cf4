package dev.arenabench.arena.tree;

/// How much room a builder asks for at first. A class of its own, so that neither builder needs the
/// other's.
final class SourceHint {
  /// How many bytes of source make a word. Real programs have between 6 and 12, half of them more
  /// than 9, one in a hundred fewer than 6: a region that starts with this is seldom outgrown, not
  /// even with what waits.
  static final int SOURCE_BYTES_PER_WORD = 5;

  private static final int LEAST_WORDS = 64;

  private SourceHint() {}

  /// @throws IllegalArgumentException if `sourceBytes` is negative
  static int words(int sourceBytes) {
    if (sourceBytes < 0) {
      throw new IllegalArgumentException("sourceBytes=" + sourceBytes + ", least=0");
    }
    return sourceBytes / SOURCE_BYTES_PER_WORD + LEAST_WORDS;
  }
}
