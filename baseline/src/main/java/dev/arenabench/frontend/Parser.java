package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.InternerFullException;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import dev.arenabench.syntax.Words;

/// Reads source bytes and reports each construct to a [TreeBuilder] as soon as its children are
/// complete.
///
/// A parser is made once and used for any number of sources; in steady state it allocates nothing.
/// After a [SyntaxException] it is as good as new. Not thread-safe.
public final class Parser extends Cursor {
  /// How deep constructs may nest, counted as the reference implementation counts its C calls: one
  /// level for each statement, expression and further target of an assignment that contains the
  /// place. What `TYPED_LUA` adds counts for more where it is many calls deep; `GRAMMAR.md` says
  /// how much. So the deepest program takes less than half of the stack that a thread has by
  /// default.
  public static final int MAX_DEPTH = 199;

  /*
   * Recursive descent; binary operators by precedence climbing with a left and a right priority
   * each, as in the reference implementation (Ierusalimschy et al., "The implementation of Lua 5.0",
   * 2005). What may be long without being deep - chains of suffixes and of left-associative
   * operators - is a loop. The depth travels as a parameter: nothing has to be undone on the way
   * back, or when an exception cuts it short.
   */
  private static final long BLOCK_ENDS =
      Token.set(Token.EOF, Token.END, Token.ELSE, Token.ELSEIF, Token.UNTIL);
  private static final long TYPED_BLOCK_ENDS = BLOCK_ENDS | Token.set(Token.RIGHT_BRACE);
  private static final long SUFFIXES =
      Token.set(
          Token.DOT,
          Token.LEFT_BRACKET,
          Token.COLON,
          Token.LEFT_PAREN,
          Token.STRING,
          Token.LEFT_BRACE);
  private static final long TYPED_SUFFIXES =
      SUFFIXES | Token.set(Token.QUESTION_DOT, Token.LESS, Token.ARROW);

  /// What may follow a function's parameters, other than the block: a name, for it may be `throws`.
  private static final long TYPED_HEADERS = Token.set(Token.COLON, Token.LEFT_BRACE, Token.NAME);

  // What a suffixed expression turned out to be.
  static final int VARIABLE = 0;
  static final int CALL = 1;
  static final int PARENTHESES = 2;
  static final int OPTIONAL = 3;

  // What TYPED_LUA adds, each in a class of its own.
  final Lookahead lookahead = new Lookahead(lexer);
  final TypeParser types = new TypeParser(this);
  final PatternParser patterns = new PatternParser(this);
  final FunctionParser functions = new FunctionParser(this);
  final TypedExpressionParser typed = new TypedExpressionParser(this);
  final StatementParser statements = new StatementParser(this);

  // What differs by dialect is looked up here: it costs Lua no more than the look.
  private int[] binary = Operators.LUA;
  private long blockEnds;
  private long headers;

  /// The tokens that may be a suffix.
  long suffixTokens;

  /// The last symbol that may be more than a name where an operand starts; 0 if none may.
  private int lastOperandWord;

  /// The same where a statement starts.
  private int lastStatementWord;

  /// The depth of the statements that `catch` and `finally` end; -1 if there are none.
  int tryDepth;

