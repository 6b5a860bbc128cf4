package dev.arenabench.frontend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The front end at the ends of what a source can be: below, at and above its limits, and very
/// large where it has none.
class LimitsTest {
  private static final int MEGABYTE = 1_000_000;

  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  // The smallest sources.

  @ParameterizedTest
  @EnumSource
  void parse_nothing_isAnEmptyProgram(Dialect dialect) throws SyntaxException {
    assertEquals(2, nodeCount(new byte[0], 0, dialect)); // The chunk and its block.
    assertNull(error("\u00EF\u00BB\u00BF", dialect));
  }

  @Test
  void parse_everyOneByteFile_isWhatLuaSays() {
    StringBuilder accepted = new StringBuilder();
    try (ReferenceAgreement reference = new ReferenceAgreement()) {
      for (int b = 0; b < 256; b++) {
        SourceText source = SourceText.of(new byte[] {(byte) b});
        assertNull(reference.difference(source.bytes(), 1), "byte=" + b);
        SyntaxException e = error(new String(source.bytes(), 0, 1, ISO_8859_1), Dialect.LUA_5_4);
        if (e == null) {
          accepted.append((char) b);
        } else {
          assertEquals("1:" + (e.offset() + 1), e.line() + ":" + e.column());
        }
      }
    }
    assertEquals("\t\n\u000B\f\r #;", accepted.toString());
  }

