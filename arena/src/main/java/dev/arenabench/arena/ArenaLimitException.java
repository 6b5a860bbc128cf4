package dev.arenabench.arena;

/// An arena would have to hold more than its hard limit allows. Nothing in use has changed (free
/// slabs may have been given back to make room): the arena, what lies in it and an open region are
/// as before, and a smaller request may still succeed.
public final class ArenaLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long requestedBytes;
  private final long usedBytes;
  private final long limitBytes;

  ArenaLimitException(long requestedBytes, long usedBytes, long limitBytes) {
    super(
        "requestedBytes="
            + requestedBytes
            + ", usedBytes="
            + usedBytes
            + ", limitBytes="
            + limitBytes);
    this.requestedBytes = requestedBytes;
    this.usedBytes = usedBytes;
    this.limitBytes = limitBytes;
  }

  /// What was asked for: the smallest contiguous piece that would have done.
  public long requestedBytes() {
    return requestedBytes;
  }

  /// [Arena#usedBytes] at that moment.
  public long usedBytes() {
    return usedBytes;
  }

  /// The limit that was passed: [ArenaOptions#limitBytes], or what one array can hold.
  public long limitBytes() {
    return limitBytes;
  }
}
