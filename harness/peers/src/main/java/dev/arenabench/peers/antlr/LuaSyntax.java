package dev.arenabench.peers.antlr;

import java.nio.ByteBuffer;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// Lua 5.4 by ANTLR, as ANTLR's authors say that it is fast: lexer, tokens and parser are made once
/// and used for every source, bytes are read in place, prediction is SLL first, and LL only for
/// what SLL rejects ("two-stage parsing"). The result is ANTLR's parse tree, whose tokens refer to
/// the source.
///
/// Not thread-safe.
public final class LuaSyntax {
  private final LuaLexer lexer = new LuaLexer(stream(new byte[0], 0));
  private final CommonTokenStream tokens = new CommonTokenStream(lexer);
  private final LuaParser parser = new LuaParser(tokens);
  private long secondStages;

  /// A parser that says nothing but what its exceptions say.
  public LuaSyntax() {
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  /// The parse tree of a program.
  ///
  /// @param source the program from its start on, without a byte-order mark or a first line with
  ///   `#`, which are no part of Lua's grammar
  /// @param length how many of the bytes are the program
  /// @throws ParseCancellationException if it is no program
  public LuaParser.ChunkContext parse(byte[] source, int length) {
    lexer.setInputStream(stream(source, length));
    tokens.setTokenSource(lexer);
    tokens.fill(); // What is wrong with a token is known before there are two stages.
    parser.setTokenStream(tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return parser.chunk();
    } catch (ParseCancellationException e) {
      secondStages++;
      tokens.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      return fullContext();
    }
  }

  /// How many sources SLL rejected.
  public long secondStages() {
    return secondStages;
  }

  private LuaParser.ChunkContext fullContext() {
    try {
      return parser.chunk();
    } catch (ParseCancellationException e) {
      Token token =
          e.getCause() instanceof RecognitionException cause && cause.getOffendingToken() != null
              ? cause.getOffendingToken()
              : parser.getCurrentToken();
      throw new ParseCancellationException(
          "line " + token.getLine() + ": syntax error near '" + token.getText() + "'", e);
    }
  }

  /// One character for each byte.
  private static CharStream stream(byte[] source, int length) {
    return CodePointCharStream.fromBuffer(
        CodePointBuffer.withBytes(ByteBuffer.wrap(source, 0, length)));
  }
}
