package dev.arenabench.harness.record;

/// A timed question: one suite's measure, of one contender against another, on one corpus.
///
/// @param suite `lex`, `parse`, `build`, `traverse`, `release`, `retain`, `collect`, `allocate`,
///   `batch` or `peers`
/// @param measure what within the suite: `parse`; `count-scan`; `resolve-aged`; …
/// @param subject contender that is judged
/// @param baseline contender (or floor, or peer) that it is judged against
/// @param corpus name of the corpus
public record Row(
    String suite,
    String measure,
    String subject,
    String baseline,
    String corpus,
    Instrument instrument) {

  /// The identity under which results of different runs are compared: `parse/parse arena:heap
  /// shipped duel`.
  public String id() {
    return suite
        + "/"
        + measure
        + " "
        + subject
        + ":"
        + baseline
        + " "
        + corpus
        + " "
        + instrument.name().toLowerCase(java.util.Locale.ROOT);
  }
}
