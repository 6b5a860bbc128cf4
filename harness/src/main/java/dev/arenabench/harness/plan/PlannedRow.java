package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Row;

/// A question, and how many answers are wanted.
public record PlannedRow(Row row, int units) {
  public PlannedRow {
    if (units < 1) {
      throw new IllegalArgumentException("units=" + units + ", row=" + row.id());
    }
  }
}
