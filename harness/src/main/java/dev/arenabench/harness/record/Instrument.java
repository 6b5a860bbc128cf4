package dev.arenabench.harness.record;

/// How a row is measured.
public enum Instrument {
  /// Both contenders in one fork, alternating: ratios of the mutator's time.
  DUEL,
  /// A pair of forks adjacent in time, one contender each: whole-process figures.
  SOLO
}
