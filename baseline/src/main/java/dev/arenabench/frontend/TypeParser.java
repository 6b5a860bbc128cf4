package dev.arenabench.frontend;

import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Modifier;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;
import java.util.Arrays;

/// Parses types. Every method returns the position of the node that it reports: a union stands
/// where its first type does.
///
/// A type may be *bounded*: `?` outside brackets ends it, because it belongs to the conditional
/// expression or type around it.
final class TypeParser {
  // In place of where an object type opens.
  private static final int NOT_FIRST = -1;
  private static final int OF_INTERFACE = -2;

  private final Parser parser;
  private final Lexer lexer;

  // The parts of qualified names, which are reported behind what they stand before: symbol and
  // position in turn. A reference within a reference has its own above those of the outer.
  private int[] names = new int[64];
  private int nameCount;

  TypeParser(Parser parser) {
    this.parser = parser;
    lexer = parser.lexer;
  }

  /// Starts a source.
  void reset() {
    nameCount = 0;
  }

  int type(int depth) throws SyntaxException {
    return type(false, depth);
  }

  /// A type that `?` ends.
  int boundedType(int depth) throws SyntaxException {
    return type(true, depth);
  }

  /// Types with commas between them.
  ///
  /// @return how many
  int types(int depth) throws SyntaxException {
    int count = 0;
    do {
      type(depth);
      count++;
    } while (parser.take(Token.COMMA));
    return count;
  }

  private int type(boolean isBounded, int depth) throws SyntaxException {
    int inner = parser.enterTwice(depth);
    int checked = union(isBounded, inner);
    if (isBounded || !parser.isWordOnLine(Words.EXTENDS)) {
      return checked;
    }
    int position = lexer.start();
    parser.advance();
    union(true, inner);
    parser.expect(Token.QUESTION);
    type(inner);
    parser.expect(Token.COLON);
    type(inner);
    parser.builder.conditionalType(position);
    return position;
  }

  /// A function's result: a type or `x is T`.
  int result(boolean isBounded, int depth) throws SyntaxException {
    if (parser.token != Token.NAME || !parser.lookahead.isWordOnLine(Words.IS)) {
      return type(isBounded, depth);
    }
    int position = lexer.start();
    int symbol = parser.name();
    parser.advance();
    type(isBounded, depth);
    parser.builder.predicateType(position, symbol);
    return position;
  }

  private int union(boolean isBounded, int depth) throws SyntaxException {
    parser.take(Token.PIPE);
    int position = intersection(isBounded, depth);
    int count = 1;
    while (parser.take(Token.PIPE)) {
      intersection(isBounded, depth);
      count++;
    }
    if (count > 1) {
      parser.builder.unionType(position, count);
    }
    return position;
  }

  private int intersection(boolean isBounded, int depth) throws SyntaxException {
    parser.take(Token.AMPERSAND);
    int position = prefixed(isBounded, depth);
    int count = 1;
    while (parser.take(Token.AMPERSAND)) {
      prefixed(isBounded, depth);
      count++;
    }
    if (count > 1) {
      parser.builder.intersectionType(position, count);
    }
    return position;
  }

