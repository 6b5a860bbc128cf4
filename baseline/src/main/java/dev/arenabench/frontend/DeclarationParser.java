package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;

/// Parses classes, interfaces, type aliases, enums, namespaces and what is only declared.
final class DeclarationParser {
  /// What may follow a member's name, so that a word before it is one.
  private static final long BEHIND_MEMBER_NAME =
      Token.set(
          Token.COLON,
          Token.LEFT_PAREN,
          Token.ASSIGN,
          Token.LESS,
          Token.SEMICOLON,
          Token.COMMA,
          Token.RIGHT_BRACE);

  private final Parser parser;
  private final Lexer lexer;

  DeclarationParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
  }

  // Classes.

  /// @return how many there are
  int decorators(int depth) throws SyntaxException {
    int count = 0;
    while (parser.token == Token.AT) {
      int position = lexer.start();
      parser.advance();
      parser.functions.qualifiedName();
      if (parser.token == Token.LEFT_PAREN) {
        int open = lexer.start();
        parser.builder.call(open, parser.arguments(depth));
      }
      parser.builder.decorator(position);
      count++;
    }
    return count;
  }

  /// A class from its modifiers on.
  ///
  /// @param decorators how many have been reported
  void classDeclaration(int decorators, int outerDepth) throws SyntaxException {
    int depth = parser.enter(outerDepth);
    int modifiers = 0;
    while (parser.isWord(Words.ABSTRACT) || parser.isWord(Words.FINAL)) {
      modifiers = addModifier(modifiers, memberModifier(lexer.symbol()));
      parser.advance();
    }
    int position = lexer.start();
    parser.expectWord(Words.CLASS);
    int namePosition = lexer.start();
    int name = parser.name();
    boolean hasTypeParameters = typeParameters(depth);
    boolean hasPrimaryConstructor = primaryConstructor(depth);
    boolean hasExtends = extendsClass(depth);
    boolean hasImplements = implementedTypes(depth);
    int open = lexer.start();
    parser.expect(Token.LEFT_BRACE);
    int members = members(depth);
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.classDeclaration(
        position,
        decorators,
        hasTypeParameters,
        hasPrimaryConstructor,
        hasExtends,
        hasImplements,
        members,
        name,
        namePosition,
        modifiers);
  }

  private boolean typeParameters(int depth) throws SyntaxException {
    boolean isThere = parser.token == Token.LESS;
    if (isThere) {
      parser.types.typeParameters(depth);
    }
    return isThere;
  }

  private boolean primaryConstructor(int depth) throws SyntaxException {
    int position = lexer.start();
    boolean isThere = parser.token == Token.LEFT_PAREN;
    if (isThere) {
      int parameters = parser.functions.primaryConstructor(depth);
      parser.builder.primaryConstructor(position, parameters);
    }
    return isThere;
  }

  private boolean extendsClass(int depth) throws SyntaxException {
    int position = lexer.start();
    if (!parser.isWord(Words.EXTENDS)) {
      return false;
    }
    parser.advance();
    parser.types.reference(depth);
    parser.builder.extendsClass(position, arguments(depth));
    return true;
  }

  /// Arguments in parentheses, as a node of their own, if they are there.
  private boolean arguments(int depth) throws SyntaxException {
    int position = lexer.start();
    boolean isThere = parser.token == Token.LEFT_PAREN;
    if (isThere) {
      int arguments = parser.arguments(depth);
      parser.builder.arguments(position, arguments);
    }
    return isThere;
  }

  private boolean implementedTypes(int depth) throws SyntaxException {
    int position = lexer.start();
    if (!parser.isWord(Words.IMPLEMENTS)) {
      return false;
    }
    parser.advance();
    parser.builder.implementedTypes(position, parser.types.types(depth));
    return true;
  }

  /// Members up to the closing brace.
  ///
  /// @return how many
  private int members(int depth) throws SyntaxException {
    int count = 0;
    while (parser.token != Token.RIGHT_BRACE) {
      member(depth);
      count++;
      separator();
    }
    return count;
  }

  private void separator() throws SyntaxException {
    if (!parser.take(Token.SEMICOLON)) {
      parser.take(Token.COMMA);
    }
  }

  private void member(int depth) throws SyntaxException {
    int decorators = decorators(depth);
    int modifiers = 0;
    while (parser.token == Token.NAME) {
      int modifier = memberModifier(lexer.symbol());
      if (modifier == 0 || isMemberName()) {
        break;
      }
      modifiers = addModifier(modifiers, modifier);
      parser.advance();
    }
    if (parser.token != Token.NAME) {
      throw parser.near("member or '}' expected");
    }
    switch (lexer.symbol()) {
      case Words.CONSTRUCTOR -> {
        int next = parser.lookahead.next();
        if (next == Token.LEFT_PAREN || next == Token.LESS) {
          constructor(decorators, modifiers, depth);
          return;
        }
      }
      case Words.GET -> {
        if (!isMemberName()) {
          getter(decorators, modifiers, depth);
          return;
        }
      }
      case Words.SET -> {
        if (!isMemberName()) {
          setter(decorators, modifiers, depth);
          return;
        }
      }
      case Words.OPERATOR -> {
        if (parser.lookahead.isOperatorMember()) {
          operator(decorators, modifiers, depth);
          return;
        }
      }
      default -> {}
    }
    propertyOrMethod(decorators, modifiers, depth);
  }

  private static int memberModifier(int word) {
    return switch (word) {
      case Words.PUBLIC -> Modifier.PUBLIC;
      case Words.PROTECTED -> Modifier.PROTECTED;
      case Words.PRIVATE -> Modifier.PRIVATE;
      case Words.STATIC -> Modifier.STATIC;
      case Words.READONLY -> Modifier.READONLY;
      case Words.OVERRIDE -> Modifier.OVERRIDE;
      case Words.ABSTRACT -> Modifier.ABSTRACT;
      case Words.FINAL -> Modifier.FINAL;
      default -> 0;
    };
  }

  /// Adds the current modifier, which may be there once.
  int addModifier(int modifiers, int modifier) throws SyntaxException {
    if ((modifiers & modifier) != 0) {
      throw parser.near("repeated modifier");
    }
    return modifiers | modifier;
  }

  /// Whether the current word is a member's name, by what follows.
  private boolean isMemberName() throws SyntaxException {
    int next = parser.lookahead.next();
    return Token.isIn(BEHIND_MEMBER_NAME, next) || next == Token.QUESTION;
  }

  private void constructor(int decorators, int modifiers, int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    functionBody(depth);
    parser.builder.constructor(position, decorators, modifiers);
  }

  private void getter(int decorators, int modifiers, int depth) throws SyntaxException {
    parser.advance();
    int position = lexer.start();
    int name = parser.name();
    functionBody(depth);
    parser.builder.getter(position, decorators, name, modifiers);
  }

  private void setter(int decorators, int modifiers, int depth) throws SyntaxException {
    parser.advance();
    int position = lexer.start();
    int name = parser.name();
    functionBody(depth);
    parser.builder.setter(position, decorators, name, modifiers);
  }

  private void functionBody(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.body(position, position, depth);
  }

  private void operator(int decorators, int modifiers, int depth) throws SyntaxException {
    parser.advance();
    int position = lexer.start();
    int kind = overloaded();
    functionBody(depth);
    parser.builder.operator(position, decorators, kind, modifiers);
  }

  /// Takes an operator's name.
  ///
  /// @return the kind of expression
  private int overloaded() throws SyntaxException {
    int token = parser.token;
    int kind =
        switch (token) {
          case Token.PLUS -> Kind.ADD;
          case Token.MINUS -> Kind.SUBTRACT;
          case Token.STAR -> Kind.MULTIPLY;
          case Token.SLASH -> Kind.DIVIDE;
          case Token.DOUBLE_SLASH -> Kind.FLOOR_DIVIDE;
          case Token.PERCENT -> Kind.MODULO;
          case Token.CARET -> Kind.POWER;
          case Token.CONCAT -> Kind.CONCAT;
          case Token.EQUAL -> Kind.EQUAL;
          case Token.LESS -> Kind.LESS;
          case Token.LESS_EQUAL -> Kind.LESS_EQUAL;
          case Token.AMPERSAND -> Kind.BIT_AND;
          case Token.PIPE -> Kind.BIT_OR;
          case Token.TILDE -> Kind.BIT_XOR;
          case Token.SHIFT_LEFT -> Kind.SHIFT_LEFT;
          case Token.SHIFT_RIGHT -> Kind.SHIFT_RIGHT;
          case Token.HASH -> Kind.LENGTH;
          case Token.LEFT_BRACKET -> Kind.INDEX;
          case Token.LEFT_PAREN -> Kind.CALL;
          default -> throw parser.near("operator expected");
        };
    parser.advance();
    if (token == Token.LEFT_PAREN) {
      parser.expect(Token.RIGHT_PAREN);
    } else if (token == Token.LEFT_BRACKET) {
      parser.expect(Token.RIGHT_BRACKET);
      return parser.take(Token.ASSIGN) ? Kind.KEYED_FIELD : kind;
    }
    return kind;
  }

  private void propertyOrMethod(int decorators, int modifiers, int depth) throws SyntaxException {
    int position = lexer.start();
    int name = parser.name();
    int allModifiers = modifiers | (parser.take(Token.QUESTION) ? Modifier.OPTIONAL : 0);
    if (parser.token == Token.LEFT_PAREN || parser.token == Token.LESS) {
      if ((modifiers & Modifier.ABSTRACT) != 0) {
        signature(depth);
      } else {
        functionBody(depth);
      }
      parser.builder.method(position, decorators, name, allModifiers);
      return;
    }
    boolean hasType = parser.take(Token.COLON);
    if (hasType) {
      parser.types.type(depth);
    }
    boolean hasDefault = parser.token == Token.ASSIGN;
    if (hasDefault) {
      parser.functions.defaultValue(depth);
    }
    parser.builder.property(position, decorators, hasType, hasDefault, name, allModifiers);
  }

  private void signature(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.functions.signature(position, parser.functions.header(parser.enter(depth)));
  }

  // Other declarations.

  void interfaceDeclaration(int outerDepth) throws SyntaxException {
    int depth = parser.enter(outerDepth);
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    int name = parser.name();
    boolean hasTypeParameters = typeParameters(depth);
    int extendsPosition = lexer.start();
    boolean hasExtends = parser.isWord(Words.EXTENDS);
    if (hasExtends) {
      parser.advance();
      parser.builder.extendedTypes(extendsPosition, parser.types.types(depth));
    }
    int open = lexer.start();
    parser.expect(Token.LEFT_BRACE);
    int members = 0;
    while (parser.token != Token.RIGHT_BRACE) {
      parser.types.interfaceMember(depth);
      members++;
      separator();
    }
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.interfaceDeclaration(
        position, hasTypeParameters, hasExtends, members, name, namePosition);
  }

  void typeAlias(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    int name = parser.name();
    boolean hasTypeParameters = typeParameters(depth);
    parser.expect(Token.ASSIGN);
    parser.types.type(depth);
    parser.builder.typeAlias(position, hasTypeParameters, name, namePosition);
  }

  void enumDeclaration(int outerDepth) throws SyntaxException {
    int depth = parser.enter(outerDepth);
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    int name = parser.name();
    boolean hasPrimaryConstructor = primaryConstructor(depth);
    boolean hasImplements = implementedTypes(depth);
    int open = lexer.start();
    parser.expect(Token.LEFT_BRACE);
    int enumMembers = 0;
    while (parser.token != Token.RIGHT_BRACE && parser.token != Token.SEMICOLON) {
      enumMember(depth);
      enumMembers++;
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    int members = parser.take(Token.SEMICOLON) ? members(depth) : 0;
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.enumDeclaration(
        position, hasPrimaryConstructor, hasImplements, enumMembers, members, name, namePosition);
  }

  private void enumMember(int depth) throws SyntaxException {
    int position = lexer.start();
    int name = parser.name();
    boolean hasValue = parser.token == Token.ASSIGN;
    if (hasValue) {
      parser.functions.defaultValue(depth);
    }
    boolean hasArguments = !hasValue && arguments(depth);
    parser.builder.enumMember(position, name, hasValue, hasArguments);
  }

  void namespace(int depth) throws SyntaxException {
    int position = lexer.start();
    int names = namespaceName();
    parser.functions.bracedBlock(depth);
    parser.builder.namespace(position, parser.types.reportNames(names));
  }

  /// Takes `namespace a.b` and remembers the names.
  private int namespaceName() throws SyntaxException {
    int before = parser.types.nameCount();
    do {
      parser.advance();
      int position = lexer.start();
      parser.types.pushName(position, parser.name());
    } while (parser.token == Token.DOT);
    return before;
  }

  // What is declared only.

  void declare(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    declared(depth);
    parser.builder.declare(position);
  }

  private void declared(int depth) throws SyntaxException {
    int inner = parser.enter(depth);
    if (parser.token == Token.FUNCTION) {
      declaredFunction(inner);
      return;
    }
    switch (parser.token == Token.NAME ? lexer.symbol() : 0) {
      case Words.CONST -> declaredConst(inner);
      case Words.TYPE -> typeAlias(inner);
      case Words.INTERFACE -> interfaceDeclaration(inner);
      case Words.NAMESPACE -> declaredNamespace(inner);
      default ->
          throw parser.near("'function', 'const', 'type', 'interface' or 'namespace' expected");
    }
  }

  private void declaredFunction(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    int name = parser.name();
    signature(depth);
    parser.builder.declaredFunction(position, name, namePosition);
  }

  private void declaredConst(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int namePosition = lexer.start();
    int name = parser.name();
    parser.expect(Token.COLON);
    parser.types.type(depth);
    parser.builder.declaredConst(position, name, namePosition);
  }

  private void declaredNamespace(int depth) throws SyntaxException {
    int position = lexer.start();
    int names = namespaceName();
    int open = lexer.start();
    parser.expect(Token.LEFT_BRACE);
    int blockPosition = lexer.start();
    int count = 0;
    while (parser.token != Token.RIGHT_BRACE) {
      declared(depth);
      count++;
      parser.take(Token.SEMICOLON);
    }
    parser.builder.block(blockPosition, count);
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.namespace(position, parser.types.reportNames(names));
  }
}
