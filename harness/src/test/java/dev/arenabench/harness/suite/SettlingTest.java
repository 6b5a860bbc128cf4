package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final double BLOCK_NANOS = 50e6;

  @Test
  void isOver_compilersAtWork_goesOn() {
    Settling settling = new Settling(5);
    for (int i = 0; i < 100; i++) {
      settling.take(BLOCK_NANOS, 0.03 * BLOCK_NANOS);

      assertFalse(settling.isOver());
    }
  }

  @Test
  void isOver_compilersIdleForFourBlocks_ends() {
    Settling settling = new Settling(1);
    settling.take(BLOCK_NANOS, BLOCK_NANOS);
    for (int i = 0; i < 3; i++) {
      settling.take(BLOCK_NANOS, 0);
      assertFalse(settling.isOver());
    }
    settling.take(BLOCK_NANOS, 0.01 * BLOCK_NANOS);

    assertTrue(settling.isOver());
  }

  @Test
  void isOver_compilersBackAtWork_startsOver() {
    Settling settling = new Settling(1);
    for (double compilerNanos : new double[] {0, 0, 0, BLOCK_NANOS, 0, 0, 0}) {
      settling.take(BLOCK_NANOS, compilerNanos);
      assertFalse(settling.isOver());
    }
    settling.take(BLOCK_NANOS, 0);

    assertTrue(settling.isOver());
  }

  @Test
  void isOver_fewerBlocksThanTheLeast_goesOn() {
    Settling settling = new Settling(10);
    for (int i = 0; i < 9; i++) {
      settling.take(BLOCK_NANOS, 0);
      assertFalse(settling.isOver());
    }
    settling.take(BLOCK_NANOS, 0);

    assertTrue(settling.isOver());
  }

  @Test
  void now_thisJvm_tellsCompilersAndCollector() {
    VmThreads threads = new VmThreads();
    VmThreads.Times before = threads.now();
    System.gc();
    VmThreads.Times after = threads.now();

    assertTrue(before.compilerNanos() > 0, before.toString());
    assertTrue(after.since(before).collectorNanos() > 0, after.toString());
    assertEquals(0, before.since(after).collectorNanos());
  }
}
