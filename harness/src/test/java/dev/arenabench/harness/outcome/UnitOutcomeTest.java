package dev.arenabench.harness.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.UnitOutcome.Reading;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UnitOutcomeTest {
  private static final Row DUEL = Records.row("parse", "arena", "heap", Instrument.DUEL);
  private static final Row SOLO = Records.row("release", "arena", "heap", Instrument.SOLO);

  private static Reading reading(UnitRecord unit) {
    Reading reading = UnitOutcome.of(unit).reading();
    assertNotNull(reading, () -> UnitOutcome.of(unit).toString());
    return reading;
  }

  @Test
  void of_duel_medianOfTheBlocksLogRatiosWithoutWarmup() {
    // Ratios 1/2, 1/4, 1/16: the median of the ratios, not the ratio of the medians (2 / 4).
    Reading reading =
        reading(
            Records.duel(DUEL, 0, new double[] {1, 2}, new double[] {2, 8}, new double[] {4, 64}));
    assertEquals(Math.log(1 / 4.0), reading.y(), 1e-12);
    assertEquals(Math.log(2 / 4.0), reading.secondOpinion(), 1e-12);
    assertEquals(2, reading.subjectNanos());
    assertEquals(8, reading.baselineNanos());
    assertNull(reading.subjectProcess());
  }

  @Test
  void of_duelWithEvenBlocks_halfWayBetweenTheMiddleLogs() {
    Reading reading = reading(Records.duel(DUEL, 0, new double[] {1, 1}, new double[] {4, 1}));
    assertEquals(Math.log(2), reading.y(), 1e-12);
  }

  @Test
  void of_soloPair_sidesByOrderNotByName() {
    var fast = Records.solo("arena", List.of(Map.of("score", 10.0), Map.of("score", 30.0)));
    var slow = Records.solo("arena", List.of(Map.of("score", 80.0)));
    assertEquals(Math.log(20 / 80.0), reading(Records.pair(SOLO, 0, "AB", fast, slow)).y(), 1e-12);
    assertEquals(Math.log(80 / 20.0), reading(Records.pair(SOLO, 0, "BA", fast, slow)).y(), 1e-12);
  }

  @Test
  void of_soloPair_gcFiguresWithoutWarmup() {
    var arena = Records.solo("arena", List.of(Map.of("score", 1.0)));
    var heap =
        Records.solo(
            "heap",
            List.of(
                Map.of("score", 1.0, "gc.alloc.rate.norm", 100.0, "gc.count", 1.0, "gc.time", 5.0),
                Map.of(
                    "score", 1.0, "gc.alloc.rate.norm", 104.0, "gc.count", 2.0, "gc.time", 7.0)));
    Reading reading = reading(Records.pair(SOLO, 0, "BA", heap, arena));
    ProcessReading process = reading.baselineProcess();
    assertNotNull(process);
    assertEquals(OptionalDouble.of(102), process.bytesPerPass());
    assertEquals(3, process.collections());
    assertEquals(12, process.collectionMillis());
    ProcessReading arenas = reading.subjectProcess();
    assertNotNull(arenas);
    assertEquals(OptionalDouble.empty(), arenas.bytesPerPass());
    assertEquals(OptionalDouble.empty(), arenas.collectorNanosPerPass());
    assertTrue(Double.isNaN(reading.secondOpinion()));
  }

  @Test
  void of_soloPairOfReleases_judgedByItsScoreAndNotByOtherThreads() {
    var heap = Records.solo("heap", List.of(release(280, 900, 250, 2_900, 4)));
    var arena = Records.solo("arena", List.of(release(5, 900, 0, 890, 1)));
    Reading reading = reading(Records.pair(SOLO, 0, "AB", arena, heap));
    assertEquals(5, reading.subjectNanos());
    assertEquals(280, reading.baselineNanos());
    assertEquals(Math.log(5 / 280.0), reading.y(), 1e-12);
    // The CPU time of the thread holds the parse: no clock for the same thing.
    assertTrue(Double.isNaN(reading.secondOpinion()));
  }

  @Test
  void of_soloPairThatKeepsTrees_judgedByTheProcessAndThenByTheWall() {
    Row row = new Row("retain", "zgc", "arena", "heap", Records.CORPUS.name(), Instrument.SOLO);
    var heap = Records.solo("heap", List.of(retained(1_900, 1_200, 900, 700)));
    var arena = Records.solo("arena", List.of(retained(500, 400, 390, 20)));
    Reading reading = reading(Records.pair(row, 0, "BA", heap, arena));
    assertEquals(Math.log(500 / 1_900.0), reading.y(), 1e-12);
    assertEquals(Math.log(400 / 1_200.0), reading.secondOpinion(), 1e-12);
    ProcessReading process = reading.baselineProcess();
    assertNotNull(process);
    assertEquals(1_200, process.wallNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(900, process.threadNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(700, process.collectorNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(10, process.compilerNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(1_910, process.processNanosPerPass().orElseThrow(), 1e-9);
  }

  private static Map<String, Double> retained(
      double score, double wall, double cpu, double collector) {
    return Map.of(
        "score", score,
        "whole.wall", wall,
        "cpu", cpu,
        "collector.cpu", collector,
        "compiler.cpu", 40.0,
        "process.cpu", score + 10,
        "passes", 4.0);
  }

  @Test
  void of_soloPair_cpuTimesAreMeansOverPasses() {
    // A collection in one iteration of three: a median would not see it.
    var heap =
        Records.solo(
            "heap",
            List.of(
                release(2_030, 900, 2_000, 2_900, 1),
                release(30, 900, 0, 900, 3),
                release(30, 900, 0, 900, 4)));
    var arena = Records.solo("arena", List.of(release(5, 900, 0, 890, 1)));
    ProcessReading process = reading(Records.pair(SOLO, 0, "AB", arena, heap)).baselineProcess();
    assertNotNull(process);
    assertEquals(900, process.threadNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(2_000 / 8.0, process.collectorNanosPerPass().orElseThrow(), 1e-9);
    assertEquals(900 + 2_000 / 8.0, process.processNanosPerPass().orElseThrow(), 1e-9);
  }

  @Test
  void of_duel_bytesOfEachSide() {
    var fork =
        Records.fork(
            "arena+heap",
            List.of(
                new IterationRecord(
                    false,
                    Map.of(
                        "subject.cpu", 1.0,
                        "baseline.cpu", 2.0,
                        "subject.bytes", 0.0,
                        "baseline.bytes", 541_184.0))),
            null);
    Reading reading = reading(Records.pair(DUEL, 0, "ABBA", fork));
    assertEquals(OptionalDouble.of(0), reading.subjectBytes());
    assertEquals(OptionalDouble.of(541_184), reading.baselineBytes());
  }

  private static Map<String, Double> release(
      double score, double cpu, double collector, double process, double passes) {
    return Map.of(
        "score",
        score,
        "cpu",
        cpu,
        "collector.cpu",
        collector,
        "process.cpu",
        process,
        "release.wall",
        score - collector,
        "passes",
        passes);
  }

  @Test
  void of_failedFork_failureInsteadOfReading() {
    UnitOutcome unit =
        UnitOutcome.of(
            Records.pair(
                SOLO,
                0,
                "AB",
                Records.solo("arena", List.of(Map.of("score", 1.0))),
                Records.fork("heap", List.of(), "timed out after 60 s")));
    assertNull(unit.reading());
    assertEquals("heap: timed out after 60 s", unit.failure());
  }

  @Test
  void of_missingFork_failure() {
    UnitOutcome unit =
        UnitOutcome.of(
            Records.pair(SOLO, 0, "AB", Records.solo("arena", List.of(Map.of("score", 1.0)))));
    assertEquals("forks=1, wanted=2", unit.failure());
  }

  @Test
  void of_noMeasurementIterations_failure() {
    UnitOutcome unit =
        UnitOutcome.of(
            Records.pair(
                SOLO,
                0,
                "AB",
                Records.solo("arena", List.of()),
                Records.solo("heap", List.of(Map.of("score", 1.0)))));
    assertEquals("no usable figures: contender=arena, iterations=0", unit.failure());
  }

  @Test
  void of_zeroOrMissingTimes_failureNotInfinity() {
    UnitOutcome zero = UnitOutcome.of(Records.duel(DUEL, 0, new double[] {0, 1}));
    assertEquals("no usable figures: contender=duel, subject.cpu=[0.0]", zero.failure());
    UnitRecord withoutCpu =
        Records.pair(
            DUEL,
            0,
            "ABBA",
            Records.fork(
                "duel", List.of(new IterationRecord(false, Map.of("subject.wall", 1.0))), null));
    assertEquals(
        "no usable figures: contender=duel, subject.cpu=[NaN]",
        UnitOutcome.of(withoutCpu).failure());
  }

  @Test
  void of_blocksThatDrift_flagged() {
    double[][] rising = new double[12][];
    double[][] steady = new double[12][];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = new double[] {100 + 3 * i, 100};
      steady[i] = new double[] {100 + 0.1 * (i * 7 % 5), 100};
    }
    assertFalse(reading(Records.duel(DUEL, 0, rising)).steady());
    assertTrue(reading(Records.duel(DUEL, 0, steady)).steady());
  }
}
