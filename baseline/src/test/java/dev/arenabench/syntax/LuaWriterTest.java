package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Text for text; that whole programs read back the same is asked in [TreeContract].
class LuaWriterTest {
  private static final int RANDOM_FLOATS = 200_000;

  private final Interner interner = new Interner();
  private final LuaWriter writer = new LuaWriter(interner);

  private int symbol(String bytes) {
    byte[] text = bytes.getBytes(ISO_8859_1);
    return interner.intern(text, 0, text.length);
  }

  private String written() {
    String text = new String(writer.toBytes(), ISO_8859_1);
    assertEquals(text.length(), writer.length());
    writer.clear();
    return text;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "1234567890123456789, 1234567890123456789",
    "9223372036854775807, 9223372036854775807",
    "-1, 0xffffffffffffffff",
    "-9223372036854775808, 0x8000000000000000",
  })
  void integer_any_readsBack(long value, String expected) {
    writer.integer(value);
    assertEquals(expected, written());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1, 1.0",
    "0.1, 0.1",
    "0.5, 0.5",
    "0.001, 0.001",
    "123456.789, 123456.789",
    "1e15, 1000000000000000.0",
    "9007199254740992, 9007199254740992.0",
    "1e22, 1.0E22",
    "1e-300, 1.0E-300",
    "5e-324, 4.9E-324",
    "Infinity, 1e999",
  })
  void floating_any_hasItsShortForm(double value, String expected) {
    writer.floating(Double.doubleToRawLongBits(value));
    assertEquals(expected, written());
  }

  @Test
  void floating_random_readsBackToItsBits() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < RANDOM_FLOATS; i++) {
      double value =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong() >>> 1);
            case 1 -> random.nextInt(1_000_000) / 1000.0;
            case 2 -> random.nextDouble();
            default -> random.nextLong(1L << 60);
          };
      if (Double.isFinite(value)) {
        writer.floating(Double.doubleToRawLongBits(value));
        String text = written();
        assertEquals(value, Double.parseDouble(text), text);
        assertTrue(text.contains(".") || text.contains("E"), text);
      }
    }
  }

  @Test
  void floating_noLiteral_throws() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> writer.floating(Double.doubleToRawLongBits(-1.0)));
    assertEquals("bits=0xbff0000000000000: no literal", thrown.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> writer.floating(Double.doubleToRawLongBits(Double.NaN)));
  }

  @Test
  void string_anyByte_isQuoted() {
    writer.string(symbol(""));
    assertEquals("\"\"", written());
    writer.string(symbol("it's \"a\\b\""));
    assertEquals("\"it's \\\"a\\\\b\\\"\"", written());
    writer.string(symbol("\n\r\0001\177\200\377"));
    assertEquals("\"\\n\\013\\0001\\127\200\377\"", written());
    writer.string(symbol("\0".repeat(10_000)));
    assertEquals("\"" + "\\000".repeat(10_000) + "\"", written());
  }

  @Test
  void start_negateAfterNegate_isNoComment() {
    writer.start(Kind.NEGATE);
    writer.start(Kind.NEGATE);
    writer.name(symbol("x"));
    assertEquals("- -x", written());
  }

  @Test
  void openParen_startOfStatement_isKeptFromTheOneBefore() {
    writer.statement();
    writer.openParen();
    writer.name(symbol("f"));
    writer.closeParen();
    writer.openParen();
    writer.closeParen();
    writer.statement();
    writer.openParen();
    writer.start(Kind.FUNCTION);
    writer.openParen();
    writer.closeParen();
    writer.openBlock();
    writer.statement();
    writer.openParen();
    writer.name(symbol("g"));
    writer.closeParen();
    writer.openParen();
    writer.closeParen();
    writer.closeBlock();
    writer.end();
    writer.closeParen();
    writer.openParen();
    writer.closeParen();
    writer.closeFile();
    assertEquals("(f)()\n;(function()\n  (g)()\nend)()\n", written());
  }

  @Test
  void table_manyFields_hasOneALine() {
    for (int fields = 0; fields <= 5; fields++) {
      writer.openTable(fields);
      for (int i = 0; i < fields; i++) {
        writer.tableField(i, fields);
        writer.integer(i);
      }
      writer.closeTable(fields);
      writer.blank();
    }
    assertEquals(
        "{} {0} {0, 1} {0, 1, 2} {0, 1, 2, 3} {\n  0,\n  1,\n  2,\n  3,\n  4\n} ", written());
  }
}
