package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.util.function.Function;
import org.openjdk.jmh.annotations.CompilerControl;

/// Bytes to finished tree, given back before the next file.
final class ParseRig<T> implements Rig {
  private final Twin<T> twin;
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();

  /// @param dialects of the sources
  ParseRig(Function<Interner, Twin<T>> contender, Source[] sources, Dialect[] dialects) {
    this.twin = contender.apply(frontEnd.interner());
    this.sources = sources;
    this.dialects = dialects;
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long sum = 0;
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      frontEnd.parse(source, dialects[i], twin.builder(source.length()));
      T tree = twin.tree();
      sum += twin.blockPosition(tree);
      twin.release(tree);
    }
    return sum;
  }

  @Override
  public void close() {}
}
