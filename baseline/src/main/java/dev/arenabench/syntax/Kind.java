package dev.arenabench.syntax;

import java.util.List;

/// Kinds of syntax-tree node, as `int` constants so that hot code can `switch` over them and an
/// arena can keep one in eight bits.
///
/// A *node* is what a compiler would call one; a *part* ([#isPart]) completes the node that owns it
/// and is not counted as a node of its own (the heap twin keeps a part in a field of the owner).
///
/// Children are listed with each kind, in source order; `?` is optional, `*` any number, `+` one or
/// more. What only `TYPED_LUA` has follows CHUNK. The *position* of a node is the byte offset of
/// the token that makes the construct what it is, stated with each kind where it is not its first
/// token; where a construct begins follows from its leftmost leaf.
public final class Kind {
  private Kind() {}

  // Expressions without children.
  /// Use of a variable; payload: its symbol.
  public static final int NAME = 1;

  /// String constant; payload: the symbol of its bytes, escapes resolved.
  public static final int STRING = 2;

  /// Integer constant; payload: the value.
  public static final int INTEGER = 3;

  /// Float constant; payload: [Double#doubleToRawLongBits].
  public static final int FLOAT = 4;

  /// `nil`
  public static final int NIL = 5;

  /// `true`
  public static final int TRUE = 6;

  /// `false`
  public static final int FALSE = 7;

  /// `...` as an expression.
  public static final int VARARG = 8;

  // Expressions with one child.
  /// `(e)`: cuts multiple results to one, so it is kept. Child: e.
  public static final int PAREN = 9;

  /// `e.name`; payload: the name; position: the name. Child: e.
  public static final int FIELD = 10;

  /// `not e`; position: the operator, as for every operator.
  public static final int NOT = 11;

  /// `-e`
  public static final int NEGATE = 12;

  /// `#e`
  public static final int LENGTH = 13;

  /// `~e`
  public static final int BIT_NOT = 14;

  // Expressions with several children.
  /// `e[k]`; position: the bracket. Children: e, k.
  public static final int INDEX = 15;

  /// `f(a, b)`, `f"s"`, `f{…}`; position: what opens the arguments. Children: f, argument*.
  public static final int CALL = 16;

  /// `o:m(a, b)`; position: what opens the arguments. Children: o, argument*, METHOD_NAME.
  public static final int METHOD_CALL = 17;

  /// `function (…) … end`; position: `function`. Children: PARAMETER*, VARARG_PARAMETER?, BLOCK.
  public static final int FUNCTION = 18;

  /// `{…}`. Children: (NAMED_FIELD | KEYED_FIELD | expression)*.
  public static final int TABLE = 19;

  // Binary operators; position: the operator. Children: left, right.
  /// `a or b`: the first binary operator.
  public static final int OR = 20;

  /// `a and b`
  public static final int AND = 21;

  /// `a < b`
  public static final int LESS = 22;

  /// `a > b`
  public static final int GREATER = 23;

  /// `a <= b`
  public static final int LESS_EQUAL = 24;

  /// `a >= b`
  public static final int GREATER_EQUAL = 25;

  /// `a ~= b`
  public static final int NOT_EQUAL = 26;

  /// `a == b`
  public static final int EQUAL = 27;

  /// `a | b`
  public static final int BIT_OR = 28;

  /// `a ~ b`
  public static final int BIT_XOR = 29;

  /// `a & b`
  public static final int BIT_AND = 30;

  /// `a << b`
  public static final int SHIFT_LEFT = 31;

  /// `a >> b`
  public static final int SHIFT_RIGHT = 32;

  /// `a .. b`
  public static final int CONCAT = 33;

  /// `a + b`
  public static final int ADD = 34;

  /// `a - b`
  public static final int SUBTRACT = 35;

  /// `a * b`
  public static final int MULTIPLY = 36;

  /// `a / b`
  public static final int DIVIDE = 37;

  /// `a // b`
  public static final int FLOOR_DIVIDE = 38;

  /// `a % b`
  public static final int MODULO = 39;

  /// `a ^ b`: the last binary operator.
  public static final int POWER = 40;

