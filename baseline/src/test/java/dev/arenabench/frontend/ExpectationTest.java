package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = +          | an expression",
        "x = (          | an expression",
        "x = f(a,       | an expression",
        "x = f(         | an expression or ')'",
        "x = {,}        | an expression, '}' or '['",
        "x              | a string, '=', '(', '{', '[', ':', ',' or '.'",
        "x y            | a string, '=', '(', '{', '[', ':', ',' or '.'",
        "(x) = 1        | a string, '(', '{', '[', ':' or '.'",
        "f() = 1        | a statement, a string, '{', '[', ':', '.' or the end of the file",
        "x = 1 ! 2      | a statement, an operator, ',' or the end of the file",
        "= 1            | a statement or the end of the file",
        "do = end       | a statement or 'end'",
        "return return  | an expression, ';' or the end of the file",
        "break 1        | a statement or the end of the file",
      })
  void of_vagueMessage_saysWhatTakesTheParserFurther(String source, String expected) {
    assertEquals(expected, expectation(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"local = 1", "if x do", "x = 3x", "x = 'a", "x = 'a\\q'", "--[["})
  void of_messageThatTells_isEmpty(String source) {
    assertEquals("", expectation(source));
  }

  @Test
  void of_veryFarIntoTheSource_isEmpty() {
    assertEquals("an expression", expectation(";".repeat((1 << 18) - 4) + "x = ="));
    assertEquals("", expectation(";".repeat((1 << 18) - 3) + "x = ="));
  }

  @Test
  void of_everyVagueSnippet_saysSomething() throws IOException {
    int vague = 0;
    for (String snippet : Snippets.all()) {
      SourceText source = SourceText.of(snippet.getBytes(StandardCharsets.UTF_8));
      try {
        new Parser(new Interner())
            .parse(source.bytes(), source.length(), Dialect.LUA_5_4, NoTree.INSTANCE);
      } catch (SyntaxException e) {
        if (String.valueOf(e.getMessage()).matches("(?s)(unexpected symbol|syntax error) .*")) {
          vague++;
          assertFalse(Expectation.of(source, e, Dialect.LUA_5_4).isEmpty(), snippet);
        }
      }
    }
    assertTrue(vague > 50, "vague=" + vague);
  }

  private static String expectation(String source) {
    SourceText text = SourceText.of(source.getBytes(StandardCharsets.UTF_8));
    Parser parser = new Parser(new Interner());
    SyntaxException e =
        assertThrows(
            SyntaxException.class,
            () -> parser.parse(text.bytes(), text.length(), Dialect.LUA_5_4, NoTree.INSTANCE));
    return Expectation.of(text, e, Dialect.LUA_5_4);
  }
}
