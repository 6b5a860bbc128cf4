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

/// How long does it take to scan all tokens?
///
/// **Subject**: `lexer`. **Floor**: `byte-sum`, which adds up the same bytes. No contender has a
/// part in it: it is the share of `parse` that no tree can make faster.
///
/// ```
/// java -cp … org.openjdk.jmh.Main LexBenchmark
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(
    value = 4,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"})
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class LexBenchmark extends SoloBenchmark {
  /// Who runs.
  @Param({"lexer", "byte-sum"})
  public String contender = "";

  /// Name of the corpus.
  @Param("shipped")
  public String corpus = "";

  @Override
  Side side() {
    return Side.subject("lex", "lex", contender, ForkSources.ofFork(corpus));
  }

  /// One pass over the corpus.
  @Benchmark
  public long lex(Clocks clocks) {
    return pass(clocks);
  }
}
