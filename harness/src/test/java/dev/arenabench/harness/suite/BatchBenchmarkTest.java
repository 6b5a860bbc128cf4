package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.contender.Contender;
import dev.arenabench.harness.seam.Batch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchBenchmarkTest {
  @ParameterizedTest
  @EnumSource
  void batch_everyContender_sameWorkWhoeverIsNamedFirst(Contender contender) {
    assertEquals(batch("all", "heap"), batch("all", contender.id()));
    assertEquals(batch("all", "heap"), batch(contender.id(), "threads-1"));
  }

  private static long batch(String measure, String contender) {
    BatchBenchmark.Crew crew = new BatchBenchmark.Crew();
    BatchBenchmark benchmark = new BatchBenchmark();
    benchmark.measure = measure;
    benchmark.contender = contender;
    benchmark.corpus = "shipped";
    benchmark.open();
    crew.start();
    long first = benchmark.batch(crew);
    long second = benchmark.batch(crew);
    crew.stop();
    benchmark.close();
    assertEquals(first, second);
    assertEquals(2 * Batch.ROUNDS, crew.passes);
    assertTrue(crew.processCpuNanos > 0);
    assertEquals(Runtime.getRuntime().availableProcessors(), crew.cores);
    return first;
  }
}
