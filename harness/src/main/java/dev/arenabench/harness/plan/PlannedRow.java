package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;

/// A question, and how many answers are wanted.
public record PlannedRow(Row row, int units) {
  public PlannedRow {
    if (units < 1) {
      throw new IllegalArgumentException("units=" + units + ", row=" + row.id());
    }
    if (TightHeap.isFor(row)) {
      Collector.of(row.measure());
      if (row.instrument() != Instrument.SOLO) {
        throw new IllegalArgumentException(
            "row=" + row.id() + ": what the collector does is seen in solo pairs only: use solo");
      }
    }
  }
}