  // Pieces of expressions.
  /// `name = e` in a table; payload: the name. Child: e.
  public static final int NAMED_FIELD = 41;

  /// `[k] = e` in a table. Children: k, e.
  public static final int KEYED_FIELD = 42;

  /// A parameter; payload: its name.
  public static final int PARAMETER = 43;

  /// `...` as the last parameter.
  public static final int VARARG_PARAMETER = 44;

  /// A name that `local` or `for` declares; payload: the name.
  public static final int LOCAL_NAME = 45;

  /// `name <const>`; payload: the name.
  public static final int CONST_NAME = 46;

  /// `name <close>`; payload: the name.
  public static final int CLOSE_NAME = 47;

  // Statements. A CALL or METHOD_CALL is a statement as it stands.
  /// Statements in sequence; empty statements leave no trace. Children: statement*.
  public static final int BLOCK = 48;

  /// `local a <const>, b = …`. Children: (LOCAL_NAME | CONST_NAME | CLOSE_NAME)+, value*.
  public static final int LOCAL = 49;

  /// `local function f …`; payload: the name; position: the name. Child: FUNCTION.
  public static final int LOCAL_FUNCTION = 50;

  /// `a, b.c = …`; position: `=`. Children: target+, value+, TARGET_COUNT? (when there are
  /// several).
  public static final int ASSIGN = 51;

  /// `function a.b.c …`; Children: NAME or FIELD, FUNCTION.
  public static final int FUNCTION_DECLARATION = 52;

  /// `function a.b:m …`; Children: NAME or FIELD, FUNCTION (without `self`), METHOD_NAME.
  public static final int METHOD_DECLARATION = 53;

  /// `if c then … elseif … else … end`. Children: c, BLOCK, ELSE_IF*, BLOCK?.
  public static final int IF = 54;

  /// `elseif c then …`. Children: c, BLOCK.
  public static final int ELSE_IF = 55;

  /// `while c do … end`. Children: c, BLOCK.
  public static final int WHILE = 56;

  /// `repeat … until c`. Children: BLOCK, c.
  public static final int REPEAT = 57;

  /// `for i = a, b, c do … end`. Children: LOCAL_NAME, a, b, c?, BLOCK.
  public static final int NUMERIC_FOR = 58;

  /// `for k, v in … do … end`. Children: LOCAL_NAME+, value+, BLOCK.
  public static final int GENERIC_FOR = 59;

  /// `do … end`. Child: BLOCK.
  public static final int DO = 60;

  /// `return …`. Children: value*.
  public static final int RETURN = 61;

  /// `break`
  public static final int BREAK = 62;

  /// `goto name`; payload: the name.
  public static final int GOTO = 63;

  /// `::name::`; payload: the name; position: the name.
  public static final int LABEL = 64;

  /// A whole file: a vararg function without a name. Child: BLOCK.
  public static final int CHUNK = 65;

  // TYPED_LUA: expressions.
  /// `c ? a : b`; position: `?`. Children: c, a, b.
  public static final int CONDITIONAL = 66;

  /// `a ?? b`; position: the operator, as for all that follow up to AS. Children: a, b.
  public static final int COALESCE = 67;

  /// `a |> f`. Children: a, f.
  public static final int PIPE = 68;

  /// `e instanceof c`. Children: e, c.
  public static final int INSTANCE_OF = 69;

  /// `a != b`, written so. Children: a, b.
  public static final int BANG_EQUAL = 70;

  /// `!e`. Child: e.
  public static final int BANG = 71;

  /// `e as T`. Children: e, type.
  public static final int AS = 72;

  /// `e?.name`; payload: the name; position: the name. Child: e.
  public static final int OPTIONAL_FIELD = 73;

  /// `e?.[k]`; position: `?.`. Children: e, k.
  public static final int OPTIONAL_INDEX = 74;

  /// `f?.(a)`; position: `?.`. Children: f, argument*.
  public static final int OPTIONAL_CALL = 75;

  /// `f<T>(a)`; position: what opens the arguments. Children: f, TYPE_ARGUMENTS, argument*.
  public static final int GENERIC_CALL = 76;

