package dev.arenabench.syntax;

/// The structural hash of a tree: 64 bits over kinds, payloads and the order of children, parts
/// included, positions not. Equal trees have equal hashes in every twin and under every numbering
/// of symbols.
///
/// A node's hash is `close` of a state that starts with `open` and takes the hashes of the children
/// in source order. The payload is [Interner#contentHash] of the symbol where [Kind#hasSymbol]; the
/// value or bits of a number; the count of a [Kind#TARGET_COUNT], the set of [Kind#MODIFIERS], the
/// kind of [Kind#OPERATOR_NAME]; 0 where there is none. It is no defence against chosen collisions.
public final class TreeHash {
  // Odd constants with about as many ones as zeros: a product spreads each bit of its input
  // upwards, the rotation brings it back down.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long FOLD = 0xD6E8FEB86659FD93L;
  private static final int TURN = 29;

  private TreeHash() {}

  /// The hash of a node without children.
  public static long leaf(int kind, long payload) {
    return close(open(kind, payload, 0));
  }

  /// The state of a node none of whose `childCount` children has been taken yet.
  public static long open(int kind, long payload, int childCount) {
    return take(kind * SPREAD + childCount, payload);
  }

  /// The state after the next child.
  public static long take(long state, long childHash) {
    return (Long.rotateLeft(state, TURN) ^ childHash * SPREAD) * FOLD;
  }

  /// The hash of a node all of whose children have been taken.
  public static long close(long state) {
    long hash = (state ^ state >>> 32) * FOLD;
    return hash ^ hash >>> 29;
  }
}
