package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.syntax.Interner;
import java.util.function.Function;
import org.openjdk.jmh.annotations.CompilerControl;

/// The share of parsing that is building: a recorded stream of constructs, played to the
/// contender's builder.
final class BuildRig<T> implements Rig {
  private final Twin<T> twin;
  private final Recording[] recordings;

  BuildRig(Function<Interner, Twin<T>> contender, Recordings recordings) {
    this.twin = contender.apply(interner(recordings.symbols()));
    this.recordings = recordings.files();
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long sum = 0;
    for (Recording recording : recordings) {
      Replay.play(recording, twin.builder(recording.sourceBytes()));
      T tree = twin.tree();
      sum += twin.blockPosition(tree);
      twin.release(tree);
    }
    return sum;
  }

  /// An interner with the symbols that the recordings speak of.
  static Interner interner(byte[][] symbols) {
    Interner interner = new Interner();
    for (int i = 0; i < symbols.length; i++) {
      int symbol = interner.intern(symbols[i], 0, symbols[i].length);
      if (symbol != i + 1) {
        throw new IllegalStateException("symbol=" + symbol + ", expected=" + (i + 1));
      }
    }
    return interner;
  }

  @Override
  public void close() {}
}
