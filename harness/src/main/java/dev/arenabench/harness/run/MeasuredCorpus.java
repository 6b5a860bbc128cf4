package dev.arenabench.harness.run;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Parser;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A corpus as it is measured: what the front end rejects is left out, since there is no tree to
/// compare.
///
/// @param corpus without what was left out
/// @param leftOut `name:line:column: message` of each such file
record MeasuredCorpus(Corpus corpus, CorpusRecord record, List<String> leftOut) {

  /// Reads and parses a corpus.
  ///
  /// @param nameOrPath as in [Corpus#named]
  static MeasuredCorpus of(String nameOrPath) throws IOException {
    return of(Corpus.named(nameOrPath), nameOrPath);
  }

  /// Parses a corpus.
  static MeasuredCorpus of(Corpus all) {
    return of(all, all.name());
  }

  private static MeasuredCorpus of(Corpus all, String nameOrPath) {
    Parser parser = new Parser(new Interner());
    NodeCounter counter = new NodeCounter();
    Set<String> rejected = new HashSet<>();
    List<String> leftOut = new ArrayList<>();
    for (Corpus.SourceFile file : all.files()) {
      try {
        parser.parse(file.bytes(), Dialects.of(file.name()), counter);
      } catch (SyntaxException e) {
        rejected.add(file.name());
        leftOut.add(file.name() + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
      }
    }
    if (rejected.size() == all.files().size()) {
      throw new IllegalArgumentException(
          "corpus=" + nameOrPath + " has no file that is a program: " + leftOut.getFirst());
    }
    Corpus corpus = all.without(rejected);
    return new MeasuredCorpus(
        corpus,
        new CorpusRecord(
            corpus.name(), corpus.files().size(), corpus.bytes(), counter.total(), corpus.sha256()),
        List.copyOf(leftOut));
  }
}
