package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLexerTest {
  private final Interner interner = new Interner();
  private final Lexer lexer = new Lexer(interner);

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '"',
      value = {
        "a ?. b § <name> '?.' <name>",
        "a?.b § <name> '?.' <name>",
        "a ?? b § <name> '??' <name>",
        "a???b § <name> '??' '?' <name>",
        "a ? b § <name> '?' <name>",
        "a?.5 § <name> '?' <number>",
        "a?..5 § <name> '?' '..' <integer>",
        "a?... § <name> '?' '...'",
        "a?.[ § <name> '?.' '['",
        "!a § '!' <name>",
        "a!=b § <name> '!=' <name>",
        "a!==b § <name> '!=' '=' <name>",
        "! = § '!' '='",
        "a|>b § <name> '|>' <name>",
        "a| >b § <name> '|' '>' <name>",
        "a||>b § <name> '|' '|>' <name>",
        "a|b § <name> '|' <name>",
        "a=>b § <name> '=>' <name>",
        "a= >b § <name> '=' '>' <name>",
        "a==>b § <name> '==' '>' <name>",
        "a>=>b § <name> '>=' '>' <name>",
        "a=b § <name> '=' <name>",
        "@a § '@' <name>",
        "`a` § '`' <name> '`'",
        "+= § '+' '='",
        "$ § <invalid>",
        "\\ § <invalid>",
      })
  void next_addedToken_isItsKind(String source, String kinds) throws SyntaxException {
    assertEquals(List.of(kinds.split(" ")), kinds(source, Dialect.TYPED_LUA));
  }

  @Test
  void next_addedTokenInLua_isInvalidOrTwo() throws SyntaxException {
    assertEquals(List.of("<invalid>", "'.'"), kinds("?.", Dialect.LUA_5_4));
    assertEquals(List.of("<invalid>", "<invalid>"), kinds("??", Dialect.LUA_5_4));
    assertEquals(List.of("<invalid>", "'='"), kinds("!=", Dialect.LUA_5_4));
    assertEquals(List.of("<invalid>", "<invalid>"), kinds("@`", Dialect.LUA_5_4));
    assertEquals(List.of("'|'", "'>'"), kinds("|>", Dialect.LUA_5_4));
    assertEquals(List.of("'='", "'>'"), kinds("=>", Dialect.LUA_5_4));
    reset("a => b", Dialect.LUA_5_4);
    lexer.next();
    assertTrue(lexer.isAssignNext());
    reset("a => b", Dialect.TYPED_LUA);
    lexer.next();
    assertFalse(lexer.isAssignNext());
  }

  @Test
  void cut_longerToken_leavesTheRest() throws SyntaxException {
    assertEquals(List.of("'>'", "'>'"), cut(">>"));
    assertEquals(List.of("'>'", "'='"), cut(">="));
    assertEquals(List.of("'>'", "'>='"), cut(">>="));
    assertEquals(List.of("'>'", "'=='"), cut(">=="));
    assertEquals(List.of("'>'", "'=>'"), cut(">=>"));
    assertEquals(List.of("'?'", "'?'"), cut("??"));
  }

  private List<String> cut(String source) throws SyntaxException {
    reset(source, Dialect.TYPED_LUA);
    lexer.next();
    lexer.cut();
    List<String> kinds = new ArrayList<>(List.of("'" + source.charAt(lexer.start()) + "'"));
    rest(kinds);
    return kinds;
  }

  @Test
  void takeAssign_operatorAndAssign_isOneToken() throws SyntaxException {
    reset("..= x", Dialect.TYPED_LUA);
    assertEquals(Token.CONCAT, lexer.next());
    assertTrue(lexer.isAssignBehind());
    lexer.takeAssign();
    assertEquals(3, lexer.end());
    assertEquals(Token.NAME, lexer.next());
    assertFalse(lexer.isAssignBehind());
  }

  @Test
  void templateText_piecesAndHoles_areReadInTurn() throws SyntaxException {
    reset("`a${x}b$c${`${y}`}\\`\\${\\x41\r\nd`z", Dialect.TYPED_LUA);
    assertEquals(Token.BACKQUOTE, lexer.next());
    assertText(0, "a", true);
    assertEquals(Token.NAME, lexer.next());
    assertEquals(Token.RIGHT_BRACE, lexer.next());
    assertText(0, "b$c", true);
    assertEquals(Token.BACKQUOTE, lexer.next());
    int inner = lexer.start();
    assertText(inner, "", true);
    assertEquals(Token.NAME, lexer.next());
    assertEquals(Token.RIGHT_BRACE, lexer.next());
    assertText(inner, "", false);
    assertEquals(Token.RIGHT_BRACE, lexer.next());
    assertText(0, "`${A\nd", false);
    assertEquals(Token.NAME, lexer.next());
    assertEquals("z", interner.text(lexer.symbol()));
  }

  private void assertText(int open, String text, boolean isHole) throws SyntaxException {
    assertEquals(isHole, lexer.templateText(open));
    assertEquals(text, lexer.symbol() == 0 ? "" : interner.text(lexer.symbol()));
  }

  @Test
  void templateText_anyLength_isItsBytes() throws SyntaxException {
    for (int length = 1; length < 600; length++) {
      String text = "\u00e4".repeat(length - 1) + "\0";
      reset("`" + text + "`", Dialect.TYPED_LUA);
      lexer.next();
      assertText(0, text, false);
      assertEquals(1, lexer.start());
      assertEquals(length + 2, lexer.end());
    }
  }

  @Test
  void templateText_wrong_isRefused() throws SyntaxException {
    assertRefused("`a", 2, "unfinished template (starting at line 1) near <eof>");
    assertRefused("\n`a\n", 4, "unfinished template (starting at line 2) near <eof>");
    assertRefused("`a\\", 3, "unfinished template (starting at line 1) near <eof>");
    assertRefused("`a\\q`", 2, "invalid escape sequence near '`a\\q'");
    assertRefused("`\\300`", 1, "decimal escape too large near '`\\300`'");
  }

  private void assertRefused(String source, int offset, String message) throws SyntaxException {
    reset(source, Dialect.TYPED_LUA);
    assertEquals(Token.BACKQUOTE, lexer.next());
    int open = lexer.start();
    SyntaxException e = assertThrows(SyntaxException.class, () -> lexer.templateText(open));
    assertEquals(message, e.getMessage());
    assertEquals(offset, e.offset());
  }

  @Test
  void isFirstOnLine_behindBlanksOnly_isTrue() throws SyntaxException {
    reset("a b\n \t c --[[\n]] d\re", Dialect.TYPED_LUA);
    StringBuilder first = new StringBuilder();
    while (lexer.next() != Token.EOF) {
      first.append(lexer.isFirstOnLine() ? interner.text(lexer.symbol()) : "-");
    }
    assertEquals("a-c-e", first.toString());
  }

  @Test
  void rewind_afterTokens_isBackAtTheMark() throws SyntaxException {
    reset("a 12 'b' c", Dialect.TYPED_LUA);
    lexer.next();
    lexer.next();
    lexer.mark();
    lexer.next();
    lexer.next();
    lexer.rewind();
    assertEquals(12, lexer.bits());
    assertEquals(2, lexer.start());
    assertEquals(4, lexer.end());
    assertEquals("a", interner.text(lexer.symbol()));
    assertEquals(Token.STRING, lexer.next());
    assertEquals("b", interner.text(lexer.symbol()));
  }

  @Test
  void of_fileName_isByItsExtension() {
    assertEquals(Dialect.TYPED_LUA, Dialects.of("a.tl"));
    assertEquals(Dialect.TYPED_LUA, Dialects.of("a/b.d.tl"));
    assertEquals(Dialect.TYPED_LUA, Dialects.of("a.tlua"));
    assertEquals(Dialect.LUA_5_4, Dialects.of("a.lua"));
    assertEquals(Dialect.LUA_5_4, Dialects.of("a.nse"));
    assertEquals(Dialect.LUA_5_4, Dialects.of("tl"));
  }

  private void reset(String source, Dialect dialect) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    lexer.reset(bytes, bytes.length, dialect);
  }

  private List<String> kinds(String source, Dialect dialect) throws SyntaxException {
    reset(source, dialect);
    List<String> kinds = new ArrayList<>();
    rest(kinds);
    return kinds;
  }

  private void rest(List<String> kinds) throws SyntaxException {
    for (int token = lexer.next(); token != Token.EOF; token = lexer.next()) {
      kinds.add(Token.describe(token));
    }
  }
}