  /// `o:m<T>(a)`; position: what opens the arguments. Children: o, TYPE_ARGUMENTS, argument*,
  /// METHOD_NAME.
  public static final int GENERIC_METHOD_CALL = 77;

  /// `new c<T>(a)`; position: `new`. Children: NAME or FIELD, TYPE_ARGUMENTS?, argument*.
  public static final int NEW = 78;

  /// `[a, ...b]`. Children: (expression | SPREAD)*.
  public static final int ARRAY = 79;

  /// `...e` in an array, a table or arguments. Child: e.
  public static final int SPREAD = 80;

  /// `` `a${e}b` ``. Children: (TEMPLATE_TEXT | expression)*; no text is empty.
  public static final int TEMPLATE = 81;

  /// What stands between two holes of a template; payload: its bytes, escapes resolved.
  public static final int TEMPLATE_TEXT = 82;

  /// A function that has any of the added pieces; position: as FUNCTION. Children:
  /// TYPE_PARAMETERS?, parameter*, RETURN_TYPE?, THROWS?, BLOCK; a parameter is PARAMETER,
  /// REST_PARAMETER, VARARG_PARAMETER or TYPED_PARAMETER.
  public static final int TYPED_FUNCTION = 83;

  /// `x => e`, `(a: T): R => { … }`; position: `=>`. Children: TYPE_PARAMETERS?, parameter*,
  /// RETURN_TYPE?, body: an expression or a BLOCK.
  public static final int ARROW = 84;

  /// `try e catch f`. Children: e, f.
  public static final int TRY_EXPRESSION = 85;

  /// `match v { … }`. Children: v, MATCH_ARM*.
  public static final int MATCH = 86;

  // TYPED_LUA: pieces of expressions and declarations.
  /// `p when g => e`; position: `=>`. Children: pattern, GUARD?, body: an expression or a BLOCK.
  public static final int MATCH_ARM = 87;

  /// `when g`. Child: g.
  public static final int GUARD = 88;

  /// A parameter with a type, default value or modifiers; position: as what it declares. Children:
  /// PARAMETER, REST_PARAMETER or VARARG_PARAMETER; type?, DEFAULT_VALUE?, MODIFIERS?.
  public static final int TYPED_PARAMETER = 89;

  /// `...name`; payload: the name; position: the name.
  public static final int REST_PARAMETER = 90;

  /// `= e` of a parameter, a property, an enum's member; position: `=`. Child: e.
  public static final int DEFAULT_VALUE = 91;

  /// `<T, U>` of a declaration. Children: TYPE_PARAMETER+.
  public static final int TYPE_PARAMETERS = 92;

  /// `T extends A = B`. Children: CONSTRAINT?, TYPE_DEFAULT?, IDENTIFIER.
  public static final int TYPE_PARAMETER = 93;

  /// `extends A` of a type parameter or an `infer`. Child: type.
  public static final int CONSTRAINT = 94;

  /// `= B` of a type parameter. Child: type.
  public static final int TYPE_DEFAULT = 95;

  /// `<A, B>` of a call. Children: type+.
  public static final int TYPE_ARGUMENTS = 96;

  /// `: R` of a function; position: the type. Child: type.
  public static final int RETURN_TYPE = 97;

  /// `throws A, B`. Children: type+.
  public static final int THROWS = 98;

  /// A function without a body; position: what it begins with. Children: TYPE_PARAMETERS?,
  /// parameter*, RETURN_TYPE?, THROWS?.
  public static final int SIGNATURE = 99;

  /// `(a, b)` behind the superclass or an enum's member. Children: argument*.
  public static final int ARGUMENTS = 100;

  /// `name: T` in `local`, `const`, `for`, `catch`; position: as the first child. Children:
  /// declared name or pattern, type.
  public static final int BINDING = 101;

  /// `@e`. Child: e: a NAME with any number of FIELD, CALL and METHOD_CALL around it.
  public static final int DECORATOR = 102;

  // TYPED_LUA: patterns. A name is LOCAL_NAME, or CONST_NAME below CONST.
  /// `_` in a pattern.
  public static final int WILDCARD = 103;

