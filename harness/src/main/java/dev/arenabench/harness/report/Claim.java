package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.report.Wording.ProbeUnit;
import dev.arenabench.harness.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// A claim of the guide that this project starts from, what its own code gave when it was rebuilt,
/// and what the twins here give.
///
/// @param claimed in the guide's words
/// @param itsOwn measured with the guide's own two versions
/// @param ours one for each row of this run that speaks to it; never empty
record Claim(String metric, String claimed, String itsOwn, List<Answer> ours) {
  /*
   * The guide is the TypedLua parser by forge18 and its description. «Its own» figures: both versions
   * (objects a1b24b2, arena 201ebc3) built with rustc 1.95 (opt-level 3, fat LTO, glibc 2.36 malloc),
   * one process in rotation, thread CPU time, medians of 30-40 after warm-up, over a file of 101,364
   * bytes and 16,297 nodes.
   *
   * What a claim means as heap : arena. «15.8 % faster» is either 1.158 or 1 / (1 - 0.158) = 1.188;
   * «10-15 %» likewise reaches from 1.10 to 1 / 0.85 = 1.176. A figure within is «as claimed».
   */

  /// What this run says to a claim.
  ///
  /// @param what which metric of this run; empty where there is just one
  /// @param figure `1.13× (1.11–1.15)`, `41,233 → 0 objects`, `not measured`
  /// @param verdict against the claim, for a column; the reason where there is no figure
  /// @param verdictInFull where there is room for it
  record Answer(String what, String figure, String verdict, String verdictInFull, Tone tone) {
    Answer(String what, String figure, String verdict, Tone tone) {
      this(what, figure, verdict, verdict, tone);
    }
  }

  private static final String NO_GAIN = "no gain";
  private static final String A_LOSS = "a loss";

  private record Range(double low, double high) {}

  /// Every claim, in the guide's order; none for a run that asked about other parsers only.
  static List<Claim> of(Outcome outcome) {
    boolean onlyPeers =
        !outcome.rows().isEmpty()
            && outcome.rows().stream().allMatch(row -> Wording.isPeer(row.row().baseline()));
    if (onlyPeers) {
      return List.of();
    }
    return List.of(
        new Claim(
            "Parse",
            "15.8 % faster",
            "19–36 % slower; 22–72 % slower at 1 MB",
            timed(outcome, "parse", new Range(1.158, 1.188))),
        new Claim(
            "Allocations",
            "12,450 → 3",
            "19,095 → 13,254 calls; retained blocks 8,162 → 399",
            counted(
                outcome,
                "allocations",
                measure -> measure.contains("objects") && measure.endsWith("c2"),
                new Range(4_150, 4_150))),
        new Claim(
            "Memory",
            "450 → 250 KB",
            "5.4 MB → 8.4 MB reserved, 4.4 MB of it used",
            counted(
                outcome,
                "footprint",
                measure -> !measure.contains("compact"),
                new Range(1.8, 1.8))),
        new Claim(
            "Deallocation",
            "2,100× faster",
            "1.0–2.6× when dropped; about 0.1 µs as a pooled reset",
            timed(outcome, "release", new Range(2_100, 2_100))),
        new Claim(
            "Walking",
            "10–15 % faster",
            "2–15 % faster, more on larger trees",
            timed(outcome, "traverse", new Range(1.10, 1.176))),
        new Claim(
            "Cache misses",
            "8.5 → 2.1 %",
            Line.NOT_MEASURED,
            counted(outcome, "cache", measure -> true, new Range(4.05, 4.05))));
  }

  private static List<Answer> timed(Outcome outcome, String suite, Range claimed) {
    List<RowOutcome> rows =
        outcome.rows().stream()
            .filter(row -> row.row().suite().equals(suite))
            .filter(row -> row.row().subject().equals(Outcome.ARENA))
            .filter(row -> row.row().baseline().equals(Outcome.HEAP))
            .toList();
    boolean anyDuel = rows.stream().anyMatch(row -> row.row().instrument() == Instrument.DUEL);
    String corpus = rows.isEmpty() ? "" : rows.getFirst().row().corpus();
    List<Answer> answers = new ArrayList<>();
    for (RowOutcome row : rows) {
      boolean best = !anyDuel || row.row().instrument() == Instrument.DUEL;
      if (best && row.row().corpus().equals(corpus)) {
        answers.add(timed(row, claimed));
      }
    }
    if (answers.isEmpty()) {
      answers.add(missing("", "this run has no " + suite + " row of arena against heap"));
    }
    return rows.size() == 1 ? List.of(unnamed(answers.getFirst())) : List.copyOf(answers);
  }

  private static Answer timed(RowOutcome row, Range claimed) {
    Line line = Line.of(row);
    String what =
        row.row().measure().equals(row.row().suite()) ? "" : Wording.measure(row.row().measure());
    Estimate ratio = line.estimate();
    if (ratio == null) {
      return missing(what, line.reason());
    }
    String verdict =
        switch (line.tone()) {
          case BETTER -> against(claimed, ratio.lowerRatio(), ratio.upperRatio());
          case WORSE -> A_LOSS;
          case SAME -> NO_GAIN;
          case OPEN, MISSING -> line.verdict();
        };
    return line.isTooFew()
        ? new Answer(what, line.ratio(), "too few forks", line.verdictInFull(), line.tone())
        : new Answer(what, line.ratio(), verdict, line.tone());
  }

  private static List<Answer> counted(
      Outcome outcome, String probe, Predicate<String> measure, Range claimed) {
    Optional<ProbeOutcome> found =
        outcome.probes().stream()
            .filter(candidate -> candidate.probe().equals(probe))
            .filter(candidate -> measure.test(candidate.measure().toLowerCase(Locale.ROOT)))
            .filter(candidate -> candidate.figures().containsKey(Outcome.ARENA))
            .findFirst();
    if (found.isEmpty()) {
      return List.of(missing("", "this run has no probe «" + probe + "»"));
    }
    ProbeOutcome figures = found.get();
    CorpusRecord corpus = outcome.corpus(figures.corpus()).orElse(null);
    Line line = Line.of(figures, corpus, Outcome.HEAP, Outcome.ARENA);
    if (line.tone() == Tone.MISSING) {
      return List.of(missing("", line.reason()));
    }
    double ratio = line.exactRatio();
    String verdict =
        switch (line.tone()) {
          case BETTER -> against(claimed, ratio, ratio);
          case WORSE -> A_LOSS;
          case SAME, OPEN, MISSING -> NO_GAIN;
        };
    ProbeUnit unit = Wording.unit(figures, corpus);
    String counts =
        Figures.bare(figures.value(Outcome.HEAP).orElseThrow() / unit.divisor())
            + " → "
            + Figures.bare(figures.value(Outcome.ARENA).orElseThrow() / unit.divisor())
            + unit.words();
    String figure = Double.isInfinite(ratio) ? counts : counts + ", " + line.ratio();
    return List.of(new Answer("", figure, verdict, line.tone()));
  }

  private static String against(Range claimed, double low, double high) {
    if (high < claimed.low()) {
      return "gain, smaller than claimed";
    }
    return low > claimed.high() ? "gain, larger than claimed" : "gain as claimed";
  }

  private static Answer missing(String what, String reason) {
    return new Answer(what, Line.NOT_MEASURED, reason, Tone.MISSING);
  }

  private static Answer unnamed(Answer answer) {
    return new Answer("", answer.figure(), answer.verdict(), answer.verdictInFull(), answer.tone());
  }
}
