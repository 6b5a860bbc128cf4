package dev.arenabench.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapTreeBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternerTest {
  private final Interner interner = new Interner();

  @Test
  void construct_atFirst_hasTheReservedWordsInOrder() {
    assertEquals(Words.LAST, interner.count());
    assertEquals("and", interner.text(1));
    assertEquals("while", interner.text(22));
    for (int symbol = 2; symbol <= Interner.KEYWORD_COUNT; symbol++) {
      assertEquals(1, Integer.signum(interner.text(symbol).compareTo(interner.text(symbol - 1))));
      assertEquals(symbol, intern(interner.text(symbol)));
    }
    assertEquals(Words.LAST, interner.count());
  }

  @Test
  void intern_anyLength_givesOneSymbolEach() {
    String text = "abcdefghijklmnopqrstuvwxyz0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int length = 0; length <= text.length(); length++) {
      int symbol = intern(text.substring(0, length));
      assertEquals(Words.LAST + 1 + length, symbol);
      assertEquals(text.substring(0, length), interner.text(symbol));
      assertEquals(length, interner.length(symbol));
    }
    for (int length = 0; length <= text.length(); length++) {
      assertEquals(Words.LAST + 1 + length, intern(text.substring(0, length)));
    }
  }

  @Test
  void intern_zeroBytes_areDistinct() {
    int[] symbols = new int[20];
    for (int length = 0; length < symbols.length; length++) {
      symbols[length] = intern("\0".repeat(length));
      assertEquals(Words.LAST + 1 + length, symbols[length]);
    }
    assertNotEquals(intern("a"), intern("a\0"));
    assertNotEquals(intern("a\0"), intern("a\0\0"));
    assertNotEquals(intern("12345678"), intern("12345678\0"));
  }

  @Test
  void intern_partOfAnArray_readsOnlyThatPart() {
    byte[] source = "xxnamexxa longer namexx".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(intern("name"), interner.intern(source, 2, 6));
    assertEquals(intern("a longer name"), interner.intern(source, 8, 21));
    assertEquals(intern("xx"), interner.intern(source, 21, 23));
    assertEquals(intern(""), interner.intern(source, 23, 23));
  }

  @Test
  void internWord_sameBytes_givesTheSameSymbol() {
    assertEquals(intern("abc"), interner.internWord(0x636261, 3));
    assertEquals(intern("\u0088bcdefgh"), interner.internWord(0x6867666564636288L, 8));
    assertEquals(intern(""), interner.internWord(0, 0));
  }

  @Test
  void internLong_sameBytes_givesTheSameSymbol() {
    byte[] source = "abcdefghijklmnopqrs".getBytes(StandardCharsets.ISO_8859_1);
    long key = Interner.mix(0x6867666564636261L, 0x706f6e6d6c6b6a69L);
    assertEquals(interner.intern(source, 0, 16), interner.internLong(key, source, 0, 16));
    key = Interner.mix(key, 0x737271);
    assertEquals(interner.intern(source, 0, 19), interner.internLong(key, source, 0, 19));
  }

  @Test
  void internLong_sameKeyOtherBytes_comparesThem() {
    byte[] first = "the first string".getBytes(StandardCharsets.ISO_8859_1);
    byte[] second = "the other string".getBytes(StandardCharsets.ISO_8859_1);
    byte[] third = "the first strinG".getBytes(StandardCharsets.ISO_8859_1);
    int symbol = interner.internLong(42, first, 0, first.length);
    assertEquals(symbol + 1, interner.internLong(42, second, 0, second.length));
    assertEquals(symbol + 2, interner.internLong(42, third, 0, third.length));
    assertEquals(symbol + 3, interner.internLong(42, first, 0, first.length - 1));
    assertEquals(symbol, interner.internLong(42, first, 0, first.length));
    assertEquals(symbol + 2, interner.internLong(42, third, 0, third.length));
  }

  @Test
  void intern_manyStrings_survivesGrowth() {
    Random random = new Random(1);
    Map<String, Integer> symbols = new HashMap<>();
    for (int word = 1; word <= Words.LAST; word++) {
      symbols.put(interner.text(word), word);
    }
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(14)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 'a' + random.nextInt(3));
      }
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int symbol = interner.intern(bytes, 0, bytes.length);
      Integer before = symbols.putIfAbsent(text, symbol);
      assertEquals(before == null ? interner.count() : before, symbol);
    }
    assertEquals(symbols.size(), interner.count());
    symbols.forEach((text, symbol) -> assertEquals(text, interner.text(symbol)));
    assertEquals(5, intern("elseif"));
  }

  @Test
  void intern_moreThanTheLimit_throwsAndKnowsTheOthers() {
    int atFirst = interner.count();
    int limit = atFirst + 100;
    Interner small = new Interner(limit);
    for (int i = 1; i <= 100; i++) {
      assertEquals(atFirst + i, intern(small, "name" + i));
    }
    for (String text : new String[] {"new one", "longer than a word"}) {
      InternerFullException e =
          assertThrows(InternerFullException.class, () -> intern(small, text));
      String message = String.valueOf(e.getMessage());
      assertTrue(message.startsWith("count=" + limit + ", limit=" + limit + ", used"), message);
      assertEquals(limit, intern(small, "name100"));
      assertEquals(22, intern(small, "while"));
      assertEquals(limit, small.count());
    }
  }

  /// `|` is where there is no room: the third new name, string or text.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "LUA_5_4; a = b |c = d",
        "LUA_5_4; a = {b, a, b, '', |'c'}",
        "LUA_5_4; a = |[[a rather long string]]",
        "TYPED_LUA; a = b |c = d",
        "TYPED_LUA; a = a<b, |c>(d)",
        "TYPED_LUA; a = (a, b, |c) => d",
        "TYPED_LUA; a = `b${a}|c`"
      })
  void parse_moreNamesThanFit_isAnErrorAtTheFirst(Dialect dialect, String marked) {
    // The empty string is a symbol too.
    Interner small = new Interner(interner.count() + (marked.contains("''") ? 3 : 2));
    if (marked.contains("long")) {
      intern(small, "b");
    }
    Parser parser = new Parser(small);
    byte[] source = marked.replace("|", "").getBytes(StandardCharsets.ISO_8859_1);
    SyntaxException e =
        assertThrows(
            SyntaxException.class, () -> parser.parse(source, dialect, new HeapTreeBuilder()));
    assertEquals(marked.indexOf('|'), e.offset());
    assertEquals("1:" + (e.offset() + 1), e.line() + ":" + e.column());
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("no room for another name or string: count="), message);
    assertInstanceOf(InternerFullException.class, e.getCause());
    byte[] known = "a = b".getBytes(StandardCharsets.ISO_8859_1);
    assertDoesNotThrow(() -> parser.parse(known, dialect, new HeapTreeBuilder()));
  }

  @Test
  void copy_symbol_writesItsBytes() {
    int symbol = intern("name");
    byte[] target = new byte[6];
    interner.copy(symbol, target, 1);
    assertArrayEquals(new byte[] {0, 'n', 'a', 'm', 'e', 0}, target);
  }

  @Test
  void contentHash_otherInterner_isTheSame() {
    Interner other = new Interner();
    other.intern(new byte[] {'x'}, 0, 1);
    byte[] padded = "a rather long name, and what follows".getBytes(StandardCharsets.ISO_8859_1);
    int symbol = interner.intern(padded, 0, 18);
    int same = other.intern("a rather long name".getBytes(StandardCharsets.ISO_8859_1), 0, 18);
    assertNotEquals(symbol, same);
    assertEquals(interner.contentHash(symbol), other.contentHash(same));
    assertNotEquals(interner.contentHash(intern("a")), interner.contentHash(intern("a\0")));
  }

  @Test
  void text_noSuchSymbol_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> interner.text(0));
    assertEquals("symbol=0, count=" + Words.LAST, e.getMessage());
    int unknown = Words.LAST + 1;
    assertThrows(IllegalArgumentException.class, () -> interner.text(unknown));
    assertThrows(IllegalArgumentException.class, () -> interner.contentHash(unknown));
  }

  private int intern(String text) {
    return intern(interner, text);
  }

  private static int intern(Interner interner, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return interner.intern(bytes, 0, bytes.length);
  }
}
