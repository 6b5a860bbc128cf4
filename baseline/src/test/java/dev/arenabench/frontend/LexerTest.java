package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
  private static final String WORD =
      "abcdefghijklmnopqrstuvwxyz_0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Interner interner = new Interner();
  private final Lexer lexer = new Lexer(interner);

  @Test
  void next_reservedWords_areTheirSymbols() throws SyntaxException {
    assertEquals(
        List.of(
            "'and'",
            "'break'",
            "'do'",
            "'else'",
            "'elseif'",
            "'end'",
            "'false'",
            "'for'",
            "'function'",
            "'goto'",
            "'if'",
            "'in'",
            "'local'",
            "'nil'",
            "'not'",
            "'or'",
            "'repeat'",
            "'return'",
            "'then'",
            "'true'",
            "'until'",
            "'while'",
            "<eof>"),
        kinds(
            "and break do else elseif end false for function goto if in local nil not or repeat "
                + "return then true until while"));
    assertEquals(Words.LAST, interner.count());
  }

  @Test
  void next_almostReservedWords_areNames() throws SyntaxException {
    for (String word : "an andd And end_ _end functio functions iff elsei elseifs".split(" ")) {
      assertEquals(List.of("<name>", "<eof>"), kinds(word));
      assertEquals(word, valueOf(word));
    }
  }

  @Test
  void next_operators_takesTheLongest() throws SyntaxException {
    assertEquals(
        List.of(
            "'+'", "'-'", "'*'", "'/'", "'//'", "'%'", "'^'", "'#'", "'&'", "'~'", "'|'", "'<<'",
            "'>>'", "'=='", "'~='", "'<='", "'>='", "'<'", "'>'", "'='", "'('", "')'", "'{'", "'}'",
            "'['", "']'", "'::'", "';'", "':'", "','", "'.'", "'..'", "'...'", "<eof>"),
        kinds("+ - * / // % ^ # & ~ | << >> == ~= <= >= < > = ( ) { } [ ] :: ; : , . .. ..."));
    assertEquals(
        List.of(
            "'=='", "'='", "'<<'", "'='", "'>>'", "'>'", "'//'", "'/'", "'::'", "':'", "'...'",
            "'..'", "'~='", "'='", "'-'", "'>='", "'['", "'='", "<eof>"),
        kinds("===<<=>>>///:::.....~==->=[ ="));
  }

  @Test
  void next_wordOfAnyLengthAndPlace_endsWhereItEnds() throws SyntaxException {
    for (int length = 1; length <= WORD.length(); length++) {
      for (String before : new String[] {"", " ", "\t\n  ", "        ", "(((", "--x\n"}) {
        for (String after :
            new String[] {"", " ", "(", "\u00e4", "\u0080", "-", "\0", "@", "`", "{"}) {
          String word = WORD.substring(0, length);
          reset(before + word + after);
          int token;
          do {
            token = lexer.next();
          } while (token == Token.LEFT_PAREN);
          assertEquals(Token.NAME, token);
          assertEquals(before.length(), lexer.start());
          assertEquals(before.length() + length, lexer.end());
          assertEquals(word, interner.text(lexer.symbol()));
        }
      }
    }
  }

  @Test
  void next_blanksOfAnyKindAndNumber_areSkipped() throws SyntaxException {
    String blanks = " \t\n\u000B\f\r";
    for (int length = 0; length < 40; length++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = 0; i <= length; i++) {
        text.append(blanks.charAt((i * 7 + length) % blanks.length()));
      }
      text.append("y");
      assertEquals(List.of("<name>", "<name>", "<eof>"), kinds(text.toString()));
    }
    for (char c = 1; c < ' '; c++) {
      if (blanks.indexOf(c) < 0) {
        assertEquals(List.of("<name>", "<invalid>", "<name>", "<eof>"), kinds("x  " + c + "  y"));
      }
    }
  }

  @Test
  void next_shortStringOfAnyLength_isItsBytes() throws SyntaxException {
    for (int length = 0; length <= WORD.length(); length++) {
      String text = WORD.substring(0, length);
      for (String quoted : new String[] {'"' + text + '"', "'" + text + "'", "[[" + text + "]]"}) {
        assertEquals(List.of("<string>", "'('", "<eof>"), kinds(quoted + "("));
        assertEquals(text, valueOf(quoted));
      }
      // An escape at the end: decoded, not taken as it is.
      assertEquals(text + "\n\u00e4", valueOf('"' + text + "\\n\u00e4\""));
      assertEquals("\t" + text, valueOf("\"\t" + text + "\""));
      assertEquals(text + "'" + text, valueOf('"' + text + "'" + text + '"'));
    }
  }

  @Test
  void next_sameStringInEachForm_isOneSymbol() throws SyntaxException {
    for (String text :
        new String[] {"", "name", "eight888", "a longer string", "sixteen bytes ..."}) {
      reset("'%s' \"%s\" [[%s]] [==[%s]==] '%s\\z   '".formatted(text, text, text, text, text));
      lexer.next();
      int symbol = lexer.symbol();
      for (int i = 0; i < 4; i++) {
        assertEquals(Token.STRING, lexer.next());
        assertEquals(symbol, lexer.symbol());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\a\\b\\f\\n\\r\\t\\v | 07 08 0c 0a 0d 09 0b",
        "\\\\\\'\\\" | 5c 27 22",
        "\\0\\00\\000\\1\\12\\123\\255 | 00 00 00 01 0c 7b ff",
        "\\0650 | 41 30",
        "\\x00\\x7f\\xFf\\xaB | 00 7f ff ab",
        "a\\z b | 61 62",
        "\\u{0} | 00",
        "\\u{7F}\\u{80} | 7f c2 80",
        "\\u{7FF}\\u{800} | df bf e0 a0 80",
        "\\u{FFFF}\\u{10000} | ef bf bf f0 90 80 80",
        "\\u{D800} | ed a0 80",
        "\\u{1FFFFF}\\u{200000} | f7 bf bf bf f8 88 80 80 80",
        "\\u{3FFFFFF}\\u{4000000} | fb bf bf bf bf fc 84 80 80 80 80",
        "\\u{7FFFFFFF}\\u{000000000041} | fd bf bf bf bf bf 41",
      })
  void next_escape_isItsBytes(String escaped, String hex) throws SyntaxException {
    StringBuilder actual = new StringBuilder();
    for (char c : valueOf("'" + escaped + "'").toCharArray()) {
      actual.append(actual.isEmpty() ? "" : " ").append("%02x".formatted((int) c));
    }
    assertEquals(hex, actual.toString());
  }

  @Test
  void next_escapedLineBreak_isOneLineFeed() throws SyntaxException {
    for (String lineBreak : new String[] {"\n", "\r", "\r\n", "\n\r"}) {
      assertEquals("a\nb", valueOf("'a\\" + lineBreak + "b'"));
      assertEquals("ab", valueOf("'a\\z" + lineBreak + lineBreak + " \t b'"));
    }
    assertEquals("a\n\nb", valueOf("'a\\\n\\\nb'"));
  }

  @Test
  void next_longString_normalisesLineBreaks() throws SyntaxException {
    for (String lineBreak : new String[] {"\n", "\r", "\r\n", "\n\r"}) {
      assertEquals("", valueOf("[[" + lineBreak + "]]"));
      assertEquals("\n", valueOf("[[" + lineBreak + lineBreak + "]]"));
      assertEquals("a\nb", valueOf("[[" + lineBreak + "a" + lineBreak + "b]]"));
      assertEquals("a\n\nb", valueOf("[=[a" + lineBreak + lineBreak + "b]=]"));
    }
    assertEquals("a\n\n\nb", valueOf("[[a\n\n\nb]]"));
    assertEquals("a\n\nb", valueOf("[[a\r\n\rb]]"));
    assertEquals("\\n", valueOf("[[\\n]]"));
  }

  @Test
  void next_longBracketsOfAnyLevel_endAtTheirOwn() throws SyntaxException {
    for (int level = 0; level < 12; level++) {
      String equals = "=".repeat(level);
      String other = "=".repeat(level + 1);
      String inside = "a]" + other + "]b]=]]==]]" + (level == 0 ? "" : "]]") + "]" + other;
      if (!inside.contains("]" + equals + "]")) {
        String quoted = "[" + equals + "[" + inside + "]" + equals + "]";
        assertEquals(inside, valueOf(quoted));
        assertEquals(List.of("<name>", "<eof>"), kinds("--" + quoted + "x"));
      }
    }
    assertEquals("]", valueOf("[=[]]=]"));
    assertEquals("a\0b", valueOf("[[a\0b]]"));
    assertEquals(List.of("'['", "'['", "<eof>"), kinds("[ ["));
  }

  @Test
  void next_commentsOfAnyLength_areSkipped() throws SyntaxException {
    for (int length = 0; length <= 40; length++) {
      String text = "-[]=\u00e4'\"\0\t".repeat(10).substring(0, length);
      for (String lineBreak : new String[] {"\n", "\r", "\r\n"}) {
        assertEquals(List.of("<name>", "<eof>"), kinds("-- " + text + lineBreak + "x"));
      }
      assertEquals(List.of("<eof>"), kinds("-- " + text));
      assertEquals(List.of("<name>", "<eof>"), kinds("--[==[" + text + "]==]x"));
    }
    assertEquals(List.of("<name>", "<eof>"), kinds("--[=x\nx"));
    assertEquals(List.of("<name>", "<eof>"), kinds("--[x\nx"));
    assertEquals(List.of("'-'", "<name>", "<eof>"), kinds("- --\nx"));
    assertEquals(List.of("<name>", "'-'", "<name>", "<eof>"), kinds("x-y--"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "007, 7",
    "42, 42",
    "123456789012345678, 123456789012345678",
    "9223372036854775807, 9223372036854775807",
    "0x10, 16",
    "0XfF, 255",
    "0x8000000000000000, -9223372036854775808",
    "0x1ffffffffffffffff, -1",
    "0x0e, 14",
  })
  void next_integer_isItsValue(String numeral, long value) throws SyntaxException {
    for (String after : new String[] {"", " ", ")", "-1", "=", "\u00e4"}) {
      reset(numeral + after);
      assertEquals(Token.INTEGER, lexer.next());
      assertEquals(value, lexer.bits());
      assertEquals(numeral.length(), lexer.end());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1., 1",
    ".5, 0.5",
    "3.14, 3.14",
    "1e2, 100",
    "1E+2, 100",
    "1e-2, 0.01",
    "9223372036854775808, 9223372036854775808",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "1e400, Infinity",
    "0x.8, 0.5",
    "0xA., 10",
    "0x1p4, 16",
    "0x1P-1, 0.5",
    "0x1.8p+1, 3",
    "0x1e.1p1, 60.125",
  })
  void next_float_isItsValue(String numeral, double value) throws SyntaxException {
    for (String after : new String[] {"", " ", ")", "-1", "=", "\u00e4"}) {
      reset(numeral + after);
      assertEquals(Token.FLOAT, lexer.next());
      assertEquals(value, Double.longBitsToDouble(lexer.bits()));
      assertEquals(numeral.length(), lexer.end());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3x, 3x",
    "3_, 3_",
    "1..2, 1..2",
    "1.2.3, 1.2.3",
    "1e, 1e",
    "1e+, 1e+",
    "1e5e5, 1e5e5",
    "1f, 1f",
    "1ab, 1ab",
    "0x, 0x",
    "0xg, 0xg",
    "0x.p1, 0x.p1",
    "0x1p, 0x1p",
    "0x1p1.5, 0x1p1.5",
    "0x1pz, 0x1pz",
    "123456789012345678901x, 123456789012345678901x",
    "1.5zz, 1.5z",
    ".5.5, .5.5",
    ".0x12, .0x12",
    ".0x1p4, .0x1p4",
  })
  void next_malformedNumber_isRefused(String numeral, String shown) {
    assertRefused(numeral, 0, "malformed number near '" + shown + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'"})
  void next_unfinishedString_isRefused(String quote) {
    String x = "x = " + quote;
    assertRefused(x, 5, "unfinished string near <eof>");
    assertRefused(x + "abc", 8, "unfinished string near <eof>");
    assertRefused(x + "abcdefghi\\", 15, "unfinished string near <eof>");
    assertRefused(x + "a\\\n", 8, "unfinished string near <eof>");
    assertRefused(x + "abc\nd" + quote, 4, "unfinished string near '" + quote + "abc'");
    assertRefused(x + "\\tabc\rd" + quote, 4, "unfinished string near '" + quote + "\tabc'");
    assertRefused(x + "a\0b\n", 4, "unfinished string near '" + quote + "a'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a\\q'      | 2 | invalid escape sequence near ''a\\q'",
        "'a\\'        | 4 | unfinished string near <eof>",
        "'\\-1'       | 1 | invalid escape sequence near ''\\-'",
        "'\\256'      | 1 | decimal escape too large near ''\\256''",
        "'\\999x'     | 1 | decimal escape too large near ''\\999x'",
        "'\\x'        | 1 | hexadecimal digit expected near ''\\x''",
        "'\\xg0'      | 1 | hexadecimal digit expected near ''\\xg'",
        "'\\x0g'      | 1 | hexadecimal digit expected near ''\\x0g'",
        "'\\t\\x0     | 3 | hexadecimal digit expected near ''`\t`\\x0'",
        "'\\u123'     | 1 | missing '{' near ''\\u1'",
        "'\\u{}'      | 1 | hexadecimal digit expected near ''\\u{}'",
        "'\\u{12x}'   | 1 | missing '}' near ''\\u{12x'",
        "'\\u{12      | 1 | missing '}' near ''\\u{12'",
        "'\\u{80000000}' | 1 | UTF-8 value too large near ''\\u{80000000'",
        "'\\u{111111111}' | 1 | UTF-8 value too large near ''\\u{111111111'",
      })
  void next_wrongEscape_isRefused(String string, int offset, String message) {
    assertRefused(string, offset, message.replace("`\t`", "\t"));
  }

  @Test
  void next_wrongEscapeBeforeNonAscii_showsOneByte() {
    assertRefused("'\\\u00e4", 1, "invalid escape sequence near ''\\\uFFFD'");
  }

  @Test
  void next_unfinishedLongBracket_isRefused() {
    String eof = " near <eof>";
    assertRefused("[[a", 3, "unfinished long string (starting at line 1)" + eof);
    assertRefused("\n[==[a\n]]", 9, "unfinished long string (starting at line 2)" + eof);
    assertRefused("[[a]", 4, "unfinished long string (starting at line 1)" + eof);
    assertRefused("--[[a\n\n", 7, "unfinished long comment (starting at line 1)" + eof);
    assertRefused("--[=[]]", 7, "unfinished long comment (starting at line 1)" + eof);
    assertRefused("[=a", 0, "invalid long string delimiter near '[='");
    assertRefused("[===", 0, "invalid long string delimiter near '[==='");
  }

  @Test
  void reset_firstLineWithHash_isSkipped() throws SyntaxException {
    assertEquals(List.of("<name>", "<eof>"), kinds("#!/usr/bin/lua\nx"));
    assertEquals(List.of("<name>", "<eof>"), kinds("# 'unfinished \r\nx"));
    assertEquals(List.of("<eof>"), kinds("#"));
    assertEquals(List.of("<eof>"), kinds("# no more"));
    assertEquals(List.of("'#'", "<name>", "<eof>"), kinds("\n#x"));
    reset("#!\nx");
    lexer.next();
    assertEquals(3, lexer.start());
  }

  @Test
  void reset_byteOrderMark_isSkipped() throws SyntaxException {
    assertEquals(List.of("<name>", "<eof>"), kinds("\u00EF\u00BB\u00BFx"));
    assertEquals(List.of("<name>", "<eof>"), kinds("\u00EF\u00BB\u00BF#!lua\nx"));
    assertEquals(List.of("<invalid>", "<invalid>", "<eof>"), kinds("\u00EF\u00BB"));
    assertEquals(
        List.of("<name>", "<invalid>", "<invalid>", "<invalid>", "<eof>"),
        kinds("x\u00EF\u00BB\u00BF"));
  }

  @Test
  void reset_precompiledChunk_isRefused() {
    String message = "precompiled chunk: only source text can be parsed";
    assertRefused("\u001BLua", 0, message);
    assertRefused("\u00EF\u00BB\u00BF\u001BLua", 3, message);
    assertRefused("#!lua\n\u001BLua", 6, message);
  }

  @Test
  void reset_partOfAnArray_readsOnlyThatPart() throws SyntaxException {
    byte[] source = "abc def ghi".getBytes(StandardCharsets.ISO_8859_1);
    for (int length = 0; length <= source.length; length++) {
      lexer.reset(source, length, Dialect.LUA_5_4);
      int last = 0;
      while (lexer.next() != Token.EOF) {
        last = lexer.end();
      }
      assertEquals(length, lexer.start());
      assertEquals(length == 4 || length == 8 ? length - 1 : length, last);
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> lexer.reset(source, 12, Dialect.LUA_5_4));
    assertEquals("length=12, source.length=11", e.getMessage());
  }

  @Test
  void reset_paddedArray_isNotCopied() throws SyntaxException {
    SourceText text = SourceText.of(new byte[] {'x'});
    lexer.reset(text.bytes(), text.length(), Dialect.LUA_5_4);
    text.bytes()[0] = '1';
    assertEquals(Token.INTEGER, lexer.next());
  }

  @Test
  void next_atTheEnd_staysThere() throws SyntaxException {
    reset("x  ");
    lexer.next();
    for (int i = 0; i < 3; i++) {
      assertEquals(Token.EOF, lexer.next());
      assertEquals(3, lexer.start());
      assertEquals(3, lexer.end());
    }
  }

  @Test
  void next_zeroBytes_areInvalidTokens() throws SyntaxException {
    assertEquals(List.of("<name>", "<invalid>", "<name>", "<eof>"), kinds("x\0y"));
    assertEquals(List.of("<invalid>", "<invalid>", "<eof>"), kinds("\0\0"));
  }

  private void reset(String source) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    lexer.reset(bytes, bytes.length, Dialect.LUA_5_4);
  }

  private List<String> kinds(String source) throws SyntaxException {
    reset(source);
    List<String> kinds = new ArrayList<>();
    int token;
    int end = 0;
    do {
      token = lexer.next();
      kinds.add(Token.describe(token));
      assertEquals(1, Integer.signum(lexer.end() - end + (token == Token.EOF ? 1 : 0)));
      end = lexer.end();
    } while (token != Token.EOF);
    assertEquals(source.length(), end);
    return kinds;
  }

  /// The string or name that the source starts with.
  private String valueOf(String source) throws SyntaxException {
    reset(source);
    lexer.next();
    assertEquals(source.length(), lexer.end(), source);
    return interner.text(lexer.symbol());
  }

  private void assertRefused(String source, int offset, String message) {
    SyntaxException e =
        assertThrows(
            SyntaxException.class,
            () -> {
              reset(source);
              while (lexer.next() != Token.EOF) {}
            });
    assertEquals(message, e.getMessage());
    assertEquals(offset, e.offset());
  }
}
