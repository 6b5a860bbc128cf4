package dev.arenabench.harness.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Map<String, Double> TOLD =
      Map.of(
          "score", 1_000.0,
          "cpu", 800.0,
          "process.cpu", 1_900.0,
          "collector.cpu", 900.0,
          "release.wall", 30.0,
          "compiler.cpu", 400.0,
          "passes", 2.0);

  @Test
  void of_suite_isWhatItIsJudgedBy() {
    assertEquals(Score.WALL, Score.of(row("parse")));
    assertEquals(Score.RELEASE, Score.of(row("release")));
    assertEquals(Score.PROCESS_CPU, Score.of(row("retain")));
    assertEquals(Score.PROCESS_CPU, Score.of(row("collect")));
  }

  @Test
  void settle_wall_leavesAllAsItIs() {
    assertEquals(TOLD, settled(Score.WALL, TOLD));
    assertEquals("cpu", Score.WALL.otherClock());
  }

  @Test
  void settle_release_isTheReleaseAndTheCollector() {
    Map<String, Double> values = settled(Score.RELEASE, TOLD);

    assertEquals(930, values.get("score"));
    assertEquals(1_000, values.get("whole.wall"));
    assertNull(Score.RELEASE.otherClock());
  }

  /// The compilers' time is told for all passes together.
  @Test
  void settle_processCpu_leavesTheCompilersOut() {
    Map<String, Double> values = settled(Score.PROCESS_CPU, TOLD);

    assertEquals(1_700, values.get("score"));
    assertEquals(1_000, values.get("whole.wall"));
    assertEquals(1_900, values.get("process.cpu"));
    assertEquals("whole.wall", Score.PROCESS_CPU.otherClock());
  }

  @Test
  void settle_clockMissing_isNotANumber() {
    Map<String, Double> values =
        settled(Score.PROCESS_CPU, Map.of("score", 1.0, "process.cpu", 2.0, "passes", 1.0));

    assertEquals(Double.NaN, values.get("score"));
  }

  private static Map<String, Double> settled(Score score, Map<String, Double> told) {
    Map<String, Double> values = new HashMap<>(told);
    score.settle(values);
    return values;
  }

  private static Row row(String suite) {
    return new Row(suite, suite, "arena", "heap", "c", Instrument.SOLO);
  }
}
