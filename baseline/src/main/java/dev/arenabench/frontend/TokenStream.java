package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import java.util.Arrays;

/// All tokens of a source, for those who do not parse it. What is text in a template is no token:
/// only a parser knows where it goes on, or who counts braces, as this does. For Lua [Lexer#next]
/// is enough.
///
/// Made for a lexer that was just [reset][Lexer#reset]; new for each source. Not thread-safe.
public final class TokenStream {
  private final Lexer lexer;

  // For each template around the current token: its backquote, and how many braces are open in the
  // hole.
  private int[] backquotes = new int[8];
  private int[] braces = new int[8];
  private int depth;

  public TokenStream(Lexer lexer) {
    this.lexer = lexer;
  }

  /// Moves to the next token. After a template's backquote, and after the brace that closes a hole,
  /// the lexer's place is that of the text behind it.
  ///
  /// @return its kind, a constant of [Token]
  public int next() throws SyntaxException {
    int token = lexer.next();
    if (token == Token.BACKQUOTE) {
      int open = lexer.start();
      if (lexer.templateText(open)) {
        push(open);
      }
    } else if (depth > 0) {
      if (token == Token.LEFT_BRACE) {
        braces[depth - 1]++;
      } else if (token == Token.RIGHT_BRACE && braces[depth - 1]-- == 0) {
        depth--;
        int open = backquotes[depth];
        if (lexer.templateText(open)) {
          push(open);
        }
      }
    }
    return token;
  }

  private void push(int backquote) {
    if (depth == braces.length) {
      braces = Arrays.copyOf(braces, depth * 2);
      backquotes = Arrays.copyOf(backquotes, depth * 2);
    }
    backquotes[depth] = backquote;
    braces[depth++] = 0;
  }
}
