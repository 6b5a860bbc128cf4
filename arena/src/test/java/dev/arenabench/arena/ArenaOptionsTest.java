package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArenaOptionsTest {
  @Test
  void defaults_aRegularSlab_isNoHumongousObjectOnAnyHeap() {
    long smallestG1RegionBytes = 1 << 20;
    long greatestArrayHeaderBytes = 24;
    long slabBytes = ArenaOptions.DEFAULT.slabCapBytes() + greatestArrayHeaderBytes;
    assertTrue(slabBytes <= smallestG1RegionBytes / 2);
  }

  @Test
  void create_componentOutOfRange_namesItAndWhatIsAllowed() {
    ArenaOptions options = ArenaOptions.DEFAULT;
    assertMessage("capacityBytes=0, least=1", () -> options.withCapacityBytes(0));
    assertMessage("limitBytes=-1, least=1", () -> options.withLimitBytes(-1));
    assertMessage("retainedBytes=-1, least=0", () -> options.withRetainedBytes(-1));
    for (int bytes : new int[] {0, 256, 513, 1 << 21, Integer.MIN_VALUE}) {
      assertMessage(
          "slabCapBytes=" + bytes + ", allowed: powers of two from 512 to 1048576",
          () -> options.withSlabCapBytes(bytes));
    }
  }

  @Test
  void with_each_changesOnlyThat() {
    assertEquals(
        new ArenaOptions(1, 512, 2, 3),
        ArenaOptions.DEFAULT
            .withCapacityBytes(1)
            .withSlabCapBytes(512)
            .withLimitBytes(2)
            .withRetainedBytes(3));
    SlabTiers tiers = new SlabTiers(1);
    Expectation.Listener listener = (arena, expected, used) -> {};
    assertEquals(
        new ArenaOptions(1, 512, 2, 3, tiers, new Expectation(4, listener)),
        ArenaOptions.DEFAULT
            .withExpectation(4, listener)
            .withTiers(tiers)
            .withCapacityBytes(1)
            .withSlabCapBytes(512)
            .withLimitBytes(2)
            .withRetainedBytes(3));
  }

  @Test
  void withTiers_retention_isNone() {
    assertEquals(0, ArenaOptions.DEFAULT.withTiers(new SlabTiers(1)).retainedBytes());
  }

  private static void assertMessage(String expected, Runnable use) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
