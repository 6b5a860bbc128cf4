package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All metrics of one contender against one baseline over one corpus.
record Comparison(String baseline, String subject, String corpus, Role role, List<Line> lines) {
  /// What the comparison is for, in the order in which comparisons are shown.
  enum Role {
    /// Heap against arena.
    ANSWER,
    /// Heap against another way to use an arena.
    VARIANT,
    /// Another parser against this one.
    PEER,
    /// Shows how much of a gain is not the arena's, or how low a figure can go at all.
    CONTROL
  }

  Comparison {
    lines = List.copyOf(lines);
  }

  private record Pair(String baseline, String subject, String corpus) {
    Role role() {
      if (Wording.isPeer(baseline)) {
        return Role.PEER;
      }
      if (!baseline.equals(Outcome.HEAP) || !isArena(subject)) {
        return Role.CONTROL;
      }
      return subject.equals(Outcome.ARENA) ? Role.ANSWER : Role.VARIANT;
    }
  }

  /// All comparisons of a run: the answer first, then variants, then controls.
  static List<Comparison> of(Outcome outcome) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (RowOutcome row : outcome.rows()) {
      if (!row.isNoise()) {
        pairs.add(new Pair(row.row().baseline(), row.row().subject(), row.row().corpus()));
      }
    }
    for (ProbeOutcome probe : outcome.probes()) {
      Set<String> contenders = probe.figures().keySet();
      if (contenders.stream().allMatch(contender -> probe.value(contender).isEmpty())) {
        continue; // A corpus too large to probe is no reason to list every contender.
      }
      for (String contender : contenders) {
        if (!contender.equals(Outcome.HEAP)) {
          pairs.add(new Pair(Outcome.HEAP, contender, probe.corpus()));
        }
      }
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Pair pair : pairs) {
        if (pair.role() == role) {
          comparisons.add(
              new Comparison(
                  pair.baseline(), pair.subject(), pair.corpus(), role, lines(outcome, pair)));
        }
      }
    }
    return comparisons;
  }

  private static List<Line> lines(Outcome outcome, Pair pair) {
    List<Line> lines = new ArrayList<>();
    for (RowOutcome row : outcome.rows()) {
      if (isOf(row.row(), pair) && !hasDuel(outcome, row.row())) {
        lines.add(Line.of(row));
      }
    }
    if (Wording.isFloor(pair.baseline()) || Wording.isPeer(pair.baseline())) {
      return lines; // A bound has no trees that could be probed, and another parser's are its own.
    }
    for (ProbeOutcome probe : outcome.probes()) {
      if (probe.corpus().equals(pair.corpus())
          && probe.figures().keySet().containsAll(List.of(pair.baseline(), pair.subject()))) {
        lines.add(
            Line.of(
                probe,
                outcome.corpus(probe.corpus()).orElse(null),
                pair.baseline(),
                pair.subject()));
      }
    }
    return lines;
  }

  private static boolean isOf(Row row, Pair pair) {
    return row.baseline().equals(pair.baseline())
        && row.subject().equals(pair.subject())
        && row.corpus().equals(pair.corpus());
  }

  /// Whether the same question is answered by a duel too, which is the better instrument for
  /// ratios.
  private static boolean hasDuel(Outcome outcome, Row row) {
    Row duel =
        new Row(
            row.suite(),
            row.measure(),
            row.subject(),
            row.baseline(),
            row.corpus(),
            Instrument.DUEL);
    return row.instrument() == Instrument.SOLO
        && outcome.rows().stream().anyMatch(other -> other.row().equals(duel) && other.got() > 0);
  }

  private static boolean isArena(String contender) {
    return contender.equals(Outcome.ARENA) || contender.startsWith(Outcome.ARENA + "-");
  }
}
