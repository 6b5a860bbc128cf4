package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.seam.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseGateTest {
  @ParameterizedTest
  @EnumSource
  void pass_everyContender_givesBackTheSameTrees(Contender contender) {
    long expected = GateRigs.checksums("parse", "parse", "heap").getFirst();

    assertEquals(
        GateRigs.tenTimes(expected), GateRigs.checksums("release", "release", contender.id()));
  }

  @Test
  void pass_withoutTrees_isRefused() {
    try (Rig rig = GateRigs.rig("release", "release", "arena")) {
      IllegalStateException thrown = assertThrows(IllegalStateException.class, rig::pass);

      assertEquals("tree=0 is not there: prepare() comes first", thrown.getMessage());
    }
  }
}
