package dev.arenabench.harness.suite;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// How many times the baseline's time does the subject need for the same work?
///
/// Both contenders live in one JVM, each behind its own class loader, and take turns: a block is A
/// B B A or B A A B, blocks alternate, and each block gives one ratio. What differs between two
/// JVMs (layout of code and heap, luck of the compiler's timing, the neighbour on the next core)
/// falls on both sides alike and leaves the ratio; a drift that is linear over a block cancels.
///
/// **Subject**: A. **Baseline, floor or control**: B, by the parameters. **Result**: not JMH's
/// score (the time of the block), but its secondary results: thread CPU and wall nanoseconds, and
/// bytes allocated, for one pass of each side. Thread CPU time is the mutator's own; collections
/// that one side causes and the other suffers are in the wall time only, since they run in threads
/// of their own. No collection is forced between turns: it would not make the figure fairer, only
/// the block longer.
///
/// The warm-up ends when the compilers are idle ([Settling]), after `warmupBlocks` at the least;
/// what is left of JMH's warm-up iterations then passes without a block and is not recorded. Each
/// block says how much the compilers and the collector did meanwhile.
///
/// A turn is as many passes as the faster side needs for `turnMillis`, found during the warm-up and
/// kept from then on, the same for both.
///
/// ```
/// java -cp … org.openjdk.jmh.Main DuelBenchmark -p suite=parse -p measure=parse -p subject=arena
/// ```
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 120)
@Measurement(iterations = 20)
public class DuelBenchmark {
  private static final int MAX_PASSES = 1 << 20;

  /// Sides that have no tree to take a checksum of: floors, and the reference implementation, which
  /// goes to bytecode at once.
  private static final Set<String> WITHOUT_TREE = Set.of("byte-sum", "empty", "reference");

  /// Suite of the measure.
  @Param("parse")
  public String suite = "";

  /// Measure within the suite.
  @Param("parse")
  public String measure = "";

  /// Side A.
  @Param("arena")
  public String subject = "";

  /// Side B.
  @Param("heap")
  public String baseline = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  /// Turns of the first block; the next one has the other order.
  @Param({"ABBA", "BAAB"})
  public String order = "";

  /// What the faster side's turn lasts at least.
  @Param("12")
  public int turnMillis;

  /// Blocks of warm-up at least.
  @Param("20")
  public int warmupBlocks;

  private final ThreadMeter meter = new ThreadMeter();
  private final VmThreads vmThreads = new VmThreads();
  private @Nullable Settling settling;
  private boolean skip;
  private @Nullable Player a;
  private @Nullable Player b;
  private boolean subjectFirst;
  private int passes = 1;

  /// Nanoseconds and bytes for one pass, each the mean of the side's two turns.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Block {
    /// Thread CPU time of the subject.
    public double subjectCpu;

    /// Wall time of the subject.
    public double subjectWall;

    /// Bytes that the subject allocated.
    public double subjectBytes;

    /// Thread CPU time of the baseline.
    public double baselineCpu;

    /// Wall time of the baseline.
    public double baselineWall;

    /// Bytes that the baseline allocated.
    public double baselineBytes;

    /// How many passes a turn was; 0 for an iteration that was not needed for the warm-up.
    public double passes;

    /// CPU time of the JVM's compilers during the block.
    public double compilerCpu;

