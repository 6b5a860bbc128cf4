package dev.arenabench.arena;

/// In checked mode ([Checks]): memory of an arena was used in a way that its contract rules out.
/// Nothing has changed. A fault of the program, not of its input; without checks the same program
/// reads or writes whatever lies there.
public final class ArenaAccessException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int handle;
  private final long epoch;
  private final long current;

  /// For views of what lies in an arena.
  ///
  /// @param problem what is wrong, without a full stop
  /// @param handle what was used, as the view's users name it
  /// @param epoch [Arena#epoch] that it is from; 0 if that is not known
  /// @param current the arena's epoch now
  public ArenaAccessException(String problem, int handle, long epoch, long current) {
    super(
        problem
            + ": handle=0x"
            + Integer.toHexString(handle)
            + ", epoch="
            + (epoch == 0 ? "unknown" : epoch)
            + ", current="
            + current);
    this.handle = handle;
    this.epoch = epoch;
    this.current = current;
  }

  /// What was used.
  public int handle() {
    return handle;
  }

  /// The epoch that it is from, of the arena that it is from; 0 if that is not known.
  public long epoch() {
    return epoch;
  }

  /// The epoch of the arena that it was used with.
  public long current() {
    return current;
  }
}
