package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;

class DirectionTest {
  @ParameterizedTest
  @EnumSource(value = Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "All")
  void ofMode_everyModeOfJmh_isKnown(Mode mode) {
    Direction expected =
        mode == Mode.Throughput ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    assertEquals(expected, Direction.ofMode(mode.shortLabel()));
  }

  @Test
  void ofMode_unknown_isRefused() {
    assertEquals(
        "unknown JMH mode: mode=all, known=thrpt, avgt, sample, ss",
        assertThrows(IllegalArgumentException.class, () -> Direction.ofMode("all")).getMessage());
  }
}
