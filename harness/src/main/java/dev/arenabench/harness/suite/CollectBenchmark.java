package dev.arenabench.harness.suite;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does a full collection cost while all trees of a corpus live?
///
/// Nothing is allocated meanwhile: each collection finds what the last one left. The figure is the
/// CPU time of the process (a collector with several threads, or one that works beside the program,
/// costs more than the time that the program waits), the wall time of the call (`whole.wall`)
/// stands beside it. What every JVM has to look at, and the sources, is in both sides' figures
/// alike: a ratio over a small corpus is about that, and the floor tells how much it is.
///
/// A pass is a `System.gc()`: a pause of Serial, Parallel and G1, a whole cycle of ZGC and
/// Shenandoah, which the call waits for. Heap as in [RetainBenchmark].
///
/// **Subjects**: `arena`, `arena-fresh`. **Baseline**: `heap`. **Floor**: `empty`, no tree at all.
///
/// ```
/// java -cp … org.openjdk.jmh.Main CollectBenchmark -p corpus=lua-10m
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
public class CollectBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({"heap", "arena", "arena-fresh", "arena-pooled", "empty"})
  public String contender = "";

  /// Name of the corpus.
  @Param("lua-1m")
  public String corpus = "";

  @Override
  Side side() {
    Side side = Side.subject("retain", "retain", contender, ForkSources.ofFork(corpus));
    side.rig().prepare();
    return side;
  }

  /// One full collection.
  @Benchmark
  public void collect(Clocks clocks) {
    clocks.passes++;
    System.gc();
  }
}
