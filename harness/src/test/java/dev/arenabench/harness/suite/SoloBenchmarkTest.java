package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.contender.Contender;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each benchmark of one contender, called as JMH calls it.
class SoloBenchmarkTest {
  private final SoloBenchmark.Clocks clocks = new SoloBenchmark.Clocks();

  @ParameterizedTest
  @EnumSource
  void parse_everyContender_isParsed(Contender contender) {
    assertEquals(parse(Contender.HEAP), parse(contender));
  }

  private long parse(Contender contender) {
    ParseBenchmark benchmark = new ParseBenchmark();
    benchmark.contender = contender.id();
    benchmark.corpus = "shipped";
    return run(benchmark, opened -> opened.parse(clocks));
  }

  @ParameterizedTest
  @EnumSource
  void build_everyContender_builds(Contender contender) {
    assertEquals(parse(Contender.HEAP), build(contender.id()));
  }

  @Test
  void build_empty_isAFloor() {
    assertNotEquals(0, build("empty"));
  }

  private long build(String contender) {
    BuildBenchmark benchmark = new BuildBenchmark();
    benchmark.contender = contender;
    benchmark.corpus = "shipped";
    return run(benchmark, opened -> opened.build(clocks));
  }

  @Test
  void lex_lexerAndFloor_run() {
    for (String contender : List.of("lexer", "byte-sum")) {
      LexBenchmark benchmark = new LexBenchmark();
      benchmark.contender = contender;
      benchmark.corpus = "shipped";

      assertNotEquals(0, run(benchmark, opened -> opened.lex(clocks)));
    }
  }

  @Test
  void traverse_bothTwins_agree() {
    for (String measure : List.of("count-scan-fresh", "resolve-aged")) {
      assertEquals(traverse("heap", measure), traverse("arena", measure), measure);
    }
  }

  private long traverse(String contender, String measure) {
    TraverseBenchmark benchmark = new TraverseBenchmark();
    benchmark.contender = contender;
    benchmark.measure = measure;
    benchmark.corpus = "shipped";
    return run(benchmark, opened -> opened.traverse(clocks));
  }

  @ParameterizedTest
  @EnumSource
  void release_everyContender_givesBackWhatItParsed(Contender contender) {
    ReleaseBenchmark benchmark = new ReleaseBenchmark();
    benchmark.contender = contender.id();
    benchmark.corpus = "shipped";
    ReleaseBenchmark.Release release = new ReleaseBenchmark.Release();

    assertEquals(parse(Contender.HEAP), run(benchmark, opened -> opened.release(clocks, release)));
    assertTrue(release.releaseWallNanos > 0);
  }

  @ParameterizedTest
  @EnumSource
  void retain_everyContender_dropsWhatItParsed(Contender contender) {
    RetainBenchmark benchmark = new RetainBenchmark();
    benchmark.contender = contender.id();
    benchmark.corpus = "shipped";

    assertEquals(parse(Contender.HEAP), run(benchmark, opened -> opened.retain(clocks)));
  }

  @Test
  void collect_heap_collectsAndCounts() {
    CollectBenchmark benchmark = new CollectBenchmark();
    benchmark.contender = "heap";
    benchmark.corpus = "shipped";
    long before = collections();

    run(
        benchmark,
        opened -> {
          opened.collect(clocks);
          return 0;
        });

    assertEquals(2, clocks.passes);
    assertTrue(collections() >= before + 2);
  }

  private static long collections() {
    return java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionCount())
        .sum();
  }

  @Test
  void clocks_iteration_countPassesAndCpuTime() {
    ParseBenchmark benchmark = new ParseBenchmark();
    benchmark.contender = "heap";
    benchmark.corpus = "shipped";
    benchmark.open();
    clocks.start();
    benchmark.parse(clocks);
    benchmark.parse(clocks);
    clocks.stop();
    benchmark.close();

    assertEquals(2, clocks.passes);
    assertTrue(clocks.cpuNanos > 0);
    assertTrue(clocks.processCpuNanos > 0);
  }

  @Test
  void pass_beforeOpen_isRefused() {
    assertThrows(IllegalStateException.class, () -> new ParseBenchmark().parse(clocks));
  }

  /// Twice, since a benchmark is never called once.
  private static <B extends SoloBenchmark> long run(B benchmark, ToLongFunction<B> method) {
    benchmark.open();
    long first = method.applyAsLong(benchmark);
    long second = method.applyAsLong(benchmark);
    benchmark.close();
    assertEquals(first, second);
    return first;
  }
}
