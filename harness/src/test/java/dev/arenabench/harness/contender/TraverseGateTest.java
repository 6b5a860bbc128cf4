package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.syntax.Interner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraverseGateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "count-scan-fresh", "count-fresh", "calls-fresh", "resolve-fresh", "print-fresh",
        "count-scan-aged", "count-aged", "calls-aged", "resolve-aged", "print-aged"
      })
  void pass_everyMeasure_givesTheSameInBothTwins(String measure) {
    long expected = GateRigs.checksums("traverse", measure, "heap").getFirst();

    assertNotEquals(0, expected);
    for (String arena : List.of("arena", "arena-native")) {
      assertEquals(
          GateRigs.tenTimes(expected), GateRigs.checksums("traverse", measure, arena), arena);
    }
  }

  @Test
  void pass_agedTrees_areTheFreshOnes() {
    assertEquals(
        GateRigs.checksums("traverse", "print-fresh", "heap"),
        GateRigs.checksums("traverse", "print-aged", "heap"));
  }

  @Test
  void pass_freshArenas_areAsTheSteadyOne() {
    assertEquals(
        GateRigs.checksums("traverse", "resolve-fresh", "arena"),
        GateRigs.checksums("traverse", "resolve-fresh", "arena-fresh"));
  }

  @Test
  void pass_careless_countsAsTheHeapDoes() {
    assertEquals(
        GateRigs.checksums("traverse", "count-fresh", "heap"),
        GateRigs.checksums("traverse", "count-fresh", "heap-careless"));
  }

  @ParameterizedTest
  @EnumSource
  void trees_agedOrFresh_areTheSameProgram(Contender contender) {
    assertEquals(dumps(orchard(contender), false), dumps(orchard(contender), true));
  }

  @Test
  void create_unknownMeasure_isRefused() {
    for (String measure : List.of("count", "count-old", "walk-fresh")) {
      IllegalArgumentException thrown =
          assertThrows(
              IllegalArgumentException.class, () -> GateRigs.rig("traverse", measure, "arena"));

      assertEquals(
          "suite=traverse, measure=" + measure + ", side=arena: there is no such rig",
          thrown.getMessage());
    }
  }

  @SuppressWarnings("unchecked")
  private static Orchard<Object> orchard(Contender contender) {
    return new Orchard<>(
        (Interner interner) -> (Twin<Object>) contender.twin(interner), GateRigs.SOURCES);
  }

  private static List<String> dumps(Orchard<Object> orchard, boolean aged) {
    List<Object> trees = aged ? orchard.aged() : orchard.fresh();
    return trees.stream().map(tree -> ParseGateTest.dump(tree, orchard.interner())).toList();
  }
}
