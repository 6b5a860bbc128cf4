package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run all of whose names try to get out of where they are shown.
final class HostileRun {
  static final String NAME =
      "'\"></title></style></svg><script>alert(1)</script><img src=x onerror=alert(1)>"
          + " ${7*7} @if(true) \u001b[2J\r\n&amp;";

  private HostileRun() {}

  static Outcome outcome() {
    Row named = new Row(NAME, NAME + 1, NAME + 2, NAME + 3, NAME, Instrument.DUEL);
    Row answer = new Row("parse", NAME, "arena", "heap", NAME, Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>();
    for (Row row : List.of(named, answer)) {
      units.add(Records.duel(row, 0, new double[] {1, 2}));
      units.add(Records.pair(row, 1, NAME, Records.fork(NAME, List.of(), NAME)));
    }
    RunRecord run =
        new RunRecord(
            RunRecord.SCHEMA,
            NAME,
            NAME,
            1,
            NAME,
            0,
            null,
            NAME,
            true,
            List.of(new CorpusRecord(NAME, 1, 1, 1, NAME)),
            Map.of(NAME, NAME, "java", NAME, "processor", NAME, "cores", NAME),
            List.of(new Finding(NAME, NAME, Finding.Severity.BAD, NAME)),
            List.of(named, answer),
            Map.of());
    List<ProbeRecord> probes = new ArrayList<>();
    for (String contender : List.of("heap", "arena", NAME)) {
      probes.add(
          new ProbeRecord(
              "allocations", NAME, contender, NAME, 1.0, NAME, Map.of(NAME, 1.0), null));
      probes.add(new ProbeRecord("footprint", NAME, contender, NAME, null, NAME, Map.of(), NAME));
    }
    return Outcome.of(run, units, probes);
  }
}
