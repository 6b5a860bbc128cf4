package dev.arenabench.harness.report;

import static java.util.Objects.requireNonNull;

import dev.arenabench.harness.outcome.MeanOutcome;
import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.plan.TightHeap;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.report.Comparison.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of a run in one sentence, and the conditions under which it holds in another, both
/// made from its figures.
///
/// @param phrases in order; the sentence is their texts, one after the other
/// @param conditions where, on what and how it was measured
record AnswerSentence(List<Phrase> phrases, String conditions) {
  /// @param figure how to read it if it is a figure that the eye should find; `null` for other
  ///   words
  record Phrase(String text, @Nullable Tone figure) {}

  /// A figure, and of what it is.
  private record Clause(String figure, Tone tone, String of) {}

  static AnswerSentence of(Outcome outcome) {
    List<Clause> clauses = new ArrayList<>();
    List<Comparison> answers =
        Comparison.of(outcome).stream()
            .filter(comparison -> comparison.role() == Role.ANSWER)
            .toList();
    if (!answers.isEmpty()) {
      Comparison answer = answers.getFirst();
      timed(outcome, answer, "parse", "the time to parse", clauses);
      timed(outcome, answer, "build", "the time to build", clauses);
      timed(outcome, answer, "traverse", "the time to walk", clauses);
      timed(outcome, answer, "retain", "the CPU time to keep all trees in a tight heap", clauses);
      timed(outcome, answer, "collect", "the CPU time of a full collection", clauses);
      kept(outcome, answer, clauses);
    }
    if (clauses.isEmpty()) {
      List<Phrase> peers = peers(outcome);
      if (!peers.isEmpty()) {
        return new AnswerSentence(peers, conditions(outcome));
      }
      String none =
          "This run has no answer yet: it holds no figure of an arena against heap objects.";
      return new AnswerSentence(List.of(new Phrase(none, null)), conditions(outcome));
    }
    List<Phrase> sentence = new ArrayList<>();
    sentence.add(new Phrase("Against an arena, one heap object per node takes ", null));
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      String join = i == 0 ? "" : i + 1 == clauses.size() ? " and " : ", ";
      sentence.add(new Phrase(join, null));
      sentence.add(new Phrase(clause.figure(), clause.tone()));
      sentence.add(new Phrase(" " + clause.of(), null));
    }
    String where =
        answers.size() == 1 ? "." : ", on " + Wording.corpus(answers.getFirst().corpus()) + ".";
    sentence.add(new Phrase(where, null));
    together(outcome, sentence);
    return new AnswerSentence(List.copyOf(sentence), conditions(outcome));
  }

  /// What other parsers take, as long as it is a sentence: against the arena, on the first corpus
  /// of each.
  private static List<Phrase> peers(Outcome outcome) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Comparison comparison : Comparison.of(outcome)) {
      if (comparison.role() == Role.PEER && comparison.subject().equals(Outcome.ARENA)) {
        comparison.lines().stream()
            .filter(line -> line.estimate() != null)
            .findFirst()
            .ifPresent(line -> lines.putIfAbsent(comparison.baseline(), line));
      }
    }
    List<Phrase> sentence = new ArrayList<>();
    lines.forEach(
        (peer, line) -> {
          String join = sentence.isEmpty() ? "Against parsing into an arena, " : ", ";
          sentence.add(new Phrase(join + Wording.peer(peer) + " takes ", null));
          sentence.add(new Phrase(line.ratio(), line.tone()));
          sentence.add(new Phrase(" the time", null));
        });
    if (!sentence.isEmpty()) {
      sentence.add(new Phrase(".", null));
    }
    return List.copyOf(sentence);
  }

  /// What parsing takes over all corpora, if there are several.
  private static void together(Outcome outcome, List<Phrase> sentence) {
    for (MeanOutcome mean : outcome.means()) {
      Row question = mean.question();
      if (question.suite().equals("parse")
          && question.subject().equals(Outcome.ARENA)
          && question.baseline().equals(Outcome.HEAP)
          && question.instrument() == Instrument.DUEL) {
        sentence.add(new Phrase(" Over " + mean.corpora() + " corpora together it takes ", null));
        sentence.add(new Phrase(Figures.ratio(mean.costRatio()), Tone.SAME)); // No verdict.
        sentence.add(new Phrase(" the time to parse.", null));
      }
    }
  }

  private static void timed(
      Outcome outcome, Comparison answer, String suite, String what, List<Clause> clauses) {
    List<RowOutcome> rows =
        outcome.rows().stream()
            .filter(row -> row.costRatio() != null && isOf(row.row(), answer, suite))
            .toList();
    boolean anyDuel = rows.stream().anyMatch(row -> row.row().instrument() == Instrument.DUEL);
    List<Line> lines =
        rows.stream()
            .filter(row -> !anyDuel || row.row().instrument() == Instrument.DUEL)
            .map(Line::of)
            .sorted(Comparator.comparingDouble(line -> requireNonNull(line.estimate()).point()))
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    List<Tone> tones = lines.stream().map(Line::tone).distinct().toList();
    Tone tone = tones.size() == 1 ? tones.getFirst() : Tone.SAME;
    boolean tooFew = lines.stream().allMatch(Line::isTooFew);
    String open = tone != Tone.OPEN ? "" : tooFew ? "too few forks for a verdict" : "inconclusive";
    Line least = lines.getFirst();
    if (lines.size() == 1) {
      clauses.add(
          new Clause(least.ratio(), tone, what + (open.isEmpty() ? "" : " (" + open + ")")));
      return;
    }
    // All of them: the pass that suits arenas best is not the answer.
    Line most = lines.getLast();
    String figure =
        Figures.roughly(requireNonNull(least.estimate()))
            + " to "
            + Figures.roughly(requireNonNull(most.estimate()));
    clauses.add(
        new Clause(
            figure,
            tone,
            what
                + (" (it depends on the " + (suite.equals("traverse") ? "pass" : "collector"))
                + (open.isEmpty() ? "" : "; " + open)
                + ")"));
  }

  private static boolean isOf(Row row, Comparison answer, String suite) {
    return row.suite().equals(suite)
        && row.subject().equals(answer.subject())
        && row.baseline().equals(answer.baseline())
        && row.corpus().equals(answer.corpus());
  }

  private static void kept(Outcome outcome, Comparison answer, List<Clause> clauses) {
    outcome
        .keptBytes(answer.corpus())
        .map(
            probe ->
                Line.of(
                    probe,
                    outcome.corpus(probe.corpus()).orElse(null),
                    answer.baseline(),
                    answer.subject()))
        .filter(line -> line.tone() != Tone.MISSING)
        .ifPresent(
            line ->
                clauses.add(new Clause(line.ratio(), line.tone(), "the memory while it is kept")));
  }

  private static String conditions(Outcome outcome) {
    Map<String, String> environment = outcome.run().environment();
    List<String> parts = new ArrayList<>();
    for (CorpusRecord corpus : outcome.run().corpora()) {
      parts.add(
          "%s (%s, %s)"
              .formatted(
                  corpus.name(),
                  Figures.count(corpus.files(), "file"),
                  Figures.size(corpus.bytes())));
    }
    String java = environment.get("java");
    if (java != null) {
      parts.add("Java " + java);
    }
    String processor = environment.get("processor");
    if (processor != null) {
      parts.add(processor);
    }
    String cores = environment.get("cores");
    if (cores != null) {
      parts.add(cores + " cores");
    }
    parts.add("one thread");
    boolean anyInterval =
        outcome.rows().stream()
            .map(RowOutcome::costRatio)
            .anyMatch(ratio -> ratio != null && ratio.confidence() > 0);
    return (anyInterval ? "In brackets the interval of 95 %. " : "")
        + "Measured on "
        + String.join(", ", parts)
        + "; each tree is dropped before the next, which is where an arena helps least"
        + (outcome.rows().stream().anyMatch(row -> TightHeap.isFor(row.row()))
            ? ", but where rows say that they keep them."
            : ".");
  }
}
