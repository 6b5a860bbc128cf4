package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses patterns, and the names and patterns that are declared with a type.
///
/// `nameKind` is what a name in a pattern is: [Kind#LOCAL_NAME], or [Kind#CONST_NAME] below
/// `const`.
final class PatternParser {
  private final Parser parser;
  private final Lexer lexer;

  PatternParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
  }

  /// A name or pattern that is declared, with its type if there is one; no attribute.
  void binding(int nameKind, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.LEFT_BRACKET -> array(nameKind, parser.enterTwice(depth));
      case Token.LEFT_BRACE -> object(nameKind, parser.enterTwice(depth));
      default -> parser.builder.localName(nameKind, position, parser.name());
    }
    if (parser.token == Token.COLON) {
      annotation(position, depth);
    }
  }

  /// `: T` behind what is declared at `position`.
  void annotation(int position, int depth) throws SyntaxException {
    parser.advance();
    parser.types.type(depth);
    parser.builder.binding(position);
  }

  void pattern(int nameKind, int depth) throws SyntaxException {
    int inner = parser.enterTwice(depth);
    int position = lexer.start();
    simple(nameKind, inner);
    int count = 1;
    while (parser.take(Token.PIPE)) {
      simple(nameKind, inner);
      count++;
    }
    if (count > 1) {
      parser.builder.orPattern(position, count);
    }
  }

  private void simple(int nameKind, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.NAME -> {
        int symbol = lexer.symbol();
        if (symbol == Words.UNDERSCORE) {
          parser.builder.wildcard(position);
        } else {
          parser.builder.localName(nameKind, position, symbol);
        }
        parser.advance();
      }
      case Token.STRING,
          Token.INTEGER,
          Token.FLOAT,
          Token.NIL,
          Token.TRUE,
          Token.FALSE,
          Token.MINUS -> {
        parser.types.literal();
        parser.builder.literalPattern(position);
      }
      case Token.LEFT_BRACKET -> array(nameKind, depth);
      case Token.LEFT_BRACE -> object(nameKind, depth);
      case Token.BACKQUOTE -> {
        int pieces = parser.typed.template(Kind.TEMPLATE_PATTERN, nameKind, depth);
        parser.builder.templatePattern(position, pieces);
      }
      default -> throw parser.near("pattern expected");
    }
  }

  private void array(int nameKind, int depth) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    parser.advance();
    while (parser.token != Token.RIGHT_BRACKET) {
      count++;
      if (parser.token == Token.COMMA) {
        parser.builder.hole(lexer.start());
        parser.advance();
        continue;
      }
      if (parser.token == Token.ELLIPSIS) {
        rest(nameKind);
        break;
      }
      patternWithDefault(nameKind, depth);
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACKET, Token.LEFT_BRACKET, open);
    parser.builder.arrayPattern(open, count);
  }

  private void object(int nameKind, int depth) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    parser.advance();
    while (parser.token != Token.RIGHT_BRACE) {
      count++;
      if (parser.token == Token.ELLIPSIS) {
        rest(nameKind);
        parser.take(Token.COMMA);
        break;
      }
      field(nameKind, depth);
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.objectPattern(open, count);
  }

  private void field(int nameKind, int depth) throws SyntaxException {
    int position = lexer.start();
    if (parser.take(Token.LEFT_BRACKET)) {
      parser.expression(depth);
      parser.expect(Token.RIGHT_BRACKET);
      parser.expect(Token.COLON);
      patternWithDefault(nameKind, depth);
      parser.builder.computedPatternField(position);
      return;
    }
    int symbol = parser.name();
    if (parser.take(Token.COLON)) {
      patternWithDefault(nameKind, depth);
      parser.builder.patternField(position, symbol);
    } else {
      parser.builder.localName(nameKind, position, symbol);
      defaultValue(depth);
    }
  }

  private void patternWithDefault(int nameKind, int depth) throws SyntaxException {
    pattern(nameKind, depth);
    defaultValue(depth);
  }

  /// `= e` behind a pattern, if it is there.
  private void defaultValue(int depth) throws SyntaxException {
    int position = lexer.start();
    if (parser.take(Token.ASSIGN)) {
      parser.expression(depth);
      parser.builder.patternDefault(position);
    }
  }

  private void rest(int nameKind) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    parser.builder.localName(nameKind, namePosition, parser.name());
    parser.builder.restPattern(position);
  }
}
