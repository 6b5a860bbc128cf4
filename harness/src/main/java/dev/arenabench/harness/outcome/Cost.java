package dev.arenabench.harness.outcome;

import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.Estimates;
import java.util.List;

/// What one side of a row took in absolute terms: the median over its units, with its interval.
///
/// Between forks and machines this moves far more than a ratio does; it gives an order of
/// magnitude, and the ratio is what to quote.
///
/// @param logNanos natural logarithm of the nanoseconds of one pass over the corpus
public record Cost(Estimate logNanos) {
  private static final double CONFIDENCE = 0.95;

  static Cost of(List<Double> nanosPerPass) {
    double[] logs = nanosPerPass.stream().mapToDouble(Math::log).toArray();
    return new Cost(Estimates.median(logs, CONFIDENCE));
  }

  /// Nanoseconds of one pass over the corpus.
  public double nanosPerPass() {
    return Math.exp(logNanos.point());
  }

  public double nanosPerByte(CorpusRecord corpus) {
    return nanosPerPass() / corpus.bytes();
  }

  public double nanosPerNode(CorpusRecord corpus) {
    return nanosPerPass() / corpus.nodes();
  }

  /// Nanoseconds for each file, and so for each tree.
  public double nanosPerTree(CorpusRecord corpus) {
    return nanosPerPass() / corpus.files();
  }

  /// Millions of source bytes a second.
  public double megabytesPerSecond(CorpusRecord corpus) {
    return 1_000 / nanosPerByte(corpus);
  }
}
