package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.arenabench.harness.seam.Rig;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocateGateTest {
  /// The least that a header takes.
  private static final int HEADER_BYTES = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "mixed"})
  void pass_everySide_writesTheSame(String measure) {
    List<Long> expected = GateRigs.checksums("allocate", measure, "heap");

    assertEquals(GateRigs.tenTimes(expected.getFirst()), expected);
    for (String side : List.of("arena", "arena-fresh", "empty")) {
      assertEquals(expected, GateRigs.checksums("allocate", measure, side), side);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "mixed"})
  void allocate_bothSides_holdEveryWord(String measure) {
    int[] sizes = AllocationSizes.of(measure);
    try (ArenaAllocateRig arena = new ArenaAllocateRig(sizes, false);
        ObjectAllocateRig objects = new ObjectAllocateRig(sizes)) {
      arena.allocate();
      objects.allocate();
      for (int i = 0; i < sizes.length; i++) {
        for (int word = 0; word < sizes[i]; word++) {
          assertEquals(i + word, arena.word(i, word));
          assertEquals(i + word, objects.word(i, word));
        }
        int size = sizes[i];
        int allocation = i;
        assertThrows(IndexOutOfBoundsException.class, () -> objects.word(allocation, size));
      }
    }
  }

  @Test
  void of_mixed_hasSmallAndLargeInNoOrder() {
    int[] sizes = AllocationSizes.of("mixed");

    assertEquals(1_000, sizes.length);
    assertEquals(List.of(1, 2, 3, 4, 8), Arrays.stream(sizes).boxed().distinct().sorted().toList());
    assertTrue(Arrays.stream(sizes).sum() > 2_500 && Arrays.stream(sizes).sum() < 3_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodes", "mixed"})
  void pass_objects_areAllMadeAndArenasMakeNone(String measure) {
    long words = Arrays.stream(AllocationSizes.of(measure)).sum();
    try (Rig objects = GateRigs.rig("allocate", measure, "heap");
        Rig arena = GateRigs.rig("allocate", measure, "arena");
        Rig fresh = GateRigs.rig("allocate", measure, "arena-fresh")) {
      assertTrue(
          allocatedBytes(objects)
              >= words * Long.BYTES + (long) AllocationSizes.COUNT * HEADER_BYTES,
          "objects");
      assertEquals(0, allocatedBytes(arena), "arena");
      assertTrue(allocatedBytes(fresh) >= words * Long.BYTES, "arena-fresh");
    }
  }

  /// The least of several passes: the JVM may do something of its own on this thread.
  private static long allocatedBytes(Rig rig) {
    rig.pass();
    THREADS.getCurrentThreadAllocatedBytes();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      rig.pass();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void reset_bothSides_useWhatTheySayAndAllocateNothing() {
    try (ResetRig small = ResetRig.of("arena-10k");
        ResetRig large = ResetRig.of("arena-10m")) {
      assertEquals(10_000, small.usedBytes());
      assertEquals(10_000_000, large.usedBytes());
      assertEquals(small.pass(), large.pass());
      assertEquals(0, allocatedBytes(small));
      assertEquals(0, allocatedBytes(large));
    }
  }

  @Test
  void create_unknownMeasureOrSide_isRefused() {
    assertEquals(
        "measure=huge: use nodes or mixed",
        assertThrows(IllegalArgumentException.class, () -> GateRigs.rig("allocate", "huge", "heap"))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> GateRigs.rig("allocate", "nodes", "heap-careless"));
    assertThrows(IllegalArgumentException.class, () -> GateRigs.rig("allocate", "reset", "arena"));
  }
}
