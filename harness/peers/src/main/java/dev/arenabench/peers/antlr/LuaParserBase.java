package dev.arenabench.peers.antlr;

import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// What a context-free grammar of Lua cannot say without unbounded lookahead.
abstract class LuaParserBase extends Parser {
  LuaParserBase(TokenStream input) {
    super(input);
  }

  /// A statement that begins with an expression is a call, or all that stands left of its `=` can
  /// be assigned to.
  final void requireCallOrTargets(ParserRuleContext statement) {
    int suffixed = 0;
    int calls = 0;
    int targets = 0;
    boolean assigns = false;
    for (ParseTree child : statement.children) {
      if (child instanceof LuaParser.SuffixedContext expression) {
        suffixed++;
        ParseTree last = expression.getChild(expression.getChildCount() - 1);
        if (last instanceof LuaParser.CallContext) {
          calls++;
        } else if (expression.getChildCount() == 1 || !(last instanceof TerminalNode)) {
          targets++; // A name, or something indexed; what is left ends with a parenthesis.
        }
      } else if (child instanceof LuaParser.ExpressionsContext) {
        assigns = true;
      }
    }
    boolean isRight = assigns ? targets == suffixed : suffixed == 1 && calls == 1;
    if (!isRight) {
      throw new InputMismatchException(this);
    }
  }

  /// The name just read is that of an attribute.
  final void requireAttribute() {
    String name = _input.LT(-1).getText();
    if (!name.equals("const") && !name.equals("close")) {
      throw new InputMismatchException(this);
    }
  }
}
