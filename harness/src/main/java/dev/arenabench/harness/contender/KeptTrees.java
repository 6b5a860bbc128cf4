package dev.arenabench.harness.contender;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.harness.seam.Source;

/// The finished trees of a corpus, held by nothing else: what a program keeps that parses once and
/// works on trees for a long time.
///
/// @param roots one for each source; of an arena tree its exact copy ([Twin#keep]), so that room
///   for growth is not counted as kept
public record KeptTrees(Object[] roots) {
  /// Parses all sources.
  public static KeptTrees of(Contender contender, Source[] sources) {
    FrontEnd frontEnd = new FrontEnd();
    return of(contender.twin(frontEnd.interner()), frontEnd, sources);
  }

  private static <T> KeptTrees of(Twin<T> twin, FrontEnd frontEnd, Source[] sources) {
    Object[] roots = new Object[sources.length];
    for (int i = 0; i < sources.length; i++) {
      Source source = sources[i];
      frontEnd.parse(source, Dialects.of(source.name()), twin.builder(source.length()));
      T tree = twin.tree();
      roots[i] = twin.keep(tree);
      twin.release(tree);
    }
    return new KeptTrees(roots);
  }
}
