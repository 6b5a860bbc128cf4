package dev.arenabench.harness.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Calibration: work that is known to the byte has to come out of each probe to the byte.
class ProbesTest {
  private static final int ARRAYS = 1000;
  private static final int ARRAY_BYTES = 16 + 24;

  private final byte[][] kept = new byte[ARRAYS][];

  private void allocate() {
    for (int i = 0; i < ARRAYS; i++) {
      kept[i] = new byte[24];
    }
  }

  @Test
  void bytes_knownArrays_exact() {
    assertEquals(ARRAYS * ARRAY_BYTES, BytesProbe.perPass(this::allocate));
  }

  @Test
  void bytes_nothing_zero() {
    assertEquals(0, BytesProbe.perPass(() -> kept[0] = kept[1]));
  }

  @Test
  void footprint_knownArrays_exact() {
    allocate();
    FootprintProbe.Footprint footprint = FootprintProbe.of((Object[]) kept);
    assertEquals(ARRAYS, footprint.objects());
    assertEquals(ARRAYS * ARRAY_BYTES, footprint.bytes());
  }

  @Test
  void footprint_shared_countedOnce() {
    byte[] shared = new byte[24];
    FootprintProbe.Footprint footprint = FootprintProbe.of(shared, shared);
    assertEquals(1, footprint.objects());
    assertTrue(footprint.bytes() > 0);
  }

  /// In this JVM TLABs are on, so the recorder sees only some allocations: the count cannot be
  /// exact, and must be refused. What it counts where they are off is checked by every run against
  /// the thread's own counter.
  @Test
  void allocations_withTlabs_refusedNotGuessed() {
    Exception refused =
        assertThrows(IllegalStateException.class, () -> AllocationsProbe.count(this::allocate));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("allocatedBytes=40000"),
        refused.getMessage());
  }
}
