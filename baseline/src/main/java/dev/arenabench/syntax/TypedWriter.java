package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;

/// The half of [LuaWriter] that only `TYPED_LUA` uses: [LuaWriter#typed].
///
/// `start` and `infix` below are the LuaWriter's, which know the words of all kinds; so are `name`,
/// `string`, `comma`, parentheses, tables and blocks. A *clause* is `start` and then its children,
/// with `comma` between. *body* is an expression, or [#openBraces], block, [#closeBraces].
///
/// | construct | calls |
/// |---|---|
/// | CONTINUE, RETHROW, WILDCARD | `start` |
/// | BANG, SPREAD, VARIADIC_TYPE, KEYOF_TYPE, TYPEOF_TYPE, THROW, REST_PATTERN | `start`, child |
/// | REST_PARAMETER | `start`, `name` |
/// | DEFAULT_VALUE, CONSTRAINT, TYPE_DEFAULT, RETURN_TYPE, GUARD | clause |
/// | THROWS, EXTENDED_TYPES, IMPLEMENTED_TYPES | clause |
/// | EXTENDS | `start`, type, ARGUMENTS |
/// | LITERAL_PATTERN, LITERAL_TYPE | child |
/// | PRIMITIVE_TYPE, TYPE_NAME | `name` |
/// | COALESCE, PIPE, INSTANCE_OF, BANG_EQUAL, AS, compound assignments, PATTERN_DEFAULT | left, `infix`, right |
/// | UNION_TYPE, INTERSECTION_TYPE, OR_PATTERN | children with `infix` between; an OR_PATTERN below an OR_PATTERN in parentheses |
/// | CONDITIONAL | c, `infix`, a, [#alternative], b |
/// | CONDITIONAL_TYPE | A, `infix`, B, `infix` of CONDITIONAL, C, `alternative`, D |
/// | TRY_EXPRESSION | `start`, e, `infix`, f |
/// | OPTIONAL_FIELD; OPTIONAL_INDEX | child, [#optionalField]; e, [#openOptionalIndex], k, `closeBracket` |
/// | OPTIONAL_CALL | f, [#openOptionalCall], arguments, `closeParen` |
/// | GENERIC_CALL | f, TYPE_ARGUMENTS, `openParen`, arguments, `closeParen` |
/// | GENERIC_METHOD_CALL | o, `method`, TYPE_ARGUMENTS, `openParen`, arguments, `closeParen` |
/// | NEW | `start`, class, TYPE_ARGUMENTS, `openParen`, arguments, `closeParen` |
/// | TYPE_ARGUMENTS, TYPE_PARAMETERS | [#openAngle], children with `comma` between, [#closeAngle] |
/// | TYPE_PARAMETER; INFER_TYPE | `name`, CONSTRAINT, TYPE_DEFAULT; `start`, `name`, CONSTRAINT |
/// | ARGUMENTS, PRIMARY_CONSTRUCTOR | `openParen`, children with `comma` between, `closeParen` |
/// | ARRAY, TUPLE_TYPE | [#openArray], children with `comma` between, `closeBracket` |
/// | ARRAY_PATTERN | the same, a HOLE being nothing; [#bareComma] behind the last if it is one |
/// | TEMPLATE, TEMPLATE_PATTERN, TEMPLATE_TYPE | [#templateQuote], each TEMPLATE_TEXT [#templateText], each other child between [#openHole] and [#closeHole], `templateQuote` |
/// | SIGNATURE | TYPE_PARAMETERS, `openParen`, parameters with `comma` between, `closeParen`, RETURN_TYPE, THROWS |
/// | TYPED_FUNCTION | `start`, as SIGNATURE, block, `end`; without `start` where FUNCTION has none |
/// | ARROW | `name` of a lone PARAMETER if that is all; else as SIGNATURE; `infix`, *body* |
/// | FUNCTION_TYPE | as SIGNATURE, `infix`, type |
/// | TYPED_PARAMETER | [#modifiers], parameter, [#optional], [#colon] and type, DEFAULT_VALUE |
/// | BINDING | name or pattern, `colon`, type |
/// | MATCH | `start`, v, [#openBody], each arm after [#member], [#closeBody] |
/// | MATCH_ARM | pattern, GUARD, `infix`, *body*; `bareComma`, if it is not the last |
/// | OBJECT_PATTERN; OBJECT_TYPE | `openTable`, each child after `tableField`, `closeTable`; the same with [#typeMember] |
/// | PATTERN_FIELD; COMPUTED_PATTERN_FIELD | `name`, `colon`, child; `openArray`, k, `closeBracket`, `colon`, pattern |
/// | TYPE_REFERENCE | `name` of the first IDENTIFIER, `field` of others; `openAngle`, types, `closeAngle` if there are any |
/// | ARRAY_TYPE; INDEXED_ACCESS_TYPE | type, [#emptyBrackets]; T, `openArray`, K, `closeBracket` |
/// | NULLABLE_TYPE; PAREN_TYPE | type, [#nullable]; `openParen`, type, `closeParen` |
/// | TUPLE_ELEMENT, PROPERTY_SIGNATURE | `modifiers`, `name`, `optional`, `colon`, type |
/// | MAPPED_TYPE | `openTable(1)`, `modifiers`, `openArray`, `name`, `in`, T, `closeBracket`, `optional`, `colon`, V, `closeTable(1)` |
/// | PREDICATE_TYPE | `name`, `infix`, type |
/// | INDEX_SIGNATURE | `modifiers`, `openArray`, `name`, `colon`, K, `closeBracket`, `colon`, V |
/// | METHOD_SIGNATURE | `name`, `optional`, SIGNATURE |
/// | DECORATOR | `start`, child, [#line] |
/// | PROPERTY | DECORATORs, `modifiers`, `name`, `optional`, `colon` and type, DEFAULT_VALUE |
/// | METHOD | DECORATORs, `modifiers`, `name`, `optional`, *function* |
/// | *function* | TYPED_FUNCTION or FUNCTION without `start`; in an INTERFACE with `openBraces`, block, `closeBraces` instead of block, `end`; or SIGNATURE |
/// | CONSTRUCTOR; OPERATOR | DECORATORs, `modifiers`, `start`, *function*; …, `start`, [#operatorName], *function* |
/// | GETTER, SETTER | DECORATORs, `modifiers`, `start`, `name`, *function* |
/// | ENUM_MEMBER | `name`, DEFAULT_VALUE or ARGUMENTS |
/// | CLASS | DECORATORs, `modifiers`, `start`, `name`, TYPE_PARAMETERS, PRIMARY_CONSTRUCTOR, EXTENDS, IMPLEMENTED_TYPES, *members* |
/// | *members* | `openBody`, each member after `member`, [#semicolon] behind each that has no block, `closeBody` |
/// | INTERFACE | `start`, `name`, TYPE_PARAMETERS, EXTENDED_TYPES, *members* |
/// | TYPE_ALIAS | `start`, `name`, TYPE_PARAMETERS, `equal`, type |
/// | ENUM | `start`, `name`, PRIMARY_CONSTRUCTOR, IMPLEMENTED_TYPES, `openBody`, each ENUM_MEMBER after `member`, `bareComma` behind all but the last; if there are members: `member` if there is no ENUM_MEMBER, `semicolon`, the members as above; `closeBody` |
/// | NAMESPACE | `start`, `name` and `field`s, `openBraces`, block, `closeBraces` |
/// | IMPORT | `start`, `modifiers`, IMPORT_DEFAULT as `name`, IMPORT_NAMESPACE as [#all] and [#alias], items if there are any or nothing else is there, `comma` between these; [#from] |
/// | items | `openTable`, each after `tableField`, `closeTable` |
/// | IMPORT_ITEM, EXPORT_ITEM | `modifiers`, `name`, `alias` |
/// | EXPORT, EXPORT_DEFAULT, DECLARE | `start`, child |
/// | EXPORT_LIST; EXPORT_ALL | `start`, `modifiers`, items, `from`; `start`, `modifiers`, `all`, `alias`, `from` |
/// | DECLARED_FUNCTION; DECLARED_CONST | `start`, `name`, SIGNATURE; `start`, `name`, `colon`, type |
/// | CONST | `start`, names, `equal`, values |
/// | TRY | `start`, block, CATCHes, FINALLY, `end` |
/// | CATCH | `start`, `blank`, `openParen`, name, `closeParen` if there is one, block |
/// | FINALLY | `start`, block |
///
/// Blanks are put where two tokens would be another one: `[ [`, `< <T>`, `T? ?`. Not thread-safe.
public final class TypedWriter {
  private static final byte[] COLON = ascii(": ");
  private static final byte[] ALTERNATIVE = ascii(" : ");
  private static final byte[] AS = ascii(" as ");
  private static final byte[] FROM = ascii(" from ");
  private static final byte[] OPTIONAL_DOT = ascii("?.");
  private static final byte[] HOLE = ascii("${");
  private static final byte[] EMPTY_BRACKETS = ascii("[]");
  private static final byte[] EMPTY_PARENS = ascii("()");
  private static final byte[] BODY = ascii(" {");