  /// A literal as a pattern. Child: STRING, INTEGER, FLOAT, NIL, TRUE, FALSE, or NEGATE of a
  /// number.
  public static final int LITERAL_PATTERN = 104;

  /// `p | q | r`; position: as the first child. Children: two or more patterns.
  public static final int OR_PATTERN = 105;

  /// `[a, , b = 1, ...c]`. Children: (pattern | HOLE | PATTERN_DEFAULT | REST_PATTERN)*.
  public static final int ARRAY_PATTERN = 106;

  /// Nothing between two commas of an array pattern; position: the comma that ends it.
  public static final int HOLE = 107;

  /// `{a, b: p, [k]: q, c = 1, ...r}`. Children: (name | PATTERN_FIELD | COMPUTED_PATTERN_FIELD |
  /// PATTERN_DEFAULT of a name | REST_PATTERN)*.
  public static final int OBJECT_PATTERN = 108;

  /// `b: p`; payload: the field's name. Child: pattern or PATTERN_DEFAULT.
  public static final int PATTERN_FIELD = 109;

  /// `[k]: q`. Children: k, pattern or PATTERN_DEFAULT.
  public static final int COMPUTED_PATTERN_FIELD = 110;

  /// `p = e`; position: `=`. Children: pattern, e.
  public static final int PATTERN_DEFAULT = 111;

  /// `...r`. Child: name.
  public static final int REST_PATTERN = 112;

  /// `` `a${p}b` `` as a pattern. Children: (TEMPLATE_TEXT | pattern)*.
  public static final int TEMPLATE_PATTERN = 113;

  // TYPED_LUA: types.
  /// `number`, `nil` and the like; payload: the word.
  public static final int PRIMITIVE_TYPE = 114;

  /// A type's name as it stands alone; payload: the name.
  public static final int TYPE_NAME = 115;

  /// `a.B<C>`: a name with arguments, qualifiers or both; position: the name's last part. Children:
  /// type*, IDENTIFIER+.
  public static final int TYPE_REFERENCE = 116;

  /// A literal as a type. Child: STRING, INTEGER, FLOAT, TRUE, FALSE, or NEGATE of a number.
  public static final int LITERAL_TYPE = 117;

  /// `` `a${T}b` `` as a type. Children: (TEMPLATE_TEXT | type)*.
  public static final int TEMPLATE_TYPE = 118;

  /// `A | B`; position: as the first child. Children: two or more types.
  public static final int UNION_TYPE = 119;

  /// `A & B`; position: as the first child. Children: two or more types.
  public static final int INTERSECTION_TYPE = 120;

  /// `<T>(a: A) => R`; position: `=>`. Children: TYPE_PARAMETERS?, parameter*, type.
  public static final int FUNCTION_TYPE = 121;

  /// `T[]`; position: the bracket. Child: type.
  public static final int ARRAY_TYPE = 122;

  /// `T[K]`; position: the bracket. Children: T, K.
  public static final int INDEXED_ACCESS_TYPE = 123;

  /// `T?`; position: `?`. Child: type.
  public static final int NULLABLE_TYPE = 124;

  /// `[A, b?: B, ...C[]]`. Children: (type | TUPLE_ELEMENT | VARIADIC_TYPE)*.
  public static final int TUPLE_TYPE = 125;

  /// `b?: B` in a tuple. Children: type, IDENTIFIER, MODIFIERS?.
  public static final int TUPLE_ELEMENT = 126;

  /// `...T`. Child: type.
  public static final int VARIADIC_TYPE = 127;

  /// `{a: A, m(): B}`. Children: (PROPERTY_SIGNATURE | METHOD_SIGNATURE | INDEX_SIGNATURE)*.
  public static final int OBJECT_TYPE = 128;

  /// `{readonly [K in T]?: V}`. Children: T, V, IDENTIFIER, MODIFIERS?.
  public static final int MAPPED_TYPE = 129;

  /// `A extends B ? C : D`; position: `extends`. Children: A, B, C, D.
  public static final int CONDITIONAL_TYPE = 130;

