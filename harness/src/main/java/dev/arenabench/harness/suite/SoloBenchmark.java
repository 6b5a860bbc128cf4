package dev.arenabench.harness.suite;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What the benchmarks of one contender in a JVM of its own share: the side, opened once, and the
/// clocks that run beside JMH's. The contender is behind a class loader as in a duel, so that the
/// same code is measured.
@State(Scope.Thread)
public abstract class SoloBenchmark {
  private @Nullable Side side;

  /// Opens the contender's side.
  abstract Side side();

  /// Loads the contender and prepares the corpus.
  @Setup(Level.Trial)
  public void open() {
    side = side();
  }

  /// Closes the side.
  @TearDown(Level.Trial)
  public void close() {
    opened().close();
  }

  final Side opened() {
    if (side == null) {
      throw new IllegalStateException("open() comes first");
    }
    return side;
  }

  /// One pass, counted.
  final long pass(Clocks clocks) {
    clocks.passes++;
    return opened().rig().pass();
  }

  /// Sums over an iteration; what is called nanos is to be divided by the passes.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Clocks {
    /// Passes over the corpus.
    public long passes;

    /// CPU time of the measuring thread.
    public long cpuNanos;

    /// CPU time of the whole process: with the collector's threads, and the compilers'.
    public long processCpuNanos;

    /// CPU time of the collector.
    public double collectorCpuNanos;

    /// CPU time of the JVM's compilers, to see whether the warm-up was long enough.
    public double compilerCpu;

    private final ThreadMeter meter = new ThreadMeter();
    private final VmThreads vmThreads = new VmThreads();
    private VmThreads.Times timesAtStart = new VmThreads.Times(0, 0);
    private long cpuAtStart;
    private long processCpuAtStart;

    /// Reads the clocks.
    @Setup(Level.Iteration)
    public void start() {
      timesAtStart = vmThreads.now();
      processCpuAtStart = meter.processCpuNanos();
      cpuAtStart = meter.cpuNanos();
    }

    /// Reads them again.
    @TearDown(Level.Iteration)
    public void stop() {
      cpuNanos = meter.cpuNanos() - cpuAtStart;
      processCpuNanos = meter.processCpuNanos() - processCpuAtStart;
      VmThreads.Times times = vmThreads.now().since(timesAtStart);
      collectorCpuNanos = times.collectorNanos();
      compilerCpu = times.compilerNanos();
    }
  }
}