  private static final int BEHIND_NAME =
      Modifier.OPTIONAL | Modifier.ADD_OPTIONAL | Modifier.REMOVE_OPTIONAL;
  private static final byte[][] MODIFIERS = modifierTexts();

  private final LuaWriter out;

  TypedWriter(LuaWriter out) {
    this.out = out;
  }

  /// Before a type or a pattern.
  public void colon() {
    out.put(COLON);
  }

  /// Before the last operand of `? :`.
  public void alternative() {
    out.put(ALTERNATIVE);
  }

  public void openAngle() {
    out.putApart('<');
  }

  public void closeAngle() {
    out.put('>');
  }

  /// A bracket that may follow another one.
  public void openArray() {
    out.putApart('[');
  }

  /// Comes before each member of an object type: a `throws` would take a comma for its own.
  public void typeMember(int index, int memberCount) {
    out.member(index, memberCount, ';');
  }

  /// A comma at the end of a line or of an array pattern.
  public void bareComma() {
    out.put(',');
  }

  public void emptyBrackets() {
    out.put(EMPTY_BRACKETS);
  }

  public void nullable() {
    out.putApart('?');
  }

  public void optionalField(int symbol) {
    out.put(OPTIONAL_DOT);
    out.name(symbol);
  }

  public void openOptionalIndex() {
    out.put(OPTIONAL_DOT);
    out.put('[');
  }

