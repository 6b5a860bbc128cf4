package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenStreamTest {
  private final Lexer lexer = new Lexer(new Interner());
  private final TokenStream tokens = new TokenStream(lexer);

  /// The texts of all tokens; a template's are in brackets.
  private List<String> texts(String source) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    lexer.reset(bytes, bytes.length, Dialect.TYPED_LUA);
    tokens.reset();
    List<String> texts = new ArrayList<>();
    for (int token = tokens.next(); token != Token.EOF; token = tokens.next()) {
      String text = source.substring(lexer.start(), lexer.end());
      texts.add(token == TokenStream.TEMPLATE_TEXT ? "[" + text + "]" : text);
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a.b{c}; a . b { c }",
        "`a`b; ` [a`] b",
        "``; ` [`]",
        "`it's ${x}`; ` [it's ${] x } [`]",
        "`${a}${b}c`; ` [${] a } [${] b } [c`]",
        "`${f{a={}}}`}; ` [${] f { a = { } } } [`] }",
        "`${`${1}`}-${2}`; ` [${] ` [${] 1 } [`] } [-${] 2 } [`]"
      })
  void next_templates_areReadAsAParserWould(String source, String expected) throws SyntaxException {
    assertEquals(List.of(expected.split(" (?![^\\[]*\\])")), texts(source));
  }

  @Test
  void next_manyOpenTemplates_areClosedInTurn() throws SyntaxException {
    int depth = 100;

    assertEquals(
        5 * depth + 1, texts("`${".repeat(depth) + "x" + "}`".repeat(depth)).size() + depth);
  }

  @Test
  void reset_insideATemplate_startsAnew() throws SyntaxException {
    assertThrows(SyntaxException.class, () -> texts("`${a`"));

    assertEquals(List.of("}", "b"), texts("} b"));
  }
}
