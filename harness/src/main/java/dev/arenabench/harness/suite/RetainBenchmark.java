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

/// What does it cost to parse a whole corpus and keep every tree, then drop all, where memory is
/// tight?
///
/// The harness gives both sides the same heap, made for the objects: half as much again as they
/// need ([dev.arenabench.harness.plan.TightHeap]), under each collector. So a side pays for what it
/// allocates and for what it makes the collector look at again and again; the figure is the CPU
/// time of the whole process, compilers left out
/// ([dev.arenabench.harness.record.Score#PROCESS_CPU]). Beside it stand the wall time
/// (`whole.wall`), the measured thread's CPU time (`cpu`), the collector's (`collector.cpu`) and
/// the compilers' (`compiler.cpu`).
///
/// **Subjects**: `arena` (one arena that is not reset while the trees live), `arena-fresh` (an
/// arena for each tree), `arena-pooled` (exact copies). **Baseline**: `heap`. **Floor**: `empty`,
/// which parses and has nothing to keep. `heap-careless` needs more memory than there is.
///
/// ```
/// java -cp … org.openjdk.jmh.Main RetainBenchmark -p corpus=lua-10m -prof gc
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
public class RetainBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({"heap", "arena", "arena-fresh", "arena-pooled", "empty"})
  public String contender = "";

  /// Name of the corpus.
  @Param("lua-1m")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("retain", "retain", contender, ForkSources.ofFork(corpus));
  }

  /// Parses the corpus and drops all trees.
  @Benchmark
  public long retain(Clocks clocks) {
    opened().rig().prepare();
    return pass(clocks);
  }
}
