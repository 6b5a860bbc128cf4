package dev.arenabench.harness.suite;

import dev.arenabench.harness.seam.Rig;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/// What does it cost to give back a tree?
///
/// An arena gives back by `reset()` (`arena`) or `close()` (`arena-fresh`), objects by being
/// forgotten and collected. So there are two parts, and their sum is the figure: the time of the
/// release itself (`release.wall`), and the CPU time of the collector's threads (`collector.cpu`).
/// A pass parses the whole corpus, keeps all trees, then releases them. JMH's own score is the wall
/// time of all that, parsing included; the harness records it as `whole.wall`.
///
/// The young generation is small, so that there are many collections to average over; the heap is
/// roomy, as it is for most compilers, and nearly all that the collector meets is dead, which is
/// where forgetting is cheapest.
///
/// **Subjects**: `arena`, `arena-fresh`. **Baseline**: `heap`. **Control**: `heap-careless`.
///
/// ```
/// java -cp … org.openjdk.jmh.Main ReleaseBenchmark -prof gc
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Xmn128m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ReleaseBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({"heap", "heap-careless", "arena", "arena-fresh"})
  public String contender = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("release", "release", contender, ForkSources.ofFork(corpus));
  }

  /// Parses the corpus and gives all trees back.
  @Benchmark
  public long release(Clocks clocks, Release release) {
    Rig rig = opened().rig();
    rig.prepare();
    long start = System.nanoTime();
    long checksum = pass(clocks);
    release.releaseWallNanos += System.nanoTime() - start;
    return checksum;
  }

  /// Sum over an iteration; to be divided by the passes.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Release {
    /// Wall time of giving back alone.
    public long releaseWallNanos;
  }
}
