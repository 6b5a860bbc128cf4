package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  @Test
  void nameOf_everyPlannedRow_isListedByJmhWithItsParameters() {
    Set<BenchmarkListEntry> listed =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                java.util.List.of());
    for (PlannedRow planned :
        Plan.of(Preset.FULL, 1, java.util.List.of("shipped", "lua-10m")).rows()) {
      Row row = planned.row();
      String name = Benchmarks.nameOf(row);
      BenchmarkListEntry entry =
          listed.stream()
              .filter(candidate -> candidate.getUsername().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError(name));
      Map<String, String[]> parameters = entry.getParams().orElse(Map.of());

      assertEquals(
          new TreeSet<>(parameters.keySet()),
          new TreeSet<>(
              Benchmarks.parameters(row, row.subject(), "ABBA", Preset.QUICK.timing(row)).keySet()),
          row.id());
    }
  }

  @Test
  void list_ofJmh_isNotEmpty() {
    assertTrue(getClass().getResource("/META-INF/BenchmarkList") != null);
  }

  @Test
  void nameOf_soloOfUnknownSuite_isRefused() {
    Row row = new Row("nap", "nap", "arena", "heap", "shipped", Instrument.SOLO);

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.nameOf(row));

    assertEquals("suite=nap has no benchmark", thrown.getMessage());
  }
}
