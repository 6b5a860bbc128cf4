package dev.arenabench.arena.tree;

import java.util.Arrays;
import java.util.Random;

/// Damages a copy of a tree: each bit in turn, or words at random by a seed.
final class Corrupter {
  private final long[] words;
  private final Random random;

  /// @param tree is left as it is
  Corrupter(ArenaTree tree, long seed) {
    words = Arrays.copyOfRange(tree.words(), tree.base, tree.end);
    random = new Random(seed);
  }

  int bitCount() {
    return words.length * Long.SIZE;
  }

  /// With one bit the other way.
  ArenaTree flipped(int bit) {
    long[] damaged = words.clone();
    damaged[bit / Long.SIZE] ^= 1L << bit % Long.SIZE;
    return tree(damaged);
  }

  /// With damage of some sort at some place.
  ArenaTree damaged() {
    int at = random.nextInt(words.length);
    int other = random.nextInt(words.length);
    return tree(
        switch (random.nextInt(8)) {
          case 0 -> replaced(at, random.nextLong());
          case 1 -> replaced(at, words[other]);
          case 2 -> replaced(at, 0);
          case 3 -> replaced(at, words[at] ^ 1L << random.nextInt(64) ^ 1L << random.nextInt(64));
          case 4 -> swapped(at, other);
          case 5 -> removed(at);
          case 6 -> inserted(at, words[other]);
          default -> resized(at);
        });
  }

  private long[] replaced(int at, long word) {
    long[] damaged = words.clone();
    damaged[at] = word;
    return damaged;
  }

  private long[] swapped(int at, int other) {
    long[] damaged = replaced(at, words[other]);
    damaged[other] = words[at];
    return damaged;
  }

  private long[] removed(int at) {
    long[] damaged = new long[words.length - 1];
    System.arraycopy(words, 0, damaged, 0, at);
    System.arraycopy(words, at + 1, damaged, at, damaged.length - at);
    return damaged;
  }

  private long[] inserted(int at, long word) {
    long[] damaged = new long[words.length + 1];
    System.arraycopy(words, 0, damaged, 0, at);
    damaged[at] = word;
    System.arraycopy(words, at, damaged, at + 1, words.length - at);
    return damaged;
  }

  /// Another payload, near the right one: a size that is wrong by little.
  private long[] resized(int at) {
    long header = words[at];
    int payload = NodeLayout.payload(header) + random.nextInt(21) - 10;
    return replaced(
        at,
        NodeLayout.header(
            NodeLayout.kind(header),
            NodeLayout.position(header),
            payload & NodeLayout.PAYLOAD_MASK));
  }

  private static ArenaTree tree(long[] words) {
    return new ArenaTree(words, 0, words.length);
  }
}
