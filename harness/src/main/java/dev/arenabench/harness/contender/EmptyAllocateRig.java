package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import org.openjdk.jmh.annotations.CompilerControl;

/// The floor of `allocate`: writes as many words into an array that is there already, and allocates
/// nothing.
final class EmptyAllocateRig implements Rig {
  private final int[] sizes;
  private final long[] words;

  EmptyAllocateRig(int[] sizes) {
    this.sizes = sizes;
    int total = 0;
    for (int size : sizes) {
      total += size;
    }
    words = new long[total];
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    int at = 0;
    for (int i = 0; i < sizes.length; i++) {
      int size = sizes[i];
      for (int word = 0; word < size; word++) {
        words[at + word] = i + word;
      }
      at += size;
    }
    return words[at - 1] + sizes.length;
  }

  @Override
  public void close() {}
}