  public void openOptionalCall() {
    out.put(OPTIONAL_DOT);
    out.put('(');
  }

  public void templateQuote() {
    out.put('`');
  }

  public void templateText(int symbol) {
    out.quoted(symbol, '`');
  }

  public void openHole() {
    out.put(HOLE);
  }

  public void closeHole() {
    out.put('}');
  }

  /// Opens what has a member a line.
  public void openBody() {
    out.put(BODY);
    out.deeper(1);
  }

  /// Comes before each member.
  public void member() {
    out.newLine();
  }

  public void semicolon() {
    out.put(';');
  }

  /// @param memberCount how many times [#member] was called since [#openBody]
  public void closeBody(int memberCount) {
    out.deeper(-1);
    if (memberCount > 0) {
      out.newLine();
    }
    out.put('}');
  }

  /// Opens a block in braces.
  public void openBraces() {
    if (!out.endsWith(' ')) {
      out.blank();
    }
    out.put('{');
  }

  public void closeBraces() {
    out.newLine();
    out.put('}');
  }

  /// Ends a line: behind a decorator.
  public void line() {
    out.newLine();
  }

  /// The modifiers that stand before what they modify.
  ///
  /// @param modifiers a set; 0 for none
  public void modifiers(int modifiers) {
    int rest = modifiers & ~BEHIND_NAME;
    while (rest != 0) {
      int modifier = Integer.highestOneBit(rest); // Access first, `readonly` last, as is usual.
      out.put(MODIFIERS[Integer.numberOfTrailingZeros(modifier)]);
      out.blank();
      rest ^= modifier;
    }
  }

  /// The modifiers that stand behind a name.
  ///
  /// @param modifiers a set; 0 for none
  public void optional(int modifiers) {
    for (int rest = modifiers & BEHIND_NAME; rest != 0; rest &= rest - 1) {
      out.put(MODIFIERS[Integer.numberOfTrailingZeros(rest)]);
    }
  }

  /// @param kind the payload of an OPERATOR_NAME
  public void operatorName(int kind) {
    switch (kind) {
      case Kind.LENGTH -> out.put('#');
      case Kind.INDEX -> out.put(EMPTY_BRACKETS);
      case Kind.CALL -> out.put(EMPTY_PARENS);
      case Kind.KEYED_FIELD -> {
        out.put(EMPTY_BRACKETS);
        out.put('=');
      }
      default -> out.operator(kind);
    }
  }

  /// `*` in an import or export.
  public void all() {
    out.put('*');
  }

  /// The name behind `as` in an import or export.
  public void alias(int symbol) {
    out.put(AS);
    out.name(symbol);
  }

  /// Where an import or export is from.
  public void from(int symbol) {
    out.put(FROM);
    out.string(symbol);
  }