  /// `infer U extends C`. Children: CONSTRAINT?, IDENTIFIER.
  public static final int INFER_TYPE = 131;

  /// `keyof T`. Child: type.
  public static final int KEYOF_TYPE = 132;

  /// `typeof a.b`. Child: NAME or FIELD.
  public static final int TYPEOF_TYPE = 133;

  /// `x is T` as a return type; payload: x; position: x. Child: type.
  public static final int PREDICATE_TYPE = 134;

  /// `(T)`. Child: type.
  public static final int PAREN_TYPE = 135;

  // TYPED_LUA: members of classes, interfaces, enums and object types.
  /// `readonly a: T = e`; position: the name. Children: DECORATOR*, type?, DEFAULT_VALUE?,
  /// IDENTIFIER, MODIFIERS?.
  public static final int PROPERTY = 136;

  /// `m(…) … end`; position: the name. Children: DECORATOR*, function or SIGNATURE, IDENTIFIER,
  /// MODIFIERS?; a function is FUNCTION or TYPED_FUNCTION, here and in other members at the
  /// position of what it begins with.
  public static final int METHOD = 137;

  /// `constructor(…) … end`. Children: DECORATOR*, function, MODIFIERS?.
  public static final int CONSTRUCTOR = 138;

  /// `get a() … end`; position: the name. Children: DECORATOR*, function, IDENTIFIER, MODIFIERS?.
  public static final int GETTER = 139;

  /// `set a(v) … end`; position: the name. Children: DECORATOR*, function, IDENTIFIER, MODIFIERS?.
  public static final int SETTER = 140;

  /// `operator +(o: T): T … end`; position: the operator. Children: DECORATOR*, function,
  /// OPERATOR_NAME, MODIFIERS?.
  public static final int OPERATOR = 141;

  /// `a?: T`; position: the name. Children: type, IDENTIFIER, MODIFIERS?.
  public static final int PROPERTY_SIGNATURE = 142;

  /// `m?(a: A): B`; position: the name. Children: SIGNATURE, IDENTIFIER, MODIFIERS?.
  public static final int METHOD_SIGNATURE = 143;

  /// `readonly [k: K]: V`; position: the bracket. Children: K, V, IDENTIFIER, MODIFIERS?.
  public static final int INDEX_SIGNATURE = 144;

  /// `A = 1`, `B(x, y)`; position: the name. Children: DEFAULT_VALUE or ARGUMENTS or neither,
  /// IDENTIFIER.
  public static final int ENUM_MEMBER = 145;

  /// `(private a: T)` behind the name of a class or enum. Children: parameter*.
  public static final int PRIMARY_CONSTRUCTOR = 146;

  /// `extends C<T>(a)` of a class. Children: type, ARGUMENTS?.
  public static final int EXTENDS = 147;

  /// `extends A, B` of an interface. Children: type+.
  public static final int EXTENDED_TYPES = 148;

  /// `implements A, B`. Children: type+.
  public static final int IMPLEMENTED_TYPES = 149;

  /// `name` in `import name from`; payload: the name.
  public static final int IMPORT_DEFAULT = 150;

  /// `* as name`; payload: the name; position: the name.
  public static final int IMPORT_NAMESPACE = 151;

  /// `type a as b`; position: a. Children: IDENTIFIER, IDENTIFIER? (b), MODIFIERS?.
  public static final int IMPORT_ITEM = 152;

  /// `type a as b`; position: a. Children: IDENTIFIER, IDENTIFIER? (b), MODIFIERS?.
  public static final int EXPORT_ITEM = 153;

  // TYPED_LUA: statements. A GENERIC_CALL, GENERIC_METHOD_CALL, OPTIONAL_CALL, NEW, MATCH or PIPE
  // is a statement as it stands.
  /// `const a: T, {b} = …`. Children: (CONST_NAME | BINDING | pattern)+, value+.
  public static final int CONST = 154;

  /// `a += b`: the first compound assignment; position: the operator. Children: target, value.
  public static final int ADD_ASSIGN = 155;

  /// `a -= b`
  public static final int SUBTRACT_ASSIGN = 156;

