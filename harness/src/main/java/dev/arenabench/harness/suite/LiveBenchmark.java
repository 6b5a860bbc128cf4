package dev.arenabench.harness.suite;

import dev.arenabench.harness.seam.Rig;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many bytes live in a fork of [RetainBenchmark] while all trees do, and how many while none
/// does?
///
/// No time is measured. It is a benchmark so that what JMH and the harness hold themselves is what
/// they hold in the forks whose heap is made by its figures. With the serial collector, told to
/// leave nothing dead behind a full collection, so that used is live.
@BenchmarkMode(Mode.SingleShotTime)
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseSerialGC",
      "-XX:MarkSweepDeadRatio=0",
      "-XX:MarkSweepAlwaysCompactCount=1",
      "-Xmx1g"
    })
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class LiveBenchmark extends SoloBenchmark {
  /// The first one may leave what cleaners of others still have to let go.
  private static final int COLLECTIONS = 3;

  /// Whose trees.
  @Param("heap")
  public String contender = "";

  /// Name of the corpus.
  @Param("lua-1m")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("retain", "retain", contender, ForkSources.ofFork(corpus));
  }

  /// Keeps all trees and drops them, then the same again, and looks after each.
  @Benchmark
  public long live(Live live) {
    Rig rig = opened().rig();
    // The first time, names are new and arrays have to grow.
    rig.prepare();
    rig.pass();
    double baseBytes = liveBytes();
    rig.prepare();
    live.treeBytes = liveBytes() - baseBytes;
    live.baseBytes = baseBytes;
    return rig.pass();
  }

  /// What the last collection has left: what is used now would hold allocation buffers as well, of
  /// a megabyte each.
  private static double liveBytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    double bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      bytes += left == null ? 0 : left.getUsed();
    }
    return bytes;
  }

  /// Live bytes.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Live {
    /// While no tree lives: sources, names, the front end, JMH, the JVM's own.
    public double baseBytes;

    /// What all trees add to that.
    public double treeBytes;
  }
}
