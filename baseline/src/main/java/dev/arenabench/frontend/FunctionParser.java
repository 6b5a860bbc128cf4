package dev.arenabench.frontend;

import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses what `TYPED_LUA` adds to functions: type parameters, typed, optional, default and rest
/// parameters, results, `throws`, blocks in braces, and arrows. [Parser#body] comes here as soon as
/// a function is more than Lua's, and from the place where it is.
final class FunctionParser {
  /*
   * A header is passed on as an `int`: what it has by bit, and above that how many parameters. What
   * is in none of PLAIN's bits is a function of Lua.
   */
  private static final int TYPE_PARAMETERS = 1;
  private static final int RESULT = 1 << 1;
  private static final int THROWS = 1 << 2;
  private static final int ADDITION = 1 << 3;
  private static final int VARARG = 1 << 4;
  private static final int LAST = 1 << 5;
  private static final int COUNT_SHIFT = 6;
  private static final int ONE = 1 << COUNT_SHIFT;
  private static final int NOT_PLAIN = TYPE_PARAMETERS | RESULT | THROWS | ADDITION;

  // Whose parameters they are.
  private static final int OF_FUNCTION = 0;
  private static final int OF_TYPE = 1;
  private static final int OF_PRIMARY_CONSTRUCTOR = 2;

  private final Parser parser;
  private final Lexer lexer;

  FunctionParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
  }

  // Bodies.

  /// A function's header and block.
  ///
  /// @param position of the node
  /// @param opening where a message says that the function starts
  void body(int position, int opening, int depth) throws SyntaxException {
    block(position, opening, header(depth), depth);
  }

  /// The same from a parameter on, when `parameters` have been reported.
  void bodyFromParameter(int position, int opening, int parameters, int depth)
      throws SyntaxException {
    int header = moreParameters(parameters * ONE, OF_FUNCTION, depth);
    parser.expect(Token.RIGHT_PAREN);
    block(position, opening, results(header, depth), depth);
  }

  /// The same from what follows a parameter's name on.
  ///
  /// @param parameters reported, that one included
  void bodyFromAddition(int position, int opening, int parameters, int namePosition, int depth)
      throws SyntaxException {
    int header = addition((parameters - 1) * ONE, OF_FUNCTION, namePosition, 0, depth);
    if (parser.take(Token.COMMA)) {
      header = moreParameters(header, OF_FUNCTION, depth);
    }
    parser.expect(Token.RIGHT_PAREN);
    block(position, opening, results(header, depth), depth);
  }

  /// The same from behind the parameters on.
  void bodyFromHeader(int position, int opening, int parameters, int depth) throws SyntaxException {
    block(position, opening, results(parameters * ONE, depth), depth);
  }

  private void block(int position, int opening, int header, int depth) throws SyntaxException {
    if (parser.token == Token.LEFT_BRACE) {
      bracedBlock(depth);
    } else {
      parser.block(depth);
      parser.close(Token.END, Token.FUNCTION, opening);
    }
    function(position, header);
  }

  /// `{ … }` as a block.
  void bracedBlock(int depth) throws SyntaxException {
    int open = lexer.start();
    parser.expect(Token.LEFT_BRACE);
    parser.block(depth);
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
  }

  /// Reports a function whose header and block are.
  void function(int position, int header) {
    int parameters = header >>> COUNT_SHIFT;
    if ((header & NOT_PLAIN) == 0) {
      boolean isVararg = has(header, VARARG);
      parser.builder.function(position, isVararg ? parameters - 1 : parameters, isVararg);
    } else {
      parser.builder.typedFunction(
          position,
          has(header, TYPE_PARAMETERS),
          parameters,
          has(header, RESULT),
          has(header, THROWS));
    }
  }

  /// Reports a signature whose header is.
  void signature(int position, int header) {
    parser.builder.signature(
        position,
        has(header, TYPE_PARAMETERS),
        header >>> COUNT_SHIFT,
        has(header, RESULT),
        has(header, THROWS));
  }

  private static boolean has(int header, int what) {
    return (header & what) != 0;
  }

  // Headers.

  /// Type parameters, parameters, result and `throws`.
  int header(int depth) throws SyntaxException {
    return results(parameters(OF_FUNCTION, depth), depth);
  }

  private int parameters(int owner, int depth) throws SyntaxException {
    int header = 0;
    if (parser.token == Token.LESS) {
      parser.types.typeParameters(depth);
      header = TYPE_PARAMETERS;
    }
    parser.expect(Token.LEFT_PAREN);
    if (parser.token != Token.RIGHT_PAREN) {
      header = moreParameters(header, owner, depth);
    }
    parser.expect(Token.RIGHT_PAREN);
    return header;
  }

  /// @return how many there are
  int primaryConstructor(int depth) throws SyntaxException {
    return parameters(OF_PRIMARY_CONSTRUCTOR, depth) >>> COUNT_SHIFT;
  }

  private int moreParameters(int header, int owner, int depth) throws SyntaxException {
    int all = header;
    do {
      all = parameter(all, owner, depth);
    } while (!has(all, LAST) && parser.take(Token.COMMA));
    return all;
  }

  private int parameter(int header, int owner, int depth) throws SyntaxException {
    int modifiers = owner == OF_PRIMARY_CONSTRUCTOR ? parameterModifiers() : 0;
    int position = lexer.start();
    if (parser.token == Token.NAME) {
      parser.builder.parameter(position, lexer.symbol());
      parser.advance();
      return addition(header, owner, position, modifiers, depth);
    }
    if (parser.token != Token.ELLIPSIS) {
      throw parser.near("<name> or '...' expected");
    }
    parser.advance();
    if (parser.token == Token.NAME) {
      position = lexer.start();
      parser.builder.restParameter(position, lexer.symbol());
      parser.advance();
      return addition(header | LAST | ADDITION, owner, position, modifiers, depth);
    }
    parser.builder.varargParameter(position);
    return addition(header | LAST | VARARG, owner, position, modifiers, depth);
  }

  private int parameterModifiers() throws SyntaxException {
    int modifiers = 0;
    while (parser.token == Token.NAME) {
      int modifier =
          switch (lexer.symbol()) {
            case Words.PUBLIC -> Modifier.PUBLIC;
            case Words.PROTECTED -> Modifier.PROTECTED;
            case Words.PRIVATE -> Modifier.PRIVATE;
            case Words.READONLY -> Modifier.READONLY;
            default -> 0;
          };
      int next = modifier == 0 ? Token.EOF : parser.lookahead.next();
      if (next != Token.NAME && next != Token.ELLIPSIS) {
        break;
      }
      modifiers = parser.statements.declarations.addModifier(modifiers, modifier);
      parser.advance();
    }
    return modifiers;
  }

  /// What follows a parameter's name: `?`, type, default value.
  private int addition(int header, int owner, int position, int modifiers, int depth)
      throws SyntaxException {
    int allModifiers = modifiers;
    if (!has(header, LAST) && parser.take(Token.QUESTION)) {
      allModifiers |= Modifier.OPTIONAL;
    }
    boolean hasType = parser.take(Token.COLON);
    if (hasType) {
      parser.types.type(depth);
    }
    boolean hasDefault = parser.token == Token.ASSIGN && owner != OF_TYPE && !has(header, LAST);
    if (hasDefault) {
      defaultValue(depth);
    }
    if (!hasType && !hasDefault && allModifiers == 0) {
      return header + ONE;
    }
    parser.builder.typedParameter(position, hasType, hasDefault, allModifiers);
    return (header | ADDITION) + ONE;
  }

  /// `= e`
  void defaultValue(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.expect(Token.ASSIGN);
    parser.expression(parser.enter(depth));
    parser.builder.defaultValue(position);
  }

  private int results(int header, int depth) throws SyntaxException {
    int all = header;
    boolean hasResult = parser.take(Token.COLON);
    if (hasResult) {
      int position = parser.types.result(false, depth);
      parser.builder.returnType(position);
      all |= RESULT;
    }
    // Without a type before it, `throws = 1` may be the block's first statement.
    if (parser.isWord(Words.THROWS)
        && (hasResult ? !lexer.isFirstOnLine() : parser.lookahead.next() == Token.NAME)) {
      int position = lexer.start();
      parser.advance();
      parser.builder.throwsTypes(position, parser.types.types(depth));
      all |= THROWS;
    }
    return all;
  }

  // Arrows and function types.

  /// `x => …` behind the name.
  void arrow(long suffixes, int position, int symbol, int depth) throws SyntaxException {
    parser.builder.parameter(position, symbol);
    int arrow = lexer.start();
    parser.advance();
    arrowBody(suffixes, depth);
    parser.builder.arrow(arrow, false, 1, false);
  }

  /// `<T>(a: A): R => …`
  void arrow(long suffixes, int depth) throws SyntaxException {
    int header = parameters(OF_FUNCTION, depth);
    boolean hasResult = Token.isIn(suffixes, Token.COLON) && parser.take(Token.COLON);
    if (hasResult) {
      int result = parser.types.result(false, depth);
      parser.builder.returnType(result);
    }
    int position = lexer.start();
    parser.expect(Token.ARROW);
    arrowBody(suffixes, depth);
    parser.builder.arrow(position, has(header, TYPE_PARAMETERS), header >>> COUNT_SHIFT, hasResult);
  }

  /// What follows `=>`.
  ///
  /// @return whether it is a block
  boolean arrowBody(long suffixes, int depth) throws SyntaxException {
    if (parser.token == Token.LEFT_BRACE) {
      bracedBlock(depth);
      return true;
    }
    parser.typed.expression(Operators.ARROW_LIMIT, suffixes, parser.enter(depth));
    return false;
  }

  /// `<T>(a: A) => R`
  ///
  /// @return the position of the node
  int functionType(boolean isBounded, int depth) throws SyntaxException {
    int header = parameters(OF_TYPE, depth);
    int position = lexer.start();
    parser.expect(Token.ARROW);
    parser.types.result(isBounded, depth);
    parser.builder.functionType(position, has(header, TYPE_PARAMETERS), header >>> COUNT_SHIFT);
    return position;
  }

  // Names.

  /// `a.b.c` as an expression.
  void qualifiedName() throws SyntaxException {
    int position = lexer.start();
    parser.builder.name(position, parser.name());
    while (parser.take(Token.DOT)) {
      position = lexer.start();
      parser.builder.field(position, parser.name());
    }
  }
}
