package dev.arenabench.frontend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.IntFunction;

/// What nests in `TYPED_LUA` and not in Lua: alone, and where most nodes and calls are to a level.
public enum TypedNesting implements Nesting {
  // Types.
  PAREN_TYPES(n -> "type A = " + "(".repeat(n) + "B" + ")".repeat(n)),
  ARRAY_TYPES(n -> "type A = B" + "[]".repeat(n)),
  NULLABLE_TYPES(n -> "type A = B" + "?".repeat(n)),
  INDEXED_ACCESS_TYPES(n -> "type A = " + "B[".repeat(n) + "B" + "]".repeat(n)),
  TYPE_REFERENCES(n -> "type A = " + "b.B<".repeat(n) + "B" + ">".repeat(n)),
  TUPLE_TYPES(n -> "type A = " + "[ ".repeat(n) + "]".repeat(n)),
  TUPLE_ELEMENTS(n -> "type A = " + "[a?: ".repeat(n) + "B" + "]".repeat(n)),
  VARIADIC_TYPES(n -> "type A = " + "[...".repeat(n) + "B" + "]".repeat(n)),
  OBJECT_TYPES(n -> "type A = " + "{a: ".repeat(n) + "B" + "}".repeat(n)),
  METHOD_SIGNATURES(n -> "type A = " + "{m(a: ".repeat(n) + "B" + ")}".repeat(n)),
  METHOD_RESULTS(n -> "type A = " + "{m(): ".repeat(n) + "B" + "}".repeat(n)),
  INDEX_SIGNATURE_KEYS(n -> "type A = " + "{[k: ".repeat(n) + "B" + "]: B}".repeat(n)),
  INDEX_SIGNATURES(n -> "type A = " + "{[k: K]: ".repeat(n) + "B" + "}".repeat(n)),
  MAPPED_TYPES(n -> "type A = " + "{[K in T]?: ".repeat(n) + "B" + "}".repeat(n)),
  MAPPED_TYPE_KEYS(n -> "type A = " + "{[K in ".repeat(n) + "B" + "]: B}".repeat(n)),
  FUNCTION_TYPES(n -> "type A = " + "() => ".repeat(n) + "B"),
  FUNCTION_TYPE_PARAMETERS(n -> "type A = " + "(a: ".repeat(n) + "B" + ") => B".repeat(n)),
  PREDICATE_TYPES(n -> "type A = " + "(a) => a is ".repeat(n) + "B"),
  CONSTRAINTS(n -> "type A = " + "<T extends ".repeat(n) + "B" + ">() => B".repeat(n)),
  TYPE_DEFAULTS(n -> "type A = " + "<T = ".repeat(n) + "B" + ">() => B".repeat(n)),
  CONDITIONAL_TYPES(n -> "type A = " + "B extends C ? D : ".repeat(n) + "E"),
  CONDITIONAL_TYPE_MIDDLES(n -> "type A = " + "B extends C ? ".repeat(n) + "D" + ": E".repeat(n)),
  INFER_TYPES(n -> "type A = B extends " + "infer T extends ".repeat(n) + "C ? D : E"),
  CONDITIONAL_MEMBERS(
      n -> "type A = " + "{m(a: B | C & ".repeat(n) + "D" + ")} extends E ? F : G".repeat(n)),
  CONDITIONAL_CONSTRAINTS(
      n ->
          "type A = "
              + "B | C & <T extends ".repeat(n)
              + "D"
              + " extends E ? F : G>() => H".repeat(n)),
  CONDITIONAL_ELEMENTS(
      n -> "type A = " + "[a: B | C & ".repeat(n) + "D" + "] extends E ? F : G".repeat(n)),
  KEYOF_TYPES(n -> "type A = " + "keyof ".repeat(n) + "B"),
  TEMPLATE_TYPES(n -> "type A = " + "`a${".repeat(n) + "B" + "}`".repeat(n)),
  UNIONS_AND_INTERSECTIONS(n -> "type A = " + "B | C & (".repeat(n) + "D" + ")".repeat(n)),

  // Patterns.
  ARRAY_PATTERNS(n -> "local " + "[ ".repeat(n) + "a" + "]".repeat(n) + " = b"),
  OBJECT_PATTERNS(n -> "const " + "{a: ".repeat(n) + "b" + "}".repeat(n) + " = c"),
  COMPUTED_FIELDS(n -> "local " + "{[a]: ".repeat(n) + "b" + "}".repeat(n) + " = c"),
  PATTERN_DEFAULTS(
      n -> "match a {" + "{a = match b {".repeat(n) + "c => d" + "}} => e".repeat(n) + "}"),
  OR_PATTERNS(n -> "match a {" + "1 | [2 | ".repeat(n) + "b" + "]".repeat(n) + " => c}"),
  OR_FIELDS(n -> "match a {" + "1 | {b: ".repeat(n) + "c" + " = 1}".repeat(n) + " => d}"),
  TEMPLATE_PATTERNS(n -> "match a {" + "`a${".repeat(n) + "b" + "}`".repeat(n) + " => c}"),
  LOOP_PATTERNS(n -> "for [a]: T in b do ".repeat(n) + "end ".repeat(n)),

