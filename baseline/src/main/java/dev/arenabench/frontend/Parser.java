package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;

/// Reads source bytes and reports each construct to a [TreeBuilder] as soon as its children are
/// complete.
///
/// A parser is made once and used for any number of sources; in steady state it allocates nothing.
/// After a [SyntaxException] it is as good as new. Not thread-safe.
public final class Parser {
  /// How deep constructs may nest, counted as the reference implementation counts its C calls: one
  /// level for each statement, expression and further target of an assignment that contains the
  /// place.
  public static final int MAX_DEPTH = 199;

  /*
   * Recursive descent; binary operators by precedence climbing with a left and a right priority
   * each, as in the reference implementation (Ierusalimschy et al., "The implementation of Lua 5.0",
   * 2005). What may be long without being deep - chains of suffixes and of left-associative
   * operators - is a loop. The depth travels as a parameter: nothing has to be undone on the way
   * back, or when an exception cuts it short.
   */
  private static final int UNARY_PRIORITY = 12;

  /// By token: left priority << 16 | right priority << 8 | kind; 0 for what is no binary operator.
  private static final int[] BINARY = new int[Token.TABLE_LENGTH];

  static {
    BINARY[Token.OR] = operator(1, 1, Kind.OR);
    BINARY[Token.AND] = operator(2, 2, Kind.AND);
    BINARY[Token.LESS] = operator(3, 3, Kind.LESS);
    BINARY[Token.GREATER] = operator(3, 3, Kind.GREATER);
    BINARY[Token.LESS_EQUAL] = operator(3, 3, Kind.LESS_EQUAL);
    BINARY[Token.GREATER_EQUAL] = operator(3, 3, Kind.GREATER_EQUAL);
    BINARY[Token.NOT_EQUAL] = operator(3, 3, Kind.NOT_EQUAL);
    BINARY[Token.EQUAL] = operator(3, 3, Kind.EQUAL);
    BINARY[Token.PIPE] = operator(4, 4, Kind.BIT_OR);
    BINARY[Token.TILDE] = operator(5, 5, Kind.BIT_XOR);
    BINARY[Token.AMPERSAND] = operator(6, 6, Kind.BIT_AND);
    BINARY[Token.SHIFT_LEFT] = operator(7, 7, Kind.SHIFT_LEFT);
    BINARY[Token.SHIFT_RIGHT] = operator(7, 7, Kind.SHIFT_RIGHT);
    BINARY[Token.CONCAT] = operator(9, 8, Kind.CONCAT);
    BINARY[Token.PLUS] = operator(10, 10, Kind.ADD);
    BINARY[Token.MINUS] = operator(10, 10, Kind.SUBTRACT);
    BINARY[Token.STAR] = operator(11, 11, Kind.MULTIPLY);
    BINARY[Token.SLASH] = operator(11, 11, Kind.DIVIDE);
    BINARY[Token.DOUBLE_SLASH] = operator(11, 11, Kind.FLOOR_DIVIDE);
    BINARY[Token.PERCENT] = operator(11, 11, Kind.MODULO);
    BINARY[Token.CARET] = operator(14, 13, Kind.POWER);
  }

  private static int operator(int left, int right, int kind) {
    return left << 16 | right << 8 | kind;
  }

  // Sets of tokens, a bit for each.
  private static final long BLOCK_ENDS =
      1L << Token.EOF | 1L << Token.END | 1L << Token.ELSE | 1L << Token.ELSEIF | 1L << Token.UNTIL;
  private static final long SUFFIXES =
      1L << Token.DOT
          | 1L << Token.LEFT_BRACKET
          | 1L << Token.COLON
          | 1L << Token.LEFT_PAREN
          | 1L << Token.STRING
          | 1L << Token.LEFT_BRACE;

  private static boolean isIn(long tokens, int token) {
    return (tokens >>> token & 1) != 0;
  }

  // What a suffixed expression turned out to be.
  private static final int VARIABLE = 0;
  private static final int CALL = 1;
  private static final int PARENTHESES = 2;

  private final Interner interner;
  private final Lexer lexer;
  private final int constSymbol;
  private final int closeSymbol;

