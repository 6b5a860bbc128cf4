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

/// How much of parsing is building?
///
/// A recorded stream of constructs is played to the builder, without source and parser.
/// **Subjects**: the arenas. **Baseline**: `heap`. **Control**: `heap-careless`. **Floor**:
/// `empty`, the stream played to a builder that adds up positions.
///
/// ```
/// java -cp … org.openjdk.jmh.Main BuildBenchmark -prof gc
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class BuildBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({
    "heap",
    "heap-careless",
    "arena",
    "arena-fresh",
    "arena-growing",
    "arena-native",
    "arena-tiered",
    "empty"
  })
  public String contender = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("build", "build", contender, ForkSources.ofFork(corpus));
  }

  /// One pass over the corpus.
  @Benchmark
  public long build(Clocks clocks) {
    return pass(clocks);
  }
}