  // Expressions.
  ARRAYS(n -> "x = " + "[ ".repeat(n) + "]".repeat(n)),
  SPREADS(n -> "f(" + "...f(".repeat(n) + ")".repeat(n) + ")"),
  TABLE_SPREADS(n -> "x = " + "{...".repeat(n) + "a" + "}".repeat(n)),
  TEMPLATES(n -> "x = " + "`a${".repeat(n) + "b" + "}`".repeat(n)),
  BANGS(n -> "x = " + "!".repeat(n) + "a"),
  POWERS_OF_BANGS(n -> "x = " + "!a ^ ".repeat(n) + "a"),
  CONDITIONALS(n -> "x = " + "a ? b : ".repeat(n) + "c"),
  CONDITIONAL_MIDDLES(n -> "x = " + "a ? ".repeat(n) + "b" + " : c".repeat(n)),
  ARROWS(n -> "x = " + "a => ".repeat(n) + "a"),
  ARROWS_WITH_PARAMETERS(n -> "x = " + "<T>(a: T, b) => ".repeat(n) + "a"),
  ARROWS_WITH_BLOCKS(n -> "x = " + "() => { return ".repeat(n) + "a" + "}".repeat(n)),
  DEFAULT_VALUES(n -> "x = " + "(a = ".repeat(n) + "b" + ") => c".repeat(n)),
  DEFAULT_MATCHES(n -> "local function f(a = match b { c => { ".repeat(n) + "} }) end ".repeat(n)),
  TYPED_FUNCTIONS(n -> "x = " + "function(a: T): U { return ".repeat(n) + "a" + "}".repeat(n)),
  GENERIC_FUNCTIONS(n -> "local function f<T>(...a: T) throws E ".repeat(n) + "end ".repeat(n)),
  GENERIC_CALLS(n -> "f(" + "f<T>(".repeat(n) + ")".repeat(n) + ")"),
  GENERIC_METHOD_CALLS(n -> "f(" + "a:m<T>(".repeat(n) + ")".repeat(n) + ")"),
  TYPE_ARGUMENTS(n -> "new C<" + "A<".repeat(n) + "B" + ">".repeat(n) + ">()"),
  OPTIONAL_INDICES(n -> "x = " + "a?.[".repeat(n) + "b" + "]".repeat(n)),
  OPTIONAL_CALLS(n -> "f(" + "a?.(".repeat(n) + ")".repeat(n) + ")"),
  NEWS(n -> "f(" + "new a.C<T>(".repeat(n) + ")".repeat(n) + ")"),
  TRIES(n -> "x = " + "try a catch ".repeat(n) + "b"),
  TRIED(n -> "x = " + "try ".repeat(n) + "a" + " catch b".repeat(n)),
  MATCHED(n -> "x = " + "match ".repeat(n) + "a" + "{}".repeat(n)),
  MATCH_ARMS(n -> "x = " + "match a { b => ".repeat(n) + "c" + "}".repeat(n)),
  GUARDS(n -> "x = " + "match a { b when ".repeat(n) + "c" + " => d}".repeat(n)),
  MATCH_STATEMENTS(n -> "match a { b => { ".repeat(n) + "} }".repeat(n)),

  // Statements.
  TRY_STATEMENTS(n -> "try ".repeat(n) + "catch end ".repeat(n)),
  CATCHES(n -> "try catch (e: E) ".repeat(n) + "end ".repeat(n)),
  FINALLIES(n -> "try finally ".repeat(n) + "end ".repeat(n)),
  CLASSES(n -> "class C { m() ".repeat(n) + "end } ".repeat(n)),
  EXPORTED_CLASSES(
      n -> "export default @a class C { constructor(a: T): U { ".repeat(n) + "} } ".repeat(n)),
  CLASSES_IN_DEFAULTS(
      n ->
          "export class C { m<T>(a = match b { c => { ".repeat(n)
              + "} }): T throws E end } ".repeat(n)),
  EXPORTED_FUNCTIONS(n -> "export function a:f<T>() ".repeat(n) + "end ".repeat(n)),
  CLASSES_IN_NAMESPACES(n -> "namespace a { class C { m() ".repeat(n) + "end } } ".repeat(n)),
  ABSTRACT_METHODS(
      n -> "abstract class C { abstract m(a: " + "{a: ".repeat(n) + "B" + "}".repeat(n) + ") }"),
  CONSTRUCTORS(n -> "class C { constructor(a: T) ".repeat(n) + "end } ".repeat(n)),
  ACCESSORS(n -> "class C { static get a(): T { ".repeat(n) + "} } ".repeat(n)),
  OPERATORS(n -> "class C { operator ..(a) ".repeat(n) + "end } ".repeat(n)),
  PROPERTIES(n -> "class C { a = () => { ".repeat(n) + "} } ".repeat(n)),
  PRIMARY_CONSTRUCTORS(n -> "class C(a = () => { ".repeat(n) + "}) {} ".repeat(n)),
  SUPERCLASS_ARGUMENTS(n -> "class C extends D(() => { ".repeat(n) + "}) {} ".repeat(n)),
  DECORATORS(n -> "@a(() => { ".repeat(n) + "}) class C {} ".repeat(n)),
  INTERFACES(n -> "interface I { m() { ".repeat(n) + "} } ".repeat(n)),
  ENUMS(n -> "enum E { A = (() => { ".repeat(n) + "}) } ".repeat(n)),
  ENUM_ARGUMENTS(n -> "enum E { A(() => { ".repeat(n) + "}) } ".repeat(n)),
  NAMESPACES(n -> "namespace a.b { ".repeat(n) + "} ".repeat(n)),
  EXPORTS(n -> "namespace a { export ".repeat(n) + "const b = 1" + "} ".repeat(n)),
  DECLARED_NAMESPACES(
      n -> "declare namespace a { " + "namespace a { ".repeat(n) + "} ".repeat(n + 1)),
  THROWN(n -> "throw a => { ".repeat(n) + "} ".repeat(n)),
  COMPOUND_ASSIGNMENTS(n -> "a += () => { ".repeat(n) + "} ".repeat(n));

  private final IntFunction<String> source;

  TypedNesting(IntFunction<String> source) {
    this.source = source;
  }

  @Override
  public byte[] source(int n) {
    return source.apply(n).getBytes(ISO_8859_1);
  }
}
