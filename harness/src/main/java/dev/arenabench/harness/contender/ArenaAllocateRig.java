package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.harness.seam.Rig;
import org.openjdk.jmh.annotations.CompilerControl;

/// Allocates words in an arena and writes each, keeps the handles, then gives all back at once: by
/// a reset, or, where each pass has an arena of its own, by closing it.
final class ArenaAllocateRig implements Rig {
  private final int[] sizes;
  private final boolean fresh;
  private final int[] handles;
  private final long totalBytes;
  private Arena arena;

  /// @param fresh whether each pass has a new arena, of the capacity that it needs
  ArenaAllocateRig(int[] sizes, boolean fresh) {
    this.sizes = sizes;
    this.fresh = fresh;
    handles = new int[sizes.length];
    long words = 0;
    for (int size : sizes) {
      words += size;
    }
    totalBytes = words * Long.BYTES;
    arena = Arena.withCapacity(totalBytes);
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    if (fresh) {
      arena = Arena.withCapacity(totalBytes);
    }
    allocate();
    int last = handles.length - 1;
    long answer = arena.read(handles[last], sizes[last] - 1) + handles.length;
    giveBack();
    return answer;
  }

  /// The work without its end.
  void allocate() {
    Arena arena = this.arena;
    for (int i = 0; i < sizes.length; i++) {
      int size = sizes[i];
      int handle = arena.allocate(size);
      for (int word = 0; word < size; word++) {
        arena.write(handle, word, i + word);
      }
      handles[i] = handle;
    }
  }

  private void giveBack() {
    if (fresh) {
      arena.close();
    } else {
      arena.reset();
    }
  }

  /// A word of what [#allocate] has made.
  long word(int allocation, int word) {
    return arena.read(handles[allocation], word);
  }

  @Override
  public void close() {
    arena.close();
  }
}
