package dev.arenabench.harness.probe;

/// Bytes that one pass of some work allocates, by the thread's own counter: exact.
final class BytesProbe {
  /// Passes before the window: the interner has seen every name, every array has grown, and all
  /// that a first execution loads and links is there.
  static final int SETTLING_PASSES = 50;

  private BytesProbe() {}

  /// Bytes allocated by one pass in steady state: the least of several windows, which differ only
  /// when the JVM did something of its own on this thread.
  static long perPass(Runnable pass) {
    for (int i = 0; i < SETTLING_PASSES; i++) {
      pass.run();
    }
    // Twice before the window: the first call may itself allocate.
    AllocatedBytes.current();
    AllocatedBytes.current();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = AllocatedBytes.current();
      pass.run();
      least = Math.min(least, AllocatedBytes.current() - before);
    }
    return least;
  }
}
