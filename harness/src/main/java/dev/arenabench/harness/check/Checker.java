package dev.arenabench.harness.check;

import dev.arenabench.arena.tree.CorruptTreeException;
import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Excerpt;
import dev.arenabench.frontend.Expectation;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Diagnostic;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks files one after the other with the same [Twins].
public final class Checker {
  private final Twins twins = new Twins();
  private final DialectChoice choice;
  private final List<CheckReport.Rejection> rejections = new ArrayList<>();
  private final List<CheckReport.Disagreement> disagreements = new ArrayList<>();
  private final List<CheckReport.DialectDifference> differences = new ArrayList<>();

  /// @param choice as what the files are read
  public Checker(DialectChoice choice) {
    this.choice = choice;
  }

  /// Parses, resolves and compares every file. A Lua file that is read as TypedLua is read as Lua
  /// as well, and the trees are compared.
  ///
  /// @throws IllegalArgumentException if the memory is not enough for a file; the message says what
  ///   to do
  public CheckReport check(List<Corpus.SourceFile> files) {
    rejections.clear();
    disagreements.clear();
    differences.clear();
    for (Corpus.SourceFile file : files) {
      try {
        check(file);
      } catch (OutOfMemoryError e) {
        throw Corpus.tooLargeForTheHeap(file.name(), file.bytes().length, e);
      }
    }
    return new CheckReport(
        files.size(),
        files.size() - rejections.size(),
        rejections.size(),
        disagreements.size(),
        differences.size(),
        rejections,
        disagreements,
        differences);
  }

  private void check(Corpus.SourceFile file) {
    Dialect dialect = choice.of(file.name());
    if (dialect == Dialect.TYPED_LUA && Dialects.of(file.name()) == Dialect.LUA_5_4) {
      twins
          .dialectDifference(file.bytes())
          .ifPresent(
              reason -> differences.add(new CheckReport.DialectDifference(file.name(), reason)));
    }
    try {
      twins.parse(file.bytes(), dialect);
      Diagnostic diagnostic = twins.resolve().diagnostic();
      if (diagnostic != null) {
        rejections.add(rejection(file, diagnostic));
      }
      Optional<Twins.Difference> difference = twins.disagreement();
      difference.ifPresent(
          found ->
              disagreements.add(
                  new CheckReport.Disagreement(file.name(), found.what(), found.detail())));
    } catch (SyntaxException e) {
      rejections.add(rejection(file, e, dialect));
    } catch (CorruptTreeException e) {
      disagreements.add(
          new CheckReport.Disagreement(file.name(), "verify", String.valueOf(e.getMessage())));
    }
  }

  /// What is to be said about a file that does not parse.
  public static CheckReport.Rejection rejection(
      Corpus.SourceFile file, SyntaxException e, Dialect dialect) {
    SourceText text = file.text();
    return new CheckReport.Rejection(
        file.name(),
        e.line(),
        e.column(),
        String.valueOf(e.getMessage()),
        Expectation.of(text, e, dialect),
        Excerpt.of(text, e.offset()));
  }

  private static CheckReport.Rejection rejection(Corpus.SourceFile file, Diagnostic diagnostic) {
    SourceText text = file.text();
    int position = diagnostic.position();
    return new CheckReport.Rejection(
        file.name(),
        text.line(position),
        text.column(position),
        diagnostic.message(),
        "",
        Excerpt.of(text, position));
  }
}
