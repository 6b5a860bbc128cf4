package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses imports and exports.
final class ModuleParser {
  private final Parser parser;
  private final Lexer lexer;
  private final DeclarationParser declarations;

  ModuleParser(Parser parser, DeclarationParser declarations) {
    this.parser = parser;
    this.declarations = declarations;
    lexer = parser.lexer;
  }

  void importStatement() throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int modifiers = typeModifier(false);
    boolean hasDefault = parser.token == Token.NAME;
    if (hasDefault) {
      parser.builder.importDefault(lexer.start(), lexer.symbol());
      parser.advance();
    }
    boolean hasNamespace = false;
    int items = 0;
    if (!hasDefault || parser.take(Token.COMMA)) {
      hasNamespace = parser.token == Token.STAR;
      if (hasNamespace) {
        importNamespace();
      } else if (parser.token == Token.LEFT_BRACE) {
        items = items(Kind.IMPORT_ITEM);
      } else {
        throw parser.near(hasDefault ? "'*' or '{' expected" : "<name>, '*' or '{' expected");
      }
    }
    parser.expectWord(Words.FROM);
    source();
    parser.builder.importStatement(position, hasDefault, hasNamespace, items, modifiers);
  }

  private void importNamespace() throws SyntaxException {
    parser.advance();
    parser.expectWord(Words.AS);
    int position = lexer.start();
    parser.builder.importNamespace(position, parser.name());
  }

  private void source() throws SyntaxException {
    if (parser.token != Token.STRING) {
      throw parser.expected(Token.STRING);
    }
    parser.builder.string(lexer.start(), lexer.symbol());
    parser.advance();
  }

  /// @return how many
  private int items(int kind) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    parser.advance();
    while (parser.token != Token.RIGHT_BRACE) {
      item(kind);
      count++;
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    return count;
  }

  private void item(int kind) throws SyntaxException {
    int modifiers = typeModifier(true);
    int position = lexer.start();
    int name = parser.name();
    int alias = 0;
    int aliasPosition = 0;
    if (parser.isWord(Words.AS)) {
      parser.advance();
      aliasPosition = lexer.start();
      alias = parser.name();
    }
    parser.builder.moduleItem(kind, position, name, alias, aliasPosition, modifiers);
  }

  private int typeModifier(boolean isItem) throws SyntaxException {
    if (!parser.isWord(Words.TYPE) || !parser.lookahead.isTypeModifier(isItem)) {
      return 0;
    }
    parser.advance();
    return Modifier.TYPE_ONLY;
  }

  void export(int outerDepth) throws SyntaxException {
    int position = lexer.start();
    int depth = parser.enter(outerDepth);
    parser.advance();
    switch (parser.token) {
      case Token.LEFT_BRACE, Token.STAR -> exported(position, 0);
      case Token.LOCAL -> {
        parser.local(depth);
        parser.builder.export(position);
      }
      case Token.FUNCTION -> {
        parser.functionStatement(depth);
        parser.builder.export(position);
      }
      case Token.AT -> {
        parser.statements.decorated(depth);
        parser.builder.export(position);
      }
      case Token.NAME -> exportWord(position, depth);
      default -> throw declarationExpected();
    }
  }

  private void exportWord(int position, int depth) throws SyntaxException {
    switch (lexer.symbol()) {
      case Words.DEFAULT -> {
        exportDefault(position, depth);
        return;
      }
      case Words.TYPE -> {
        int next = parser.lookahead.next();
        if (next == Token.LEFT_BRACE || next == Token.STAR) {
          parser.advance();
          exported(position, Modifier.TYPE_ONLY);
          return;
        }
        declarations.typeAlias(depth);
      }
      case Words.CONST -> parser.statements.constStatement(depth);
      case Words.ABSTRACT, Words.CLASS, Words.FINAL -> declarations.classDeclaration(0, depth);
      case Words.INTERFACE -> declarations.interfaceDeclaration(depth);
      case Words.ENUM -> declarations.enumDeclaration(depth);
      case Words.NAMESPACE -> declarations.namespace(depth);
      default -> throw declarationExpected();
    }
    parser.builder.export(position);
  }

  private SyntaxException declarationExpected() {
    return parser.near("declaration, 'default', '{' or '*' expected");
  }

  private void exportDefault(int position, int depth) throws SyntaxException {
    parser.advance();
    boolean isNamed = parser.token == Token.NAME || parser.token == Token.FUNCTION;
    boolean isBeforeName = isNamed && parser.lookahead.next() == Token.NAME;
    if (parser.token == Token.AT) {
      parser.statements.decorated(depth);
    } else if (isBeforeName && parser.token == Token.FUNCTION) {
      parser.functionStatement(depth);
    } else if (isBeforeName && isClass()) {
      declarations.classDeclaration(0, depth);
    } else {
      parser.expression(depth);
    }
    parser.builder.exportDefault(position);
  }

  private boolean isClass() {
    return parser.isWord(Words.CLASS)
        || parser.isWord(Words.ABSTRACT)
        || parser.isWord(Words.FINAL);
  }

  /// `{…}` or `*`, and where it comes from.
  private void exported(int position, int modifiers) throws SyntaxException {
    if (parser.token == Token.LEFT_BRACE) {
      int items = items(Kind.EXPORT_ITEM);
      boolean hasSource = parser.isWord(Words.FROM) && parser.lookahead.next() == Token.STRING;
      if (hasSource) {
        parser.advance();
        source();
      }
      parser.builder.exportList(position, items, hasSource, modifiers);
      return;
    }
    parser.advance();
    int alias = 0;
    int aliasPosition = 0;
    if (parser.isWord(Words.AS)) {
      parser.advance();
      aliasPosition = lexer.start();
      alias = parser.name();
    }
    parser.expectWord(Words.FROM);
    source();
    parser.builder.exportAll(position, alias, aliasPosition, modifiers);
  }
}
