package dev.arenabench.harness.check;

import dev.arenabench.arena.tree.CorruptTreeException;
import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Diagnostic;
import dev.arenabench.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks files one after the other with the same [Twins].
public final class Checker {
  private final Twins twins = new Twins();
  private final List<CheckReport.Rejection> rejections = new ArrayList<>();
  private final List<CheckReport.Disagreement> disagreements = new ArrayList<>();

  /// Parses, resolves and compares every file.
  public CheckReport check(List<Corpus.SourceFile> files) {
    rejections.clear();
    disagreements.clear();
    for (Corpus.SourceFile file : files) {
      check(file);
    }
    return new CheckReport(
        files.size(),
        files.size() - rejections.size(),
        rejections.size(),
        disagreements.size(),
        rejections,
        disagreements);
  }

  private void check(Corpus.SourceFile file) {
    try {
      twins.parse(file.bytes(), Dialects.of(file.name()));
      Diagnostic diagnostic = twins.resolve().diagnostic();
      if (diagnostic != null) {
        SourceText text = file.text();
        rejections.add(
            new CheckReport.Rejection(
                file.name(),
                text.line(diagnostic.position()),
                text.column(diagnostic.position()),
                diagnostic.message()));
      }
      Optional<Twins.Difference> difference = twins.disagreement();
      difference.ifPresent(
          found ->
              disagreements.add(
                  new CheckReport.Disagreement(file.name(), found.what(), found.detail())));
    } catch (SyntaxException e) {
      rejections.add(
          new CheckReport.Rejection(
              file.name(), e.line(), e.column(), String.valueOf(e.getMessage())));
    } catch (CorruptTreeException e) {
      disagreements.add(
          new CheckReport.Disagreement(file.name(), "verify", String.valueOf(e.getMessage())));
    }
  }
}
