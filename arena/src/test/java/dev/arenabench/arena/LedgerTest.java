package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LedgerTest {
  @Unchecked
  @Test
  void checks_propertyNotSet_areOff() {
    assertFalse(Checks.ON);
    HeapArena arena = Arena.create();
    int handle = arena.allocateValue(1);
    arena.reset();
    assertEquals(1, arena.read(handle)); // As documented: reads whatever lies there.
  }

  @Checked
  @Test
  void checks_propertySet_areOn() {
    assertTrue(Checks.ON);
  }

  @Test
  void find_blockLongForgotten_isRefusedAllTheSame() {
    Ledger ledger = new Ledger();
    int old = ledger.enter(0x20000, 1, Ledger.VALUE);
    for (int i = 0; i < 70_000; i++) {
      ledger.leave();
      ledger.enter(0x20000, 1, Ledger.VALUE);
    }
    ArenaAccessException e = assertThrows(ArenaAccessException.class, () -> ledger.address(old, 0));
    assertEquals(
        "no handle of this arena: handle=0x"
            + Integer.toHexString(old)
            + ", epoch=unknown, current=70001",
        e.getMessage());
  }
}
