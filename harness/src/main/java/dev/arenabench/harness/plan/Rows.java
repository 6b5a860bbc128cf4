package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.ArrayList;
import java.util.List;

/// The questions that can be asked. Names of suites, measures and sides are those of
/// `dev.arenabench.harness.contender`.
final class Rows {
  private static final List<String> PASSES =
      List.of("count-scan", "count", "calls", "resolve", "print");
  private static final List<String> STATES = List.of("fresh", "aged");

  private Rows() {}

  /// The rows that tell most: what a parser's author and what a pass's author would ask first.
  static List<PlannedRow> core(String corpus, int duels) {
    Builder rows = new Builder(corpus, duels, 0);
    rows.duel("parse", "parse", "arena", "heap");
    rows.duel("traverse", "count-fresh", "arena", "heap");
    return rows.list;
  }

  /// The rows that the guide's claims need, and no more than fit into a short run: what is like one
  /// of these (other states of the trees, other ways to use an arena) is left to [#all].
  static List<PlannedRow> guide(String corpus, int duels, int pairs) {
    Builder rows = new Builder(corpus, duels, pairs);
    rows.duel("parse", "parse", "arena", "heap");
    rows.duel("parse", "parse", "heap-careless", "heap");
    rows.duel("build", "build", "arena", "heap");
    rows.floors();
    rows.duel("traverse", "count-scan-fresh", "arena", "heap");
    rows.duel("traverse", "count-fresh", "arena", "heap");
    rows.duel("traverse", "resolve-fresh", "arena", "heap");
    rows.pair("release", "release", "arena", "heap");
    return rows.list;
  }

  /// What trees cost while all of a corpus are kept, under each collector; and how much of that is
  /// there without any tree.
  static List<PlannedRow> kept(String corpus, int pairs) {
    Builder rows = new Builder(corpus, 0, pairs);
    for (Collector collector : Collector.values()) {
      rows.pair("retain", collector.id(), "arena", "heap");
    }
    rows.pair("retain", Collector.G1.id(), "arena-fresh", "heap");
    rows.pair("retain", Collector.G1.id(), "arena-pooled", "heap");
    for (Collector collector : Collector.values()) {
      rows.pair("collect", collector.id(), "arena", "heap");
      rows.pair("collect", collector.id(), "arena", "empty");
    }
    rows.pair("retain", Collector.G1.id(), "arena", "empty");
    return rows.list;
  }

  /// The allocator alone; of what it allocates, nothing comes from the corpus.
  static List<PlannedRow> allocator(String corpus, int duels) {
    Builder rows = new Builder(corpus, duels, 0);
    for (String measure : List.of("nodes", "mixed")) {
      rows.duel("allocate", measure, "arena", "heap");
      rows.duel("allocate", measure, "arena", "empty");
      rows.duel("allocate", measure, "heap", "empty");
    }
    rows.duel("allocate", "nodes", "arena-fresh", "heap");
    rows.duel("allocate", "nodes", "arena-fresh", "arena");
    rows.duel("allocate", "reset", "arena-10m", "arena-10k");
    return rows.list;
  }

  /// Other ways to hold an arena's memory: off the heap, in shared slabs, grown without a hint.
  static List<PlannedRow> memories(String corpus, int duels) {
    Builder rows = new Builder(corpus, duels, 0);
    for (String subject : List.of("arena-growing", "arena-native", "arena-tiered")) {
      rows.duel("parse", "parse", subject, "heap");
      rows.duel("build", "build", subject, "heap");
    }
    rows.duel("parse", "parse", "arena-native", "arena");
    rows.duel("build", "build", "arena-native", "arena");
    rows.duel("parse", "parse", "arena-tiered", "arena");
    return rows.list;
  }

  /// Arenas from a pool: what a lease and a return add, where a tree is made and where it is
  /// dropped.
  static List<PlannedRow> pooled(String corpus, int duels, int pairs) {
    Builder rows = new Builder(corpus, duels, pairs);
    rows.duel("parse", "parse", "arena-pooled", "heap");
    rows.duel("build", "build", "arena-pooled", "heap");
    rows.pair("parse", "parse", "arena-pooled", "heap");
    rows.pair("release", "release", "arena-pooled", "heap");
    return rows.list;
  }

  /// Many files on several threads: against the objects, and against one thread.
  static List<PlannedRow> batch(String corpus, int pairs) {
    Builder rows = new Builder(corpus, 0, pairs);
    rows.pair("batch", "all", "arena", "heap");
    rows.pair("batch", "all", "arena-pooled", "heap");
    for (String contender : List.of("heap", "arena", "arena-pooled")) {
      rows.pair("batch", contender, "all", "threads-1");
    }
    return rows.list;
  }

  /// Every row that is asked of each corpus.
  static List<PlannedRow> all(String corpus, int duels, int pairs) {
    Builder rows = new Builder(corpus, duels, pairs);
    rows.duel("lex", "lex", "lexer", "byte-sum");
    for (String subject : List.of("arena", "arena-fresh", "heap-careless")) {
      rows.duel("parse", "parse", subject, "heap");
    }
    rows.duel("build", "build", "arena", "heap");
    rows.duel("build", "build", "arena-fresh", "heap");
    rows.duel("build", "build", "heap-careless", "heap");
    rows.floors();
    for (String pass : PASSES) {
      for (String state : STATES) {
        rows.duel("traverse", pass + "-" + state, "arena", "heap");
      }
    }
    for (String subject : List.of("arena", "arena-fresh", "heap-careless")) {
      rows.pair("parse", "parse", subject, "heap");
    }
    rows.pair("release", "release", "arena", "heap");
    rows.pair("release", "release", "arena-fresh", "heap");
    return rows.list;
  }

  private static final class Builder {
    private final List<PlannedRow> list = new ArrayList<>();
    private final String corpus;
    private final int duels;
    private final int pairs;

    Builder(String corpus, int duels, int pairs) {
      this.corpus = corpus;
      this.duels = duels;
      this.pairs = pairs;
    }

    void duel(String suite, String measure, String subject, String baseline) {
      add(new Row(suite, measure, subject, baseline, corpus, Instrument.DUEL), duels);
    }

    /// What playing the recorded stream costs by itself, beside either twin: most of the arena's
    /// time in `build` is that, and the ratio without it needs both.
    void floors() {
      duel("build", "build", "arena", "empty");
      duel("build", "build", "heap", "empty");
    }

    void pair(String suite, String measure, String subject, String baseline) {
      add(new Row(suite, measure, subject, baseline, corpus, Instrument.SOLO), pairs);
    }

    private void add(Row row, int units) {
      list.add(new PlannedRow(row, units));
    }
  }
}
