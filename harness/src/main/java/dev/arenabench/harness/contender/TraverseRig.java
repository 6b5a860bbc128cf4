package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.CompilerControl;

/// One pass of the contender over the trees of the whole corpus, which all live.
final class TraverseRig<T> implements Rig {
  private final List<T> trees;
  private final Passes<T> passes;
  private final Consumer<T> visit;

  TraverseRig(List<T> trees, Passes<T> passes, Consumer<T> visit) {
    this.trees = trees;
    this.passes = passes;
    this.visit = visit;
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    passes.begin();
    for (T tree : trees) {
      visit.accept(tree);
    }
    return passes.answer();
  }

  @Override
  public void close() {}
}
