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
/// How they are kept is the contender's affair ([Twin#keepBeside(Object)]): `arena` builds them one
/// behind the other in one arena, which is reset when all are dropped; `arena-fresh` has an arena
/// for each; `arena-pooled` keeps copies of their exact size, and returns the arena; the objects of
/// `heap` lie in the collector's hands.
final class RetainRig<T> implements Rig {
  private final Function<Interner, Twin<T>> contender;
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();
  private final List<Twin<T>> twins = new ArrayList<>(); // the first one's, or one for each tree
  private final List<T> kept = new ArrayList<>();
  private boolean oneByOne;

  RetainRig(Function<Interner, Twin<T>> contender, Source[] sources) {
    this.contender = contender;
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
      Twin<T> twin = twin(oneByOne ? i : 0);
      frontEnd.parse(source, dialects[i], twin.builder(source.length()));
      T tree = twin.tree();
      T beside = twin.keepBeside(tree);
      oneByOne = beside == null;
      kept.add(beside == null ? tree : beside);
    }
  }

  private Twin<T> twin(int number) {
    if (number == twins.size()) {
      twins.add(contender.apply(frontEnd.interner()));
    }
    return twins.get(number);
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
    for (int i = 0; i < kept.size(); i++) {
      sum += twin(oneByOne ? i : 0).blockPosition(kept.get(i));
    }
    drop();
    return sum;
  }

  private void drop() {
    for (int i = 0; oneByOne && i < kept.size(); i++) {
      twin(i).release(kept.get(i));
    }
    kept.clear();
    if (!oneByOne) {
      twin(0).releaseAll();
    }
  }

  @Override
  public void close() {
    if (!kept.isEmpty()) {
      drop();
    }
  }
}
