package dev.arenabench.harness.plan;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// How much a run asks, and how thoroughly.
///
/// Forks run with G1, the collector that a JVM takes by itself on a machine of the server class,
/// named so that a small machine gets no other one. Its write barriers and allocation paths belong
/// to what users get and are charged to the mutator; the collector's own work is not (it runs in
/// its own threads, and duels count thread CPU time). The heap has one size from the start and is
/// touched before the measurement, since the first touch of a page costs microseconds.
public enum Preset {
  /// Every row once, on the Lua programs: proves that all of it works, decides nothing. At most 90
  /// seconds.
  SMOKE(new Timing(5, 12, 5, 5, 2, 2, 200, 120), "512m"),

  /// The rows of the guide's table, often enough for a first answer; on corpora behind the first,
  /// the two that tell most. At most six minutes on two cores.
  QUICK(new Timing(12, 100, 16, 12, 8, 4, 250, 180), "512m"),

  /// Every row on every size of corpus, often enough to publish. Hours.
  FULL(new Timing(30, 200, 40, 20, 10, 10, 500, 900), "2g");

  /// What forks with another parser get: a heap that suits the hungriest, native libraries, and
  /// what JMH's hints do for the contenders, to compile a rig's pass by itself.
  private static final List<String> PEERS =
      List.of(
          "-Xms2g",
          "-Xmx2g",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=dontinline,*Rig::pass");

  /// The corpus whose trees are kept unless others are asked for.
  private static final String RETAINED = "lua-10m";

  private final Timing timing;
  private final String heap;

  Preset(Timing timing, String heap) {
    this.timing = timing;
    this.heap = heap;
  }

  /// Name on the command line and in records.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The preset with that [#id].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Preset of(String id) {
    for (Preset preset : values()) {
      if (preset.id().equals(id)) {
        return preset;
      }
    }
    throw new IllegalArgumentException("preset=" + id + ": use smoke, quick or full");
  }

  /// How long a fork of the row works.
  public Timing timing(Row row) {
    if (TightHeap.isFor(row)) {
      return timing.inDoubleIterations();
    }
    if (isRelease(row)) {
      return timing.inLongIterations();
    }
    return isPeers(row) ? timing.forUnequalSides() : timing;
  }

  /// Heap and collector of a fork of the row.
  ///
  /// What a collection costs can only be told from many of them. So where giving back is the
  /// question, the young generation is what G1 begins with in a heap of some gigabytes, and does
  /// not grow: there is a collection every few dozen megabytes, and not one in a second or none.
  ///
  /// @throws IllegalArgumentException if the row's heap has to be made for its corpus
  public List<String> jvmFlags(Row row) {
    if (TightHeap.isFor(row)) {
      throw new IllegalArgumentException("row=" + row.id() + " has a heap made for its corpus");
    }
    List<String> flags = new ArrayList<>();
    if (isPeers(row)) {
      flags.addAll(PEERS);
    } else {
      flags.addAll(List.of("-Xms" + heap, "-Xmx" + heap));
    }
    if (isRelease(row)) {
      flags.add("-Xmn128m");
    }
    flags.addAll(List.of("-XX:+AlwaysPreTouch", "-XX:+UseG1GC"));
    return List.copyOf(flags);
  }

  /// Heap and collector of a fork of a row that keeps all trees: the collector is the row's
  /// measure. Who runs out of such a heap ends there, with a message, and does not go on without
  /// the thread that was to measure.
  ///
  /// @throws IllegalArgumentException if the measure is none
  public static List<String> jvmFlags(Row row, TightHeap heap) {
    List<String> flags = new ArrayList<>(heap.flags());
    flags.addAll(
        List.of(
            "-XX:+AlwaysPreTouch",
            "-XX:+ExitOnOutOfMemoryError",
            Collector.of(row.measure()).flag()));
    return List.copyOf(flags);
  }

  private static boolean isPeers(Row row) {
    return row.suite().equals(Peer.SUITE);
  }

  private static boolean isRelease(Row row) {
    return row.suite().equals("release");
  }

  /// Names of the corpora that are measured unless others are asked for.
  public List<String> corpora() {
    return switch (this) {
      case SMOKE -> List.of("shipped");
      case QUICK -> List.of("shipped", "shipped-typed");
      case FULL ->
          List.of(
              "shipped", "shipped-typed", "lua-100k", "typed-100k", "lua-1m", "typed-1m", RETAINED);
    };
  }

  /// How often a peer is asked about a corpus.
  ///
  /// @param contender that it is held against
  public PlannedRow peers(Peer peer, String contender, String corpus) {
    int duels =
        switch (this) {
          case SMOKE -> 1;
          case QUICK -> 6;
          case FULL -> 24;
        };
    return new PlannedRow(
        new Row(Peer.SUITE, peer.measure(), contender, peer.id(), corpus, Instrument.DUEL), duels);
  }

  /// Who is probed: all sides of the rows that every corpus is asked, and of those that are asked
  /// here. Each costs a fork for each probe; the short presets do not grow by a contender that only
  /// the long one asks about.
  ///
  /// @param asked rows of one's own; if there are none, the preset's
  public Set<String> probed(List<PlannedRow> asked) {
    Set<String> sides = new TreeSet<>();
    sidesOf(Rows.all("", 1, 1), sides);
    sidesOf(asked.isEmpty() ? rows("", true) : asked, sides);
    return Set.copyOf(sides);
  }

  private static void sidesOf(List<PlannedRow> rows, Set<String> sides) {
    for (PlannedRow planned : rows) {
      sides.add(planned.row().subject());
      sides.add(planned.row().baseline());
    }
  }

  /// What is asked about a corpus.
  ///
  /// @param isFirst whether it is the first of the run
  List<PlannedRow> rows(String corpus, boolean isFirst) {
    return switch (this) {
      case SMOKE -> Rows.all(corpus, 1, 1);
      case QUICK -> isFirst ? Rows.guide(corpus, 6, 2) : Rows.core(corpus, 5);
      case FULL -> full(corpus, isFirst);
    };
  }

  /// Keeping trees is asked of what is large enough to matter, and that may take hours in a duel:
  /// of the largest corpus nothing else. How large the corpora of others are, they know.
  private static List<PlannedRow> full(String corpus, boolean isFirst) {
    List<PlannedRow> rows = new ArrayList<>();
    if (!corpus.equals(RETAINED)) {
      rows.addAll(Rows.all(corpus, 24, 20));
    }
    if (isFirst) {
      rows.addAll(Rows.memories(corpus, 24));
      rows.addAll(Rows.pooled(corpus, 24, 20));
      rows.addAll(Rows.batch(corpus, 20));
      rows.addAll(Rows.allocator(corpus, 24));
    }
    if (corpus.equals(RETAINED) || !Corpus.builtIn().contains(corpus)) {
      rows.addAll(Rows.kept(corpus, 12));
    }
    return List.copyOf(rows);
  }
}
