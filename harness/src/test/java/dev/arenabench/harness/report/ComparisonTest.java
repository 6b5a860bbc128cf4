package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.harness.report.Comparison.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final List<Comparison> comparisons = Comparison.of(FixtureRun.outcome());

  @Test
  void of_run_answerThenVariantsThenControls() {
    assertEquals(
        List.of(
            "ANSWER heap:arena",
            "VARIANT heap:arena-fresh",
            "CONTROL heap:heap-careless",
            "CONTROL byte-sum:lexer",
            "CONTROL empty:arena",
            "CONTROL empty:heap"),
        comparisons.stream()
            .map(found -> found.role() + " " + found.baseline() + ":" + found.subject())
            .toList());
  }

  @Test
  void of_rowWithDuelAndPair_duelOnly() {
    List<String> whats = comparisons.getFirst().lines().stream().map(Line::what).toList();
    assertEquals(1, whats.stream().filter("parse"::equals).count());
    assertEquals("release", whats.get(7));
    assertEquals("11/12", comparisons.getFirst().lines().getFirst().forks());
  }

  @Test
  void of_floor_boundAndNoRival() {
    Line lex = comparisons.getLast().lines().getFirst();
    assertEquals(Role.CONTROL, comparisons.getLast().role());
    assertEquals("floor", lex.verdict());
    assertEquals(Tone.SAME, lex.tone());
  }

  @Test
  void of_contenderThatWasOnlyProbed_comparedToo() {
    assertEquals(
        List.of("parse", "objects allocated, C2"),
        comparisons.get(1).lines().stream().map(Line::what).limit(2).toList());
  }
}
