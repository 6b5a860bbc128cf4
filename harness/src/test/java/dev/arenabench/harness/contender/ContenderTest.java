package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.contender.Contender.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContenderTest {
  @Test
  void ids_all_areThoseOfThePage() {
    assertEquals(
        List.of(
            "heap",
            "heap-careless",
            "arena",
            "arena-fresh",
            "arena-growing",
            "arena-native",
            "arena-pooled",
            "arena-tiered"),
        Contender.ids());
    for (Contender contender : Contender.values()) {
      assertEquals(contender, Contender.of(contender.id()));
    }
  }

  @Test
  void role_baseline_isTheHeapAlone() {
    assertEquals(
        List.of(Contender.HEAP),
        java.util.Arrays.stream(Contender.values())
            .filter(contender -> contender.role() == Role.BASELINE)
            .toList());
  }

  @Test
  void of_unknown_saysWhichThereAre() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Contender.of("hoap"));

    assertEquals(
        "contender=hoap, known=[heap, heap-careless, arena, arena-fresh, arena-growing,"
            + " arena-native, arena-pooled, arena-tiered]",
        thrown.getMessage());
  }
}
