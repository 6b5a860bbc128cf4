package dev.arenabench.peers.antlr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaSyntaxTest {
  private final LuaSyntax syntax = new LuaSyntax();

  @ParameterizedTest
  @CsvSource({
    "a or b and c, (a or (b and c))",
    "a and b or c, ((a and b) or c)",
    "a < b == c, ((a < b) == c)",
    "a | b ~ c & d << e .. f + g * h, (a | (b ~ (c & (d << (e .. (f + (g * h)))))))",
    "a * b + c .. d >> e & f ~ g | h, (((((((a * b) + c) .. d) >> e) & f) ~ g) | h)",
    "a .. b .. c, (a .. (b .. c))",
    "a - b - c, ((a - b) - c)",
    "a ^ b ^ c, (a ^ (b ^ c))",
    "-a ^ b, (- (a ^ b))",
    "a ^ -b ^ c * d, ((a ^ (- (b ^ c))) * d)",
    "not a == b, ((not a) == b)",
    "# a .. - b, ((# a) .. (- b))",
    "a // b % c, ((a // b) % c)"
  })
  void parse_operators_bindAsInLua(String source, String tree) {
    assertEquals(tree, expression(source));
  }

  @Test
  void parse_suffixes_areOneChain() {
    assertEquals("f ( a ) . b [ c ] : d { e } 's'", expression("f(a).b[c]:d{e}'s'"));
  }

  @Test
  void parse_shippedPrograms_needNoSecondStage() throws IOException {
    for (String name : new String[] {"shipped", "lua-100k"}) {
      for (Corpus.SourceFile file : Corpus.named(name).files()) {
        syntax.parse(file.bytes(), file.bytes().length);
      }
    }

    assertEquals(0, syntax.secondStages());
    assertEquals(33, Corpus.shipped(Dialect.LUA_5_4).files().size());
  }

  @Test
  void parse_wrongProgram_saysWhere() {
    assertEquals("line 2: syntax error near '='", message("x = 1\nlocal = 2"));
    assertEquals("line 1: unfinished bracket", message("x = [==[ ]=]"));
    assertEquals("line 1: no token at character 4", message("x = 'a"));
    assertEquals(1, syntax.secondStages());
  }

  @Test
  void parse_afterWrongProgram_isAsGoodAsNew() {
    message("f(((");

    assertEquals("(a + b)", expression("a + b"));
  }

  private String message(String source) {
    return String.valueOf(
        assertThrows(ParseCancellationException.class, () -> parse(source)).getMessage());
  }

  private LuaParser.ChunkContext parse(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    return syntax.parse(bytes, bytes.length);
  }

  private String expression(String source) {
    LuaParser.ChunkContext chunk = parse("return " + source);
    return text(chunk.block().returnStatement().expressions().expression(0));
  }

  private static String text(ParseTree tree) {
    if (tree instanceof TerminalNode) {
      return tree.getText();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tree.getChildCount(); i++) {
      text.append(i == 0 ? "" : " ").append(text(tree.getChild(i)));
    }
    boolean operator =
        tree instanceof LuaParser.BinaryContext || tree instanceof LuaParser.UnaryContext;
    return operator ? "(" + text + ")" : text.toString();
  }
}