  /// The first words of the typed kinds; see [LuaWriter#start].
  static void addStarts(byte[][] words) {
    words[Kind.BANG] = ascii("!");
    words[Kind.NEW] = ascii("new ");
    words[Kind.SPREAD] = ascii("...");
    words[Kind.TYPED_FUNCTION] = ascii("function");
    words[Kind.TRY_EXPRESSION] = ascii("try ");
    words[Kind.MATCH] = ascii("match ");
    words[Kind.GUARD] = ascii(" when ");
    words[Kind.REST_PARAMETER] = ascii("...");
    words[Kind.DEFAULT_VALUE] = ascii(" = ");
    words[Kind.CONSTRAINT] = ascii(" extends ");
    words[Kind.TYPE_DEFAULT] = ascii(" = ");
    words[Kind.RETURN_TYPE] = COLON;
    words[Kind.THROWS] = ascii(" throws ");
    words[Kind.DECORATOR] = ascii("@");
    words[Kind.WILDCARD] = ascii("_");
    words[Kind.REST_PATTERN] = ascii("...");
    words[Kind.VARIADIC_TYPE] = ascii("...");
    words[Kind.INFER_TYPE] = ascii("infer ");
    words[Kind.KEYOF_TYPE] = ascii("keyof ");
    words[Kind.TYPEOF_TYPE] = ascii("typeof ");
    words[Kind.CONSTRUCTOR] = ascii("constructor");
    words[Kind.GETTER] = ascii("get ");
    words[Kind.SETTER] = ascii("set ");
    words[Kind.OPERATOR] = ascii("operator ");
    words[Kind.EXTENDS] = ascii(" extends ");
    words[Kind.EXTENDED_TYPES] = ascii(" extends ");
    words[Kind.IMPLEMENTED_TYPES] = ascii(" implements ");
    words[Kind.CONST] = ascii("const ");
    words[Kind.CONTINUE] = ascii("continue");
    words[Kind.THROW] = ascii("throw ");
    words[Kind.RETHROW] = ascii("rethrow");
    words[Kind.TRY] = ascii("try");
    words[Kind.CATCH] = ascii("catch");
    words[Kind.FINALLY] = ascii("finally");
    words[Kind.CLASS] = ascii("class ");
    words[Kind.INTERFACE] = ascii("interface ");
    words[Kind.TYPE_ALIAS] = ascii("type ");
    words[Kind.ENUM] = ascii("enum ");
    words[Kind.NAMESPACE] = ascii("namespace ");
    words[Kind.IMPORT] = ascii("import ");
    words[Kind.EXPORT] = ascii("export ");
    words[Kind.EXPORT_DEFAULT] = ascii("export default ");
    words[Kind.EXPORT_LIST] = ascii("export ");
    words[Kind.EXPORT_ALL] = ascii("export ");
    words[Kind.DECLARE] = ascii("declare ");
    words[Kind.DECLARED_FUNCTION] = ascii("function ");
    words[Kind.DECLARED_CONST] = ascii("const ");
  }

  /// What stands between two children of the typed kinds; see [LuaWriter#infix].
  static void addInfixes(byte[][] operators) {
    operators[Kind.CONDITIONAL] = ascii(" ? ");
    operators[Kind.COALESCE] = ascii(" ?? ");
    operators[Kind.PIPE] = ascii(" |> ");
    operators[Kind.INSTANCE_OF] = ascii(" instanceof ");
    operators[Kind.BANG_EQUAL] = ascii(" != ");
    operators[Kind.AS] = AS;
    operators[Kind.ARROW] = ascii(" => ");
    operators[Kind.TRY_EXPRESSION] = ascii(" catch ");
    operators[Kind.MATCH_ARM] = ascii(" => ");
    operators[Kind.OR_PATTERN] = ascii(" | ");
    operators[Kind.PATTERN_DEFAULT] = ascii(" = ");
    operators[Kind.UNION_TYPE] = ascii(" | ");
    operators[Kind.INTERSECTION_TYPE] = ascii(" & ");
    operators[Kind.FUNCTION_TYPE] = ascii(" => ");
    operators[Kind.CONDITIONAL_TYPE] = ascii(" extends ");
    operators[Kind.PREDICATE_TYPE] = ascii(" is ");
    operators[Kind.ADD_ASSIGN] = ascii(" += ");
    operators[Kind.SUBTRACT_ASSIGN] = ascii(" -= ");
    operators[Kind.MULTIPLY_ASSIGN] = ascii(" *= ");
    operators[Kind.DIVIDE_ASSIGN] = ascii(" /= ");
    operators[Kind.FLOOR_DIVIDE_ASSIGN] = ascii(" //= ");
    operators[Kind.MODULO_ASSIGN] = ascii(" %= ");
    operators[Kind.POWER_ASSIGN] = ascii(" ^= ");
    operators[Kind.CONCAT_ASSIGN] = ascii(" ..= ");
    operators[Kind.BIT_AND_ASSIGN] = ascii(" &= ");
    operators[Kind.BIT_OR_ASSIGN] = ascii(" |= ");
    operators[Kind.SHIFT_LEFT_ASSIGN] = ascii(" <<= ");
    operators[Kind.SHIFT_RIGHT_ASSIGN] = ascii(" >>= ");
  }

  private static byte[][] modifierTexts() {
    int count = Integer.numberOfTrailingZeros(Modifier.LIMIT);
    byte[][] texts = new byte[count][];
    for (int bit = 0; bit < count; bit++) {
      texts[bit] = ascii(Modifier.text(1 << bit));
    }
    return texts;
  }

  private static byte[] ascii(String characters) {
    return characters.getBytes(StandardCharsets.US_ASCII);
  }
}
