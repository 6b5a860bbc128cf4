package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.Token;
import dev.arenabench.frontend.TokenStream;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Interner;
import org.junit.jupiter.api.Test;

class LexGateTest {
  @Test
  void pass_lexer_seesEveryTokenInEachPass() throws Exception {
    long sum = 0;
    for (Source source : GateRigs.SOURCES) {
      Lexer lexer = new Lexer(new Interner());
      TokenStream tokens = new TokenStream(lexer);
      byte[] bytes = java.util.Arrays.copyOf(source.padded(), source.length());
      lexer.reset(bytes, bytes.length, Dialects.of(source.name()));
      for (int token = tokens.next(); token != Token.EOF; token = tokens.next()) {
        sum += token + lexer.start();
      }
    }

    assertEquals(GateRigs.tenTimes(sum), GateRigs.checksums("lex", "lex", "lexer"));
  }

  @Test
  void pass_byteSum_addsUpEveryByteOfTheSourcesAndNoPadding() {
    long sum = 0;
    for (Source source : GateRigs.SOURCES) {
      for (int i = 0; i < source.length(); i++) {
        sum += source.padded()[i];
      }
    }

    assertEquals(GateRigs.tenTimes(sum), GateRigs.checksums("lex", "lex", "byte-sum"));
  }
}
