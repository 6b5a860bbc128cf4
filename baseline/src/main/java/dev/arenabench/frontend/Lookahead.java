package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Tells what cannot be told by the next token: arrows from parentheses, generic calls from
/// comparisons, function types from parenthesised ones.
///
/// It reads tokens and goes back; nothing is reported. What is Lua is mostly told by one token or
/// two. An error in the tokens is no answer: the parser will meet it in its turn.
final class Lookahead {
  private static final long LITERALS =
      Token.set(Token.STRING, Token.INTEGER, Token.FLOAT, Token.NIL, Token.TRUE, Token.FALSE);
  private static final long OPERANDS =
      Token.set(
          Token.NAME,
          Token.INTEGER,
          Token.FLOAT,
          Token.NIL,
          Token.TRUE,
          Token.FALSE,
          Token.FUNCTION,
          Token.NOT,
          Token.HASH);
  private static final long SPREADABLE =
      OPERANDS
          | Token.set(
              Token.STRING, Token.LEFT_PAREN, Token.LEFT_BRACE, Token.LEFT_BRACKET, Token.ELLIPSIS);
  private static final long BEHIND_NAME =
      Token.set(
          Token.ASSIGN,
          Token.COMMA,
          Token.DOT,
          Token.LEFT_BRACKET,
          Token.COLON,
          Token.LEFT_PAREN,
          Token.LEFT_BRACE,
          Token.STRING,
          Token.QUESTION_DOT,
          Token.LESS);

  private final Lexer lexer;

  private final AngleSearch angles;

  Lookahead(Lexer lexer) {
    this.lexer = lexer;
    angles = new AngleSearch(lexer);
  }

  /// Starts a source.
  void reset() {
    angles.reset();
  }