    /// CPU time of the collector during the block.
    public double collectorCpu;
  }

  /// Loads both sides and lets each do one pass, whose checksum all later ones must repeat.
  @Setup(Level.Trial)
  public void open() {
    if (!order.equals("ABBA") && !order.equals("BAAB")) {
      throw new IllegalArgumentException("order=" + order + ": use ABBA or BAAB");
    }
    subjectFirst = order.equals("ABBA");
    settling = new Settling(warmupBlocks);
    Source[] sources = ForkSources.ofFork(corpus);
    a = new Player(Side.subject(suite, measure, subject, sources), meter);
    b = new Player(Side.baseline(suite, measure, baseline, sources), meter);
    boolean sameWork =
        !suite.equals("lex") && !WITHOUT_TREE.contains(subject) && !WITHOUT_TREE.contains(baseline);
    if (sameWork && player(a).checksum != player(b).checksum) {
      throw new IllegalStateException(
          "checksums differ, so this is no comparison: "
              + subject
              + "="
              + player(a).checksum
              + ", "
              + baseline
              + "="
              + player(b).checksum);
    }
  }

  /// Fits the length of a turn to the speed so far; the measurement keeps what the warm-up found.
  @Setup(Level.Iteration)
  public void fit(IterationParams iteration) {
    boolean warmup = iteration.getType() == IterationType.WARMUP;
    skip = warmup && settling != null && settling.isOver();
    if (warmup && !skip) {
      double fasterNanos = Math.min(player(a).priceOfPass(), player(b).priceOfPass());
      double wanted = Math.ceil(TimeUnit.MILLISECONDS.toNanos(turnMillis) / fasterNanos);
      passes = (int) Math.clamp(wanted, 1, MAX_PASSES);
    }
  }

  /// Four turns.
  @Benchmark
  public long block(Block block) {
    if (skip) {
      return 0;
    }
    VmThreads.Times timesBefore = vmThreads.now();
    long wallBefore = System.nanoTime();
    Player subject = player(a);
    Player baseline = player(b);
    subject.clear();
    baseline.clear();
    Player first = subjectFirst ? subject : baseline;
    Player second = subjectFirst ? baseline : subject;
    first.turn(meter, passes);
    second.turn(meter, passes);
    second.turn(meter, passes);
    first.turn(meter, passes);
    subjectFirst = !subjectFirst;

    block.subjectCpu = subject.cpuPerPass();
    block.subjectWall = subject.nanosPerPass();
    block.subjectBytes = subject.bytesPerPass();
    block.baselineCpu = baseline.cpuPerPass();
    block.baselineWall = baseline.nanosPerPass();
    block.baselineBytes = baseline.bytesPerPass();
    block.passes = passes;
    VmThreads.Times times = vmThreads.now().since(timesBefore);
    block.compilerCpu = times.compilerNanos();
    block.collectorCpu = times.collectorNanos();
    if (settling != null) {
      settling.take(System.nanoTime() - wallBefore, times.compilerNanos());
    }
    return subject.checksum + baseline.checksum;
  }

  /// Closes both sides.
  @TearDown(Level.Trial)
  public void close() {
    player(a).side.close();
    player(b).side.close();
  }

  private static Player player(@Nullable Player player) {
    if (player == null) {
      throw new IllegalStateException("open() comes first");
    }
    return player;
  }

  /// A side and what its turns took since [#clear].
  private static final class Player {
    private final Side side;
    private final long checksum;
    private long cpuNanos;
    private long wallNanos;
    private long allocatedBytes;
    private long passes;

    Player(Side side, ThreadMeter meter) {
      this.side = side;
      long cpuBefore = meter.cpuNanos();
      long wallBefore = System.nanoTime();
      checksum = side.rig().pass();
      wallNanos = System.nanoTime() - wallBefore;
      cpuNanos = meter.cpuNanos() - cpuBefore;
      passes = 1;
    }

    void clear() {
      cpuNanos = 0;
      wallNanos = 0;
      allocatedBytes = 0;
      passes = 0;
    }

    void turn(ThreadMeter meter, int count) {
      Rig rig = side.rig();
      long allocatedBefore = meter.allocatedBytes();
      long cpuBefore = meter.cpuNanos();
      long wallBefore = System.nanoTime();
      boolean same = true;
      for (int i = 0; i < count; i++) {
        same &= rig.pass() == checksum;
      }
      wallNanos += System.nanoTime() - wallBefore;
      cpuNanos += meter.cpuNanos() - cpuBefore;
      allocatedBytes += meter.allocatedBytes() - allocatedBefore;
      passes += count;
      if (!same) {
        throw new IllegalStateException(
            "rig=" + rig + ": a pass did not repeat the checksum of the first, " + checksum);
      }
    }

    /// By CPU time where the clock is fine enough: a turn that had to wait for a CPU would
    /// otherwise make the next one short.
    double priceOfPass() {
      return cpuNanos > 0 ? cpuPerPass() : nanosPerPass();
    }

    double cpuPerPass() {
      return (double) cpuNanos / passes;
    }

    double nanosPerPass() {
      return (double) wallNanos / passes;
    }

    double bytesPerPass() {
      return (double) allocatedBytes / passes;
    }
  }
}