  /// `a *= b`
  public static final int MULTIPLY_ASSIGN = 157;

  /// `a /= b`
  public static final int DIVIDE_ASSIGN = 158;

  /// `a //= b`
  public static final int FLOOR_DIVIDE_ASSIGN = 159;

  /// `a %= b`
  public static final int MODULO_ASSIGN = 160;

  /// `a ^= b`
  public static final int POWER_ASSIGN = 161;

  /// `a ..= b`
  public static final int CONCAT_ASSIGN = 162;

  /// `a &= b`
  public static final int BIT_AND_ASSIGN = 163;

  /// `a |= b`
  public static final int BIT_OR_ASSIGN = 164;

  /// `a <<= b`
  public static final int SHIFT_LEFT_ASSIGN = 165;

  /// `a >>= b`: the last compound assignment.
  public static final int SHIFT_RIGHT_ASSIGN = 166;

  /// `continue`
  public static final int CONTINUE = 167;

  /// `throw e`. Child: e.
  public static final int THROW = 168;

  /// `rethrow`
  public static final int RETHROW = 169;

  /// `try … catch … finally … end`. Children: BLOCK, CATCH*, FINALLY?.
  public static final int TRY = 170;

  /// `catch (e: T) …`. Children: LOCAL_NAME or BINDING or neither, BLOCK.
  public static final int CATCH = 171;

  /// `finally …`. Child: BLOCK.
  public static final int FINALLY = 172;

  /// `class C<T>(…) extends B implements I { … }`; position: `class`. Children: DECORATOR*,
  /// TYPE_PARAMETERS?, PRIMARY_CONSTRUCTOR?, EXTENDS?, IMPLEMENTED_TYPES?, member*, IDENTIFIER,
  /// MODIFIERS?; a member is PROPERTY, METHOD, CONSTRUCTOR, GETTER, SETTER or OPERATOR.
  public static final int CLASS = 173;

  /// `interface I<T> extends A { … }`. Children: TYPE_PARAMETERS?, EXTENDED_TYPES?,
  /// (PROPERTY_SIGNATURE | METHOD_SIGNATURE | INDEX_SIGNATURE | METHOD)*, IDENTIFIER.
  public static final int INTERFACE = 174;

  /// `type A<T> = B`. Children: TYPE_PARAMETERS?, type, IDENTIFIER.
  public static final int TYPE_ALIAS = 175;

  /// `enum E(…) implements I { A, B; … }`. Children: PRIMARY_CONSTRUCTOR?, IMPLEMENTED_TYPES?,
  /// ENUM_MEMBER*, member* (as in CLASS), IDENTIFIER.
  public static final int ENUM = 176;

  /// `namespace a.b { … }`. Children: BLOCK, IDENTIFIER+.
  public static final int NAMESPACE = 177;

  /// `import type a, {b} from "m"`. Children: IMPORT_DEFAULT?, IMPORT_NAMESPACE?, IMPORT_ITEM*,
  /// STRING, MODIFIERS?.
  public static final int IMPORT = 178;

  /// `export` before a declaration. Child: statement.
  public static final int EXPORT = 179;

  /// `export default …`. Child: expression, CLASS or FUNCTION_DECLARATION.
  public static final int EXPORT_DEFAULT = 180;

  /// `export {a, b as c} from "m"`. Children: EXPORT_ITEM*, STRING?, MODIFIERS?.
  public static final int EXPORT_LIST = 181;

  /// `export * as a from "m"`. Children: STRING, IDENTIFIER?, MODIFIERS?.
  public static final int EXPORT_ALL = 182;

  /// `declare …`. Child: DECLARED_FUNCTION, DECLARED_CONST, TYPE_ALIAS, INTERFACE or NAMESPACE (in
  /// whose BLOCK the same five stand as they are).
  public static final int DECLARE = 183;

  /// `function f(…): T` below DECLARE. Children: SIGNATURE, IDENTIFIER.
  public static final int DECLARED_FUNCTION = 184;

  /// `const a: T` below DECLARE. Children: type, IDENTIFIER.
  public static final int DECLARED_CONST = 185;