  /// The token after the current one.
  int next() throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    lexer.rewind();
    return next;
  }

  /// Whether the next token is a name, on the line of the current one.
  boolean isNameOnLine() throws SyntaxException {
    lexer.mark();
    boolean isName = lexer.next() == Token.NAME && !lexer.isFirstOnLine();
    lexer.rewind();
    return isName;
  }

  /// Whether the next token is this word.
  boolean isWordNext(int word) throws SyntaxException {
    lexer.mark();
    boolean isWord = lexer.next() == Token.NAME && lexer.symbol() == word;
    lexer.rewind();
    return isWord;
  }

  /// Whether the next token is this word, on the line of the current one.
  boolean isWordOnLine(int word) throws SyntaxException {
    lexer.mark();
    boolean isWord = lexer.next() == Token.NAME && lexer.symbol() == word && !lexer.isFirstOnLine();
    lexer.rewind();
    return isWord;
  }

  /// Whether the current name, a word that starts statements, does so here: not if Lua could go on
  /// behind it as behind a name.
  boolean startsStatement(int word) throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean goesOn =
        Token.isIn(BEHIND_NAME, next)
            || next == Token.PIPELINE
            || StatementParser.compoundKind(next) != 0 && lexer.isAssignBehind();
    boolean isException =
        !lexer.isFirstOnLine()
            && (next == Token.LEFT_BRACE
                    && (word == Words.CONST || word == Words.IMPORT || word == Words.EXPORT)
                || next == Token.LEFT_BRACKET && word == Words.CONST);
    lexer.rewind();
    return !goesOn || isException;
  }

  /// Whether the current name, a word that starts operands, does so here.
  boolean startsOperand(int word) throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean starts =
        next == Token.NAME
            || word != Words.NEW
                && (Token.isIn(OPERANDS, next) || next == Token.BANG || next == Token.BACKQUOTE);
    boolean isOnLine = !lexer.isFirstOnLine();
    lexer.rewind();
    return starts && isOnLine;
  }

  /// Whether the current name, a word that stands before a type, does so here.
  boolean startsType() throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean starts =
        next == Token.NAME
            || Token.isIn(LITERALS, next)
            || next == Token.LEFT_PAREN
            || next == Token.LEFT_BRACE
            || next == Token.BACKQUOTE;
    boolean isOnLine = !lexer.isFirstOnLine();
    lexer.rewind();
    return starts && isOnLine;
  }

  /// Whether the current `...` is a spread and not the vararg expression.
  boolean isSpread() throws SyntaxException {
    int next = next();
    return Token.isIn(SPREADABLE, next) || next == Token.BANG || next == Token.BACKQUOTE;
  }

  /// Whether the current name is that of a tuple's element: `:` or `?:` follows.
  boolean isElementName() throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean isName = next == Token.COLON || next == Token.QUESTION && lexer.next() == Token.COLON;
    lexer.rewind();
    return isName;
  }

  /// Whether the current `operator` and what follows is that of a class's member, and no member of
  /// that name.
  boolean isOperatorMember() throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean isOperator =
        switch (next) {
          case Token.LEFT_PAREN -> {
            int behind = lexer.next() == Token.RIGHT_PAREN ? lexer.next() : Token.INVALID;
            yield behind == Token.LEFT_PAREN || behind == Token.LESS;
          }
          case Token.COLON,
              Token.QUESTION,
              Token.ASSIGN,
              Token.SEMICOLON,
              Token.COMMA,
              Token.RIGHT_BRACE ->
              false;
          default -> true;
        };
    lexer.rewind();
    return isOperator;
  }

  /// Whether the current `type`, behind `import` or in a list of names, says that types are meant
  /// and is no name itself.
  ///
  /// @param isItem in a list, where `as` may follow a name
  boolean isTypeModifier(boolean isItem) throws SyntaxException {
    lexer.mark();
    int next = lexer.next();
    boolean isModifier;
    if (next != Token.NAME) {
      isModifier = !isItem && (next == Token.LEFT_BRACE || next == Token.STAR);
    } else if (isItem) {
      isModifier = lexer.symbol() != Words.AS;
    } else {
      isModifier = lexer.symbol() != Words.FROM || lexer.next() != Token.STRING;
    }
    lexer.rewind();
    return isModifier;
  }

  /// Whether the current `(` opens the parameters of an arrow.
  ///
  /// @param mayHaveResult whether `:` may follow the parameters
  boolean isArrow(boolean mayHaveResult) {
    lexer.mark();
    boolean isArrow;
    try {
      isArrow = isArrowFromParen(mayHaveResult);
    } catch (SyntaxException e) {
      isArrow = false; // The parser will meet it too.
    }
    lexer.rewind();
    return isArrow;
  }

  private boolean isArrowFromParen(boolean mayHaveResult) throws SyntaxException {
    return switch (lexer.next()) {
      case Token.RIGHT_PAREN -> true;
      case Token.ELLIPSIS ->
          switch (lexer.next()) {
            case Token.NAME, Token.COLON -> true;
            case Token.RIGHT_PAREN -> isArrowFromResult(mayHaveResult);
            default -> false;
          };
      case Token.NAME ->
          switch (lexer.next()) {
            case Token.COMMA, Token.ASSIGN -> true;
            case Token.RIGHT_PAREN -> isArrowFromResult(mayHaveResult);
            case Token.COLON -> !isMethodCall();
            case Token.QUESTION -> isBehindOptional(lexer.next());
            default -> false;
          };
      default -> false;
    };
  }

  private boolean isArrowFromResult(boolean mayHaveResult) throws SyntaxException {
    int next = lexer.next();
    return next == Token.ARROW || next == Token.COLON && mayHaveResult && !isMethodCall();
  }

  /// Whether what follows a `:` makes it a method call: if not, it is a type.
  private boolean isMethodCall() throws SyntaxException {
    if (lexer.next() != Token.NAME) {
      return false;
    }
    return switch (lexer.next()) {
      case Token.LEFT_PAREN, Token.LEFT_BRACE, Token.STRING -> true;
      case Token.LESS -> angles.behind() == Token.LEFT_PAREN;
      default -> false;
    };
  }

  private static boolean isBehindOptional(int token) {
    return token == Token.COLON
        || token == Token.COMMA
        || token == Token.RIGHT_PAREN
        || token == Token.ASSIGN;
  }

  /// Whether the current `(` opens the parameters of a function type.
  boolean isFunctionType() {
    lexer.mark();
    boolean isFunction;
    try {
      isFunction = isFunctionTypeFromParen();
    } catch (SyntaxException e) {
      isFunction = false;
    }
    lexer.rewind();
    return isFunction;
  }

  private boolean isFunctionTypeFromParen() throws SyntaxException {
    return switch (lexer.next()) {
      case Token.RIGHT_PAREN, Token.ELLIPSIS -> true;
      case Token.NAME ->
          switch (lexer.next()) {
            case Token.COMMA, Token.COLON -> true;
            case Token.RIGHT_PAREN -> lexer.next() == Token.ARROW;
            case Token.QUESTION ->
                switch (lexer.next()) {
                  case Token.COMMA, Token.COLON -> true;
                  case Token.RIGHT_PAREN -> lexer.next() == Token.ARROW;
                  default -> false;
                };
            default -> false;
          };
      default -> false;
    };
  }

  /// Whether the current `<` opens the types of a call: `(` follows the `>` that closes it.
  boolean isGenericCall() {
    lexer.mark();
    boolean isCall = angles.behind() == Token.LEFT_PAREN;
    lexer.rewind();
    return isCall;
  }
}
