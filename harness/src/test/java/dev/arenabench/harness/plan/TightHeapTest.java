package dev.arenabench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TightHeapTest {
  private static final long MIB = 1L << 20;

  @Test
  void bytes_multiplesTheTreesAlone() {
    assertEquals((20 + 150) * MIB, new TightHeap(20 * MIB, 100 * MIB).bytes());
  }

  @Test
  void bytes_areRoundedUpToWholeMebibytes() {
    assertEquals(171 * MIB, new TightHeap(20 * MIB + 1, 100 * MIB).bytes());
    assertEquals(MIB, new TightHeap(1, 1).bytes());
    assertEquals(List.of("-Xms171m", "-Xmx171m"), new TightHeap(20 * MIB + 1, 100 * MIB).flags());
  }

  @Test
  void create_nothingLives_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new TightHeap(5, 0));

    assertEquals("baseBytes=5, treeBytes=0", thrown.getMessage());
  }

  @Test
  void isFor_rowsThatKeepTrees() {
    assertTrue(TightHeap.isFor(row("retain", "g1", Instrument.SOLO)));
    assertTrue(TightHeap.isFor(row("collect", "zgc", Instrument.SOLO)));
    assertFalse(TightHeap.isFor(row("release", "release", Instrument.SOLO)));
  }

  @ParameterizedTest
  @EnumSource
  void jvmFlags_everyCollector_isNamedByTheMeasure(Collector collector) {
    Row row = row("retain", collector.id(), Instrument.SOLO);

    List<String> flags = Preset.jvmFlags(row, new TightHeap(20 * MIB, 100 * MIB));

    assertEquals(
        List.of(
            "-Xms170m",
            "-Xmx170m",
            "-XX:+AlwaysPreTouch",
            "-XX:+ExitOnOutOfMemoryError",
            collector.flag()),
        flags);
    assertEquals(1, flags.stream().filter(flag -> flag.endsWith("GC")).count());
    assertThrows(IllegalArgumentException.class, () -> Preset.QUICK.jvmFlags(row));
  }

  @Test
  void plannedRow_unknownCollector_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PlannedRow(row("retain", "cms", Instrument.SOLO), 1));

    assertEquals(
        "collector=cms, known=[serial, parallel, g1, zgc, shenandoah]", thrown.getMessage());
  }

  @Test
  void plannedRow_duel_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PlannedRow(row("collect", "g1", Instrument.DUEL), 1));

    assertEquals(
        "row=collect/g1 arena:heap c duel: what the collector does is seen in solo pairs only: use"
            + " solo",
        thrown.getMessage());
  }

  private static Row row(String suite, String measure, Instrument instrument) {
    return new Row(suite, measure, "arena", "heap", "c", instrument);
  }
}
