package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Cost;
import dev.arenabench.harness.outcome.NetOutcome;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.outcome.UnitOutcome;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.report.Wording.ProbeUnit;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.Judgement;
import dev.arenabench.harness.statistics.Reason;
import dev.arenabench.harness.statistics.Verdicts;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One metric of one contender against one baseline, as text.
///
/// @param baseline what the baseline takes, with its unit
/// @param subject what the contender takes, with its unit
/// @param ratio baseline : contender with its interval
/// @param verdict for a column that stands beside that of the forks: a word or two
/// @param forks how many units the figure rests on, of how many; `exact` for a probe
/// @param reason why this verdict, or why there is no figure
/// @param estimate the ratio as a number, or `null` where it has no interval
/// @param exactRatio the ratio of a probe; NaN where there is none
record Line(
    String what,
    String baseline,
    String subject,
    String ratio,
    String verdict,
    Tone tone,
    String forks,
    String reason,
    @Nullable Estimate estimate,
    double exactRatio) {
  static final String NOT_MEASURED = "not measured";
  static final String EXACT = "exact";

  static Line of(RowOutcome row) {
    Judgement judgement = row.judgement();
    Estimate ratio = row.costRatio();
    Cost baseline = row.baselineCost();
    Cost subject = row.subjectCost();
    String what = Wording.metric(row.row());
    if (judgement == null || ratio == null || baseline == null || subject == null) {
      return new Line(
          what,
          NOT_MEASURED,
          NOT_MEASURED,
          "",
          "",
          Tone.MISSING,
          forks(row),
          noFigure(row),
          null,
          Double.NaN);
    }
    boolean floor = Wording.isFloor(row.row().baseline());
    boolean tooFew = judgement.reason() == Reason.TOO_FEW_UNITS;
    return new Line(
        what,
        Wording.cost(row, baseline),
        Wording.cost(row, subject),
        Figures.ratio(ratio),
        floor ? "floor" : tooFew ? "too few" : judgement.verdict().label(),
        floor ? Tone.SAME : Tone.of(judgement.verdict()),
        forks(row),
        floor ? "a bound to hold a figure against, no rival" : judgement.reason().sentence(),
        ratio,
        Double.NaN);
  }

  /// What remains net of the floor; it has no verdict.
  static Line of(NetOutcome net) {
    Estimate ratio = net.costRatio();
    String reason = net.reason();
    boolean any = ratio != null;
    return new Line(
        "… net of the floor",
        any ? Wording.cost(net.baseline(), net.baselineNanosPerPass()) : NOT_MEASURED,
        any ? Wording.cost(net.subject(), net.subjectNanosPerPass()) : NOT_MEASURED,
        ratio == null ? "" : Figures.ratio(ratio),
        any ? "none" : "",
        any ? Tone.SAME : Tone.MISSING,
        net.baseline().got() + " and " + net.subject().got(),
        reason == null ? "derived, not measured" : reason,
        ratio,
        Double.NaN);
  }

  /// @param corpus what the probe was taken over, or `null` where the run does not describe it
  static Line of(
      ProbeOutcome probe, @Nullable CorpusRecord corpus, String baseline, String subject) {
    OptionalDouble ratio = probe.ratio(baseline, subject);
    ProbeUnit unit = Wording.unit(probe, corpus);
    return new Line(
        Wording.probe(probe.probe(), probe.measure()),
        figure(probe, unit, baseline),
        figure(probe, unit, subject),
        ratio.isPresent() ? Figures.exactRatio(ratio.getAsDouble()) : "",
        ratio.isPresent() ? lessOrMore(ratio.getAsDouble()) : "",
        ratio.isPresent() ? tone(ratio.getAsDouble()) : Tone.MISSING,
        ratio.isPresent() ? EXACT : "",
        reason(probe, baseline, subject),
        null,
        ratio.orElse(Double.NaN));
  }

  /// Whether no verdict was possible, whatever the figures.
  boolean isTooFew() {
    return tone == Tone.OPEN && estimate != null && estimate.units() < Verdicts.LEAST_UNITS;
  }

  /// The verdict where there is room for it: `too few forks for a verdict (3 of at least 5)`.
  String verdictInFull() {
    return estimate != null && isTooFew()
        ? "too few forks for a verdict (%d of at least %d)"
            .formatted(estimate.units(), Verdicts.LEAST_UNITS)
        : verdict;
  }

  /// The verdict and what it rests on.
  String verdictAndReason() {
    return isTooFew() ? verdictInFull() : verdict + ": " + reason;
  }

  /// The ratio without its interval.
  String point() {
    return estimate == null ? ratio : Figures.point(estimate);
  }

  /// The interval of the ratio; `exact` for a probe; empty where there is no figure.
  String interval() {
    if (estimate != null) {
      return Figures.interval(estimate);
    }
    return ratio.isEmpty() ? "" : EXACT;
  }

  private static String forks(RowOutcome row) {
    String got = Integer.toString(row.got());
    return row.got() == row.wanted() && row.failed() == 0 ? got : got + "/" + row.wanted();
  }

  private static String noFigure(RowOutcome row) {
    return row.units().stream()
        .map(UnitOutcome::failure)
        .filter(Objects::nonNull)
        .findFirst()
        .map(failure -> "every fork failed; the first: " + failure)
        .orElse("no fork has run");
  }

  private static String figure(ProbeOutcome probe, ProbeUnit unit, String contender) {
    OptionalDouble value = probe.value(contender);
    return value.isPresent() ? unit.cell(value.getAsDouble()) : NOT_MEASURED;
  }

  private static String reason(ProbeOutcome probe, String baseline, String subject) {
    String of = probe.notMeasured(baseline);
    String to = probe.notMeasured(subject);
    if (of != null) {
      return baseline + ": " + of;
    }
    return to == null ? "counted, not sampled" : subject + ": " + to;
  }

  private static String lessOrMore(double ratio) {
    return ratio > 1 ? "less" : ratio < 1 ? "more" : "same";
  }

  private static Tone tone(double ratio) {
    return ratio > 1 ? Tone.BETTER : ratio < 1 ? Tone.WORSE : Tone.SAME;
  }
}
