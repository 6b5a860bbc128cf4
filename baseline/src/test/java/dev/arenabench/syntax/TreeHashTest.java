package dev.arenabench.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreeHashTest {
  @Test
  void leaf_any_isANodeWithoutChildren() {
    assertEquals(TreeHash.close(TreeHash.open(Kind.INTEGER, 5, 0)), TreeHash.leaf(Kind.INTEGER, 5));
  }

  @Test
  void leaf_smallPayloads_doNotCollide() {
    Set<Long> seen = new HashSet<>();
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      for (int payload = -5_000; payload < 5_000; payload++) {
        long hash = TreeHash.leaf(kind, payload);
        int failed = payload;
        assertTrue(seen.add(hash), () -> "payload=" + failed);
      }
    }
  }

  @Test
  void node_childrenSwappedOrMoved_differs() {
    long a = TreeHash.leaf(Kind.NAME, 1);
    long b = TreeHash.leaf(Kind.NAME, 2);
    assertNotEquals(add(a, b), add(b, a));
    assertNotEquals(add(add(a, b), a), add(a, add(b, a)));
    assertNotEquals(
        TreeHash.close(TreeHash.open(Kind.TABLE, 0, 0)),
        TreeHash.close(TreeHash.open(Kind.TABLE, 0, 1)));
  }

  private static long add(long left, long right) {
    long state = TreeHash.open(Kind.ADD, 0, 2);
    return TreeHash.close(TreeHash.take(TreeHash.take(state, left), right));
  }
}
