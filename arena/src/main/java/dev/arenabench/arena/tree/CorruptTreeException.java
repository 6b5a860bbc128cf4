package dev.arenabench.arena.tree;

/// The words of an [ArenaTree] are no tree: something wrote over them, or the arena was reset while
/// the tree was still in use.
public final class CorruptTreeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int handle;

  CorruptTreeException(int handle, String message) {
    super(message);
    this.handle = handle;
  }

  /// The node that is wrong.
  public int handle() {
    return handle;
  }
}
