package dev.arenabench.arena;

/// The switch of checked mode.
///
/// ```
/// java -Ddev.arenabench.arena.checks=true …
/// ```
///
/// Read once, when the first arena is made: a constant for the compiler, which leaves no trace of
/// the checks where they are off. For tests, and for looking for a fault; with it an arena
/// remembers every allocation of the epoch, and takes many times as long.
///
/// What is noticed, always as an [ArenaAccessException]:
///
/// | misuse | |
/// |---|---|
/// | stale handle | its arena was reset or closed since |
/// | foreign handle | another arena answered it, or none did |
/// | index out of range | beyond the allocation, not only beyond the slab |
/// | wrong kind | a string read as words, or words read as a string |
/// | another thread | used by two threads: an arena belongs to the first that uses it, until it is reset or closed or that thread ends |
/// | stale view | a tree whose arena was reset or closed, or whose builder has begun another one |
///
/// And all slabs that were in use are overwritten with [#POISON] on reset and close: what reads
/// them by another way than through the arena does not find what it looks for.
///
/// A handle is another number in this mode: see `Ledger`. No program that takes handles for what
/// they are, names, sees a difference.
public final class Checks {
  /// Whether every access is checked: the system property `dev.arenabench.arena.checks`.
  public static final boolean ON = Boolean.getBoolean("dev.arenabench.arena.checks");

  /// What slabs are filled with when they are taken back.
  public static final long POISON = 0xDEAD_DEAD_DEAD_DEADL;

  private Checks() {}
}
