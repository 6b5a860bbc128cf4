package dev.arenabench.harness.statistics;

/// Which alternative a test speaks for.
public enum Tail {
  /// The centre lies below the hypothesis.
  LESS,
  /// The centre lies above the hypothesis.
  GREATER,
  /// The centre lies on either side of it.
  TWO_SIDED
}
