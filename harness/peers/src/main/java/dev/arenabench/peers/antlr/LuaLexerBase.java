package dev.arenabench.peers.antlr;

import java.util.Arrays;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// What is no regular language in the tokens of Lua.
///
/// Whether `(` goes on with what stands before it, or begins something new, depends in Lua on
/// whether that is a suffixed expression; `x = f (g)()` is one statement, `x = {} (g)()` are two. A
/// parser that finds out by looking ahead has to read all of what is in the parentheses, and again
/// for each level inside. It can be told from the tokens before: the end of an operand that can be
/// called is a name that is not being declared, `]`, a `)` that does not end parameters, and a
/// string or `}` that is itself an argument.
abstract class LuaLexerBase extends Lexer {
  /// For each open bracket, whether what it closes can be called.
  private boolean[] callable = new boolean[64];

  private int depth;

  /// The type of the token before.
  private int previous;

  /// Whether what ends with the token before can be called.
  private boolean endsCallable;

  /// Whether names are being declared by `local`, or named by `goto`.
  private boolean declares;

  /// Whether a function's parameters are next.
  private boolean heads;

  LuaLexerBase(CharStream input) {
    super(input);
  }

  @Override
  public void reset() {
    super.reset();
    depth = 0;
    previous = Token.EOF;
    endsCallable = false;
    declares = false;
    heads = false;
  }

  @Override
  public Token emit() {
    if (_type == LuaLexer.OPEN && endsCallable && !heads) {
      _type = LuaLexer.CALL_OPEN;
    }
    follow(_type);
    previous = _type;
    return super.emit();
  }

  private void follow(int type) {
    switch (type) {
      case LuaLexer.NAME -> {
        if (previous == LuaLexer.NAME || previous == LuaLexer.GREATER) {
          declares = false; // The declaration has ended without a sign.
        }
        endsCallable = !declares;
        return;
      }
      case LuaLexer.COMMA, LuaLexer.LESS, LuaLexer.GREATER -> {
        endsCallable = false;
        heads = false;
        return;
      }
      case LuaLexer.DOT, LuaLexer.COLON -> endsCallable = false; // A function's name goes on.
      case LuaLexer.STRING -> heads = false; // An argument, or an operand, as before.
      case LuaLexer.OPEN, LuaLexer.CALL_OPEN -> open(!heads);
      case LuaLexer.OPEN_BRACKET -> open(true);
      case LuaLexer.OPEN_BRACE -> open(endsCallable);
      case LuaLexer.CLOSE, LuaLexer.CLOSE_BRACKET, LuaLexer.CLOSE_BRACE -> {
        endsCallable = depth > 0 && callable[--depth];
        heads = false;
      }
      default -> {
        endsCallable = false;
        heads = type == LuaLexer.FUNCTION;
      }
    }
    declares = type == LuaLexer.LOCAL || type == LuaLexer.GOTO;
  }

  private void open(boolean closesCallable) {
    if (depth == callable.length) {
      callable = Arrays.copyOf(callable, depth * 2);
    }
    callable[depth++] = closesCallable;
    endsCallable = false;
    heads = false;
  }

  /// Goes on to the end of the long bracket whose opening has been read.
  final void longBracket() {
    CharStream input = _input;
    int level = 0;
    while (input.LA(-2 - level) == '=') {
      level++;
    }
    while (true) {
      int c = input.LA(1);
      if (c == CharStream.EOF) {
        throw new ParseCancellationException("line " + _tokenStartLine + ": unfinished bracket");
      }
      getInterpreter().consume(input);
      if (c == ']') {
        int equals = 0;
        while (input.LA(1) == '=') {
          getInterpreter().consume(input);
          equals++;
        }
        if (equals == level && input.LA(1) == ']') {
          getInterpreter().consume(input);
          return;
        }
      }
    }
  }

  /// No token begins here: that is the end, for a wrong program need not be understood.
  @Override
  public void recover(LexerNoViableAltException e) {
    throw new ParseCancellationException(
        "line " + _tokenStartLine + ": no token at character " + e.getStartIndex(), e);
  }
}
