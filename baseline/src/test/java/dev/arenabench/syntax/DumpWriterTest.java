package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DumpWriterTest {
  private final Interner interner = new Interner();

  private int symbol(String bytes) {
    byte[] text = bytes.getBytes(ISO_8859_1);
    return interner.intern(text, 0, text.length);
  }

  @Test
  void line_eachPayload_hasItsForm() {
    DumpWriter writer = new DumpWriter(interner, false);
    writer.line(0, Kind.CHUNK, 9, 0);
    writer.line(1, Kind.NAME, symbol("x1"), 0);
    writer.line(2, Kind.STRING, symbol("a\"b\\c\n\0~\177\377"), 0);
    writer.line(1, Kind.INTEGER, Long.MIN_VALUE, 0);
    writer.line(1, Kind.FLOAT, Double.doubleToRawLongBits(1.0), 0);
    writer.line(1, Kind.TARGET_COUNT, 2, 0);
    writer.line(1, Kind.METHOD_NAME, symbol("m"), 0);
    writer.line(1, Kind.CALL, 7, 0);

    assertEquals(
        """
        chunk
          name "x1"
            string "a\\034b\\092c\\010\\000~\\127\\255"
          integer -9223372036854775808
          float 0x3ff0000000000000
          target-count 2
          method-name "m"
          call
        """,
        writer.text());
  }

  @Test
  void line_positions_areLast() {
    DumpWriter writer = new DumpWriter(interner, true);
    writer.line(0, Kind.NIL, 0, 0);
    writer.line(0, Kind.NAME, symbol("x"), 1_234_567);

    assertEquals("nil @0\nname \"x\" @1234567\n", writer.text());
  }
}