  // Parts.
  /// Part of METHOD_CALL, METHOD_DECLARATION and GENERIC_METHOD_CALL; payload: the method's name.
  public static final int METHOD_NAME = 186;

  /// Part of ASSIGN; payload: how many targets (no symbol); position: that of the ASSIGN.
  public static final int TARGET_COUNT = 187;

  /// Part of what declares or mentions a name and has no room for it; payload: the name.
  public static final int IDENTIFIER = 188;

  /// Part of what can be modified, if it is; payload: a set of [Modifier] (no symbol); position:
  /// that of its owner.
  public static final int MODIFIERS = 189;

  /// Part of OPERATOR; payload: the kind of expression that it overloads (no symbol): a binary
  /// operator, LENGTH, INDEX, CALL, or KEYED_FIELD for `[]=`; position: that of its owner.
  public static final int OPERATOR_NAME = 190;

  /// One more than the greatest kind; kinds are `1 ≤ kind < LIMIT`, 0 is none.
  public static final int LIMIT = 191;

  private static final List<String> NAMES =
      List.of(
          "none",
          "name",
          "string",
          "integer",
          "float",
          "nil",
          "true",
          "false",
          "vararg",
          "paren",
          "field",
          "not",
          "negate",
          "length",
          "bit-not",
          "index",
          "call",
          "method-call",
          "function",
          "table",
          "or",
          "and",
          "less",
          "greater",
          "less-equal",
          "greater-equal",
          "not-equal",
          "equal",
          "bit-or",
          "bit-xor",
          "bit-and",
          "shift-left",
          "shift-right",
          "concat",
          "add",
          "subtract",
          "multiply",
          "divide",
          "floor-divide",
          "modulo",
          "power",
          "named-field",
          "keyed-field",
          "parameter",
          "vararg-parameter",
          "local-name",
          "const-name",
          "close-name",
          "block",
          "local",
          "local-function",
          "assign",
          "function-declaration",
          "method-declaration",
          "if",
          "else-if",
          "while",
          "repeat",
          "numeric-for",
          "generic-for",
          "do",
          "return",
          "break",
          "goto",
          "label",
          "chunk",
          "conditional",
          "coalesce",
          "pipe",
          "instance-of",
          "bang-equal",
          "bang",
          "as",
          "optional-field",
          "optional-index",
          "optional-call",
          "generic-call",
          "generic-method-call",
          "new",
          "array",
          "spread",
          "template",
          "template-text",
          "typed-function",
          "arrow",
          "try-expression",
          "match",
          "match-arm",
          "guard",
          "typed-parameter",
          "rest-parameter",
          "default-value",
          "type-parameters",
          "type-parameter",
          "constraint",
          "type-default",
          "type-arguments",
          "return-type",
          "throws",
          "signature",
          "arguments",
          "binding",
          "decorator",
          "wildcard",
          "literal-pattern",
          "or-pattern",
          "array-pattern",
          "hole",
          "object-pattern",
          "pattern-field",
          "computed-pattern-field",
          "pattern-default",
          "rest-pattern",
          "template-pattern",
          "primitive-type",
          "type-name",
          "type-reference",
          "literal-type",
          "template-type",
          "union-type",
          "intersection-type",
          "function-type",
          "array-type",
          "indexed-access-type",
          "nullable-type",
          "tuple-type",
          "tuple-element",
          "variadic-type",
          "object-type",
          "mapped-type",
          "conditional-type",
          "infer-type",
          "keyof-type",
          "typeof-type",
          "predicate-type",
          "paren-type",
          "property",
          "method",
          "constructor",
          "getter",
          "setter",
          "operator",
          "property-signature",
          "method-signature",
          "index-signature",
          "enum-member",
          "primary-constructor",
          "extends",
          "extended-types",
          "implemented-types",
          "import-default",
          "import-namespace",
          "import-item",
          "export-item",
          "const",
          "add-assign",
          "subtract-assign",
          "multiply-assign",
          "divide-assign",
          "floor-divide-assign",
          "modulo-assign",
          "power-assign",
          "concat-assign",
          "bit-and-assign",
          "bit-or-assign",
          "shift-left-assign",
          "shift-right-assign",
          "continue",
          "throw",
          "rethrow",
          "try",
          "catch",
          "finally",
          "class",
          "interface",
          "type-alias",
          "enum",
          "namespace",
          "import",
          "export",
          "export-default",
          "export-list",
          "export-all",
          "declare",
          "declared-function",
          "declared-const",
          "method-name",
          "target-count",
          "identifier",
          "modifiers",
          "operator-name");