  private int prefixed(boolean isBounded, int depth) throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.NAME -> {
        int word = lexer.symbol();
        if (word == Words.KEYOF && parser.lookahead.startsType()) {
          parser.advance();
          prefixed(isBounded, parser.enter(depth));
          parser.builder.keyofType(position);
          return position;
        }
        if (word == Words.TYPEOF && parser.lookahead.isNameOnLine()) {
          parser.advance();
          parser.functions.qualifiedName();
          parser.builder.typeofType(position);
          return position;
        }
        if (word == Words.INFER && parser.lookahead.isNameOnLine()) {
          infer(position, depth);
          return position;
        }
      }
      case Token.LESS -> {
        return parser.functions.functionType(isBounded, depth);
      }
      case Token.LEFT_PAREN -> {
        if (parser.lookahead.isFunctionType()) {
          return parser.functions.functionType(isBounded, depth);
        }
      }
      default -> {}
    }
    return suffixed(isBounded, depth);
  }

  private void infer(int position, int depth) throws SyntaxException {
    parser.advance();
    int symbolPosition = lexer.start();
    int symbol = parser.name();
    boolean hasConstraint = parser.isWordOnLine(Words.EXTENDS);
    if (hasConstraint) {
      int constraint = lexer.start();
      parser.advance();
      prefixed(true, parser.enter(depth));
      parser.builder.constraint(constraint);
    }
    parser.builder.inferType(position, symbol, symbolPosition, hasConstraint);
  }

  /// A type with any number of `[]`, `[K]` and `?` behind it; each is a level, for whoever walks
  /// the tree finds them inside each other.
  private int suffixed(boolean isBounded, int depth) throws SyntaxException {
    int position = primary(depth);
    int inner = depth;
    while (true) {
      boolean isBracket = parser.token == Token.LEFT_BRACKET && !lexer.isFirstOnLine();
      boolean isNullable =
          (parser.token == Token.QUESTION || parser.token == Token.COALESCE) && !isBounded;
      if (!isBracket && !isNullable) {
        return position;
      }
      inner = parser.enter(inner);
      position = lexer.start();
      if (isNullable) {
        lexer.cut(); // `??` is `?` twice.
        parser.advance();
        parser.builder.nullableType(position);
        continue;
      }
      parser.advance();
      if (parser.take(Token.RIGHT_BRACKET)) {
        parser.builder.arrayType(position);
      } else {
        type(inner);
        parser.expect(Token.RIGHT_BRACKET);
        parser.builder.indexedAccessType(position);
      }
    }
  }

  private int primary(int depth) throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.NAME -> {
        int symbol = lexer.symbol();
        parser.advance();
        if (Words.isPrimitiveType(symbol)
            && parser.token != Token.DOT
            && parser.token != Token.LESS) {
          parser.builder.primitiveType(position, symbol);
        } else {
          return reference(position, symbol, depth);
        }
      }
      case Token.NIL -> {
        parser.builder.primitiveType(position, Token.NIL);
        parser.advance();
      }
      case Token.STRING, Token.INTEGER, Token.FLOAT, Token.TRUE, Token.FALSE, Token.MINUS -> {
        literal();
        parser.builder.literalType(position);
      }
      case Token.BACKQUOTE -> {
        int pieces = parser.typed.template(Kind.TEMPLATE_TYPE, 0, depth);
        parser.builder.templateType(position, pieces);
      }
      case Token.LEFT_BRACKET -> tuple(depth);
      case Token.LEFT_BRACE -> object(depth);
      case Token.LEFT_PAREN -> {
        parser.advance();
        type(depth);
        parser.close(Token.RIGHT_PAREN, Token.LEFT_PAREN, position);
        parser.builder.parenType(position);
      }
      default -> throw parser.near("type expected");
    }
    return position;
  }

  /// A string, number, `nil`, `true`, `false`, or a negative number.
  void literal() throws SyntaxException {
    int position = lexer.start();
    switch (parser.token) {
      case Token.STRING -> parser.builder.string(position, lexer.symbol());
      case Token.INTEGER -> parser.builder.integer(position, lexer.bits());
      case Token.MINUS -> {
        parser.advance();
        if (parser.token != Token.INTEGER && parser.token != Token.FLOAT) {
          throw parser.expected(Token.FLOAT);
        }
        literal();
        parser.builder.unary(Kind.NEGATE, position);
        return;
      }
      default -> {
        parser.literal(position);
        return;
      }
    }
    parser.advance();
  }

  // References.

  /// `A.B<C>`
  int reference(int depth) throws SyntaxException {
    int position = lexer.start();
    return reference(position, parser.name(), depth);
  }

  /// The same from behind the first name on.
  private int reference(int firstPosition, int firstSymbol, int depth) throws SyntaxException {
    if (parser.token == Token.SHIFT_LEFT) {
      cutShift();
    }
    if (parser.token != Token.DOT && parser.token != Token.LESS) {
      parser.builder.typeName(firstPosition, firstSymbol);
      return firstPosition;
    }
    int base = nameCount;
    int position = firstPosition;
    pushName(firstPosition, firstSymbol);
    while (parser.take(Token.DOT)) {
      position = lexer.start();
      pushName(position, parser.name());
    }
    if (parser.token == Token.SHIFT_LEFT) {
      cutShift();
    }
    int arguments = parser.token == Token.LESS ? angles(depth) : 0;
    parser.builder.typeReference(position, arguments, reportNames(base));
    return position;
  }

  /// `<<` is `<` twice: the second opens the type parameters of a function type.
  private void cutShift() {
    lexer.cut();
    parser.token = Token.LESS;
  }

  /// Remembers a part of a name.
  void pushName(int position, int symbol) {
    if (nameCount == names.length) {
      names = Arrays.copyOf(names, nameCount * 2);
    }
    names[nameCount++] = symbol;
    names[nameCount++] = position;
  }

  /// How much is remembered: what [#reportNames] is given.
  int nameCount() {
    return nameCount;
  }

  /// Reports and forgets the names that have been remembered since.
  ///
  /// @return how many
  int reportNames(int since) {
    for (int i = since; i < nameCount; i += 2) {
      parser.builder.identifier(names[i + 1], names[i]);
    }
    int count = (nameCount - since) / 2;
    nameCount = since;
    return count;
  }

  /// `<A, B>` of a call.
  void typeArguments(int depth) throws SyntaxException {
    int position = lexer.start();
    parser.builder.typeArguments(position, angles(depth));
  }

  /// @return how many types are between `<` and `>`
  private int angles(int depth) throws SyntaxException {
    int open = lexer.start();
    parser.advance();
    int count = types(depth);
    closeAngle(open);
    return count;
  }

  /// Takes `>`, if need be from a longer token.
  private void closeAngle(int open) throws SyntaxException {
    if (parser.token == Token.SHIFT_RIGHT || parser.token == Token.GREATER_EQUAL) {
      lexer.cut();
      parser.advance();
    } else {
      parser.close(Token.GREATER, Token.LESS, open);
    }
  }

  /// `<T extends A = B>` of a declaration.
  void typeParameters(int depth) throws SyntaxException {
    int open = lexer.start();
    int inner = parser.enter(depth);
    parser.expect(Token.LESS);
    int count = 0;
    do {
      typeParameter(inner);
      count++;
    } while (parser.take(Token.COMMA));
    closeAngle(open);
    parser.builder.typeParameters(open, count);
  }

  private void typeParameter(int depth) throws SyntaxException {
    int position = lexer.start();
    int symbol = parser.name();
    boolean hasConstraint = parser.isWord(Words.EXTENDS);
    if (hasConstraint) {
      int constraint = lexer.start();
      parser.advance();
      type(depth);
      parser.builder.constraint(constraint);
    }
    int assign = lexer.start();
    boolean hasDefault = parser.take(Token.ASSIGN);
    if (hasDefault) {
      type(depth);
      parser.builder.typeDefault(assign);
    }
    parser.builder.typeParameter(position, symbol, hasConstraint, hasDefault);
  }

  // Tuples and objects.

  private void tuple(int depth) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    parser.advance();
    while (parser.token != Token.RIGHT_BRACKET) {
      tupleElement(depth);
      count++;
      if (!parser.take(Token.COMMA)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACKET, Token.LEFT_BRACKET, open);
    parser.builder.tupleType(open, count);
  }

  private void tupleElement(int depth) throws SyntaxException {
    int position = lexer.start();
    if (parser.take(Token.ELLIPSIS)) {
      type(depth);
      parser.builder.variadicType(position);
    } else if (parser.token == Token.NAME && parser.lookahead.isElementName()) {
      int symbol = parser.name();
      int modifiers = optional();
      parser.expect(Token.COLON);
      type(depth);
      parser.builder.tupleElement(position, symbol, modifiers);
    } else {
      type(depth);
    }
  }

  private int optional() throws SyntaxException {
    return parser.take(Token.QUESTION) ? Modifier.OPTIONAL : 0;
  }

  private void object(int depth) throws SyntaxException {
    int open = lexer.start();
    int count = 0;
    parser.advance();
    if (parser.token == Token.PLUS || parser.token == Token.MINUS) {
      boolean isPlus = parser.token == Token.PLUS;
      parser.advance();
      parser.expectWord(Words.READONLY);
      if (parser.token != Token.LEFT_BRACKET) {
        throw parser.expected(Token.LEFT_BRACKET);
      }
      bracketMember(open, isPlus ? Modifier.ADD_READONLY : Modifier.REMOVE_READONLY, depth);
      return;
    }
    while (parser.token != Token.RIGHT_BRACE) {
      if (member(count == 0 ? open : NOT_FIRST, depth)) {
        return;
      }
      count++;
      if (!parser.take(Token.COMMA) && !parser.take(Token.SEMICOLON)) {
        break;
      }
    }
    parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
    parser.builder.objectType(open, count);
  }

  /// A member of an interface: one of an object type, or a method with a default body.
  void interfaceMember(int depth) throws SyntaxException {
    member(OF_INTERFACE, depth);
  }

  /// A member of an object type or an interface.
  ///
  /// @param open where the braces open, if this is the first of an object type: then `[K in T]`
  ///   makes it a mapped type; else [#NOT_FIRST] or [#OF_INTERFACE]
  /// @return whether it was that, and the whole type is parsed
  private boolean member(int open, int depth) throws SyntaxException {
    int modifiers = 0;
    if (parser.isWord(Words.READONLY)) {
      int next = parser.lookahead.next();
      if (next == Token.NAME || next == Token.LEFT_BRACKET) {
        modifiers = Modifier.READONLY;
        parser.advance();
      }
    }
    if (parser.token == Token.LEFT_BRACKET) {
      return bracketMember(open, modifiers, depth);
    }
    int position = lexer.start();
    int symbol = parser.name();
    int allModifiers = modifiers | optional();
    if (parser.token == Token.COLON || modifiers != 0) {
      parser.expect(Token.COLON);
      type(depth);
      parser.builder.propertySignature(position, symbol, allModifiers);
    } else if (parser.token == Token.LEFT_PAREN || parser.token == Token.LESS) {
      int opening = lexer.start();
      int inner = parser.enter(depth);
      int header = parser.functions.header(inner);
      if (parser.token == Token.LEFT_BRACE && open == OF_INTERFACE) {
        parser.functions.bracedBlock(inner);
        parser.functions.function(opening, header);
        parser.builder.method(position, 0, symbol, allModifiers);
      } else {
        parser.functions.signature(opening, header);
        parser.builder.methodSignature(position, symbol, allModifiers);
      }
    } else {
      throw parser.near("':' or '(' expected");
    }
    return false;
  }

  /// `[k: K]: V` or, as all that the braces have, `[K in T]: V`.
  ///
  /// @param open as in [#member]
  private boolean bracketMember(int open, int modifiers, int depth) throws SyntaxException {
    int position = lexer.start();
    parser.advance();
    int symbolPosition = lexer.start();
    int symbol = parser.name();
    boolean isSigned = (modifiers & ~Modifier.READONLY) != 0;
    if (open >= 0 && parser.token == Token.IN || isSigned) {
      parser.expect(Token.IN);
      type(depth);
      parser.expect(Token.RIGHT_BRACKET);
      int allModifiers = modifiers | mappedOptional();
      parser.expect(Token.COLON);
      type(depth);
      parser.take(Token.SEMICOLON);
      parser.close(Token.RIGHT_BRACE, Token.LEFT_BRACE, open);
      parser.builder.mappedType(open, symbol, symbolPosition, allModifiers);
      return true;
    }
    parser.expect(Token.COLON);
    type(depth);
    parser.expect(Token.RIGHT_BRACKET);
    parser.expect(Token.COLON);
    type(depth);
    parser.builder.indexSignature(position, symbol, symbolPosition, modifiers);
    return false;
  }

  private int mappedOptional() throws SyntaxException {
    int sign = parser.token;
    if (sign != Token.PLUS && sign != Token.MINUS) {
      return optional();
    }
    parser.advance();
    parser.expect(Token.QUESTION);
    return sign == Token.PLUS ? Modifier.ADD_OPTIONAL : Modifier.REMOVE_OPTIONAL;
  }
}
