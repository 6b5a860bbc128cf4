package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Parses the whole corpus and keeps every tree ([#prepare]), then drops all ([#pass]), as a
/// program does that looks at a code base as a whole.
///
/// One twin has all trees, each in the place where it was built ([Twin#keep(Object)] would copy):
/// `arena` builds them one behind the other in one arena that is reset when all are dropped,
/// `arena-fresh` has an arena for each, and the objects of `heap` lie in the collector's hands.
final class RetainRig<T> implements Rig {
  private final Twin<T> twin;
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();
  private final List<T> kept = new ArrayList<>();

  RetainRig(Function<Interner, Twin<T>> contender, Source[] sources) {
    this.twin = contender.apply(frontEnd.interner());
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
  }

  @Override
  public void prepare() {
    if (!kept.isEmpty()) {
      throw new IllegalStateException("trees=" + kept.size() + " are kept: pass() drops them");
    }
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      frontEnd.parse(source, dialects[i], twin.builder(source.length()));
      kept.add(twin.keepInPlace(twin.tree()));
    }
  }

  /// The trees that are kept.
  List<T> kept() {
    return kept;
  }

  @Override
  public long pass() {
    if (kept.isEmpty()) {
      throw new IllegalStateException("no trees are kept: prepare() comes first");
    }
    long sum = 0;
    for (T tree : kept) {
      sum += twin.blockPosition(tree);
    }
    kept.clear();
    twin.releaseAll();
    return sum;
  }

  @Override
  public void close() {
    if (!kept.isEmpty()) {
      kept.clear();
      twin.releaseAll();
    }
  }
}