  /// Set by [#parse], the only way in.
  @SuppressWarnings("NullAway.Init")
  private TreeBuilder builder;

  /// The current token; its place and value are the lexer's.
  private int token;

  /// @param interner gets every name and string
  public Parser(Interner interner) {
    this.interner = interner;
    lexer = new Lexer(interner);
    constSymbol = interner.intern(new byte[] {'c', 'o', 'n', 's', 't'}, 0, 5);
    closeSymbol = interner.intern(new byte[] {'c', 'l', 'o', 's', 'e'}, 0, 5);
  }

  /// Parses the whole array.
  ///
  /// @throws SyntaxException if it is not a program of the dialect; what the builder has is then
  ///   incomplete
  public void parse(byte[] source, Dialect dialect, TreeBuilder builder) throws SyntaxException {
    parse(source, source.length, dialect, builder);
  }

  /// Parses the first `length` bytes.
  ///
  /// @param source read in place if at least [Lexer#PADDING] zero bytes follow the source,
  ///   otherwise copied first
  /// @throws SyntaxException if it is not a program of the dialect; what the builder has is then
  ///   incomplete
  public void parse(byte[] source, int length, Dialect dialect, TreeBuilder builder)
      throws SyntaxException {
    this.builder = builder;
    builder.begin(length);
    lexer.reset(source, length, dialect);
    advance();
    int position = lexer.start();
    block(0);
    if (token != Token.EOF) {
      throw expected(Token.EOF);
    }
    builder.chunk(position);
  }

  private void advance() throws SyntaxException {
    token = lexer.next();
  }

  // Statements. `depth` is that of the construct that contains them.

  private void block(int depth) throws SyntaxException {
    int position = lexer.start();
    int count = 0;
    while (!isIn(BLOCK_ENDS, token)) {
      int inner = enter(depth);
      count++;
      switch (token) {
        case Token.LOCAL -> local(inner);
        case Token.IF -> ifStatement(inner);
        case Token.RETURN -> {
          returnStatement(inner);
          builder.block(position, count);
          return;
        }
        case Token.FUNCTION -> functionStatement(inner);
        case Token.FOR -> forStatement(inner);
        case Token.WHILE -> whileStatement(inner);
        case Token.DO -> doStatement(inner);
        case Token.REPEAT -> repeatStatement(inner);
        case Token.BREAK -> {
          builder.breakStatement(lexer.start());
          advance();
        }
        case Token.GOTO -> gotoStatement();
        case Token.DOUBLE_COLON -> count += labels(depth) - 1;
        case Token.SEMICOLON -> {
          count--;
          advance();
        }
        default -> expressionStatement(inner);
      }
    }
    builder.block(position, count);
  }

  private void expressionStatement(int depth) throws SyntaxException {
    int form = suffixed(depth);
    if (token == Token.ASSIGN || token == Token.COMMA) {
      assignment(form, depth);
    } else if (form != CALL) {
      throw near("syntax error");
    }
  }

  private void assignment(int firstForm, int depth) throws SyntaxException {
    int form = firstForm;
    int inner = depth;
    int targets = 1;
    checkTarget(form);
    while (token == Token.COMMA) {
      advance();
      form = suffixed(inner);
      inner = enter(inner);
      checkTarget(form);
      targets++;
    }
    int position = lexer.start();
    expect(Token.ASSIGN);
    builder.assign(position, targets, expressions(inner));
  }

  private void checkTarget(int form) throws SyntaxException {
    if (form != VARIABLE) {
      throw near("syntax error");
    }
  }

  private void local(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    if (token == Token.FUNCTION) {
      int functionPosition = lexer.start();
      advance();
      int namePosition = lexer.start();
      int symbol = name();
      body(functionPosition, lexer.start(), depth);
      builder.localFunction(namePosition, symbol);
      return;
    }
    int names = 1;
    declaredName();
    while (token == Token.COMMA) {
      advance();
      declaredName();
      names++;
    }
    int values = 0;
    if (token == Token.ASSIGN) {
      advance();
      values = expressions(depth);
    }
    builder.local(position, names, values);
  }

  private void declaredName() throws SyntaxException {
    int position = lexer.start();
    int symbol = name();
    builder.localName(token == Token.LESS ? attribute() : Kind.LOCAL_NAME, position, symbol);
  }

