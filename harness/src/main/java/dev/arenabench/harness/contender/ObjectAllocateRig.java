package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Rig;
import org.openjdk.jmh.annotations.CompilerControl;

/// Makes an object of as many `long` fields as an arena's allocation has words, and keeps it in an
/// array, so that no escape analysis removes it. Giving back is making the next ones.
///
/// The collections that follow are the collector's, whose threads a duel does not count; the
/// barrier of the store into the array is the mutator's, as it is when a parent is given its child.
final class ObjectAllocateRig implements Rig {
  private final int[] sizes;
  private final Words[] kept;

  ObjectAllocateRig(int[] sizes) {
    this.sizes = sizes;
    kept = new Words[sizes.length];
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    allocate();
    int last = kept.length - 1;
    return kept[last].word(sizes[last] - 1) + kept.length;
  }

  /// The work without its end.
  void allocate() {
    for (int i = 0; i < sizes.length; i++) {
      kept[i] =
          switch (sizes[i]) {
            case 1 -> new One(i);
            case 2 -> new Two(i, i + 1);
            case 3 -> new Three(i, i + 1, i + 2);
            case 4 -> new Four(i, i + 1, i + 2, i + 3);
            case 8 -> new Eight(i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i + 7);
            default -> throw new IllegalStateException("words=" + sizes[i]);
          };
    }
  }

  /// A word of what [#allocate] has made.
  long word(int allocation, int word) {
    return kept[allocation].word(word);
  }

  @Override
  public void close() {}

  private sealed interface Words {
    long word(int index);

    static IndexOutOfBoundsException none(int index) {
      return new IndexOutOfBoundsException("word=" + index);
    }
  }

  private record One(long a) implements Words {
    @Override
    public long word(int index) {
      if (index != 0) {
        throw Words.none(index);
      }
      return a;
    }
  }

  private record Two(long a, long b) implements Words {
    @Override
    public long word(int index) {
      return switch (index) {
        case 0 -> a;
        case 1 -> b;
        default -> throw Words.none(index);
      };
    }
  }

  private record Three(long a, long b, long c) implements Words {
    @Override
    public long word(int index) {
      return switch (index) {
        case 0 -> a;
        case 1 -> b;
        case 2 -> c;
        default -> throw Words.none(index);
      };
    }
  }

  private record Four(long a, long b, long c, long d) implements Words {
    @Override
    public long word(int index) {
      return switch (index) {
        case 0 -> a;
        case 1 -> b;
        case 2 -> c;
        case 3 -> d;
        default -> throw Words.none(index);
      };
    }
  }

  private record Eight(long a, long b, long c, long d, long e, long f, long g, long h)
      implements Words {
    @Override
    public long word(int index) {
      return switch (index) {
        case 0 -> a;
        case 1 -> b;
        case 2 -> c;
        case 3 -> d;
        case 4 -> e;
        case 5 -> f;
        case 6 -> g;
        case 7 -> h;
        default -> throw Words.none(index);
      };
    }
  }
}
