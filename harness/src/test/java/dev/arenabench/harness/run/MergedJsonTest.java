package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MergedJsonTest {
  /// Every field that JMH 1.37 writes.
  private static final List<String> FIELDS =
      List.of(
          "jmhVersion",
          "benchmark",
          "mode",
          "threads",
          "forks",
          "jvm",
          "jvmArgs",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupIterations",
          "warmupTime",
          "warmupBatchSize",
          "measurementIterations",
          "measurementTime",
          "measurementBatchSize",
          "params",
          "primaryMetric",
          "secondaryMetrics");

  private static final List<String> METRIC_FIELDS =
      List.of("score", "scoreError", "scoreConfidence", "scorePercentiles", "scoreUnit", "rawData");

  private static final List<UnitRecord> UNITS =
      List.of(
          SampleUnits.duel(0, 0.5),
          SampleUnits.failed(1, "gone"),
          SampleUnits.duel(2, 0.6),
          SampleUnits.pair(
              3,
              "BA",
              SampleUnits.soloFork("heap", 90, 100),
              SampleUnits.soloFork("arena", 40, 50)));

  @Test
  void of_units_haveTheFieldsOfJmh() {
    for (Map<?, ?> entry : entries()) {
      assertEquals(FIELDS, List.copyOf(entry.keySet()));
      assertEquals(METRIC_FIELDS, List.copyOf(map(entry, "primaryMetric").keySet()));
    }
  }

  @Test
  void of_duel_isAnEntryForEachSide() {
    Map<?, ?> arena = entries().get(0);
    Map<?, ?> heap = entries().get(1);

    assertEquals("ss", arena.get("mode"));
    assertEquals(2, arena.get("forks"));
    assertEquals("arena", map(arena, "params").get("contender"));
    assertEquals("heap", map(arena, "params").get("opponent"));
    assertEquals("heap", map(heap, "params").get("contender"));
    assertEquals(
        List.of(List.of(50.0, 100.0, 3.5), List.of(60.0, 120.0, 4.2)),
        map(arena, "primaryMetric").get("rawData"));
    assertEquals(
        List.of(List.of(100.0, 200.0, 1.0), List.of(100.0, 200.0, 1.0)),
        map(heap, "primaryMetric").get("rawData"));
    assertEquals("ns/op", map(arena, "primaryMetric").get("scoreUnit"));
    assertEquals(
        List.of("gc.alloc.rate.norm", "gc.count", "wall"),
        List.copyOf(map(arena, "secondaryMetrics").keySet()));
    assertEquals(6.0, map(map(arena, "secondaryMetrics"), "gc.count").get("score"));
  }

  @Test
  void of_pair_isAnEntryForEachContender() {
    Map<?, ?> arena = entries().get(2);
    Map<?, ?> heap = entries().get(3);

    assertEquals("dev.arenabench.harness.suite.ParseBenchmark.parse", arena.get("benchmark"));
    assertEquals("avgt", arena.get("mode"));
    assertEquals(List.of(List.of(40.0, 50.0)), map(arena, "primaryMetric").get("rawData"));
    assertEquals(45.0, map(arena, "primaryMetric").get("score"));
    assertEquals(List.of(List.of(90.0, 100.0)), map(heap, "primaryMetric").get("rawData"));
    assertTrue(map(arena, "secondaryMetrics").containsKey("cpu"));
  }

  @Test
  void of_oneIterationOnly_writesErrorAsJmhDoes() {
    List<UnitRecord> one =
        List.of(
            SampleUnits.pair(
                0, "AB", SampleUnits.soloFork("arena", 40), SampleUnits.soloFork("heap", 90)));

    Map<?, ?> metric = map(entries(one).getFirst(), "primaryMetric");

    assertEquals("NaN", metric.get("scoreError"));
  }

  @Test
  void of_rowWithoutResult_isMissing() {
    assertTrue(entries(List.of(SampleUnits.failed(0, "gone"))).isEmpty());
    assertFalse(entries().isEmpty());
  }

  private static List<Map<?, ?>> entries() {
    return entries(UNITS);
  }

  /// Written and read again, as another tool would.
  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> entries(List<UnitRecord> units) {
    Plan plan =
        Plan.ofRows(
            Preset.SMOKE,
            1,
            List.of(new PlannedRow(SampleUnits.DUEL, 3), new PlannedRow(SampleUnits.SOLO, 1)));
    RunRecord run =
        new RunRecord(
            RunRecord.SCHEMA,
            "id",
            "smoke",
            1,
            "command",
            0,
            null,
            null,
            false,
            List.of(),
            Map.of("jmh", "1.37", "java", "25", "jvm", "VM", "jvm version", "25+1"),
            List.of(),
            List.of(SampleUnits.DUEL, SampleUnits.SOLO),
            plan.unitsPerRow());
    return Json.read(Json.pretty(MergedJson.of(run, plan, units)), List.class);
  }

  private static Map<?, ?> map(Map<?, ?> entry, String key) {
    return Objects.requireNonNull((Map<?, ?>) entry.get(key), key);
  }
}
