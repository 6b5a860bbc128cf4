package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTest {
  private static final String ESCAPES = "\u001b\\[[0-9]*m";

  private static String plain(Outcome outcome) {
    return TerminalTable.render(outcome, false, TerminalTable.MAX_WIDTH);
  }

  @Test
  void render_fixture_asApproved() throws IOException {
    Approval.check("fixture-table.txt", plain(FixtureRun.outcome()));
  }

  @Test
  void render_anyWidth_noLineWiderNorEndingInBlanks() {
    for (int width : new int[] {1, 60, 80, 100, 1000}) {
      int limit = Math.max(60, Math.min(100, width));
      for (String line :
          TerminalTable.render(FixtureRun.outcome(), false, width).lines().toList()) {
        assertTrue(line.codePointCount(0, line.length()) <= limit, line);
        assertEquals(line.stripTrailing(), line);
      }
    }
  }

  @Test
  void render_colours_addNothingButEscapes() {
    String coloured = TerminalTable.render(FixtureRun.outcome(), true, 100);
    assertTrue(coloured.contains("\u001b[32mfaster\u001b[0m"));
    assertEquals(plain(FixtureRun.outcome()), coloured.replaceAll(ESCAPES, ""));
  }

  @Test
  void render_hostileNames_moveNoCursorAndBreakNoLine() {
    Outcome hostile = HostileRun.outcome();
    String table = plain(hostile);
    assertFalse(table.contains("\u001b") || table.contains("\r"), table);
    assertTrue(table.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100), table);
  }

  @Test
  void render_emptyRun_clearWords() {
    String table = plain(Outcome.of(Records.run(), List.of(), List.of()));
    assertTrue(table.contains("Nothing was planned, and nothing was measured."), table);
    assertTrue(table.contains("Not measured: parse: this run has no parse row"), table);
  }

  @Test
  void render_everyForkFailed_notMeasuredWithTheFirstReason() {
    Row parse = Records.row("parse", "arena", "heap", Instrument.DUEL);
    Outcome outcome =
        Outcome.of(
            Records.run(parse),
            List.of(
                Records.pair(
                    parse, 0, "ABBA", Records.fork("arena+heap", List.of(), "out of memory"))),
            List.of());
    String table = plain(outcome);
    assertTrue(
        table.contains(
            "Not measured: parse: every fork failed; the first: arena+heap: out of memory."),
        table);
    assertTrue(table.contains("0/8"), table);
  }
}
