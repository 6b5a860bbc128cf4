package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.outcome.UnitOutcome;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.report.Comparison.Role;
import dev.arenabench.harness.statistics.Verdicts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A run as one HTML document that needs nothing else: no script, no request, styles and charts
/// inside. Everything that comes from a run is escaped by the templates; only charts, which escape
/// their own words, and the style sheet are set in as they are.
///
/// @param rawFiles names of the files beside it that hold the records
record Page(Outcome outcome, List<String> rawFiles) {
  private static final String STYLE_SHEET = read("page.css");

  /// The one style element is let in by its hash; nothing else is let in at all.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE_SHEET)
          + "'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, Page.class.getPackageName());

  /// A row whose two sides are the same contender.
  ///
  /// @param deviation standard deviation of the log ratios: about the relative spread
  record Noise(String what, String contender, String instrument, String units, String deviation) {}

  /// A mean over corpora.
  record Mean(String what, String pair, String ratio, String interval, String corpora) {}

  /// A unit that gave no result.
  record Failed(String what, String pair, String started, String failure) {}

  Page {
    rawFiles = List.copyOf(rawFiles);
  }

  String html() {
    StringOutput output = new StringOutput();
    TEMPLATES.render("page.jte", this, output);
    return output.toString();
  }

  RunRecord run() {
    return outcome.run();
  }

  String styleSheet() {
    return STYLE_SHEET;
  }

  String contentSecurityPolicy() {
    return CONTENT_SECURITY_POLICY;
  }

  String started() {
    return Times.minute(run().startedAtMillis());
  }

  /// How long the run took, or that it has not ended.
  String took() {
    Long finishedAtMillis = run().finishedAtMillis();
    return finishedAtMillis == null
        ? "not finished"
        : Times.duration(finishedAtMillis - run().startedAtMillis());
  }

  String revision() {
    String revision = run().revision();
    if (revision == null) {
      return "no revision";
    }
    String shortened = revision.substring(0, Math.min(8, revision.length()));
    return run().dirty() ? shortened + ", with uncommitted changes" : shortened;
  }

  AnswerSentence answer() {
    return AnswerSentence.of(outcome);
  }

  /// Heap against arena, one for each corpus; other parsers where a run is about those alone.
  List<Comparison> answers() {
    return Comparison.of(outcome).stream()
        .filter(comparison -> comparison.role() == answerRole())
        .toList();
  }

  /// What the run asks.
  String question() {
    return answerRole() == Role.PEER && !answers().isEmpty()
        ? "How fast is this parser beside others?"
        : "Arena or heap objects for syntax trees?";
  }

  /// How the ratios of the answer are to be read.
  String howToRead() {
    return answerRole() == Role.PEER
        ? "A ratio of another parser : this one says how many times more the other one takes"
        : "A ratio of heap : arena says how many times more the heap costs";
  }

  private Role answerRole() {
    boolean any =
        Comparison.of(outcome).stream().anyMatch(comparison -> comparison.role() == Role.ANSWER);
    return any ? Role.ANSWER : Role.PEER;
  }

  /// What was compared besides.
  List<Comparison> others() {
    return Comparison.of(outcome).stream()
        .filter(comparison -> comparison.role() != answerRole())
        .toList();
  }

  String answerChart() {
    List<Comparison> answers = answers();
    if (answers.isEmpty()) {
      return "";
    }
    Comparison answer = answers.getFirst();
    List<IntervalChart.Bar> bars = new ArrayList<>();
    if (answer.role() == Role.PEER) {
      for (Comparison peer : answers) {
        peer.lines().stream()
            .filter(line -> line.estimate() != null)
            .forEach(
                line ->
                    bars.add(
                        new IntervalChart.Bar(
                            peer.baseline() + " : " + peer.subject(), peer.corpus(), line)));
      }
      String title = "Other parsers, how many times more they take";
      return IntervalChart.svg("answer-chart", title, "the other parser", bars);
    }
    answer.lines().stream()
        .filter(line -> line.estimate() != null)
        .forEach(line -> bars.add(new IntervalChart.Bar(line.what(), "", line)));
    outcome
        .keptBytes(answer.corpus())
        .map(
            probe ->
                Line.of(
                    probe,
                    outcome.corpus(probe.corpus()).orElse(null),
                    answer.baseline(),
                    answer.subject()))
        .ifPresent(line -> bars.add(new IntervalChart.Bar(line.what(), "", line)));
    return IntervalChart.svg(
        "answer-chart",
        answer.baseline() + " : " + answer.subject() + ", how many times more the heap costs",
        answer.baseline(),
        bars);
  }

