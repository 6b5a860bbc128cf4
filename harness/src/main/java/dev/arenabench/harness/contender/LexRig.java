package dev.arenabench.harness.contender;

import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.Token;
import dev.arenabench.frontend.TokenStream;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import org.openjdk.jmh.annotations.CompilerControl;

/// Scans all tokens: the part of parsing that no contender can change.
final class LexRig implements Rig {
  private final Source[] sources;
  private final Dialect[] dialects;
  private final Lexer lexer = new Lexer(new Interner());
  private final TokenStream typedTokens = new TokenStream(lexer);

  LexRig(Source[] sources) {
    this.sources = sources;
    dialects = FrontEnd.dialects(sources);
  }

  // Compiled by itself: else both sides of a duel would end up in one method of the harness, and
  // share its budget for inlining.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  @Override
  public long pass() {
    long sum = 0;
    for (int i = 0; i < sources.length; i++) {
      sum += scan(sources[i], dialects[i]);
    }
    return sum;
  }

  private long scan(Source source, Dialect dialect) {
    try {
      lexer.reset(source.padded(), source.length(), dialect);
      return dialect == Dialect.TYPED_LUA ? typed() : lua();
    } catch (SyntaxException e) {
      throw FrontEnd.rejected(source, e);
    }
  }

  private long lua() throws SyntaxException {
    long sum = 0;
    int token = lexer.next();
    while (token != Token.EOF) {
      sum += token + lexer.start();
      token = lexer.next();
    }
    return sum;
  }

  private long typed() throws SyntaxException {
    typedTokens.reset();
    long sum = 0;
    int token = typedTokens.next();
    while (token != Token.EOF) {
      sum += token + lexer.start();
      token = typedTokens.next();
    }
    return sum;
  }

  @Override
  public void close() {}
}
