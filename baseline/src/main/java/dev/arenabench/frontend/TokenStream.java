package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import java.util.Arrays;

/// All tokens of a source, for those who look at tokens only: where the text of a template goes on
/// is for a parser to say, and is found here by counting braces.
///
/// Place and value of the current token are the lexer's. To start a source, reset the lexer and
/// then this.
public final class TokenStream {
  /// Text of a template, with the `${` or the backquote behind it; its symbol is [Lexer#symbol], 0
  /// if it is empty.
  public static final int TEMPLATE_TEXT = Token.TABLE_LENGTH;

  private static final int FIRST_DEPTH = 8;

  private final Lexer lexer;

  // The templates that are open: offset of the backquote, and how many braces are open in the hole.
  private int[] backquotes = new int[FIRST_DEPTH];
  private int[] braces = new int[FIRST_DEPTH];
  private int depth;
  private boolean isText;

  public TokenStream(Lexer lexer) {
    this.lexer = lexer;
  }

  /// Forgets what was open.
  public void reset() {
    depth = 0;
    isText = false;
  }

  /// Moves to the next token.
  ///
  /// @return its kind, as [Lexer#next] gives it, or [#TEMPLATE_TEXT]
  public int next() throws SyntaxException {
    if (isText) {
      isText = false;
      if (!lexer.templateText(backquotes[depth - 1])) {
        depth--;
      }
      return TEMPLATE_TEXT;
    }
    int token = lexer.next();
    if (token == Token.BACKQUOTE) {
      open();
    } else if (depth > 0 && token == Token.LEFT_BRACE) {
      braces[depth - 1]++;
    } else if (depth > 0 && token == Token.RIGHT_BRACE) {
      isText = --braces[depth - 1] < 0;
      braces[depth - 1] = Math.max(0, braces[depth - 1]);
    }
    return token;
  }

  private void open() {
    if (depth == backquotes.length) {
      backquotes = Arrays.copyOf(backquotes, 2 * depth);
      braces = Arrays.copyOf(braces, 2 * depth);
    }
    backquotes[depth] = lexer.start();
    braces[depth] = 0;
    depth++;
    isText = true;
  }
}