  /// The kind's name in dumps and tables: its constant's name in lower case, `-` for `_`.
  public static String name(int kind) {
    return NAMES.get(kind);
  }

  /// What the kind carries.
  public static Shape shape(int kind) {
    return switch (kind) {
      case NIL, TRUE, FALSE, VARARG, VARARG_PARAMETER, BREAK, WILDCARD, HOLE, CONTINUE, RETHROW ->
          Shape.LEAF;
      case NAME,
          STRING,
          PARAMETER,
          LOCAL_NAME,
          CONST_NAME,
          CLOSE_NAME,
          GOTO,
          LABEL,
          TEMPLATE_TEXT,
          REST_PARAMETER,
          PRIMITIVE_TYPE,
          TYPE_NAME,
          IMPORT_DEFAULT,
          IMPORT_NAMESPACE,
          METHOD_NAME,
          TARGET_COUNT,
          IDENTIFIER,
          MODIFIERS,
          OPERATOR_NAME ->
          Shape.SYMBOL;
      case INTEGER, FLOAT -> Shape.NUMBER;
      case PAREN,
          FIELD,
          NOT,
          NEGATE,
          LENGTH,
          BIT_NOT,
          NAMED_FIELD,
          LOCAL_FUNCTION,
          DO,
          CHUNK,
          BANG,
          OPTIONAL_FIELD,
          SPREAD,
          GUARD,
          DEFAULT_VALUE,
          CONSTRAINT,
          TYPE_DEFAULT,
          RETURN_TYPE,
          DECORATOR,
          LITERAL_PATTERN,
          PATTERN_FIELD,
          REST_PATTERN,
          LITERAL_TYPE,
          ARRAY_TYPE,
          NULLABLE_TYPE,
          VARIADIC_TYPE,
          KEYOF_TYPE,
          TYPEOF_TYPE,
          PREDICATE_TYPE,
          PAREN_TYPE,
          THROW,
          FINALLY,
          EXPORT,
          EXPORT_DEFAULT,
          DECLARE ->
          Shape.WRAP;
      default -> {
        if (kind <= 0 || kind >= LIMIT) {
          throw new IllegalArgumentException("kind=" + kind + ", limit=" + LIMIT);
        }
        yield Shape.NODE;
      }
    };
  }

  /// Whether the payload is a symbol (and not a count, a number, or nothing).
  public static boolean hasSymbol(int kind) {
    return switch (kind) {
      case NAME,
          STRING,
          PARAMETER,
          LOCAL_NAME,
          CONST_NAME,
          CLOSE_NAME,
          GOTO,
          LABEL,
          METHOD_NAME,
          FIELD,
          NAMED_FIELD,
          LOCAL_FUNCTION,
          OPTIONAL_FIELD,
          TEMPLATE_TEXT,
          REST_PARAMETER,
          PATTERN_FIELD,
          PRIMITIVE_TYPE,
          TYPE_NAME,
          PREDICATE_TYPE,
          IMPORT_DEFAULT,
          IMPORT_NAMESPACE,
          IDENTIFIER ->
          true;
      default -> false;
    };
  }

  /// Whether the kind completes its owner and is not a node of its own.
  public static boolean isPart(int kind) {
    return kind >= METHOD_NAME;
  }

  /// Whether the kind is a binary operator.
  public static boolean isBinary(int kind) {
    return kind >= OR && kind <= POWER;
  }

  /// Whether the kind is a compound assignment.
  public static boolean isCompoundAssignment(int kind) {
    return kind >= ADD_ASSIGN && kind <= SHIFT_RIGHT_ASSIGN;
  }
}
