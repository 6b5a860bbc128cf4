package dev.arenabench.harness.report;

import dev.arenabench.harness.outcome.Cost;
import dev.arenabench.harness.outcome.ProbeOutcome;
import dev.arenabench.harness.outcome.RowOutcome;
import dev.arenabench.harness.plan.Peer;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What suites, measures and probes are called, and in which unit they are told. A name that is not
/// listed here is shown as it is.
final class Wording {
  private record Suite(String title, String question, Per per) {}

  /// What an absolute time is divided by.
  private enum Per {
    SOURCE_BYTE("B", CorpusRecord::bytes),
    NODE("node", CorpusRecord::nodes),
    TREE("tree", CorpusRecord::files),
    /// A pass is one.
    COLLECTION("collection", corpus -> 1),
    /// A pass has a thousand, whatever the corpus.
    ALLOCATION("op", corpus -> 1_000);

    private final String unit;
    private final ToDoubleFunction<CorpusRecord> inPass;

    Per(String unit, ToDoubleFunction<CorpusRecord> inPass) {
      this.unit = unit;
      this.inPass = inPass;
    }
  }

  private static final Map<String, String> CORPORA =
      Map.of("shipped", "the Lua programs", "shipped-typed", "the TypedLua programs");

  private static final Map<String, Suite> SUITES =
      Map.ofEntries(
          Map.entry(
              "dialect",
              new Suite(
                  "Dialects",
                  "What does it cost to read the same programs as TypedLua instead of Lua?",
                  Per.SOURCE_BYTE)),
          Map.entry(
              "lex",
              new Suite(
                  "Lexing",
                  "How fast is the scanner alone? It is the same code for every contender and"
                      + " bounds what any of them can win; its floor is a sum over the same bytes.",
                  Per.SOURCE_BYTE)),
          Map.entry(
              Peer.SUITE,
              new Suite(
                  "Other parsers",
                  "How much longer does another parser take for the same programs? Each goes to the"
                      + " end that it knows: a tree, or the bytecode of the reference"
                      + " implementation.",
                  Per.SOURCE_BYTE)),
          Map.entry(
              "parse",
              new Suite(
                  "Parsing",
                  "How long from bytes to a finished tree, which is then dropped? The front end is"
                      + " the same on both sides and takes most of the time, so a layout moves"
                      + " little here.",
                  Per.SOURCE_BYTE)),
          Map.entry(
              "build",
              new Suite(
                  "Building",
                  "How much of a parse is building the tree? The constructs of a parse are recorded"
                      + " once and replayed into each builder, without the front end.",
                  Per.NODE)),
          Map.entry(
              "allocate",
              new Suite(
                  "Allocating",
                  "How fast is the allocator alone? A thousand allocations of two words, or of one"
                      + " to eight in no order, against new objects of as many fields that are kept"
                      + " in an array. A fresh arena is made and closed for each thousand, the"
                      + " other one is reset; a reset costs the same whether 10 KB or 10 MB were"
                      + " used.",
                  Per.ALLOCATION)),
          Map.entry(
              "traverse",
              new Suite(
                  "Traversing",
                  "How fast is each pass over a finished tree: fresh from the parser, and aged by"
                      + " collections and interleaved building?",
                  Per.NODE)),
          Map.entry(
              "release",
              new Suite(
                  "Giving back",
                  "What does it cost to be rid of a tree? Counted are the release itself, which is"
                      + " a reset of the arena or a dropped reference, and the CPU time of the"
                      + " collector's threads; not the parse before it.",
                  Per.TREE)),
          Map.entry(
              "retain",
              new Suite(
                  "Retaining",
                  "What does it cost to parse a whole corpus and keep every tree, then drop all, in"
                      + " a heap that is made for the objects and leaves them half as much again?"
                      + " Counted is the CPU time of the whole process, the collector's with it,"
                      + " the compilers' left out; the other clock is the wall's.",
                  Per.SOURCE_BYTE)),
          Map.entry(
              "collect",
              new Suite(
                  "Collecting",
                  "What does a full collection cost while all trees live? Counted is the CPU time"
                      + " of the whole process; the other clock is the wall's: a pause, or the"
                      + " whole cycle of a collector that works beside the program. The floor is"
                      + " the same without any tree.",
                  Per.COLLECTION)),
          Map.entry(
              "batch",
              new Suite(
                  "Batches",
                  "How fast are many files parsed on several threads, one arena each or leased from"
                      + " a pool? And, with the number of threads on both sides, how does it scale:"
                      + " all : one is n times the share of n cores that is put to use.",
                  Per.SOURCE_BYTE)));

  /// Sides that do less work than a contender, on purpose.
  private static final Set<String> FLOORS = Set.of("byte-sum", "empty");

