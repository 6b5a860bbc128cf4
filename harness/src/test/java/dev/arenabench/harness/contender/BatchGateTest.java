package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.seam.Batch;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class BatchGateTest {
  private static final int PASSES = 10;

  /// A few of each dialect: a pass goes over them sixteen times.
  private static final Source[] SOURCES =
      IntStream.range(0, GateRigs.SOURCES.length)
          .filter(i -> i % 6 == 0)
          .mapToObj(i -> GateRigs.SOURCES[i])
          .toArray(Source[]::new);

  private static void check(String measure, String side) {
    long expected;
    try (Rig parse = rig("parse", "parse", "heap")) {
      expected = Batch.ROUNDS * parse.pass();
    }
    try (Rig batch = rig("batch", measure, side)) {
      for (int i = 0; i < PASSES; i++) {
        assertEquals(expected, batch.pass(), () -> measure + " " + side);
      }
    }
  }

  private static Rig rig(String suite, String measure, String side) {
    return new Rigs().create(new RigRequest(suite, measure, side, SOURCES, null));
  }

  @ParameterizedTest
  @EnumSource
  void pass_everyContender_parsesAllFilesOnAnyNumberOfThreads(Contender contender) {
    check("threads-1", contender.id());
    check("threads-3", contender.id());
    check("all", contender.id());
  }

  @Test
  void pass_threadsAsTheSide_isTheSame() {
    check("arena-pooled", "threads-2");
  }

  @Test
  void pass_moreThreadsThanArenas_waitAndEnd() {
    check("threads-" + (Runtime.getRuntime().availableProcessors() + 3), "arena-pooled");
  }

  @ParameterizedTest
  @EnumSource
  void pass_rejectedFile_failsAndEnds(Contender contender) {
    byte[] text = new byte[100];
    text[0] = '=';
    Source bad = new Source("bad.lua", text, 1);
    Source[] sources = Collections.nCopies(4, bad).toArray(Source[]::new);
    RigRequest request = new RigRequest("batch", "threads-3", contender.id(), sources, null);
    try (Rig rig = new Rigs().create(request)) {
      for (int i = 0; i < 3; i++) {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, rig::pass);
        assertTrue(
            String.valueOf(thrown.getMessage()).contains("source=bad.lua:1:1"),
            thrown.getMessage());
      }
    }
  }

  @Test
  void create_neitherIsANumberOfThreads_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> rig("batch", "arena", "heap").close());
  }
}