  private int attribute() throws SyntaxException {
    advance();
    int position = lexer.start();
    int symbol = name();
    expect(Token.GREATER);
    if (symbol == constSymbol) {
      return Kind.CONST_NAME;
    }
    if (symbol == closeSymbol) {
      return Kind.CLOSE_NAME;
    }
    throw lexer.error(position, "unknown attribute '" + interner.text(symbol) + "'");
  }

  private void functionStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    int namePosition = lexer.start();
    builder.name(namePosition, name());
    while (token == Token.DOT) {
      advance();
      namePosition = lexer.start();
      builder.field(namePosition, name());
    }
    if (token == Token.COLON) {
      advance();
      namePosition = lexer.start();
      int method = name();
      body(position, position, depth);
      builder.methodDeclaration(position, method, namePosition);
    } else {
      body(position, position, depth);
      builder.functionDeclaration(position);
    }
  }

  private void ifStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    conditionThenBlock(depth);
    int elseIfs = 0;
    while (token == Token.ELSEIF) {
      int elseIfPosition = lexer.start();
      advance();
      conditionThenBlock(depth);
      builder.elseIf(elseIfPosition);
      elseIfs++;
    }
    boolean hasElse = token == Token.ELSE;
    if (hasElse) {
      advance();
      block(depth);
    }
    close(Token.END, Token.IF, position);
    builder.ifStatement(position, elseIfs, hasElse);
  }

  private void conditionThenBlock(int depth) throws SyntaxException {
    expression(depth);
    expect(Token.THEN);
    block(depth);
  }

  private void whileStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    expression(depth);
    expect(Token.DO);
    block(depth);
    close(Token.END, Token.WHILE, position);
    builder.whileStatement(position);
  }

  private void doStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    block(depth);
    close(Token.END, Token.DO, position);
    builder.doStatement(position);
  }

  private void repeatStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    block(depth);
    close(Token.UNTIL, Token.REPEAT, position);
    expression(depth);
    builder.repeatStatement(position);
  }

  private void forStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    declareLoopName();
    switch (token) {
      case Token.ASSIGN -> numericFor(position, depth);
      case Token.COMMA, Token.IN -> genericFor(position, depth);
      default -> throw near("'=' or 'in' expected");
    }
  }

  private void numericFor(int position, int depth) throws SyntaxException {
    advance();
    expression(depth);
    expect(Token.COMMA);
    expression(depth);
    boolean hasStep = token == Token.COMMA;
    if (hasStep) {
      advance();
      expression(depth);
    }
    loopBody(position, depth);
    builder.numericFor(position, hasStep);
  }

  private void genericFor(int position, int depth) throws SyntaxException {
    int names = 1;
    while (token == Token.COMMA) {
      advance();
      declareLoopName();
      names++;
    }
    expect(Token.IN);
    int values = expressions(depth);
    loopBody(position, depth);
    builder.genericFor(position, names, values);
  }

  private void declareLoopName() throws SyntaxException {
    int position = lexer.start();
    builder.localName(Kind.LOCAL_NAME, position, name());
  }

  private void loopBody(int position, int depth) throws SyntaxException {
    expect(Token.DO);
    block(depth);
    close(Token.END, Token.FOR, position);
  }

  private void returnStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    advance();
    int values = 0;
    if (!isIn(BLOCK_ENDS, token) && token != Token.SEMICOLON) {
      values = expressions(depth);
    }
    if (token == Token.SEMICOLON) {
      advance();
    }
    builder.returnStatement(position, values);
  }

  private void gotoStatement() throws SyntaxException {
    int position = lexer.start();
    advance();
    builder.gotoStatement(position, name());
  }

  /// A run of labels and empty statements. The reference implementation reads what follows a label
  /// inside that label's statement, so that each label is one level deeper than the one before it.
  private int labels(int depth) throws SyntaxException {
    int count = 0;
    int inner = depth;
    while (true) {
      if (token == Token.DOUBLE_COLON) {
        inner = enter(inner);
        advance();
        int position = lexer.start();
        int symbol = name();
        expect(Token.DOUBLE_COLON);
        builder.label(position, symbol);
        count++;
      } else if (token == Token.SEMICOLON) {
        enter(inner);
        advance();
      } else {
        return count;
      }
    }
  }

  // Expressions.

  private int expressions(int depth) throws SyntaxException {
    int count = 1;
    expression(depth);
    while (token == Token.COMMA) {
      advance();
      expression(depth);
      count++;
    }
    return count;
  }

  private void expression(int depth) throws SyntaxException {
    expression(0, enter(depth));
  }

  /// An expression whose operators bind tighter than `limit`.
  private void expression(int limit, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (token) {
      case Token.NAME -> {
        builder.name(position, lexer.symbol());
        advance();
        if (isIn(SUFFIXES, token)) {
          suffixes(depth);
        }
      }
      case Token.STRING -> {
        builder.string(position, lexer.symbol());
        advance();
      }
      case Token.INTEGER -> {
        builder.integer(position, lexer.bits());
        advance();
      }
      case Token.LEFT_BRACE -> table(depth);
      case Token.FUNCTION -> {
        advance();
        body(position, lexer.start(), depth);
      }
      case Token.NOT, Token.MINUS, Token.HASH, Token.TILDE -> unary(depth);
      case Token.NIL, Token.TRUE, Token.FALSE, Token.FLOAT, Token.ELLIPSIS -> literal(position);
      default -> suffixed(depth);
    }
    int operator = BINARY[token];
    while (operator >>> 16 > limit) {
      int operatorPosition = lexer.start();
      advance();
      expression(operator >>> 8 & 0xFF, enter(depth));
      builder.binary(operator & 0xFF, operatorPosition);
      operator = BINARY[token];
    }
  }

  private void literal(int position) throws SyntaxException {
    switch (token) {
      case Token.NIL -> builder.nil(position);
      case Token.TRUE -> builder.trueLiteral(position);
      case Token.FALSE -> builder.falseLiteral(position);
      case Token.FLOAT -> builder.floating(position, Double.longBitsToDouble(lexer.bits()));
      default -> builder.vararg(position);
    }
    advance();
  }

  private void unary(int depth) throws SyntaxException {
    int position = lexer.start();
    int kind =
        switch (token) {
          case Token.NOT -> Kind.NOT;
          case Token.MINUS -> Kind.NEGATE;
          case Token.HASH -> Kind.LENGTH;
          default -> Kind.BIT_NOT;
        };
    advance();
    expression(UNARY_PRIORITY, enter(depth));
    builder.unary(kind, position);
  }

  /// A name or parenthesised expression with any number of suffixes.
  ///
  /// @return [#VARIABLE], [#CALL] or [#PARENTHESES]
  private int suffixed(int depth) throws SyntaxException {
    int form = VARIABLE;
    if (token == Token.NAME) {
      builder.name(lexer.start(), lexer.symbol());
      advance();
    } else {
      parentheses(depth);
      form = PARENTHESES;
    }
    return isIn(SUFFIXES, token) ? suffixes(depth) : form;
  }

  private void parentheses(int depth) throws SyntaxException {
    if (token != Token.LEFT_PAREN) {
      throw near("unexpected symbol");
    }
    int position = lexer.start();
    advance();
    expression(depth);
    close(Token.RIGHT_PAREN, Token.LEFT_PAREN, position);
    builder.paren(position);
  }

  /// The suffixes of the construct reported last; there is at least one.
  ///
  /// @return [#VARIABLE] or [#CALL], as the last one is
  private int suffixes(int depth) throws SyntaxException {
    while (true) {
      int form;
      int position = lexer.start();
      switch (token) {
        case Token.DOT -> {
          advance();
          int namePosition = lexer.start();
          builder.field(namePosition, name());
          form = VARIABLE;
        }
        case Token.LEFT_BRACKET -> {
          advance();
          expression(depth);
          expect(Token.RIGHT_BRACKET);
          builder.index(position);
          form = VARIABLE;
        }
        case Token.COLON -> {
          advance();
          int methodPosition = lexer.start();
          int method = name();
          int argumentsPosition = lexer.start();
          builder.methodCall(argumentsPosition, arguments(depth), method, methodPosition);
          form = CALL;
        }
        default -> {
          builder.call(position, arguments(depth));
          form = CALL;
        }
      }
      if (!isIn(SUFFIXES, token)) {
        return form;
      }
    }
  }

  /// @return how many arguments there are
  private int arguments(int depth) throws SyntaxException {
    int position = lexer.start();
    switch (token) {
      case Token.LEFT_PAREN -> {
        advance();
        int count = token == Token.RIGHT_PAREN ? 0 : expressions(depth);
        close(Token.RIGHT_PAREN, Token.LEFT_PAREN, position);
        return count;
      }
      case Token.STRING -> {
        builder.string(position, lexer.symbol());
        advance();
        return 1;
      }
      case Token.LEFT_BRACE -> {
        table(depth);
        return 1;
      }
      default -> throw near("function arguments expected");
    }
  }

  private void table(int depth) throws SyntaxException {
    int position = lexer.start();
    int count = 0;
    advance();
    while (token != Token.RIGHT_BRACE) {
      field(depth);
      count++;
      if (token != Token.COMMA && token != Token.SEMICOLON) {
        break;
      }
      advance();
    }
    close(Token.RIGHT_BRACE, Token.LEFT_BRACE, position);
    builder.table(position, count);
  }

  private void field(int depth) throws SyntaxException {
    int position = lexer.start();
    if (token == Token.NAME && lexer.isAssignNext()) {
      int symbol = lexer.symbol();
      advance();
      advance();
      expression(depth);
      builder.namedField(position, symbol);
    } else if (token == Token.LEFT_BRACKET) {
      advance();
      expression(depth);
      expect(Token.RIGHT_BRACKET);
      expect(Token.ASSIGN);
      expression(depth);
      builder.keyedField(position);
    } else {
      expression(depth);
    }
  }

  /// Parameters and block of a function.
  ///
  /// @param position of the node
  /// @param opening where a message says that the function starts
  private void body(int position, int opening, int depth) throws SyntaxException {
    int parameters = 0;
    boolean isVararg = false;
    expect(Token.LEFT_PAREN);
    if (token != Token.RIGHT_PAREN) {
      while (true) {
        if (token == Token.NAME) {
          builder.parameter(lexer.start(), lexer.symbol());
          parameters++;
        } else if (token == Token.ELLIPSIS) {
          builder.varargParameter(lexer.start());
          isVararg = true;
        } else {
          throw near("<name> or '...' expected");
        }
        advance();
        if (isVararg || token != Token.COMMA) {
          break;
        }
        advance();
      }
    }
    expect(Token.RIGHT_PAREN);
    block(depth);
    close(Token.END, Token.FUNCTION, opening);
    builder.function(position, parameters, isVararg);
  }

  // Tokens.

  /// Takes a name.
  private int name() throws SyntaxException {
    if (token != Token.NAME) {
      throw expected(Token.NAME);
    }
    int symbol = lexer.symbol();
    advance();
    return symbol;
  }

  private void expect(int wanted) throws SyntaxException {
    if (token != wanted) {
      throw expected(wanted);
    }
    advance();
  }

  /// Takes the token that ends a construct.
  private void close(int wanted, int opener, int openerPosition) throws SyntaxException {
    if (token != wanted) {
      throw unclosed(wanted, opener, openerPosition);
    }
    advance();
  }

  /// The depth inside a construct at `depth`.
  private int enter(int depth) throws SyntaxException {
    if (depth >= MAX_DEPTH) {
      throw tooDeep();
    }
    return depth + 1;
  }

  // Errors.

  private SyntaxException expected(int wanted) {
    return near(Token.describe(wanted) + " expected");
  }

  private SyntaxException unclosed(int wanted, int opener, int openerPosition) {
    int line = lexer.line(openerPosition);
    if (line == lexer.line(lexer.end())) {
      return expected(wanted);
    }
    return near(
        Token.describe(wanted)
            + " expected (to close "
            + Token.describe(opener)
            + " at line "
            + line
            + ")");
  }

  private SyntaxException tooDeep() {
    return near("nesting deeper than " + MAX_DEPTH + " levels");
  }

  private SyntaxException near(String message) {
    return lexer.error(lexer.start(), message + " near " + lexer.describeCurrent(token));
  }
}
