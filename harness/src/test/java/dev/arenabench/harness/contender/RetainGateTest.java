package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Interner;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetainGateTest {
  @ParameterizedTest
  @EnumSource
  void pass_everyContender_dropsTheSameTrees(Contender contender) {
    long expected = GateRigs.checksums("parse", "parse", "heap").getFirst();

    assertEquals(
        GateRigs.tenTimes(expected), GateRigs.checksums("retain", "retain", contender.id()));
  }

  /// Whoever kept a view of the last tree only, or memory that is used again, fails here.
  @ParameterizedTest
  @EnumSource
  void prepare_everyContender_keepsEveryNodeOfEveryTree(Contender contender) {
    long expected = GateRigs.checksums("traverse", "count-fresh", "heap").getFirst();

    assertEquals(expected, countKept(contender));
  }

  private static <T> long countKept(Contender contender) {
    @SuppressWarnings("unchecked") // A contender's twins all have the same trees.
    Function<Interner, Twin<T>> twins = interner -> (Twin<T>) contender.twin(interner);
    Passes<T> passes = twins.apply(new Interner()).passes();
    try (RetainRig<T> rig = new RetainRig<>(twins, GateRigs.SOURCES)) {
      // Memory that was given back is used again the second time.
      rig.prepare();
      rig.pass();
      rig.prepare();
      assertEquals(GateRigs.SOURCES.length, rig.kept().size());
      passes.begin();
      rig.kept().forEach(passes::count);
      return passes.answer();
    }
  }

  @Test
  void pass_empty_parsesEverySourceEachTime() {
    List<Long> sums = GateRigs.checksums("retain", "retain", "empty");

    assertTrue(sums.getFirst() > 0);
    assertEquals(GateRigs.tenTimes(sums.getFirst()), sums);
  }

  @Test
  void pass_withoutTrees_isRefused() {
    try (var rig = GateRigs.rig("retain", "retain", "arena")) {
      IllegalStateException thrown = assertThrows(IllegalStateException.class, rig::pass);

      assertEquals("no trees are kept: prepare() comes first", thrown.getMessage());
    }
  }

  @Test
  void prepare_twice_isRefused() {
    try (var rig = GateRigs.rig("retain", "retain", "heap")) {
      rig.prepare();
      IllegalStateException thrown = assertThrows(IllegalStateException.class, rig::prepare);

      assertEquals(
          "trees=" + GateRigs.SOURCES.length + " are kept: pass() drops them", thrown.getMessage());
    }
  }
}
