package dev.arenabench.frontend;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import dev.arenabench.syntax.Words;

/// Where a parser stands: the current token, and the errors that name it. The [Parser] is one, so
/// that its hot methods reach the token without a detour; the parsers of what `TYPED_LUA` adds work
/// on the same one.
abstract class Cursor {
  final Interner interner;
  final Lexer lexer;

  /// Set by [Parser#parse], the only way in.
  @SuppressWarnings("NullAway.Init")
  TreeBuilder builder;

  /// Whether the dialect is `TYPED_LUA`.
  boolean isTyped;

  /// The current token; its place and value are the lexer's.
  int token;

  Cursor(Interner interner) {
    this.interner = interner;
    lexer = new Lexer(interner);
  }

  final void advance() throws SyntaxException {
    token = lexer.next();
  }

  /// Takes a name.
  final int name() throws SyntaxException {
    if (token != Token.NAME) {
      throw expected(Token.NAME);
    }
    int symbol = lexer.symbol();
    advance();
    return symbol;
  }

  final void expect(int wanted) throws SyntaxException {
    if (token != wanted) {
      throw expected(wanted);
    }
    advance();
  }

  /// Takes the token that ends a construct.
  final void close(int wanted, int opener, int openerPosition) throws SyntaxException {
    if (token != wanted) {
      throw unclosed(Token.describe(wanted), Token.describe(opener), openerPosition);
    }
    advance();
  }

  /// The depth inside a construct at `depth`.
  final int enter(int depth) throws SyntaxException {
    if (depth >= Parser.MAX_DEPTH) {
      throw tooDeep();
    }
    return depth + 1;
  }

  /// The depth inside a construct of `TYPED_LUA` that is two levels: see [Parser#MAX_DEPTH].
  final int enterTwice(int depth) throws SyntaxException {
    if (depth >= Parser.MAX_DEPTH - 1) {
      throw tooDeep();
    }
    return depth + 2;
  }

  // Words.

  /// Whether the current token is one of [Words].
  final boolean isWord(int word) {
    return token == Token.NAME && lexer.symbol() == word;
  }

  /// Whether the current token is one of [Words], on the line on which the previous token ends.
  final boolean isWordOnLine(int word) {
    return isWord(word) && !lexer.isFirstOnLine();
  }

  final void expectWord(int word) throws SyntaxException {
    if (!isWord(word)) {
      throw near("'" + Words.text(word) + "' expected");
    }
    advance();
  }

  /// Takes a token if it is the current one.
  final boolean take(int wanted) throws SyntaxException {
    if (token != wanted) {
      return false;
    }
    advance();
    return true;
  }

  // Errors.

  final SyntaxException expected(int wanted) {
    return near(Token.describe(wanted) + " expected");
  }

  final SyntaxException unclosed(String wanted, String opener, int openerPosition) {
    int line = lexer.line(openerPosition);
    if (line == lexer.line(lexer.end())) {
      return near(wanted + " expected");
    }
    return near(wanted + " expected (to close " + opener + " at line " + line + ")");
  }

  private SyntaxException tooDeep() {
    return near("nesting deeper than " + Parser.MAX_DEPTH + " levels");
  }

  final SyntaxException near(String message) {
    return lexer.error(lexer.start(), message + " near " + lexer.describeCurrent(token));
  }
}
