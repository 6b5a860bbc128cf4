package dev.arenabench.arena;

/// How much an arena is expected to hold at a time, and who is told when it is more.
///
/// Told once in each epoch, by the arena's thread, from within the call that noticed. Nothing of it
/// is on the fast path: an arena looks when it takes a further slab, when a region is closed, and
/// when it is reset or closed. So values are noticed later than they are allocated, by up to what
/// was left of their slab, but in the same epoch.
///
/// @param bytes the most that [Arena#usedBytes] should come to. `0 ≤ bytes`
/// @param listener who is told
public record Expectation(long bytes, Listener listener) {
  /// @throws IllegalArgumentException if `bytes` is negative
  public Expectation {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes=" + bytes + ", least=0");
    }
  }

  /// Who is told.
  @FunctionalInterface
  public interface Listener {
    /// The arena holds more than was expected. What noticed it is done, all but answering; an
    /// exception comes out of that call in place of its answer.
    ///
    /// @param arena to look at its figures; not to be reset or closed here
    /// @param expectedBytes what was expected
    /// @param usedBytes what it holds
    void passed(Arena arena, long expectedBytes, long usedBytes);
  }
}
