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

/// How long does it take to walk all trees of a corpus?
///
/// **Subject**: `arena`. **Baseline**: `heap`. The measure is a pass and the state of the trees:
/// `fresh` from the parser, or `aged` by collections and interleaved building. `count-scan` counts
/// nodes in whatever order is fastest (an arena reads its memory from end to end, objects have no
/// such order), `count` from parent to child in both.
///
/// ```
/// java -cp … org.openjdk.jmh.Main TraverseBenchmark -p measure=count-scan-fresh,count-scan-aged
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TraverseBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({"heap", "arena"})
  public String contender = "";

  /// Pass and state.
  @Param({"count-scan-fresh", "count-fresh", "calls-fresh", "resolve-fresh", "print-fresh"})
  public String measure = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("traverse", measure, contender, ForkSources.ofFork(corpus));
  }

  /// One pass over the corpus.
  @Benchmark
  public long traverse(Clocks clocks) {
    return pass(clocks);
  }
}
