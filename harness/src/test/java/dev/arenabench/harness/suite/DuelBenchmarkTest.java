package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.contender.Contender;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelBenchmarkTest {
  @Test
  void block_everyPairOfContenders_givesTheSumOfBothChecksums() {
    List<String> contenders = Contender.ids();
    long heap = checksum("parse", "parse", "heap", "heap") / 2;
    for (String subject : contenders) {
      for (String baseline : contenders) {
        assertEquals(
            2 * heap, checksum("parse", "parse", subject, baseline), subject + ":" + baseline);
        assertEquals(
            2 * heap, checksum("build", "build", subject, baseline), subject + ":" + baseline);
      }
    }
  }

  @Test
  void block_floor_isNoContender() {
    DuelBenchmark duel = duel("lex", "lex", "lexer", "byte-sum");
    duel.open();
    DuelBenchmark.Block block = new DuelBenchmark.Block();
    duel.block(block);
    duel.close();

    assertTrue(block.subjectCpu > block.baselineCpu, "a sum takes less than a scan");
    assertEquals(1, block.passes);
    assertTrue(block.subjectWall > 0 && block.baselineWall > 0);
  }

  @Test
  void block_steadyArena_allocatesLessThanHeap() {
    DuelBenchmark duel = duel("parse", "parse", "arena", "heap");
    duel.open();
    DuelBenchmark.Block block = new DuelBenchmark.Block();
    duel.block(block);
    duel.close();

    assertTrue(
        block.subjectBytes < block.baselineBytes / 10,
        block.subjectBytes + " " + block.baselineBytes);
  }

  @Test
  void open_unknownOrder_isRefused() {
    DuelBenchmark duel = duel("parse", "parse", "arena", "heap");
    duel.order = "ABAB";

    IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, duel::open);

    assertEquals("order=ABAB: use ABBA or BAAB", thrown.getMessage());
  }

  @Test
  void block_beforeOpen_isRefused() {
    DuelBenchmark duel = duel("parse", "parse", "arena", "heap");

    assertThrows(IllegalStateException.class, () -> duel.block(new DuelBenchmark.Block()));
  }

  private static long checksum(String suite, String measure, String subject, String baseline) {
    DuelBenchmark duel = duel(suite, measure, subject, baseline);
    duel.open();
    long first = duel.block(new DuelBenchmark.Block());
    long second = duel.block(new DuelBenchmark.Block());
    duel.close();
    assertEquals(first, second);
    return first;
  }

  private static DuelBenchmark duel(String suite, String measure, String subject, String baseline) {
    DuelBenchmark duel = new DuelBenchmark();
    duel.suite = suite;
    duel.measure = measure;
    duel.subject = subject;
    duel.baseline = baseline;
    duel.corpus = "shipped";
    duel.order = "ABBA";
    duel.turnMillis = 1;
    return duel;
  }
}
