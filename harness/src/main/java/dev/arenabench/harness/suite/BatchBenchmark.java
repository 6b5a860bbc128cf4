package dev.arenabench.harness.suite;

import dev.arenabench.harness.seam.Batch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// How fast are many files parsed on several threads, and how well does that scale?
///
/// Each thread takes the next file when it has done with one. The figure is wall time; CPU time of
/// the process (`process.cpu`) and of the collector (`collector.cpu`) stand beside it. On n threads
/// that need nothing from each other it is an n-th; what is missing is what they share: memory
/// bandwidth, the collector, and here and there a lock.
///
/// **Subjects**: `arena` (one for each thread), `arena-pooled` (one pool), `arena-fresh`.
/// **Baseline**: `heap`; or the same contender on one thread. So a contender and a number of
/// threads are a fork's two parameters, in either order: `measure=all contender=arena`, or
/// `measure=arena contender=all`. Threads are `all` or `threads-N`.
///
/// ```
/// java -cp … org.openjdk.jmh.Main BatchBenchmark -p measure=arena -p contender=threads-1,all
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class BatchBenchmark extends SoloBenchmark {
  /// Threads, or who runs.
  @Param("all")
  public String measure = "";

  /// Who runs, or threads.
  @Param({"heap", "heap-careless", "arena", "arena-fresh", "arena-pooled"})
  public String contender = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("batch", measure, contender, ForkSources.ofFork(corpus));
  }

  /// Several passes over the corpus, of which JMH tells the time of one.
  @Benchmark
  @OperationsPerInvocation(Batch.ROUNDS)
  public long batch(Crew crew) {
    crew.passes += Batch.ROUNDS;
    return opened().rig().pass();
  }

  /// Sums over an iteration; what is called nanos is to be divided by the passes. The measuring
  /// thread's own CPU time is not among them: it is one of several.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Crew {
    /// Passes over the corpus.
    public long passes;

    /// CPU time of the whole process.
    public long processCpuNanos;

    /// CPU time of the collector.
    public double collectorCpuNanos;

    /// CPU time of the JVM's compilers, to see whether the warm-up was long enough.
    public double compilerCpu;

    /// Cores that the process may use: how many threads `all` is.
    public long cores;

    private final ThreadMeter meter = new ThreadMeter();
    private final VmThreads vmThreads = new VmThreads();
    private VmThreads.Times timesAtStart = new VmThreads.Times(0, 0);
    private long processCpuAtStart;

    /// Reads the clocks.
    @Setup(Level.Iteration)
    public void start() {
      timesAtStart = vmThreads.now();
      processCpuAtStart = meter.processCpuNanos();
    }

    /// Reads them again.
    @TearDown(Level.Iteration)
    public void stop() {
      processCpuNanos = meter.processCpuNanos() - processCpuAtStart;
      VmThreads.Times times = vmThreads.now().since(timesAtStart);
      collectorCpuNanos = times.collectorNanos();
      compilerCpu = times.compilerNanos();
      cores = Runtime.getRuntime().availableProcessors();
    }
  }
}
