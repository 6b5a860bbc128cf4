package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void done_duel_showsRatioSoFar() {
    assertEquals(
        "[ 9/70] parse arena:heap shipped  ratio so far 0.520 (2 duels)  3:20 left",
        Steps.done(
            9,
            70,
            SampleUnits.duel(8, 0.53),
            List.of(0.51, Double.NaN, 0.53),
            Duration.ofSeconds(200)));
  }

  @Test
  void done_failed_showsTheReason() {
    assertEquals(
        "[1/1] parse arena:heap shipped  failed: gone",
        Steps.done(1, 1, SampleUnits.failed(0, "gone"), List.of(Double.NaN), Duration.ZERO));
  }

  @Test
  void working_traverse_showsMeasure() {
    Row row = new Row("traverse", "count-aged", "arena", "heap", "lua-1m", Instrument.DUEL);

    assertEquals(
        "[  1/100] traverse count-aged arena:heap lua-1m  1:02:03 left",
        Steps.working(0, 100, row, Duration.ofSeconds(3723)));
  }
}
