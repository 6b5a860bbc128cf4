package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;
import java.util.Arrays;

/// Finds the `>` that closes a `<`, across nothing but what may stand in types: what tells a
/// generic call from comparisons.
///
/// It ends at the first token that no type has in its place, which in ordinary Lua comes soon. When
/// it fails, every `<` that is open there is one that fails there too; these are kept, and not
/// searched from again. So a long `{a < b, a < c, …}` is not read as often as it is long.
final class AngleSearch {
  private static final byte ANGLE = 1;
  private static final byte PAREN = 2;
  private static final byte BRACKET = 3;
  private static final byte BRACE = 4;
  private static final byte HOLE = 5;

  private final Lexer lexer;

  // The brackets that are open, and where they are. There is room for more than may nest: when it
  // is full, the outer half is known to be too deep.
  private final byte[] brackets = new byte[2 * Parser.MAX_DEPTH];
  private final int[] places = new int[2 * Parser.MAX_DEPTH];
  private int open;

  /// The `<` that are known not to be closed, ascending, and where that was found.
  private final int[] failures = new int[2 * Parser.MAX_DEPTH];

  private int failureCount;
  private int failurePlace;

  /// Whether a type could end at the last token.
  private boolean isBehindType;

  /// Whether the last token is a word that may stand before a type.
  private boolean isBehindPrefix;

  private int last;

  AngleSearch(Lexer lexer) {
    this.lexer = lexer;
  }

  /// Starts a source.
  void reset() {
    failureCount = 0;
    failurePlace = 0;
  }

  /// Searches from the current token, a `<`. The lexer is then somewhere else.
  ///
  /// @return the token behind the closing `>`; [Token#INVALID] if there is none
  int behind() {
    if (Arrays.binarySearch(failures, 0, failureCount, lexer.start()) >= 0) {
      return Token.INVALID;
    }
    open = 0;
    last = Token.LESS;
    try {
      push(ANGLE);
      do {
        int token = lexer.next();
        if (!accepts(token)) {
          keepFailures();
          return Token.INVALID;
        }
        last = token;
      } while (open > 0);
      return lexer.next();
    } catch (SyntaxException e) {
      // No token at all; the parser will meet it in its turn.
      keepFailures();
      return Token.INVALID;
    }
  }

  private void keepFailures() {
    if (lexer.start() <= failurePlace) {
      return;
    }
    failurePlace = lexer.start();
    failureCount = 0;
    int known = open < brackets.length ? open : open - Parser.MAX_DEPTH;
    for (int i = 0; i < known; i++) {
      if (brackets[i] == ANGLE) {
        failures[failureCount++] = places[i];
      }
    }
  }

  private boolean accepts(int token) throws SyntaxException {
    boolean mayBegin = !isBehindType || isBehindPrefix;
    isBehindPrefix = false;
    return switch (token) {
      case Token.NAME -> acceptsName(lexer.symbol(), mayBegin);
      case Token.STRING, Token.INTEGER, Token.FLOAT, Token.NIL, Token.TRUE, Token.FALSE ->
          mayBegin && behindType(true);
      case Token.BACKQUOTE -> mayBegin && text(lexer.start());
      case Token.LEFT_PAREN -> (mayBegin || isBehindAngle() || isInside(BRACE)) && push(PAREN);
      case Token.LEFT_BRACE -> mayBegin && push(BRACE);
      case Token.LEFT_BRACKET -> push(BRACKET);
      case Token.LESS -> push(ANGLE);
      case Token.RIGHT_PAREN -> pop(PAREN);
      case Token.RIGHT_BRACKET -> pop(BRACKET);
      case Token.RIGHT_BRACE -> isInside(HOLE) ? pop(HOLE) && text(places[open]) : pop(BRACE);
      case Token.GREATER -> pop(ANGLE);
      case Token.SHIFT_RIGHT -> pop(ANGLE) && open > 0 && pop(ANGLE);
      case Token.GREATER_EQUAL -> pop(ANGLE) && open > 0 && behindType(false);
      case Token.COMMA,
          Token.COLON,
          Token.DOT,
          Token.PIPE,
          Token.AMPERSAND,
          Token.ARROW,
          Token.QUESTION,
          Token.COALESCE ->
          behindType(false);
      case Token.ELLIPSIS ->
          mayBegin && (isInside(BRACKET) || isInside(PAREN)) && behindType(false);
      case Token.MINUS -> (mayBegin || isInside(BRACE)) && behindType(false);
      case Token.PLUS, Token.SEMICOLON -> isInside(BRACE) && behindType(false);
      case Token.IN -> isInside(BRACKET) && behindType(false);
      case Token.ASSIGN -> isInside(ANGLE) && open > 1 && behindType(false);
      default -> false;
    };
  }

  /// Behind type parameters come parameters.
  private boolean isBehindAngle() {
    return last == Token.GREATER || last == Token.SHIFT_RIGHT;
  }

  private boolean acceptsName(int symbol, boolean mayBegin) {
    if (symbol == Words.EXTENDS || symbol == Words.IS || symbol == Words.THROWS) {
      return behindType(mayBegin);
    }
    isBehindPrefix =
        symbol == Words.KEYOF
            || symbol == Words.TYPEOF
            || symbol == Words.INFER
            || symbol == Words.READONLY;
    return mayBegin && behindType(true);
  }

  /// @return true
  private boolean behindType(boolean isBehindType) {
    this.isBehindType = isBehindType;
    return true;
  }

  /// Reads the text of a template to its end or its next hole.
  private boolean text(int backquote) throws SyntaxException {
    if (!lexer.templateText(backquote)) {
      return behindType(true);
    }
    boolean isOpen = push(HOLE);
    if (isOpen) {
      places[open - 1] = backquote;
    }
    return isOpen;
  }

  private boolean isInside(byte bracket) {
    return brackets[open - 1] == bracket;
  }

  /// @return false if brackets are too deep
  private boolean push(byte bracket) {
    if (open == brackets.length) {
      return false;
    }
    brackets[open] = bracket;
    places[open++] = lexer.start();
    return behindType(false);
  }

  private boolean pop(byte bracket) {
    if (!isInside(bracket)) {
      return false;
    }
    open--;
    return behindType(true);
  }
}