  private static final Map<String, String> PROBES =
      Map.of(
          "allocations/objects-per-tree-c2", "objects allocated, C2",
          "allocations/objects-per-tree-c1", "objects allocated, C1",
          "bytes/per-parse", "bytes allocated",
          "footprint/kept-bytes-default-headers", "kept, default headers",
          "footprint/kept-bytes-compact-headers", "kept, compact headers",
          "footprint/objects-per-tree", "objects kept");

  /// Collectors by their names in a measure.
  private static final Map<String, String> COLLECTORS =
      Map.of(
          "serial", "Serial",
          "parallel", "Parallel",
          "g1", "G1",
          "zgc", "ZGC",
          "shenandoah", "Shenandoah");

  private Wording() {}

  /// A corpus inside a sentence.
  static String corpus(String name) {
    return CORPORA.getOrDefault(name, name);
  }

  static String suiteTitle(String suite) {
    Suite known = SUITES.get(suite);
    return known == null ? suite : known.title();
  }

  static String suiteQuestion(String suite) {
    Suite known = SUITES.get(suite);
    return known == null ? "" : known.question();
  }

  /// `parse`; `walk: count scan, fresh`.
  static String metric(Row row) {
    if (row.measure().equals(row.suite())) {
      return row.suite();
    }
    String suite =
        switch (row.suite()) {
          case "traverse" -> "walk";
          case "collect" -> "full GC";
          default -> row.suite();
        };
    return suite + ": " + COLLECTORS.getOrDefault(row.measure(), measure(row.measure()));
  }

  /// Whether a baseline is a bound and not a contender: nobody is slower than a sum over the bytes.
  static boolean isFloor(String baseline) {
    return FLOORS.contains(baseline);
  }

  /// Whether a baseline is another parser.
  static boolean isPeer(String baseline) {
    return Peer.find(baseline).isPresent();
  }

  /// What another parser is called in a sentence.
  static String peer(String baseline) {
    return Peer.find(baseline).map(Peer::title).orElse(baseline);
  }

  /// `duel`, `solo pair`
  static String instrument(Instrument instrument) {
    return switch (instrument) {
      case DUEL -> "duel";
      case SOLO -> "solo pair";
    };
  }

  /// `count scan, fresh` of `count-scan-fresh`.
  static String measure(String measure) {
    for (String state : new String[] {"-fresh", "-aged"}) {
      if (measure.endsWith(state)) {
        return measure(measure.substring(0, measure.length() - state.length()))
            + ", "
            + state.substring(1);
      }
    }
    return measure.replace('-', ' ');
  }

  /// `kept, compact headers`; `cache: misses per node`.
  static String probe(String probe, String measure) {
    String known = PROBES.get(probe + "/" + measure);
    return known == null ? probe + ": " + measure(measure) : known;
  }

  /// In which unit a probe is told.
  ///
  /// @param divisor of the recorded figure
  /// @param cell beside a number, with the blank before it: ` B/node`
  /// @param words after a number in a sentence: ` B per node`
  record ProbeUnit(double divisor, String cell, String words) {
    String cell(double figure) {
      return Figures.bare(figure / divisor) + cell;
    }
  }

  /// Objects and bytes of a parse are recorded for a tree, bytes of kept trees for all of them.
  static ProbeUnit unit(ProbeOutcome probe, @Nullable CorpusRecord corpus) {
    return switch (probe.probe() + "/" + probe.unit()) {
      case "allocations/objects", "footprint/objects" ->
          new ProbeUnit(1, "/tree", " objects per tree");
      case "bytes/B" -> new ProbeUnit(1, " B/tree", " B per tree");
      case "footprint/B" ->
          corpus == null
              ? new ProbeUnit(1, " B", " B")
              : new ProbeUnit(corpus.nodes(), " B/node", " B per node");
      default -> new ProbeUnit(1, " " + probe.unit(), " " + probe.unit());
    };
  }

  /// An absolute time of a row, in the unit of its suite: `5.2 ns/B`, `12 ns/node`.
  static String cost(RowOutcome row, Cost cost) {
    CorpusRecord corpus = row.corpus();
    if (corpus == null) {
      return Figures.duration(cost, cost.nanosPerPass(), "pass");
    }
    Per per = per(row);
    return Figures.duration(cost, cost.nanosPerPass() / per.inPass.applyAsDouble(corpus), per.unit);
  }

  /// A derived time of a row, in the unit of its suite.
  static String cost(RowOutcome row, double nanosPerPass) {
    CorpusRecord corpus = row.corpus();
    if (corpus == null) {
      return Figures.duration(nanosPerPass, 2) + "/pass";
    }
    Per per = per(row);
    return Figures.duration(nanosPerPass / per.inPass.applyAsDouble(corpus), 2) + "/" + per.unit;
  }

  /// Whether what a row does depends on its corpus, so that its bytes and nodes are a measure of
  /// it.
  static boolean isOverCorpus(RowOutcome row) {
    return per(row) != Per.ALLOCATION;
  }

  private static Per per(RowOutcome row) {
    Suite known = SUITES.get(row.row().suite());
    return known == null ? Per.TREE : known.per();
  }
}