  @Test
  void parse_everyFileOfTwoAsciiBytes_isWhatLuaSays() {
    List<String> differences = new ArrayList<>();
    byte[] source = new byte[2 + Lexer.PADDING];
    try (ReferenceAgreement reference = new ReferenceAgreement()) {
      for (int pair = 0; pair < 1 << 14; pair++) {
        source[0] = (byte) (pair & 0x7F);
        source[1] = (byte) (pair >> 7);
        String difference = reference.difference(source, 2);
        if (difference != null) {
          differences.add("pair=" + pair + ": " + difference);
        }
      }
      assertEquals(List.of(), differences);
      assertEquals(1 << 14, reference.accepted() + reference.rejected());
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_everyOneByteFile_isReadOrRefusedThere(Dialect dialect) {
    for (int b = 0; b < 256; b++) {
      SyntaxException e = error(Character.toString((char) b), dialect);
      assertTrue(e == null || e.offset() <= 1, "byte=" + b);
    }
  }

  // The largest.

  @ParameterizedTest
  @EnumSource
  void parse_hundredMegabytes_needsNoMemory(Dialect dialect) throws SyntaxException {
    int length = 100 * MEGABYTE;
    assumeTrue(Runtime.getRuntime().maxMemory() > 2L * length, "takes a heap of 200 MB");
    String line = "local total = total + price * 2 -- sum\n";
    byte[] source = repeated(line, length);
    parser.parse(repeated(line, 4_000), 4_000, dialect, NoTree.INSTANCE);

    long before = allocatedBytes();
    parser.parse(source, length, dialect, NoTree.INSTANCE);
    long allocatedBytes = allocatedBytes() - before;

    assertTrue(allocatedBytes < 10_000, "allocatedBytes=" + allocatedBytes);
  }

  @ParameterizedTest
  @EnumSource
  void parse_tenMillionEmptyStatements_leaveNoTrace(Dialect dialect) throws SyntaxException {
    int length = 10_000_000;
    assertEquals(2, nodeCount(repeated(";", length), length, dialect));
  }

  @ParameterizedTest
  @EnumSource
  void parse_oneVeryLongLine_errorHasItsColumn(Dialect dialect) {
    int length = 10 * MEGABYTE;
    byte[] source = repeated("x=1;", length);
    source[length - 1] = '=';
    SyntaxException e = error(source, length, dialect);
    assertNotNull(e);
    assertEquals("1:" + length, e.line() + ":" + e.column());
    assertEquals(
        "1 | …" + "x=1;".repeat(15).substring(4) + "x=1=\n  | " + " ".repeat(60) + "^",
        Excerpt.of(new SourceText(source, length), e.offset()));
  }

  @ParameterizedTest
  @EnumSource
  void parse_manyLines_errorHasItsLine(Dialect dialect) {
    int length = 10 * MEGABYTE;
    byte[] source = repeated("x=1\n", length);
    source[length - 1] = '=';
    SyntaxException e = error(source, length, dialect);
    assertNotNull(e);
    assertEquals("2500000:4", e.line() + ":" + e.column());
  }

  // Tokens have no greatest length.

  @ParameterizedTest
  @EnumSource
  void parse_longName_isOneSymbol(Dialect dialect) throws SyntaxException {
    String name = "n".repeat(10 * MEGABYTE);
    int before = interner.count();
    assertNull(error(name + " = " + name, dialect));
    assertEquals(before + 1, interner.count());
    assertEquals(name, interner.text(before + 1));
    assertNull(error(name + "m = 1", dialect));
    assertEquals(before + 2, interner.count());
  }

  @ParameterizedTest
  @EnumSource
  void parse_longString_hasItsBytes(Dialect dialect) {
    String text = "s".repeat(4 * MEGABYTE);
    assertString(text, "'" + text + "'", dialect);
    assertString(text, "[[" + text + "]]", dialect);
    assertString("\n" + text, "'\\n" + text + "'", dialect);
    assertString("\u0001".repeat(MEGABYTE), "'" + "\\1".repeat(MEGABYTE) + "'", dialect);
    assertString("", "'\\z" + " ".repeat(4 * MEGABYTE) + "'", dialect);
    assertString("\n".repeat(MEGABYTE), "[[\n" + "\r\n".repeat(MEGABYTE) + "]]", dialect);
    String level = "=".repeat(MEGABYTE);
    assertString("]]", "[" + level + "[]]]" + level + "]", dialect);
    assertString("", "'' --[" + level + "[ ]] ]=] ]" + level + "]", dialect);
  }

  @ParameterizedTest
  @EnumSource
  void parse_longNumber_hasItsValue(Dialect dialect) throws SyntaxException {
    int digits = MEGABYTE;
    assertNumber(7, "0".repeat(digits) + "7", dialect);
    assertNumber(0x123456789ABCDEF0L, "0x" + "F".repeat(digits) + "123456789ABCDEF0", dialect);
    assertNumber(Double.POSITIVE_INFINITY, "9".repeat(digits), dialect);
    assertNumber(1.0, "1." + "0".repeat(digits), dialect);
    assertNumber(0.0, "0." + "0".repeat(digits) + "1", dialect);
    assertNumber(1.0, "0." + "0".repeat(digits) + "1e" + (digits + 1), dialect);
    assertNumber(1.0, "1" + "0".repeat(digits) + "e-" + digits, dialect);
    assertNumber(0x1p4, "0x1" + "0".repeat(digits) + "p-" + (4L * digits - 4), dialect);
    assertNumber(Double.POSITIVE_INFINITY, "1e" + "9".repeat(digits), dialect);
    assertNumber(0.0, "1e-" + "9".repeat(digits), dialect);
    SyntaxException e = error("x = 1" + "0".repeat(digits) + "x", dialect);
    assertNotNull(e);
    assertEquals(4, e.offset());
  }

  // Nesting.

  @ParameterizedTest
  @EnumSource
  void parse_eachNesting_hasTheSameLimitInEveryDialect(LuaNesting nesting) {
    for (int n = 60; n < 210; n++) {
      String source = new String(nesting.source(n), ISO_8859_1);
      String expected = message(source, Dialect.LUA_5_4);
      for (Dialect dialect : Dialect.values()) {
        assertEquals(expected, message(source, dialect), "n=" + n);
      }
    }
  }

  /// Everything that nests, as deep as it may and much deeper, with half of the stack that a thread
  /// has by default, and interpreted, which takes the most.
  @Test
  void parse_deepest_needsLittleStack() throws IOException, InterruptedException {
    LittleStack.run(DeepestParses.class);
  }

  // Bytes that are not text.

  @ParameterizedTest
  @EnumSource
  void parse_bytesBeyondAscii_areForStringsAndComments(Dialect dialect) {
    for (int b = 0x80; b < 0x100; b++) {
      String any = Character.toString((char) b);
      for (String wrap :
          List.of(
              "x='?'", "x=\"?\"", "x=[[?]]", "x=[=[?]=]", "--?", "--[[?]]", "#?", "x='\\z ?'")) {
        assertNull(error(wrap.replace("?", any), dialect), wrap + ", byte=" + b);
      }
      assertString(any, "'" + any + "'", dialect);
      assertString(any.repeat(20), "[[" + any.repeat(20) + "]]", dialect);
      // `|` is where the error is.
      for (String wrap : List.of("|?", "x|? = 1", "x = |?", "local |?", "x = 1 |?", "f(|?)")) {
        SyntaxException e = error(wrap.replace("|", "").replace("?", any), dialect);
        assertNotNull(e, wrap + ", byte=" + b);
        assertEquals(wrap.indexOf('|'), e.offset(), wrap + ", byte=" + b);
        assertTrue(String.valueOf(e.getMessage()).endsWith(" near '<\\" + b + ">'"), wrap);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_zeroBytes_areForStringsAndComments(Dialect dialect) {
    for (int zeros = 1; zeros < 40; zeros++) {
      String any = "\0".repeat(zeros);
      for (String wrap : List.of("x='?'", "x=\"?\"", "x=[[?]]", "--?", "--[[?]]", "#?")) {
        assertNull(error(wrap.replace("?", any), dialect), wrap + ", zeros=" + zeros);
      }
      assertString(any, "'" + any + "'", dialect);
      assertString(any, "[[" + any + "]]", dialect);
      for (String wrap : List.of("|?", "x|? = 1", "x = |?", "x = 1|?", "--\n|?", "f(|?)")) {
        SyntaxException e = error(wrap.replace("|", "").replace("?", any), dialect);
        assertNotNull(e, wrap + ", zeros=" + zeros);
        assertEquals(wrap.indexOf('|'), e.offset(), wrap + ", zeros=" + zeros);
      }
      for (String wrap : List.of("x='?", "x=\"?", "x=[[?", "--[[?", "x='\\?")) {
        SyntaxException e = error(wrap.replace("?", any), dialect);
        assertNotNull(e, wrap + ", zeros=" + zeros);
        assertTrue(e.offset() <= wrap.length() - 1 + zeros);
      }
    }
  }

  // What is said about it.

  @Test
  void page_limitsAndTargets_areThoseOfTheCode() throws IOException {
    String page =
        Files.readString(Path.of("src/main/java/dev/arenabench/frontend/doc-files/robustness.md"));
    for (int limit : new int[] {SourceText.MAX_BYTES, Interner.MAX_SYMBOL, Parser.MAX_DEPTH}) {
      assertTrue(page.contains(String.format(Locale.ROOT, "%,d", limit)), "limit=" + limit);
    }
    for (String target : List.of("lex", "parse", "reference", "twins", "print")) {
      assertTrue(
          Pattern.compile("\\| `" + target + "` \\| [0-9,]+ \\|").matcher(page).find(), target);
    }
  }

  // Help.

  private void assertString(String expected, String literal, Dialect dialect) {
    byte[] source = ("return " + literal).getBytes(ISO_8859_1);
    Lexer lexer = new Lexer(interner);
    try {
      lexer.reset(source, source.length, dialect);
      lexer.next();
      assertEquals(Token.STRING, lexer.next());
      String actual = interner.text(lexer.symbol());
      // Not assertEquals: its message would have both.
      assertArrayEquals(expected.getBytes(ISO_8859_1), actual.getBytes(ISO_8859_1));
      assertEquals(Token.EOF, lexer.next());
      parser.parse(source, dialect, NoTree.INSTANCE);
    } catch (SyntaxException e) {
      throw new AssertionError("offset=" + e.offset(), e);
    }
  }

  private void assertNumber(long expected, String numeral, Dialect dialect) throws SyntaxException {
    assertNumber(Token.INTEGER, expected, numeral, dialect);
  }

  private void assertNumber(double expected, String numeral, Dialect dialect)
      throws SyntaxException {
    assertNumber(Token.FLOAT, Double.doubleToRawLongBits(expected), numeral, dialect);
  }

  private void assertNumber(int token, long bits, String numeral, Dialect dialect)
      throws SyntaxException {
    byte[] source = numeral.getBytes(ISO_8859_1);
    Lexer lexer = new Lexer(interner);
    lexer.reset(source, source.length, dialect);
    assertEquals(token, lexer.next());
    assertEquals(bits, lexer.bits());
    assertEquals(source.length, lexer.end());
  }

  private long nodeCount(byte[] source, int length, Dialect dialect) throws SyntaxException {
    HeapTreeBuilder builder = new HeapTreeBuilder();
    parser.parse(source, length, dialect, builder);
    Census census = new Census();
    HeapCount.count(builder.tree(), census);
    return census.total();
  }

  private @Nullable String message(String source, Dialect dialect) {
    SyntaxException e = error(source, dialect);
    return e == null ? null : e.offset() + ": " + e.getMessage();
  }

  /// Bytes, not characters.
  private @Nullable SyntaxException error(String source, Dialect dialect) {
    byte[] bytes = source.getBytes(ISO_8859_1);
    return error(bytes, bytes.length, dialect);
  }

  private @Nullable SyntaxException error(byte[] source, int length, Dialect dialect) {
    try {
      parser.parse(source, length, dialect, NoTree.INSTANCE);
      return null;
    } catch (SyntaxException e) {
      return e;
    }
  }

  /// As often as it fits whole; then blanks, then the padding.
  private static byte[] repeated(String pattern, int length) {
    byte[] source = new byte[length + Lexer.PADDING];
    byte[] bytes = pattern.getBytes(ISO_8859_1);
    Arrays.fill(source, 0, length, (byte) ' ');
    int used = Math.min(bytes.length, length);
    System.arraycopy(bytes, 0, source, 0, used);
    while (used * 2 <= length) {
      System.arraycopy(source, 0, source, used, used);
      used *= 2;
    }
    int rest = (length - used) / bytes.length * bytes.length;
    System.arraycopy(source, 0, source, used, rest);
    return source;
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
