package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses the statements that `TYPED_LUA` adds. The [Parser] comes here when a statement starts
/// with one of their words, or goes on as none of Lua's does.
final class StatementParser {
  final DeclarationParser declarations;
  private final ModuleParser modules;
  private final Parser parser;
  private final Lexer lexer;

  StatementParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
    declarations = new DeclarationParser(parser);
    modules = new ModuleParser(parser, declarations);
  }

  /// The statement that the current word starts.
  ///
  /// @return false if it starts none here
  boolean word(int depth) throws SyntaxException {
    int word = lexer.symbol();
    if (word == Words.CATCH || word == Words.FINALLY || !parser.lookahead.startsStatement(word)) {
      return false;
    }
    switch (word) {
      case Words.MATCH -> parser.typed.match(parser.suffixTokens, depth);
      case Words.NEW -> newStatement(depth);
      case Words.TRY -> tryStatement(depth);
      case Words.ABSTRACT, Words.CLASS, Words.FINAL -> declarations.classDeclaration(0, depth);
      case Words.CONST -> constStatement(depth);
      case Words.CONTINUE -> {
        parser.builder.continueStatement(lexer.start());
        parser.advance();
      }
      case Words.DECLARE -> declarations.declare(depth);
      case Words.ENUM -> declarations.enumDeclaration(depth);
      case Words.EXPORT -> modules.export(depth);
      case Words.IMPORT -> modules.importStatement();
      case Words.INTERFACE -> declarations.interfaceDeclaration(depth);
      case Words.NAMESPACE -> declarations.namespace(depth);
      case Words.RETHROW -> {
        parser.builder.rethrowStatement(lexer.start());
        parser.advance();
      }
      case Words.THROW -> {
        int position = lexer.start();
        parser.advance();
        parser.expression(depth);
        parser.builder.throwStatement(position);
      }
      default -> declarations.typeAlias(depth); // TYPE
    }
    return true;
  }

  /// Whether the current token is a `catch` or `finally` that ends the block around the statements
  /// at `depth`.
  boolean endsTry(int depth) {
    return depth == parser.tryDepth && (parser.isWord(Words.CATCH) || parser.isWord(Words.FINALLY));
  }

  /// A declaration behind decorators.
  void decorated(int depth) throws SyntaxException {
    declarations.classDeclaration(declarations.decorators(depth), depth);
  }

  /// A statement that starts with a suffixed expression, which is reported, and is neither an
  /// assignment of Lua nor just a call.
  void behindSuffixed(int form, int depth) throws SyntaxException {
    if (parser.token == Token.PIPELINE) {
      do {
        int position = lexer.start();
        parser.advance();
        parser.expression(Operators.PIPELINE_PRIORITY, parser.enter(depth));
        parser.builder.typedBinary(Kind.PIPE, position);
      } while (parser.token == Token.PIPELINE);
      return;
    }
    int kind = parser.isTyped && lexer.isAssignBehind() ? compoundKind(parser.token) : 0;
    if (kind == 0 || form != Parser.VARIABLE) {
      throw parser.near("syntax error");
    }
    int position = lexer.start();
    lexer.takeAssign();
    parser.advance();
    parser.expression(depth);
    parser.builder.compoundAssign(kind, position);
  }

  /// The assignment that an operator makes with `=` behind it; 0 if there is none.
  static int compoundKind(int token) {
    return switch (token) {
      case Token.PLUS -> Kind.ADD_ASSIGN;
      case Token.MINUS -> Kind.SUBTRACT_ASSIGN;
      case Token.STAR -> Kind.MULTIPLY_ASSIGN;
      case Token.SLASH -> Kind.DIVIDE_ASSIGN;
      case Token.DOUBLE_SLASH -> Kind.FLOOR_DIVIDE_ASSIGN;
      case Token.PERCENT -> Kind.MODULO_ASSIGN;
      case Token.CARET -> Kind.POWER_ASSIGN;
      case Token.CONCAT -> Kind.CONCAT_ASSIGN;
      case Token.AMPERSAND -> Kind.BIT_AND_ASSIGN;
      case Token.PIPE -> Kind.BIT_OR_ASSIGN;
      case Token.SHIFT_LEFT -> Kind.SHIFT_LEFT_ASSIGN;
      case Token.SHIFT_RIGHT -> Kind.SHIFT_RIGHT_ASSIGN;
      default -> 0;
    };
  }

  private void newStatement(int depth) throws SyntaxException {
    if (parser.typed.newObject(parser.suffixTokens, depth) != Parser.CALL) {
      throw parser.near("syntax error");
    }
  }

  void constStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int names = 0;
    do {
      parser.patterns.binding(Kind.CONST_NAME, depth);
      names++;
    } while (parser.take(Token.COMMA));
    parser.expect(Token.ASSIGN);
    parser.builder.constStatement(position, names, parser.expressions(depth));
  }

  private void tryStatement(int depth) throws SyntaxException {
    int position = lexer.start();
    int inner = parser.enter(depth);
    parser.advance();
    int outerTry = parser.tryDepth;
    parser.tryDepth = inner + 1;
    parser.block(inner);
    int catches = 0;
    while (parser.isWord(Words.CATCH)) {
      catchClause(inner);
      catches++;
    }
    parser.tryDepth = -1;
    boolean hasFinally = parser.isWord(Words.FINALLY);
    if (hasFinally) {
      int clause = lexer.start();
      parser.advance();
      parser.block(inner);
      parser.builder.finallyClause(clause);
    } else if (catches == 0) {
      throw parser.unclosed("'catch' or 'finally'", "'try'", position);
    }
    parser.tryDepth = outerTry;
    if (parser.token != Token.END) {
      throw parser.unclosed("'end'", "'try'", position);
    }
    parser.advance();
    parser.builder.tryStatement(position, catches, hasFinally);
  }

  private void catchClause(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    boolean hasName = parser.take(Token.LEFT_PAREN);
    if (hasName) {
      int namePosition = lexer.start();
      parser.builder.localName(Kind.LOCAL_NAME, namePosition, parser.name());
      if (parser.token == Token.COLON) {
        parser.patterns.annotation(namePosition, depth);
      }
      parser.expect(Token.RIGHT_PAREN);
    }
    parser.block(depth);
    parser.builder.catchClause(position, hasName);
  }
}
