package dev.arenabench.harness.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class JsonTest {
  private static final UnitRecord UNIT =
      new UnitRecord(
          new Row("parse", "parse", "arena", "heap", "shipped", Instrument.DUEL),
          3,
          1,
          Long.MIN_VALUE,
          "ABBA",
          List.of(
              new ForkRecord(
                  "arena+heap",
                  1,
                  2,
                  List.of("-Xmx1g"),
                  List.of(new IterationRecord(true, Map.of("subject.cpu", 0.1 + 0.2))),
                  new MachineSample(null, 1.5, null),
                  "\"ä\u0000\n")));

  @Test
  void read_whatWasWritten_isTheSame() {
    assertEquals(UNIT, Json.read(Json.line(UNIT), UnitRecord.class));
    assertEquals(UNIT, Json.read(Json.pretty(UNIT), UnitRecord.class));
  }

  @Test
  void line_record_isOneLineOfWhatItHolds() {
    assertFalse(Json.line(UNIT).contains("\n"));
    assertFalse(Json.line(UNIT).contains("complete"));
  }

  @Test
  void read_unknownProperty_isRefused() {
    assertThrows(
        JacksonException.class,
        () -> Json.read("{\"stealPercent\":1,\"mood\":2}", MachineSample.class));
  }
}
