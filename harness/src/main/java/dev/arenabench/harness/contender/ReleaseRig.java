package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives back the trees of the whole corpus, one after the other: [#prepare] parses them, [#pass]
/// releases them. Each source has a twin of its own, so that all trees live until then.
///
/// For objects a release drops the last reference, and the price comes later, in the collector's
/// threads.
final class ReleaseRig<T> implements Rig {
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();
  private final List<Twin<T>> twins = new ArrayList<>();
  private final List<@Nullable T> trees = new ArrayList<>();

  ReleaseRig(Function<Interner, Twin<T>> contender, Source[] sources) {
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
    for (int i = 0; i < sources.length; i++) {
      twins.add(contender.apply(frontEnd.interner()));
      trees.add(null);
    }
  }

  @Override
  public void prepare() {
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      Twin<T> twin = twins.get(i);
      frontEnd.parse(source, dialects[i], twin.builder(source.length()));
      trees.set(i, twin.tree());
    }
  }

  @Override
  public long pass() {
    long sum = 0;
    for (int i = 0; i < sources.length; i++) {
      T tree = trees.set(i, null);
      if (tree == null) {
        throw new IllegalStateException("tree=" + i + " is not there: prepare() comes first");
      }
      sum += twins.get(i).blockPosition(tree);
      twins.get(i).release(tree);
    }
    return sum;
  }

  @Override
  public void close() {}
}
