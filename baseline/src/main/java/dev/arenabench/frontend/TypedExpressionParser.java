package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses the expressions that `TYPED_LUA` adds. The [Parser] comes here from places where Lua has
/// an error, or where a word may start an operand.
///
/// An expression may be *restricted*: some tokens are no suffix in it outside brackets, because
/// they end it - `:` between `?` and `:`, `{` behind `match`. The tokens that are suffixes travel
/// as a parameter, `suffixes`; all that stands in brackets is unrestricted again.
final class TypedExpressionParser {
  private static final long COLON = Token.set(Token.COLON);
  private static final long LEFT_BRACE = Token.set(Token.LEFT_BRACE);

  private final Parser parser;
  private final Lexer lexer;

  TypedExpressionParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
  }

  /// As [Parser#expression(int, int)], but restricted.
  void expression(int limit, long suffixes, int depth) throws SyntaxException {
    if (suffixes == parser.suffixTokens) {
      parser.expression(limit, depth);
      return;
    }
    switch (parser.token) {
      case Token.NAME -> {
        int position = lexer.start();
        int symbol = lexer.symbol();
        if (symbol > Words.LAST_OPERAND || !word(limit, suffixes, depth)) {
          parser.advance();
          if (parser.token == Token.ARROW && limit == Operators.ARROW_LIMIT) {
            parser.functions.arrow(suffixes, position, symbol, depth);
            return;
          }
          parser.builder.name(position, symbol);
          suffixes(suffixes, Parser.VARIABLE, depth);
        }
      }
      case Token.NOT, Token.MINUS, Token.HASH, Token.TILDE -> {
        int position = lexer.start();
        int kind = Parser.unaryKind(parser.token);
        parser.advance();
        expression(Operators.UNARY_PRIORITY, suffixes, parser.enter(depth));
        parser.builder.unary(kind, position);
      }
      case Token.LEFT_PAREN, Token.LESS, Token.BANG -> {
        if (operand(limit, suffixes, depth)) {
          return;
        }
      }
      default -> parser.expression(Operators.OPERAND_LIMIT, depth);
    }
    while (true) {
      int operator = parser.binaryOperator();
      if (operator >>> 16 <= limit) {
        return;
      }
      if ((operator & 0xFF) <= Kind.POWER) {
        int position = lexer.start();
        parser.advance();
        expression(operator >>> 8 & 0xFF, suffixes, parser.enter(depth));
        parser.builder.binary(operator & 0xFF, position);
      } else if (!operator(operator, limit, suffixes, depth)) {
        return;
      }
    }
  }

  private int suffixes(long suffixes, int form, int depth) throws SyntaxException {
    return Token.isIn(suffixes, parser.token) ? parser.suffixes(suffixes, form, depth) : form;
  }

  /// What a word starts that may be an operand.
  ///
  /// @return false if it is a name here
  boolean word(int limit, long suffixes, int depth) throws SyntaxException {
    int word = lexer.symbol();
    if (!parser.lookahead.startsOperand(word)) {
      return false;
    }
    switch (word) {
      case Words.MATCH -> match(suffixes, depth);
      case Words.NEW -> newObject(suffixes, depth);
      default -> tryExpression(limit, suffixes, depth);
    }
    return true;
  }

  /// What an operand starts with that is neither a name nor Lua's other than parentheses.
  ///
  /// @return whether it is an arrow: no operator may follow it
  boolean operand(int limit, long suffixes, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.LEFT_PAREN -> {
        if (limit == Operators.ARROW_LIMIT
            && parser.lookahead.isArrow(Token.isIn(suffixes, Token.COLON))) {
          parser.functions.arrow(suffixes, depth);
          return true;
        }
        parser.parentheses(depth);
        suffixes(suffixes, Parser.PARENTHESES, depth);
      }
      case Token.LESS -> {
        if (limit == Operators.ARROW_LIMIT) {
          parser.functions.arrow(suffixes, depth);
          return true;
        }
        throw parser.near("unexpected symbol");
      }
      case Token.LEFT_BRACKET -> array(depth);
      case Token.BACKQUOTE -> {
        int pieces = template(Kind.TEMPLATE, 0, depth);
        parser.builder.template(position, pieces);
      }
      case Token.BANG -> {
        parser.advance();
        expression(Operators.UNARY_PRIORITY, suffixes, parser.enter(depth));
        parser.builder.bang(position);
      }
      default -> throw parser.near("unexpected symbol");
    }
    return false;
  }

  /// The operator at the current token and its right operand; the left one is reported.
  ///
  /// @param operator as [Parser#binaryOperator] has it
  /// @return false if it is none here
  boolean operator(int operator, int limit, long suffixes, int depth) throws SyntaxException {
    int kind = operator & 0xFF;
    int position = lexer.start();
    if (kind == Kind.CONDITIONAL) {
      conditional(limit, suffixes, depth);
      return true;
    }
    if (kind != Kind.AS) {
      parser.advance();
      expression(operator >>> 8 & 0xFF, suffixes, parser.enter(depth));
      parser.builder.typedBinary(kind, position);
      return true;
    }
    int word = lexer.symbol();
    int priority =
        switch (word) {
          case Words.AS -> Operators.AS_PRIORITY;
          case Words.INSTANCEOF -> Operators.COMPARISON_PRIORITY;
          default -> 0;
        };
    if (priority <= limit || lexer.isFirstOnLine()) {
      return false;
    }
    parser.advance();
    if (word == Words.AS) {
      parser.types.boundedType(depth);
      parser.builder.as(position);
    } else {
      expression(priority, suffixes, parser.enter(depth));
      parser.builder.typedBinary(Kind.INSTANCE_OF, position);
    }
    return true;
  }

  private void conditional(int limit, long suffixes, int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    expression(Operators.ARROW_LIMIT, suffixes & ~COLON, parser.enter(depth));
    parser.expect(Token.COLON);
    // As what the whole may be: where no arrow may stand, none may end it.
    expression(limit, suffixes, parser.enter(depth));
    parser.builder.conditional(position);
  }

  // Suffixes.

  /// `?.` and what follows it.
  ///
  /// @return the form
  int optional(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    switch (parser.token) {
      case Token.NAME -> {
        parser.builder.optionalField(lexer.start(), lexer.symbol());
        parser.advance();
        return Parser.OPTIONAL;
      }
      case Token.LEFT_BRACKET -> {
        parser.advance();
        parser.expression(depth);
        parser.expect(Token.RIGHT_BRACKET);
        parser.builder.optionalIndex(position);
        return Parser.OPTIONAL;
      }
      case Token.LEFT_PAREN -> {
        parser.builder.optionalCall(position, parser.arguments(depth));
        return Parser.CALL;
      }
      default -> throw parser.near("<name>, '[' or '(' expected");
    }
  }

  void genericCall(int depth) throws SyntaxException {
    parser.types.typeArguments(depth);
    int position = lexer.start();
    parser.builder.genericCall(position, parenthesisedArguments(depth));
  }

  void genericMethodCall(int method, int methodPosition, int depth) throws SyntaxException {
    parser.types.typeArguments(depth);
    int position = lexer.start();
    int arguments = parenthesisedArguments(depth);
    parser.builder.genericMethodCall(position, arguments, method, methodPosition);
  }

  /// Arguments in parentheses, where a table or string alone is none.
  ///
  /// @return how many there are
  int parenthesisedArguments(int depth) throws SyntaxException {
    if (parser.token != Token.LEFT_PAREN) {
      throw parser.expected(Token.LEFT_PAREN);
    }
    return parser.arguments(depth);
  }

  /// What starts with `...` where a spread may stand.
  void spreadOrExpression(int depth) throws SyntaxException {
    int position = lexer.start();
    if (!parser.lookahead.isSpread()) {
      parser.expression(depth);
      return;
    }
    parser.advance();
    parser.expression(depth);
    parser.builder.spread(position);
  }

  // Operands.

  private void array(int depth) throws SyntaxException {
    int position = lexer.start();
    int count = 0;
    parser.advance();
    while (parser.token != Token.RIGHT_BRACKET) {
      parser.element(depth);
      count++;
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACKET, Token.LEFT_BRACKET, position);
    parser.builder.array(position, count);
  }

  /// The texts and holes of a template.
  ///
  /// @param kind [Kind#TEMPLATE], [Kind#TEMPLATE_PATTERN] or [Kind#TEMPLATE_TYPE]: what the holes
  ///   have
  /// @param nameKind of the names that patterns declare
  /// @return how many texts and holes
  int template(int kind, int nameKind, int depth) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    boolean isHole;
    do {
      isHole = lexer.templateText(open);
      if (lexer.symbol() != 0) {
        parser.builder.templateText(lexer.start(), lexer.symbol());
        count++;
      }
      if (isHole) {
        parser.advance();
        switch (kind) {
          case Kind.TEMPLATE -> parser.expression(depth);
          case Kind.TEMPLATE_PATTERN -> parser.patterns.pattern(nameKind, depth);
          default -> parser.types.type(depth);
        }
        count++;
        // What follows the brace is text, and no token yet.
        if (parser.token != Token.RIGHT_BRACE) {
          throw parser.unclosed("'}'", "template", open);
        }
      }
    } while (isHole);
    parser.advance();
    return count;
  }

  /// @return [Parser#CALL], or what the last suffix made of it
  int newObject(long suffixes, int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    parser.functions.qualifiedName();
    boolean hasTypeArguments = parser.token == Token.LESS;
    if (hasTypeArguments) {
      parser.types.typeArguments(depth);
    }
    int arguments = parenthesisedArguments(depth);
    parser.builder.newObject(position, hasTypeArguments, arguments);
    return suffixes(suffixes, Parser.CALL, depth);
  }

  private void tryExpression(int limit, long suffixes, int depth) throws SyntaxException {
    if (limit > Operators.ARROW_LIMIT) {
      throw parser.near("'(' expected: 'try' as an operand needs parentheses");
    }
    int position = lexer.start();
    parser.advance();
    expression(Operators.ARROW_LIMIT, suffixes, parser.enter(depth));
    parser.expectWord(Words.CATCH);
    expression(Operators.ARROW_LIMIT, suffixes, parser.enter(depth));
    parser.builder.tryExpression(position);
  }

  void match(long suffixes, int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    expression(Operators.ARROW_LIMIT, suffixes & ~LEFT_BRACE, parser.enter(depth));
    int open = lexer.start();
    int inner = parser.enter(depth);
    parser.expect(Token.LEFT_BRACE);
    int arms = 0;
    while (parser.token != Token.RIGHT_BRACE) {
      boolean isBlock = matchArm(inner);
      arms++;
      if (!parser.take(Token.COMMA) && !isBlock) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.match(position, arms);
  }

  /// @return whether its body is a block
  private boolean matchArm(int depth) throws SyntaxException {
    parser.patterns.pattern(Kind.LOCAL_NAME, depth);
    boolean hasGuard = parser.isWord(Words.WHEN);
    if (hasGuard) {
      int guard = lexer.start();
      parser.advance();
      // Above arrows: `=>` belongs to the arm.
      parser.expression(Operators.ARROW_LIMIT + 1, parser.enter(depth));
      parser.builder.guard(guard);
    }
    int position = lexer.start();
    parser.expect(Token.ARROW);
    boolean isBlock = parser.functions.arrowBody(parser.suffixTokens, depth);
    parser.builder.matchArm(position, hasGuard);
    return isBlock;
  }
}
