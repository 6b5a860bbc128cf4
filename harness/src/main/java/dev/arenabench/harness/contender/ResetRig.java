package dev.arenabench.harness.contender;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.harness.seam.Rig;
import org.openjdk.jmh.annotations.CompilerControl;

/// Resets an arena of which so many bytes are used, again and again.
///
/// Between two resets the bytes are handed out anew, by one allocation: that costs the same
/// whatever its size, while writing 10 MB would hide any reset. They were written once, so that the
/// memory is there. A reset that looked at its words, or at each of its pages, would be some
/// thousand times as expensive on one side as on the other.
final class ResetRig implements Rig {
  /// Resets of a pass.
  static final int RESETS = AllocationSizes.COUNT;

  /// A first slab that is smaller than any allocation here, and a cap below them, so that each is
  /// handed out on the same path: from a slab of exactly its size, which the arena keeps.
  private static final ArenaOptions OPTIONS =
      ArenaOptions.DEFAULT.withCapacityBytes(64).withSlabCapBytes(512);

  private final Arena arena = Arena.create(OPTIONS);
  private final int words;

  private ResetRig(int words) {
    this.words = words;
    arena.allocate(1);
    arena.allocateFilled(words, 1);
    arena.reset();
  }

  /// @param side `arena-10k` or `arena-10m`
  /// @throws IllegalArgumentException if it is neither
  static ResetRig of(String side) {
    return switch (side) {
      case "arena-10k" -> new ResetRig(10_000 / Long.BYTES);
      case "arena-10m" -> new ResetRig(10_000_000 / Long.BYTES);
      default -> throw new IllegalArgumentException("side=" + side);
    };
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long handles = 0;
    for (int i = 0; i < RESETS; i++) {
      handles += arena.allocate(words);
      arena.reset();
    }
    return handles;
  }

  /// Bytes that are used before each reset, told by the arena.
  long usedBytes() {
    arena.allocate(words);
    long used = arena.usedBytes();
    arena.reset();
    return used;
  }

  @Override
  public void close() {
    arena.close();
  }
}
