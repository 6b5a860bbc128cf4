package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Trees of a whole corpus, for walking: fresh from the parser, or aged.
///
/// Fresh trees are the best case of objects: the nodes of a tree lie in the order in which the
/// parser made them, one behind the other, and nothing has moved them. Aged ones are what a build
/// daemon or an editor has after an hour. Three things make them old here: several trees are built
/// at the same time, some constructs at a time, with other garbage between; a third of the trees is
/// replaced in each round while the others stay; and each round ends with young collections, which
/// copy what lives, and a full one, which compacts it.
///
/// @param <T> the contender's trees
final class Orchard<T> {
  private static final int ROUNDS = 3;
  private static final int YOUNG_COLLECTIONS = 2;
  private static final int BUILT_TOGETHER = 8;
  private static final int CONSTRUCTS_AT_A_TIME = 32;
  private static final int LITTER_BYTES = 1024;
  private static final int KEPT_LITTER = 4096;

  /// After this much garbage a young collection has happened, or will not.
  private static final long PATIENCE_BYTES = 512L << 20;

  private final Function<Interner, Twin<T>> contender;
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();
  private final byte[][] litter = new byte[KEPT_LITTER][];
  private int littered;

  Orchard(Function<Interner, Twin<T>> contender, Source[] sources) {
    this.contender = contender;
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
  }

  /// What the symbols of its trees are from.
  Interner interner() {
    return frontEnd.interner();
  }

  /// The passes over its trees.
  Passes<T> passes() {
    return contender.apply(frontEnd.interner()).passes();
  }

  /// Trees as the parser leaves them.
  List<T> fresh() {
    List<T> trees = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      Twin<T> twin = contender.apply(frontEnd.interner());
      frontEnd.parse(sources[i], dialects[i], twin.builder(sources[i].length()));
      trees.add(twin.tree());
    }
    return trees;
  }

  /// The same trees with a past.
  List<T> aged() {
    Recording[] recordings = record(frontEnd, sources);
    List<@Nullable T> trees = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      trees.add(null);
    }
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> replaced = new ArrayList<>();
      for (int i = 0; i < sources.length; i++) {
        if (round == 0 || i % ROUNDS == round) {
          replaced.add(i);
        }
      }
      for (int from = 0; from < replaced.size(); from += BUILT_TOGETHER) {
        int to = Math.min(from + BUILT_TOGETHER, replaced.size());
        buildTogether(replaced.subList(from, to), recordings, trees);
      }
      for (int i = 0; i < YOUNG_COLLECTIONS; i++) {
        collectYoung();
      }
      System.gc();
    }
    List<T> aged = new ArrayList<>();
    for (T tree : trees) {
      if (tree == null) {
        throw new IllegalStateException("a tree is missing of " + sources.length);
      }
      aged.add(tree);
    }
    return aged;
  }

  static Recording[] record(FrontEnd frontEnd, Source[] sources) {
    Recorder recorder = new Recorder();
    Dialect[] dialects = FrontEnd.dialects(sources);
    Recording[] recordings = new Recording[sources.length];
    for (int i = 0; i < sources.length; i++) {
      frontEnd.parse(sources[i], dialects[i], recorder);
      recordings[i] = recorder.recording();
    }
    return recordings;
  }

  private void buildTogether(
      List<Integer> places, Recording[] recordings, List<@Nullable T> trees) {
    List<Growing<T>> growing = new ArrayList<>();
    for (int place : places) {
      growing.add(new Growing<>(place, contender.apply(frontEnd.interner()), recordings[place]));
    }
    while (!growing.isEmpty()) {
      for (Growing<T> one : List.copyOf(growing)) {
        dropLitter();
        if (one.replay.play(one.builder, CONSTRUCTS_AT_A_TIME)) {
          trees.set(one.place, one.twin.tree());
          growing.remove(one);
        }
      }
    }
  }

  private static final class Growing<T> {
    private final int place;
    private final Twin<T> twin;
    private final TreeBuilder builder;
    private final Replay replay;

    Growing(int place, Twin<T> twin, Recording recording) {
      this.place = place;
      this.twin = twin;
      this.builder = twin.builder(recording.sourceBytes());
      this.replay = new Replay(recording);
    }
  }

  private void dropLitter() {
    litter[littered++ % KEPT_LITTER] = new byte[LITTER_BYTES];
  }

  /// Makes garbage until a collection has taken place.
  private void collectYoung() {
    long before = collections();
    for (long made = 0; made < PATIENCE_BYTES; made += LITTER_BYTES) {
      dropLitter();
      if (littered % KEPT_LITTER == 0 && collections() != before) {
        return;
      }
    }
  }

  private static long collections() {
    long count = 0;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += bean.getCollectionCount();
    }
    return count;
  }
}