  /// @param interner gets every name and string
  public Parser(Interner interner) {
    super(interner);
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
  /// @throws SyntaxException if it is not a program of the dialect, or the interner has no room for
  ///   its names and strings; what the builder has is then incomplete
  public void parse(byte[] source, int length, Dialect dialect, TreeBuilder builder)
      throws SyntaxException {
    this.builder = builder;
    isTyped = dialect == Dialect.TYPED_LUA;
    binary = isTyped ? Operators.TYPED : Operators.LUA;
    blockEnds = isTyped ? TYPED_BLOCK_ENDS : BLOCK_ENDS;
    headers = isTyped ? TYPED_HEADERS : 0;
    suffixTokens = isTyped ? TYPED_SUFFIXES : SUFFIXES;
    lastOperandWord = isTyped ? Words.LAST_OPERAND : 0;
    lastStatementWord = isTyped ? Words.LAST_STATEMENT : 0;
    tryDepth = -1;
    lookahead.reset();
    types.reset();
    builder.begin(length);
    lexer.reset(source, length, dialect);
    try {
      advance();
      int position = lexer.start();
      block(0);
      if (token != Token.EOF) {
        throw expected(Token.EOF);
      }
      builder.chunk(position);
    } catch (InternerFullException e) {
      SyntaxException error =
          lexer.error(lexer.start(), "no room for another name or string: " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }

  // Statements. `depth` is that of the construct that contains them.

  void block(int depth) throws SyntaxException {
    int position = lexer.start();
    int count = 0;
    while (!Token.isIn(blockEnds, token)) {
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
        case Token.AT -> statements.decorated(inner);
        default -> {
          if (lexer.symbol() > lastStatementWord || token != Token.NAME) {
            expressionStatement(inner);
          } else if (!statements.word(inner)) {
            if (statements.endsTry(inner)) {
              builder.block(position, count - 1);
              return;
            }
            expressionStatement(inner);
          }
        }
      }
    }
    builder.block(position, count);
  }

  private void expressionStatement(int depth) throws SyntaxException {
    int form = suffixed(depth);
    if (token == Token.ASSIGN || token == Token.COMMA) {
      assignment(form, depth);
    } else if (form != CALL || token == Token.PIPELINE) {
      statements.behindSuffixed(form, depth);
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

  void local(int depth) throws SyntaxException {
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
    declaredName(depth);
    while (token == Token.COMMA) {
      advance();
      declaredName(depth);
      names++;
    }
    int values = 0;
    if (token == Token.ASSIGN) {
      advance();
      values = expressions(depth);
    }
    builder.local(position, names, values);
  }

  private void declaredName(int depth) throws SyntaxException {
    int position = lexer.start();
    if (token != Token.NAME && isTyped) {
      patterns.binding(Kind.LOCAL_NAME, depth);
      return;
    }
    int symbol = name();
    builder.localName(token == Token.LESS ? attribute() : Kind.LOCAL_NAME, position, symbol);
    if (token == Token.COLON && isTyped) {
      patterns.annotation(position, depth);
    }
  }

  private int attribute() throws SyntaxException {
    advance();
    int position = lexer.start();
    int symbol = name();
    expect(Token.GREATER);
    if (symbol == Words.CONST) {
      return Kind.CONST_NAME;
    }
    if (symbol == Words.CLOSE) {
      return Kind.CLOSE_NAME;
    }
    throw lexer.error(position, "unknown attribute '" + interner.text(symbol) + "'");
  }

  void functionStatement(int depth) throws SyntaxException {
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
    boolean isPattern = token != Token.NAME;
    loopName(depth);
    switch (token) {
      case Token.COMMA, Token.IN -> genericFor(position, depth);
      case Token.ASSIGN -> {
        if (isPattern) {
          throw expected(Token.IN);
        }
        numericFor(position, depth);
      }
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
      loopName(depth);
      names++;
    }
    expect(Token.IN);
    int values = expressions(depth);
    loopBody(position, depth);
    builder.genericFor(position, names, values);
  }

  private void loopName(int depth) throws SyntaxException {
    int position = lexer.start();
    if (token != Token.NAME && isTyped) {
      patterns.binding(Kind.LOCAL_NAME, depth);
      return;
    }
    builder.localName(Kind.LOCAL_NAME, position, name());
    if (token == Token.COLON && isTyped) {
      patterns.annotation(position, depth);
    }
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
    if (!Token.isIn(blockEnds, token)
        && token != Token.SEMICOLON
        && (depth != tryDepth || !statements.endsTry(depth))) {
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

  int expressions(int depth) throws SyntaxException {
    int count = 1;
    expression(depth);
    while (token == Token.COMMA) {
      advance();
      expression(depth);
      count++;
    }
    return count;
  }

  void expression(int depth) throws SyntaxException {
    expression(Operators.ARROW_LIMIT, enter(depth));
  }

  /// An expression whose operators bind tighter than `limit`.
  void expression(int limit, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (token) {
      case Token.NAME -> {
        int symbol = lexer.symbol();
        if (symbol > lastOperandWord || !typed.word(limit, suffixTokens, depth)) {
          advance();
          long suffixTokens = this.suffixTokens;
          if (!Token.isIn(suffixTokens, token)) {
            builder.name(position, symbol);
          } else if (token != Token.ARROW || limit > Operators.ARROW_LIMIT) {
            builder.name(position, symbol);
            suffixes(suffixTokens, VARIABLE, depth);
          } else {
            functions.arrow(suffixTokens, position, symbol, depth);
            return;
          }
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
      default -> {
        if (!isTyped) {
          suffixed(depth);
        } else if (typed.operand(limit, suffixTokens, depth)) {
          return;
        }
      }
    }
    int operator = binary[token];
    while (operator >>> 16 > limit) {
      int kind = operator & 0xFF;
      if (kind <= Kind.POWER) {
        int operatorPosition = lexer.start();
        advance();
        expression(operator >>> 8 & 0xFF, enter(depth));
        builder.binary(kind, operatorPosition);
      } else if (!typed.operator(operator, limit, suffixTokens, depth)) {
        return;
      }
      operator = binary[token];
    }
  }

  /// The entry of the current token in [Operators].
  int binaryOperator() {
    return binary[token];
  }

  void literal(int position) throws SyntaxException {
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
    int kind = unaryKind(token);
    advance();
    expression(Operators.UNARY_PRIORITY, enter(depth));
    builder.unary(kind, position);
  }

  static int unaryKind(int token) {
    return switch (token) {
      case Token.NOT -> Kind.NOT;
      case Token.MINUS -> Kind.NEGATE;
      case Token.HASH -> Kind.LENGTH;
      default -> Kind.BIT_NOT;
    };
  }

  /// A name or parenthesised expression with any number of suffixes.
  ///
  /// @return [#VARIABLE], [#CALL], [#PARENTHESES] or [#OPTIONAL]
  int suffixed(int depth) throws SyntaxException {
    int form = VARIABLE;
    if (token == Token.NAME) {
      builder.name(lexer.start(), lexer.symbol());
      advance();
    } else {
      parentheses(depth);
      form = PARENTHESES;
    }
    return Token.isIn(suffixTokens, token) ? suffixes(suffixTokens, form, depth) : form;
  }

  void parentheses(int depth) throws SyntaxException {
    if (token != Token.LEFT_PAREN) {
      throw near("unexpected symbol");
    }
    int position = lexer.start();
    advance();
    expression(depth);
    close(Token.RIGHT_PAREN, Token.LEFT_PAREN, position);
    builder.paren(position);
  }

  /// The suffixes of the construct reported last.
  ///
  /// @param allowed the tokens that may be one
  /// @param form of the construct
  /// @return [#VARIABLE], [#CALL] or [#OPTIONAL], as the last one is; `form` if there is none
  int suffixes(long allowed, int form, int depth) throws SyntaxException {
    int last = form;
    do {
      int position = lexer.start();
      switch (token) {
        case Token.DOT -> {
          advance();
          int namePosition = lexer.start();
          builder.field(namePosition, name());
          last = VARIABLE;
        }
        case Token.LEFT_BRACKET -> {
          advance();
          expression(depth);
          expect(Token.RIGHT_BRACKET);
          builder.index(position);
          last = VARIABLE;
        }
        case Token.COLON -> {
          advance();
          int methodPosition = lexer.start();
          int method = name();
          int argumentsPosition = lexer.start();
          if (token == Token.LESS && isTyped) {
            typed.genericMethodCall(method, methodPosition, depth);
          } else {
            builder.methodCall(argumentsPosition, arguments(depth), method, methodPosition);
          }
          last = CALL;
        }
        case Token.LESS -> {
          if (!lookahead.isGenericCall()) {
            return last;
          }
          typed.genericCall(depth);
          last = CALL;
        }
        case Token.QUESTION_DOT -> last = typed.optional(depth);
        case Token.ARROW -> {
          return last;
        }
        default -> {
          builder.call(position, arguments(depth));
          last = CALL;
        }
      }
    } while (Token.isIn(allowed, token));
    return last;
  }

  /// @return how many arguments there are
  int arguments(int depth) throws SyntaxException {
    int position = lexer.start();
    switch (token) {
      case Token.LEFT_PAREN -> {
        advance();
        int count = token == Token.RIGHT_PAREN ? 0 : elements(depth);
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

  private int elements(int depth) throws SyntaxException {
    int count = 1;
    element(depth);
    while (token == Token.COMMA) {
      advance();
      element(depth);
      count++;
    }
    return count;
  }

  /// An expression where there may be a spread.
  void element(int depth) throws SyntaxException {
    if (token == Token.ELLIPSIS && isTyped) {
      typed.spreadOrExpression(depth);
    } else {
      expression(depth);
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
      element(depth);
    }
  }

  /// Parameters and block of a function.
  ///
  /// @param position of the node
  /// @param opening where a message says that the function starts
  void body(int position, int opening, int depth) throws SyntaxException {
    if (token != Token.LEFT_PAREN && isTyped) {
      functions.body(position, opening, depth);
      return;
    }
    expect(Token.LEFT_PAREN);
    int parameters = 0;
    boolean isVararg = false;
    if (token != Token.RIGHT_PAREN) {
      while (true) {
        int parameterPosition = lexer.start();
        if (token == Token.NAME) {
          builder.parameter(parameterPosition, lexer.symbol());
          parameters++;
        } else if (token == Token.ELLIPSIS && !isTyped) {
          builder.varargParameter(parameterPosition);
          isVararg = true;
        } else if (token == Token.ELLIPSIS) {
          functions.bodyFromParameter(position, opening, parameters, depth);
          return;
        } else {
          throw near("<name> or '...' expected");
        }
        advance();
        if (token != Token.COMMA || isVararg) {
          if (token != Token.RIGHT_PAREN && isTyped) {
            functions.bodyFromAddition(position, opening, parameters, parameterPosition, depth);
            return;
          }
          break;
        }
        advance();
      }
    }
    expect(Token.RIGHT_PAREN);
    if (Token.isIn(headers, token)) {
      functions.bodyFromHeader(position, opening, parameters, depth);
      return;
    }
    block(depth);
    close(Token.END, Token.FUNCTION, opening);
    builder.function(position, parameters, isVararg);
  }
}
