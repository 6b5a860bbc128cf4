package dev.arenabench.harness.suite;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/// Decides when the warm-up of a duel is over: when the JVM's compilers have had nothing to do for
/// some blocks. How long that takes depends on the machine and on what else it does, so no fixed
/// number of blocks is right: too few measure interpreted code now and then, too many waste the
/// time of every fork.
final class Settling {
  /// The compilers' share of a block up to which they count as idle.
  private static final double IDLE_SHARE = 0.02;

  private static final int IDLE_BLOCKS = 4;

  private final int leastBlocks;
  private final CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
  private int blocks;
  private int idleBlocks;
  private long compilationMillis;

  /// @param leastBlocks how many blocks the warm-up has at least
  Settling(int leastBlocks) {
    this.leastBlocks = leastBlocks;
  }

  /// Takes a block of the warm-up.
  ///
  /// @param compilerNanos CPU time of the compilers meanwhile, or not-a-number
  void take(double wallNanos, double compilerNanos) {
    // Where nobody tells the compilers' CPU time: whether one of them has finished something.
    long nowMillis = compilation.getTotalCompilationTime();
    boolean idle =
        Double.isNaN(compilerNanos)
            ? nowMillis == compilationMillis
            : compilerNanos <= IDLE_SHARE * wallNanos;
    compilationMillis = nowMillis;
    blocks++;
    idleBlocks = idle ? idleBlocks + 1 : 0;
  }

  /// Whether the warm-up is over.
  boolean isOver() {
    return blocks >= leastBlocks && idleBlocks >= IDLE_BLOCKS;
  }
}
