package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import org.openjdk.jmh.annotations.CompilerControl;

/// The floor of `lex`: touches each byte of the sources once and adds it up.
final class ByteSumRig implements Rig {
  private final Source[] sources;

  ByteSumRig(Source[] sources) {
    this.sources = sources;
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long sum = 0;
    for (Source source : sources) {
      sum += sum(source.padded(), source.length());
    }
    return sum;
  }

  private static int sum(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += bytes[i];
    }
    return sum;
  }

  @Override
  public void close() {}
}
