package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenStreamTest {
  @Test
  void next_template_passesOverItsTexts() throws SyntaxException {
    assertTokens("a `x` b", "a ` b");
    assertTokens("`don't ${a} 'can\"t` b", "` a } b");
    assertTokens("`${ {a = {}} }`, b", "` { a = { } } } , b");
    assertTokens("`a${`b${c}`}d${e}`}", "` ` c } } e } }");
    assertTokens("{ } { `${a", "{ } { ` a");
  }

  @Test
  void next_deepTemplates_areAllFollowed() throws SyntaxException {
    assertTokens(
        "`${".repeat(100) + "a" + "}`".repeat(100) + " b",
        "` ".repeat(100) + "a" + " }".repeat(100) + " b");
  }

  private static void assertTokens(String source, String expected) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    Interner interner = new Interner();
    Lexer lexer = new Lexer(interner);
    lexer.reset(bytes, bytes.length, Dialect.TYPED_LUA);
    TokenStream stream = new TokenStream(lexer);
    StringBuilder tokens = new StringBuilder();
    for (int token = stream.next(); token != Token.EOF; token = stream.next()) {
      String text = Token.describe(token).replace("'", "");
      tokens.append(token == Token.NAME ? interner.text(lexer.symbol()) : text).append(' ');
    }
    assertEquals(expected, tokens.toString().strip());
  }
}
