package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.record.ProbeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the heaps of rows that keep all trees were made, in words.
final class HeapText {
  private HeapText() {}

  /// A sentence for each heap that was found for this run: `Heap on lua-10m, references of four
  /// bytes: 1.5 × 45.1 MB (the heap twin's trees) + 20.2 MB (sources, front end, harness) = 88.1
  /// MB.`
  static List<String> of(Outcome outcome) {
    List<String> sentences = new ArrayList<>();
    for (ProbeOutcome probe : outcome.probes()) {
      ProbeRecord live = probe.figures().get(Outcome.HEAP);
      if (probe.probe().equals("live") && live != null) {
        boolean compressed = probe.measure().contains("compressed");
        String which =
            "Heap on " + probe.corpus() + ", references of " + (compressed ? "four" : "eight");
        sentences.add(which + " bytes: " + sum(live) + ".");
      }
    }
    return List.copyOf(sentences);
  }

  private static String sum(ProbeRecord live) {
    Double trees = live.value();
    return trees == null
        ? Line.NOT_MEASURED + ", " + live.notMeasured()
        : String.format(
            Locale.ROOT,
            "%s × %s (the heap twin’s trees) + %s (sources, front end, harness) = %s, the same for"
                + " both sides",
            live.detail().get("multiple"),
            Figures.size(Math.round(trees)),
            Figures.size(part(live, "base")),
            Figures.size(part(live, "heap")));
  }

  private static long part(ProbeRecord live, String name) {
    return Math.round(live.detail().getOrDefault(name, Double.NaN));
  }
}