  List<Mean> means() {
    return outcome.means().stream()
        .map(
            mean ->
                new Mean(
                    Wording.metric(mean.question())
                        + ", "
                        + Wording.instrument(mean.question().instrument()),
                    mean.question().baseline() + " : " + mean.question().subject(),
                    Figures.point(mean.costRatio()),
                    Figures.interval(mean.costRatio()),
                    mean.corpora() + " corpora"))
        .toList();
  }

  List<Claim> claims() {
    return Claim.of(outcome);
  }

  List<SuiteSection> suites() {
    return SuiteSection.of(outcome);
  }

  ContenderTable footprint() {
    return ContenderTable.footprint(outcome);
  }

  ContenderTable allocated() {
    return ContenderTable.allocated(outcome);
  }

  List<ContenderTable> byClass() {
    return ContenderTable.byClass(outcome);
  }

  ContenderTable processes() {
    return ContenderTable.processes(outcome);
  }

  /// How far log ratios stray when both sides are the same.
  List<Noise> noise() {
    return outcome.rows().stream()
        .filter(row -> row.isNoise() && row.got() > 1)
        .map(
            row ->
                new Noise(
                    Wording.metric(row.row()),
                    row.row().subject(),
                    Wording.instrument(row.row().instrument()),
                    Figures.count(row.got(), "unit"),
                    Figures.percent(row.standardDeviation())))
        .toList();
  }

  /// Every set of flags that a fork was given.
  List<String> forkFlags() {
    Set<String> flags = new LinkedHashSet<>();
    for (RowOutcome row : outcome.rows()) {
      for (UnitOutcome unit : row.units()) {
        for (ForkRecord fork : unit.unit().forks()) {
          flags.add(String.join(" ", fork.jvmFlags()));
        }
      }
    }
    flags.remove("");
    return List.copyOf(flags);
  }

  List<Failed> failures() {
    List<Failed> failures = new ArrayList<>();
    for (RowOutcome row : outcome.rows()) {
      for (UnitOutcome unit : row.units()) {
        String failure = unit.failure();
        if (failure != null) {
          failures.add(
              new Failed(
                  Wording.metric(row.row()) + ", " + Wording.instrument(row.row().instrument()),
                  row.row().baseline() + " : " + row.row().subject(),
                  unit.unit().forks().isEmpty()
                      ? ""
                      : Times.clock(unit.unit().forks().getFirst().startedAtMillis()),
                  failure));
        }
      }
    }
    return failures;
  }

  /// The least number of units for a verdict.
  int leastUnits() {
    return Verdicts.LEAST_UNITS;
  }

  boolean anyShortInterval() {
    return outcome.rows().stream()
        .map(RowOutcome::costRatio)
        .filter(Objects::nonNull)
        .anyMatch(ratio -> Figures.isShort(ratio) && ratio.confidence() > 0);
  }

  boolean anyWithoutInterval() {
    return outcome.rows().stream()
        .map(RowOutcome::costRatio)
        .filter(Objects::nonNull)
        .anyMatch(ratio -> ratio.confidence() == 0);
  }

  boolean anyDuel() {
    return has(Instrument.DUEL);
  }

  boolean anyPair() {
    return has(Instrument.SOLO);
  }

  private boolean has(Instrument instrument) {
    return outcome.rows().stream().anyMatch(row -> row.row().instrument() == instrument);
  }

  private static String read(String resource) {
    try (InputStream in = Page.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: resource=" + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
