package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.GeometricMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The geometric mean of one question over several corpora.
///
/// @param question with no corpus's name
/// @param corpora how many
/// @param costRatio baseline : contender over exactly these corpora, as it is shown
public record MeanOutcome(Row question, int corpora, Estimate costRatio) {
  private static final double CONFIDENCE = 0.95;

  /// The least units of a row that an interval of a mean can use.
  private static final int LEAST_UNITS = 2;

  /// A mean for each question that was asked of two corpora or more.
  static List<MeanOutcome> of(List<RowOutcome> rows) {
    Map<Row, List<RowOutcome>> questions = new LinkedHashMap<>();
    for (RowOutcome row : rows) {
      if (!row.isNoise() && row.got() >= LEAST_UNITS) {
        questions.computeIfAbsent(withoutCorpus(row.row()), ignored -> new ArrayList<>()).add(row);
      }
    }
    List<MeanOutcome> means = new ArrayList<>();
    questions.forEach(
        (question, answers) -> {
          if (answers.size() > 1) {
            double[][] y = answers.stream().map(RowOutcome::y).toArray(double[][]::new);
            means.add(
                new MeanOutcome(
                    question,
                    answers.size(),
                    GeometricMean.overTheseRows(y, CONFIDENCE).inverse()));
          }
        });
    return List.copyOf(means);
  }

  private static Row withoutCorpus(Row row) {
    return new Row(row.suite(), row.measure(), row.subject(), row.baseline(), "", row.instrument());
  }
}
