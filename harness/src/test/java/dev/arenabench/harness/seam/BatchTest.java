package dev.arenabench.harness.seam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  @Test
  void threads_known_areThatMany() {
    assertEquals(1, Batch.threads("threads-1"));
    assertEquals(64, Batch.threads("threads-64"));
    assertEquals(Runtime.getRuntime().availableProcessors(), Batch.threads("all"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "arena", "threads-", "threads-0", "threads--1", "threads-12345", "one"})
  void threads_unknown_areRefused(String text) {
    assertFalse(Batch.isThreads(text));
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Batch.threads(text));
    assertEquals("threads=" + text + ": use all, or threads-N", thrown.getMessage());
  }
}
