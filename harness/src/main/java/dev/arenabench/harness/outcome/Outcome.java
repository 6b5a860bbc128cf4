package dev.arenabench.harness.outcome;

import dev.arenabench.harness.outcome.UnitOutcome.Reading;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.statistics.Direction;
import dev.arenabench.harness.statistics.Judgement;
import dev.arenabench.harness.statistics.Margin;
import dev.arenabench.harness.statistics.NoiseFence;
import dev.arenabench.harness.statistics.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything a run says.
///
/// @param run what it was
/// @param rows an answer for each planned row, in the order of the plan; then rows that were
///   measured without being planned
/// @param means over corpora
/// @param probes the exact figures
public record Outcome(
    RunRecord run, List<RowOutcome> rows, List<MeanOutcome> means, List<ProbeOutcome> probes) {
  /// The contender that is the baseline of every claim.
  public static final String HEAP = "heap";

  /// The contender that the first answer is about.
  public static final String ARENA = "arena";

  public Outcome {
    rows = List.copyOf(rows);
    means = List.copyOf(means);
    probes = List.copyOf(probes);
  }

  /// Computes all answers.
  ///
  /// Verdicts are made together (Holm) over the rows that claim something; rows with the same
  /// contender on both sides claim nothing, and give the margin to rows of the same measure
  /// instead.
  ///
  /// @param units in any order
  public static Outcome of(RunRecord run, List<UnitRecord> units, List<ProbeRecord> probes) {
    Map<Row, List<UnitOutcome>> unitsByRow = new LinkedHashMap<>();
    run.rows().forEach(row -> unitsByRow.put(row, new ArrayList<>()));
    units.stream()
        .sorted(Comparator.comparingInt(UnitRecord::position))
        .forEach(
            unit ->
                unitsByRow
                    .computeIfAbsent(unit.row(), ignored -> new ArrayList<>())
                    .add(UnitOutcome.of(unit)));

    List<Judged> alone = new ArrayList<>();
    unitsByRow.forEach((row, tried) -> alone.add(judge(run, row, tried, unitsByRow)));
    List<RowOutcome> rows =
        together(alone).stream().map(judged -> rowOutcome(run, judged)).toList();
    return new Outcome(run, rows, MeanOutcome.of(rows), ProbeOutcome.group(probes));
  }

  /// The corpus of that name.
  public Optional<CorpusRecord> corpus(String name) {
    return corpus(run, name);
  }

  /// What remains of both sides of a row net of its floor, where the run tells.
  public Optional<NetOutcome> netOfFloor(Row row) {
    return NetOutcome.of(row, rows);
  }

  /// What finished trees over that corpus occupy while they are kept, with default object headers.
  public Optional<ProbeOutcome> keptBytes(String corpus) {
    return probes.stream()
        .filter(probe -> probe.corpus().equals(corpus))
        .filter(probe -> probe.probe().equals("footprint") && probe.unit().equals("B"))
        .filter(probe -> !probe.measure().contains("compact"))
        .findFirst();
  }

  private record Judged(Row row, List<UnitOutcome> units, @Nullable Judgement judgement) {
    boolean claims() {
      return judgement != null && !row.subject().equals(row.baseline());
    }
  }

  private static Judged judge(
      RunRecord run, Row row, List<UnitOutcome> tried, Map<Row, List<UnitOutcome>> all) {
    double[] y = y(tried);
    Judgement judgement =
        y.length == 0
            ? null
            : Verdicts.judge(y, margin(row, y.length, all), Direction.LOWER_IS_BETTER, run.seed());
    return new Judged(row, tried, judgement);
  }

  /// The noise of the same measure with the same contender on both sides, where it was measured.
  private static Margin margin(Row row, int units, Map<Row, List<UnitOutcome>> all) {
    for (String contender : List.of(row.baseline(), row.subject())) {
      Row same =
          new Row(row.suite(), row.measure(), contender, contender, row.corpus(), row.instrument());
      double[] y = y(all.getOrDefault(same, List.of()));
      if (y.length >= NoiseFence.LEAST_UNITS) {
        return NoiseFence.of(y).marginFor(units);
      }
    }
    return Margin.LEAST;
  }

  private static List<Judged> together(List<Judged> alone) {
    List<Judgement> claims =
        alone.stream()
            .filter(Judged::claims)
            .map(judged -> Objects.requireNonNull(judged.judgement()))
            .toList();
    var adjusted = Verdicts.together(claims).iterator();
    return alone.stream()
        .map(
            judged ->
                judged.claims()
                    ? new Judged(judged.row(), judged.units(), adjusted.next())
                    : judged)
        .toList();
  }

  private static RowOutcome rowOutcome(RunRecord run, Judged judged) {
    List<Reading> readings = readings(judged.units());
    boolean any = !readings.isEmpty();
    Row row = judged.row();
    return new RowOutcome(
        row,
        corpus(run, row.corpus()).orElse(null),
        run.unitsPerRow().getOrDefault(row.id(), judged.units().size()),
        judged.units(),
        judged.judgement(),
        any ? Cost.of(readings.stream().map(Reading::subjectNanos).toList()) : null,
        any ? Cost.of(readings.stream().map(Reading::baselineNanos).toList()) : null);
  }

  private static Optional<CorpusRecord> corpus(RunRecord run, String name) {
    return run.corpora().stream().filter(corpus -> corpus.name().equals(name)).findFirst();
  }

  private static double[] y(List<UnitOutcome> units) {
    return readings(units).stream().mapToDouble(Reading::y).toArray();
  }

  private static List<Reading> readings(List<UnitOutcome> units) {
    return units.stream().map(UnitOutcome::reading).filter(Objects::nonNull).toList();
  }
}
