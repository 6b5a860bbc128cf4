package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.syntax.Interner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildGateTest {
  @ParameterizedTest
  @EnumSource
  void pass_everyContender_givesTheChecksumOfTheHeap(Contender contender) {
    long expected = GateRigs.checksums("build", "build", "heap").getFirst();

    assertEquals(GateRigs.tenTimes(expected), GateRigs.checksums("build", "build", contender.id()));
  }

  @Test
  void pass_empty_isTheSameEachTime() {
    long first = GateRigs.checksums("build", "build", "empty").getFirst();

    assertNotEquals(0, first);
    assertEquals(GateRigs.tenTimes(first), GateRigs.checksums("build", "build", "empty"));
  }

  @ParameterizedTest
  @EnumSource
  void replay_everyContender_buildsWhatItsParserBuilds(Contender contender) {
    Recordings recordings = new Rigs().record(GateRigs.SOURCES);
    Interner interner = BuildRig.interner(recordings.symbols());
    FrontEnd frontEnd = new FrontEnd();
    Twin<?> heap = Contender.HEAP.twin(frontEnd.interner());
    Twin<?> twin = contender.twin(interner);
    for (int i = 0; i < GateRigs.SOURCES.length; i++) {
      frontEnd.parse(
          GateRigs.SOURCES[i],
          FrontEnd.dialects(GateRigs.SOURCES)[i],
          heap.builder(GateRigs.SOURCES[i].length()));
      Replay.play(recordings.files()[i], twin.builder(recordings.files()[i].sourceBytes()));

      assertEquals(
          ParseGateTest.dump(heap.tree(), frontEnd.interner()),
          ParseGateTest.dump(twin.tree(), interner));
    }
  }

  @Test
  void create_withoutRecordings_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Rigs()
                    .create(new RigRequest("build", "build", "heap", GateRigs.SOURCES, null)));

    assertEquals("recordings=null, suite=build", thrown.getMessage());
  }
}
