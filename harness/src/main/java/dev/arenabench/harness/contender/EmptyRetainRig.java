package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;

/// The floor of `retain` and `collect`: parses the whole corpus and has nothing to keep. What then
/// lives (sources, names, the front end, JMH, the JVM's own) lives beside every contender's trees.
final class EmptyRetainRig implements Rig {
  private final Source[] sources;
  private final Dialect[] dialects;
  private final FrontEnd frontEnd = new FrontEnd();
  private final EmptyBuilder builder = new EmptyBuilder();
  private long before;

  EmptyRetainRig(Source[] sources) {
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
  }

  @Override
  public void prepare() {
    before = builder.sum();
    for (int i = 0; i < sources.length; i++) {
      frontEnd.parse(sources[i], dialects[i], builder);
    }
  }

  @Override
  public long pass() {
    return builder.sum() - before;
  }

  @Override
  public void close() {}
}
