package dev.arenabench.harness.run;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.ProbeRecord;
import java.io.IOException;
import java.util.List;

/// The exact figures of a run, taken after the timed units.
@FunctionalInterface
public interface ProbeSuite {
  /// Takes all figures; one that cannot be had is a record that says why.
  ///
  /// @param corpora what the run measures, without the files that are no programs
  List<ProbeRecord> run(List<Corpus> corpora, Progress progress)
      throws IOException, InterruptedException;

  /// No figures.
  static ProbeSuite none() {
    return (corpora, progress) -> List.of();
  }
}
