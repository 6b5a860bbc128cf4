package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.outcome.ProcessReading;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.ProbeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Figures with a column for each contender.
///
/// @param contenders heads of the columns
/// @param lines a label and a cell for each contender
/// @param reasons why a figure is missing, one sentence each
record ContenderTable(
    String caption, List<String> contenders, List<Entry> lines, List<String> reasons) {
  /// @param cells one for each contender
  /// @param ratio heap : arena, or empty
  record Entry(String label, List<String> cells, String ratio) {}

  /// Classes that are listed by name; the others are summed up.
  private static final int LISTED_CLASSES = 12;

  private static final String NO_BREAK_COLON = "\u00a0: ";

  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Z", "boolean", "B", "byte", "C", "char", "S", "short", "I", "int", "J", "long", "F",
          "float", "D", "double");

  ContenderTable {
    contenders = List.copyOf(contenders);
    lines = List.copyOf(lines);
    reasons = List.copyOf(reasons);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// What trees occupy while they are kept: in all, for each node, for each byte of source.
  static ContenderTable footprint(Outcome outcome) {
    List<ProbeOutcome> probes = probes(outcome, "footprint");
    List<String> contenders = contenders(probes);
    List<Entry> lines = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (ProbeOutcome probe : probes) {
      String each = probe.unit().equals("objects") ? "objects/tree" : probe.unit();
      lines.add(entry(label(outcome, probe), probe, contenders, 1, each));
      CorpusRecord corpus = outcome.corpus(probe.corpus()).orElse(null);
      if (probe.unit().equals("B") && corpus != null) {
        lines.add(entry("… for each node", probe, contenders, corpus.nodes(), "B/node"));
        lines.add(entry("… for each source byte", probe, contenders, corpus.bytes(), "B/B"));
      }
      reasons.addAll(reasons(probe));
    }
    return new ContenderTable("All trees of the corpus, kept at once", contenders, lines, reasons);
  }

  /// What one parse allocates.
  static ContenderTable allocated(Outcome outcome) {
    List<ProbeOutcome> probes = new ArrayList<>(probes(outcome, "allocations"));
    probes.addAll(probes(outcome, "bytes"));
    List<String> contenders = contenders(probes);
    List<Entry> lines = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (ProbeOutcome probe : probes) {
      lines.add(entry(label(outcome, probe), probe, contenders, 1, probe.unit() + "/tree"));
      reasons.addAll(reasons(probe));
    }
    return new ContenderTable(
        "Allocated to parse one file, on average", contenders, lines, reasons);
  }

  /// Objects by class, one table for each count.
  static List<ContenderTable> byClass(Outcome outcome) {
    List<ContenderTable> tables = new ArrayList<>();
    for (ProbeOutcome probe : probes(outcome, "allocations")) {
      List<String> contenders =
          probe.figures().keySet().stream().filter(name -> probe.value(name).isPresent()).toList();
      List<Entry> lines = byClass(probe, contenders);
      if (!lines.isEmpty()) {
        tables.add(
            new ContenderTable(
                label(outcome, probe) + ", on average", contenders, lines, List.of()));
      }
    }
    return tables;
  }

  private static List<Entry> byClass(ProbeOutcome probe, List<String> contenders) {
    Map<String, Double> totals = new LinkedHashMap<>();
    for (String contender : contenders) {
      detail(probe, contender).forEach((type, count) -> totals.merge(type, count, Double::sum));
    }
    List<String> types =
        totals.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    List<Entry> lines = new ArrayList<>();
    int listed = types.size() <= LISTED_CLASSES + 1 ? types.size() : LISTED_CLASSES;
    for (String type : types.subList(0, listed)) {
      lines.add(classes(readable(type), List.of(type), probe, contenders));
    }
    List<String> others = types.subList(listed, types.size());
    if (!others.isEmpty()) {
      lines.add(classes("%d other classes".formatted(others.size()), others, probe, contenders));
    }
    return lines;
  }

  private static Entry classes(
      String label, List<String> types, ProbeOutcome probe, List<String> contenders) {
    List<String> cells = new ArrayList<>();
    for (String contender : contenders) {
      Map<String, Double> detail = detail(probe, contender);
      double count = types.stream().mapToDouble(type -> detail.getOrDefault(type, 0.0)).sum();
      cells.add(Figures.bare(count) + "/tree");
    }
    return new Entry(label, cells, "");
  }

  /// `long[]` of `[J`, `java.lang.String[]` of `[Ljava.lang.String;`.
  static String readable(String type) {
    int dimensions = 0;
    while (dimensions < type.length() && type.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = type.substring(dimensions);
    if (dimensions > 0 && element.length() == 1) {
      element = PRIMITIVES.getOrDefault(element, element);
    } else if (dimensions > 0 && element.startsWith("L") && element.endsWith(";")) {
      element = element.substring(1, element.length() - 1);
    }
    return element + "[]".repeat(dimensions);
  }

  private static Map<String, Double> detail(ProbeOutcome probe, String contender) {
    ProbeRecord figure = probe.figures().get(contender);
    return figure == null ? Map.of() : figure.detail();
  }

  /// What each side's processes did besides, a line for each side of each solo row, and what that
  /// makes of the whole.
  static ContenderTable processes(Outcome outcome) {
    List<Entry> lines = new ArrayList<>();
    outcome.rows().stream()
        .filter(row -> !row.isNoise())
        .forEach(
            row -> {
              ProcessReading baseline = row.baselineProcess();
              ProcessReading subject = row.subjectProcess();
              if (baseline != null && subject != null) {
                String corpus = outcome.run().corpora().size() > 1 ? ", " + row.row().corpus() : "";
                String what = Wording.metric(row.row()) + corpus + ": ";
                lines.add(process(what + row.row().baseline(), baseline));
                lines.add(process(what + row.row().subject(), subject));
                lines.add(
                    ratios(
                        what + row.row().baseline() + NO_BREAK_COLON + row.row().subject(),
                        baseline,
                        subject));
              }
            });
    return new ContenderTable(
        "Over the measured iterations of all solo forks",
        List.of(
            "allocated",
            "collections",
            "pauses",
            "wall",
            "measured thread",
            "collector",
            "compilers",
            "all threads"),
        lines,
        List.of());
  }

  private static Entry process(String label, ProcessReading reading) {
    OptionalDouble bytes = reading.bytesPerPass();
    return new Entry(
        label,
        List.of(
            bytes.isPresent()
                ? Figures.count(Math.round(bytes.getAsDouble())) + " B/pass"
                : "none reported",
            Figures.count(Math.round(reading.collections()), "collection"),
            Figures.count(Math.round(reading.collectionMillis())) + " ms",
            perPass(reading.wallNanosPerPass()),
            perPass(reading.threadNanosPerPass()),
            perPass(reading.collectorNanosPerPass()),
            perPass(reading.compilerNanosPerPass()),
            perPass(reading.processNanosPerPass())),
        "");
  }

  private static String perPass(OptionalDouble nanos) {
    return nanos.isPresent()
        ? Figures.duration(nanos.getAsDouble(), 3) + "/pass"
        : Line.NOT_MEASURED;
  }

  private static Entry ratios(String label, ProcessReading baseline, ProcessReading subject) {
    return new Entry(
        label,
        List.of(
            "",
            "",
            "",
            ratio(baseline.wallNanosPerPass(), subject.wallNanosPerPass()),
            ratio(baseline.threadNanosPerPass(), subject.threadNanosPerPass()),
            ratio(baseline.collectorNanosPerPass(), subject.collectorNanosPerPass()),
            "",
            ratio(baseline.processNanosPerPass(), subject.processNanosPerPass())),
        "");
  }

  private static String ratio(OptionalDouble baseline, OptionalDouble subject) {
    return baseline.isPresent() && subject.isPresent() && subject.getAsDouble() > 0
        ? Figures.roughly(baseline.getAsDouble() / subject.getAsDouble())
        : "";
  }

  private static List<ProbeOutcome> probes(Outcome outcome, String probe) {
    return outcome.probes().stream().filter(found -> found.probe().equals(probe)).toList();
  }

  private static List<String> contenders(List<ProbeOutcome> probes) {
    Set<String> contenders = new LinkedHashSet<>();
    probes.forEach(probe -> contenders.addAll(probe.figures().keySet()));
    return List.copyOf(contenders);
  }

  private static String label(Outcome outcome, ProbeOutcome probe) {
    String label = Wording.probe(probe.probe(), probe.measure());
    return outcome.run().corpora().size() > 1 ? label + " (" + probe.corpus() + ")" : label;
  }

  private static Entry entry(
      String label, ProbeOutcome probe, List<String> contenders, double divisor, String unit) {
    List<String> cells = new ArrayList<>();
    for (String contender : contenders) {
      OptionalDouble value = probe.value(contender);
      cells.add(
          value.isPresent()
              ? Figures.exact(value.getAsDouble() / divisor, unit)
              : Line.NOT_MEASURED);
    }
    OptionalDouble ratio = probe.ratio(Outcome.HEAP, Outcome.ARENA);
    boolean first = divisor == 1;
    return new Entry(
        label, cells, first && ratio.isPresent() ? Figures.exactRatio(ratio.getAsDouble()) : "");
  }

  private static List<String> reasons(ProbeOutcome probe) {
    List<String> reasons = new ArrayList<>();
    for (String contender : probe.figures().keySet()) {
      String reason = probe.notMeasured(contender);
      if (reason != null) {
        reasons.add(
            "%s, %s: not measured: %s."
                .formatted(Wording.probe(probe.probe(), probe.measure()), contender, reason));
      }
    }
    return reasons;
  }
}
