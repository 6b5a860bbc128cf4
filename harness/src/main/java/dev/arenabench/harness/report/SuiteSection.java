package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Cost;
import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.outcome.UnitOutcome;
import dev.arenabench.harness.outcome.UnitOutcome.Reading;
import dev.arenabench.harness.plan.TightHeap;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.MachineSample;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.statistics.Judgement;
import dev.arenabench.harness.statistics.Stability;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One suite on the page.
///
/// @param id unique in the page
/// @param heaps how the heaps of its forks were made, a sentence for each; mostly empty
/// @param chart its ratios with intervals, as SVG
record SuiteSection(
    String id,
    String title,
    String question,
    List<String> heaps,
    String chart,
    List<RowView> rows) {
  /// One row on the page.
  ///
  /// @param pair `heap : arena`
  /// @param secondOpinion the ratio by the other clock
  /// @param adjustedPValue with Holm's adjustment; empty where no test decides
  /// @param margin the smallest difference that matters: `± 1 %`
  /// @param unitsWanted for an interval of ± 1 %
  /// @param chart its units in the order of time, as SVG
  /// @param net what remains net of the floor; `null` where the run has no duels against it
  record RowView(
      Line line,
      String pair,
      String instrument,
      String secondOpinion,
      String adjustedPValue,
      String margin,
      String unitsWanted,
      String confidence,
      String chart,
      List<CostView> costs,
      List<UnitView> units,
      @Nullable Line net) {
    /// How the row is called where no column says the rest.
    String label() {
      return line.what() + ", " + pair;
    }
  }

  /// What one side took in absolute terms.
  record CostView(
      String side,
      String perByte,
      String perNode,
      String perTree,
      String speed,
      String allocated) {}

  /// One unit on the page.
  record UnitView(
      String place, String started, String order, String ratio, String flags, String machine) {}

  /// Whether any row is also told net of its floor.
  boolean hasNet() {
    return rows.stream().anyMatch(row -> row.net() != null);
  }

  private static final int TESTED_UNITS = dev.arenabench.harness.statistics.Verdicts.TESTED_UNITS;

  static List<SuiteSection> of(Outcome outcome) {
    Set<String> suites = new LinkedHashSet<>();
    outcome.rows().forEach(row -> suites.add(row.row().suite()));
    List<SuiteSection> sections = new ArrayList<>();
    for (String suite : suites) {
      List<RowOutcome> rows =
          outcome.rows().stream()
              .filter(row -> row.row().suite().equals(suite) && !row.isNoise())
              .toList();
      if (!rows.isEmpty()) {
        sections.add(section(outcome, "suite-" + sections.size(), suite, rows));
      }
    }
    return sections;
  }

  private static SuiteSection section(
      Outcome outcome, String id, String suite, List<RowOutcome> rows) {
    List<RowView> views = new ArrayList<>();
    for (RowOutcome row : rows) {
      views.add(view(outcome, id + "-row-" + views.size(), row));
    }
    String title = Wording.suiteTitle(suite);
    String chart =
        IntervalChart.svg(
            id + "-chart",
            title + ": ratios with intervals",
            side(rows),
            views.stream()
                .map(view -> new IntervalChart.Bar(view.line().what(), detail(view), view.line()))
                .toList());
    List<String> heaps =
        rows.stream().anyMatch(row -> TightHeap.isFor(row.row()))
            ? HeapText.of(outcome)
            : List.of();
    return new SuiteSection(id, title, Wording.suiteQuestion(suite), heaps, chart, views);
  }

  private static String side(List<RowOutcome> rows) {
    List<String> baselines = rows.stream().map(row -> row.row().baseline()).distinct().toList();
    return baselines.size() == 1 ? baselines.getFirst() : "first";
  }

  private static String detail(RowView view) {
    String pair = view.pair();
    return view.instrument().equals("duel") ? pair : pair + ", " + view.instrument();
  }

  private static RowView view(Outcome outcome, String id, RowOutcome row) {
    Line line = Line.of(row);
    Row asked = row.row();
    String corpus = outcome.run().corpora().size() > 1 ? ", " + asked.corpus() : "";
    String pair = asked.baseline() + " : " + asked.subject() + corpus;
    Judgement judgement = row.judgement();
    return new RowView(
        line,
        pair,
        Wording.instrument(asked.instrument()),
        orNothing(row.secondOpinion(), Figures::ratio),
        orNothing(judgement, SuiteSection::pValue),
        orNothing(judgement, found -> "± " + Figures.percent(found.margin().percent() / 100)),
        row.unitsForOnePercent().isPresent()
            ? Figures.count(row.unitsForOnePercent().getAsInt(), "unit")
            : "",
        orNothing(row.costRatio(), Figures::confidence),
        ForkChart.svg(
            id, line.what() + ", " + pair + ": each fork in the order of time", row, line.tone()),
        costs(row),
        row.units().stream().map(SuiteSection::unit).toList(),
        outcome.netOfFloor(asked).map(Line::of).orElse(null));
  }

  private static List<CostView> costs(RowOutcome row) {
    CorpusRecord corpus = row.corpus();
    Cost baseline = row.baselineCost();
    Cost subject = row.subjectCost();
    if (corpus == null || baseline == null || subject == null || !Wording.isOverCorpus(row)) {
      return List.of();
    }
    return List.of(
        cost(row.row().baseline(), baseline, row.baselineBytesPerPass(), corpus),
        cost(row.row().subject(), subject, row.subjectBytesPerPass(), corpus));
  }

  private static CostView cost(String side, Cost cost, OptionalDouble bytes, CorpusRecord corpus) {
    return new CostView(
        side,
        Figures.duration(cost, cost.nanosPerByte(corpus), "B"),
        Figures.duration(cost, cost.nanosPerNode(corpus), "node"),
        Figures.duration(cost, cost.nanosPerTree(corpus), "tree"),
        Figures.speed(cost, cost.megabytesPerSecond(corpus)),
        bytes.isPresent()
            ? Figures.count(Math.round(bytes.getAsDouble() / corpus.files())) + " B/tree"
            : "none reported");
  }

  private static String pValue(Judgement judgement) {
    if (judgement.estimate().units() < TESTED_UNITS) {
      return "";
    }
    double p = judgement.adjustedPValue();
    return p < 0.001 ? "< 0.001" : Figures.number(p, 3);
  }

  private static UnitView unit(UnitOutcome unit) {
    Reading reading = unit.reading();
    long startedAtMillis =
        unit.unit().forks().stream().mapToLong(ForkRecord::startedAtMillis).min().orElse(0);
    String failure = unit.failure();
    return new UnitView(
        Integer.toString(unit.unit().position()),
        Times.clock(startedAtMillis),
        unit.unit().order(),
        reading == null ? "" : Figures.number(Math.exp(-reading.y()), 3) + "×",
        reading == null ? "failed: " + failure : flags(reading),
        machine(unit.unit().forks()));
  }

  private static String flags(Reading reading) {
    StringJoiner flags = new StringJoiner(", ");
    flags.setEmptyValue("");
    for (Stability stability : reading.stability()) {
      if (stability.drifts()) {
        flags.add("drifts by " + Figures.percent(Math.abs(stability.trend().drift())));
      }
      if (stability.shifts()) {
        flags.add("shifts by " + Figures.percent(Math.abs(stability.changePoint().shift())));
      }
      if (stability.multimodal()) {
        flags.add("several modes");
      }
    }
    if (flags.length() > 0) {
      return flags.toString();
    }
    return reading.stability().stream().allMatch(Stability::judged) ? "steady" : "too short to say";
  }

  private static String machine(List<ForkRecord> forks) {
    StringJoiner parts = new StringJoiner(", ");
    part(forks, "steal", " %", MachineSample::stealPercent, parts);
    part(forks, "pressure", " %", MachineSample::pressurePercent, parts);
    part(forks, "load", "", MachineSample::load, parts);
    return parts.toString();
  }

  private static void part(
      List<ForkRecord> forks,
      String name,
      String unit,
      Function<MachineSample, @Nullable Double> figure,
      StringJoiner parts) {
    OptionalDouble most = OptionalDouble.empty();
    for (ForkRecord fork : forks) {
      Double value = figure.apply(fork.machine());
      if (value != null && (most.isEmpty() || value > most.getAsDouble())) {
        most = OptionalDouble.of(value);
      }
    }
    if (most.isPresent()) {
      parts.add(name + " " + Figures.number(most.getAsDouble(), 1) + unit);
    }
  }

  private static <T> String orNothing(@Nullable T value, Function<T, String> text) {
    return value == null ? "" : text.apply(value);
  }
}
