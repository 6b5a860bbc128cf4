package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import org.openjdk.jmh.annotations.CompilerControl;

/// The floor of `build`: the same stream, played to a builder that builds nothing.
final class EmptyBuildRig implements Rig {
  private final Recording[] recordings;
  private final EmptyBuilder builder = new EmptyBuilder();

  EmptyBuildRig(Recordings recordings) {
    this.recordings = recordings.files();
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long before = builder.sum();
    for (Recording recording : recordings) {
      Replay.play(recording, builder);
    }
    return builder.sum() - before;
  }

  @Override
  public void close() {}
}
