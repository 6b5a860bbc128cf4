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

/// How long does it take from bytes to a finished tree, and what does the whole process pay for it?
///
/// **Subjects**: the arenas. **Baseline**: `heap`. **Control**: `heap-careless`. **Floor**:
/// `LexBenchmark`. Each tree is given back before the next file; for ratios of the mutator alone
/// see [DuelBenchmark].
///
/// ```
/// java -cp … org.openjdk.jmh.Main ParseBenchmark -prof gc -p contender=arena,heap
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ParseBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({
    "heap",
    "heap-careless",
    "arena",
    "arena-fresh",
    "arena-growing",
    "arena-native",
    "arena-tiered"
  })
  public String contender = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("parse", "parse", contender, ForkSources.ofFork(corpus));
  }

  /// One pass over the corpus.
  @Benchmark
  public long parse(Clocks clocks) {
    return pass(clocks);
  }
}
