package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertPositions;
import static dev.arenabench.frontend.Trees.assertRejected;
import static dev.arenabench.frontend.Trees.assertType;

import org.junit.jupiter.api.Test;

class TypedTypeTest {
  @Test
  @Production({"primitiveType", "primaryType"})
  void type_primitive_isItsWord() {
    for (String word :
        ("any boolean integer never nil number string table thread unknown userdata void")
            .split(" ")) {
      assertType(word, "primitive-type \"" + word + "\"");
    }
    assertType("table<A>", "type-reference[type-name \"A\", identifier \"table\"]");
    assertType("string.A", "type-reference[identifier \"string\", identifier \"A\"]");
    assertRejected("type T = end", "1:10", "type expected near 'end'");
    assertRejected("type T = function", "1:10", "type expected near 'function'");
  }

  @Test
  @Production("typeReference")
  void type_reference_hasPartsAndArguments() {
    assertType("A", "type-name \"A\"");
    assertType("A.B.C", "type-reference[identifier \"A\", identifier \"B\", identifier \"C\"]");
    assertType(
        "A.B<C, D<E.F>>",
        "type-reference[type-name \"C\", type-reference[type-reference[identifier \"E\", identifier"
            + " \"F\"], identifier \"D\"], identifier \"A\", identifier \"B\"]");
    assertType(
        "A<B<C<D>>>",
        "type-reference[type-reference[type-reference[type-name \"D\", identifier \"C\"],"
            + " identifier \"B\"], identifier \"A\"]");
    assertType(
        "A<<T>() => T>",
        "type-reference[function-type[type-parameters[type-parameter[identifier \"T\"]], type-name"
            + " \"T\"], identifier \"A\"]");
    assertPositions(
        "type T = A.B<C>",
        "type-alias @0[type-reference @11[type-name \"C\" @13, identifier \"A\" @9, identifier"
            + " \"B\" @11], identifier \"T\" @5]");
    assertRejected("type T = A<>", "1:12", "type expected near '>'");
    assertRejected("type T = A<B", "1:13", "'>' expected near <eof>");
    assertRejected("type T = A.", "1:12", "<name> expected near <eof>");
  }

  @Test
  void type_closingAngle_isCutFromLongerTokens() {
    assertChunk(
        "local a: A<B<C>>= d",
        "local[binding[local-name \"a\", type-reference[type-reference[type-name \"C\", identifier"
            + " \"B\"], identifier \"A\"]], name \"d\"]");
    assertChunk(
        "local a: A<B>= d",
        "local[binding[local-name \"a\", type-reference[type-name \"B\", identifier \"A\"]], name"
            + " \"d\"]");
    assertChunk(
        "x = (a: A<B>)=> c",
        "assign[name \"x\", arrow[typed-parameter[parameter \"a\", type-reference[type-name \"B\","
            + " identifier \"A\"]], name \"c\"]]");
    assertChunk(
        "x = (a): A<B>=> c",
        "assign[name \"x\", arrow[parameter \"a\", return-type[type-reference[type-name \"B\","
            + " identifier \"A\"]], name \"c\"]]");
    assertChunk(
        "type T<U = A<B>>= C",
        "type-alias[type-parameters[type-parameter[type-default[type-reference[type-name \"B\","
            + " identifier \"A\"]], identifier \"U\"]], type-name \"C\", identifier \"T\"]");
  }

  @Test
  @Production({"type", "unionType", "intersectionType"})
  void type_unionsAndIntersections_areFlat() {
    assertType("A | B | C", "union-type[type-name \"A\", type-name \"B\", type-name \"C\"]");
    assertType("| A | B", "union-type[type-name \"A\", type-name \"B\"]");
    assertType("| A", "type-name \"A\"");
    assertType(
        "A & B | & C & D",
        "union-type[intersection-type[type-name \"A\", type-name \"B\"],"
            + " intersection-type[type-name \"C\", type-name \"D\"]]");
    assertType(
        "(A | B) & C",
        "intersection-type[paren-type[union-type[type-name \"A\", type-name \"B\"]], type-name"
            + " \"C\"]");
    assertPositions(
        "type T = A[] | B",
        "type-alias @0[union-type @10[array-type @10[type-name \"A\" @9], type-name \"B\" @15],"
            + " identifier \"T\" @5]");
    assertPositions(
        "type T = | A & B",
        "type-alias @0[intersection-type @11[type-name \"A\" @11, type-name \"B\" @15], identifier"
            + " \"T\" @5]");
    assertRejected("type T = A |", "1:13", "type expected near <eof>");
  }

  @Test
  @Production("type")
  void type_conditional_hasFourTypes() {
    assertType(
        "A extends B ? C : D",
        "conditional-type[type-name \"A\", type-name \"B\", type-name \"C\", type-name \"D\"]");
    assertType(
        "A extends B ? C? : D extends E ? F : G?",
        "conditional-type[type-name \"A\", type-name \"B\", nullable-type[type-name \"C\"],"
            + " conditional-type[type-name \"D\", type-name \"E\", type-name \"F\","
            + " nullable-type[type-name \"G\"]]]");
    assertType(
        "A extends (B?) ? C : D",
        "conditional-type[type-name \"A\", paren-type[nullable-type[type-name \"B\"]], type-name"
            + " \"C\", type-name \"D\"]");
    assertType(
        "A extends () => B ? C : D",
        "conditional-type[type-name \"A\", function-type[type-name \"B\"], type-name \"C\","
            + " type-name \"D\"]");
    assertPositions(
        "type T = A extends B ? C : D",
        "type-alias @0[conditional-type @11[type-name \"A\" @9, type-name \"B\" @19, type-name"
            + " \"C\" @23, type-name \"D\" @27], identifier \"T\" @5]");
    assertChunk(
        "type T = A\nextends()",
        "type-alias[type-name \"A\", identifier \"T\"], call[name \"extends\"]");
    assertRejected("type T = A extends B", "1:21", "'?' expected near <eof>");
    assertRejected("type T = A extends B ? C", "1:25", "':' expected near <eof>");
  }

  @Test
  @Production("prefixType")
  void type_prefixes_areWords() {
    assertType("keyof A", "keyof-type[type-name \"A\"]");
    assertType("keyof keyof A[]", "keyof-type[keyof-type[array-type[type-name \"A\"]]]");
    assertType("keyof {}", "keyof-type[object-type]");
    assertType("typeof a", "typeof-type[name \"a\"]");
    assertType("typeof a.b.c", "typeof-type[field \"c\"[field \"b\"[name \"a\"]]]");
    assertType(
        "A extends infer U ? U : never",
        "conditional-type[type-name \"A\", infer-type[identifier \"U\"], type-name \"U\","
            + " primitive-type \"never\"]");
    assertType(
        "infer U extends string[]",
        "infer-type[constraint[array-type[primitive-type \"string\"]], identifier \"U\"]");
    assertType("keyof", "type-name \"keyof\"");
    assertType("keyof[]", "array-type[type-name \"keyof\"]");
    assertType("typeof | infer", "union-type[type-name \"typeof\", type-name \"infer\"]");
    assertChunk(
        "type T = keyof\nf()",
        "type-alias[type-name \"keyof\", identifier \"T\"], call[name \"f\"]");
    assertPositions(
        "type T = infer U extends A",
        "type-alias @0[infer-type @9[constraint @17[type-name \"A\" @25], identifier \"U\" @15],"
            + " identifier \"T\" @5]");
  }

  @Test
  @Production("postfixType")
  void type_suffixes_areInOrder() {
    assertType("A[]", "array-type[type-name \"A\"]");
    assertType("A[B]", "indexed-access-type[type-name \"A\", type-name \"B\"]");
    assertType("A?", "nullable-type[type-name \"A\"]");
    assertType(
        "A?[]['b']??",
        "nullable-type[nullable-type[indexed-access-type[array-type[nullable-type[type-name"
            + " \"A\"]], literal-type[string \"b\"]]]]");
    assertPositions(
        "type T = A[]?[B]",
        "type-alias @0[indexed-access-type @13[nullable-type @12[array-type @10[type-name \"A\""
            + " @9]], type-name \"B\" @14], identifier \"T\" @5]");
    assertRejected("type T = A\n[B] = 1", "2:1", "unexpected symbol near '['");
    assertRejected("type T = A[", "1:12", "type expected near <eof>");
    assertRejected("type T = A[B", "1:13", "']' expected near <eof>");
  }

  @Test
  @Production({"literalType", "templateType"})
  void type_literals_areWrapped() {
    assertType("'a'", "literal-type[string \"a\"]");
    assertType("1", "literal-type[integer 1]");
    assertType("1.5", "literal-type[float 0x3ff8000000000000]");
    assertType("-1", "literal-type[negate[integer 1]]");
    assertType("true", "literal-type[true]");
    assertType("false", "literal-type[false]");
    assertType(
        "`a${B | C}d`",
        "template-type[template-text \"a\", union-type[type-name \"B\", type-name \"C\"],"
            + " template-text \"d\"]");
    assertRejected("type T = -A", "1:11", "<number> expected near 'A'");
    assertRejected("type T = `${1 2}`", "1:15", "'}' expected near '2'");
  }

  @Test
  @Production({"tupleType", "tupleElement", "variadicType"})
  void type_tuple_hasNamesAndVariadics() {
    assertType("[]", "tuple-type");
    assertType("[A, B,]", "tuple-type[type-name \"A\", type-name \"B\"]");
    assertType(
        "[a: A, b?: B, C?, ...D[]]",
        "tuple-type[tuple-element[type-name \"A\", identifier \"a\"], tuple-element[type-name"
            + " \"B\", identifier \"b\", modifiers ?], nullable-type[type-name \"C\"],"
            + " variadic-type[array-type[type-name \"D\"]]]");
    assertPositions(
        "type T = [a?: A, ...B]",
        "type-alias @0[tuple-type @9[tuple-element @10[type-name \"A\" @14, identifier \"a\" @10,"
            + " modifiers ? @10], variadic-type @17[type-name \"B\" @20]], identifier \"T\" @5]");
    assertRejected("type T = [A B]", "1:13", "']' expected near 'B'");
    assertRejected("type T = [,]", "1:11", "type expected near ','");
  }

  @Test
  @Production({"functionType", "returnType"})
  void type_function_isToldFromParentheses() {
    assertType("() => A", "function-type[type-name \"A\"]");
    assertType("(a) => A", "function-type[parameter \"a\", type-name \"A\"]");
    assertType(
        "(a?) => A",
        "function-type[typed-parameter[parameter \"a\", modifiers ?], type-name \"A\"]");
    assertType(
        "<T>(a: A, b?: B, ...c: C[]) => a is T",
        "function-type[type-parameters[type-parameter[identifier \"T\"]], typed-parameter[parameter"
            + " \"a\", type-name \"A\"], typed-parameter[parameter \"b\", type-name \"B\","
            + " modifiers ?], typed-parameter[rest-parameter \"c\", array-type[type-name \"C\"]],"
            + " predicate-type \"a\"[type-name \"T\"]]");
    assertType("(a, b) => A", "function-type[parameter \"a\", parameter \"b\", type-name \"A\"]");
    assertType("(...) => A", "function-type[vararg-parameter, type-name \"A\"]");
    assertType("(A)", "paren-type[type-name \"A\"]");
    assertType("(A?)", "paren-type[nullable-type[type-name \"A\"]]");
    assertType("(A?)[]", "array-type[paren-type[nullable-type[type-name \"A\"]]]");
    assertType("(() => A)[]", "array-type[paren-type[function-type[type-name \"A\"]]]");
    assertPositions(
        "type T = (a) => b is C",
        "type-alias @0[function-type @13[parameter \"a\" @10, predicate-type \"b\" @16[type-name"
            + " \"C\" @21]], identifier \"T\" @5]");
    assertRejected("type T = (a: A = 1) => B", "1:16", "')' expected near '='");
    assertRejected("type T = ()", "1:12", "'=>' expected near <eof>");
    assertRejected("type T = (A", "1:12", "')' expected near <eof>");
  }

  @Test
  @Production({"objectType", "typeMember"})
  void type_object_hasMembers() {
    assertType("{}", "object-type");
    assertType(
        "{a: A, readonly b?: B; c(): C, d?<T>(e: T): e is T throws F; [k: K]: V, readonly [l: L]:"
            + " W;}",
        "object-type[property-signature[type-name \"A\", identifier \"a\"],"
            + " property-signature[type-name \"B\", identifier \"b\", modifiers ? readonly],"
            + " method-signature[signature[return-type[type-name \"C\"]], identifier \"c\"],"
            + " method-signature[signature[type-parameters[type-parameter[identifier \"T\"]],"
            + " typed-parameter[parameter \"e\", type-name \"T\"], return-type[predicate-type"
            + " \"e\"[type-name \"T\"]], throws[type-name \"F\"]], identifier \"d\", modifiers ?],"
            + " index-signature[type-name \"K\", type-name \"V\", identifier \"k\"],"
            + " index-signature[type-name \"L\", type-name \"W\", identifier \"l\", modifiers"
            + " readonly]]");
    assertType(
        "{readonly: A, readonly?: B, readonly(): C}",
        "object-type[property-signature[type-name \"A\", identifier \"readonly\"],"
            + " property-signature[type-name \"B\", identifier \"readonly\", modifiers ?],"
            + " method-signature[signature[return-type[type-name \"C\"]], identifier"
            + " \"readonly\"]]");
    assertPositions(
        "type T = {readonly a: A, readonly [k: K]: V, m(): B}",
        "type-alias @0[object-type @9[property-signature @19[type-name \"A\" @22, identifier \"a\""
            + " @19, modifiers readonly @19], index-signature @34[type-name \"K\" @38, type-name"
            + " \"V\" @42, identifier \"k\" @35, modifiers readonly @34], method-signature"
            + " @45[signature @46[return-type @50[type-name \"B\" @50]], identifier \"m\" @45]],"
            + " identifier \"T\" @5]");
    assertRejected("type T = {a}", "1:12", "':' or '(' expected near '}'");
    assertRejected("type T = {a: A b: B}", "1:16", "'}' expected near 'b'");
    assertRejected("type T = {1: A}", "1:11", "<name> expected near '1'");
    assertRejected("type T = {[k]: A}", "1:13", "':' expected near ']'");
    assertRejected("type T = {readonly a()}", "1:21", "':' expected near '('");
    assertRejected("type T = {a(): A { }}", "1:18", "'}' expected near '{'");
  }

  @Test
  @Production("mappedType")
  void type_mapped_hasModifiers() {
    assertType("{[K in A]: B}", "mapped-type[type-name \"A\", type-name \"B\", identifier \"K\"]");
    String[] readonly = {"", "readonly ", "+readonly ", "-readonly "};
    String[] optional = {"", "?", "+?", "-?"};
    for (String before : readonly) {
      for (String behind : optional) {
        // In the order of the bits.
        String modifiers = behind.equals("?") ? "? " + before.strip() : before + behind;
        assertType(
            "{" + before + "[K in A]" + behind + ": B;}",
            "mapped-type[type-name \"A\", type-name \"B\", identifier \"K\""
                + (modifiers.isBlank() ? "" : ", modifiers " + modifiers.strip())
                + "]");
      }
    }
    assertPositions(
        "type T = {-readonly [K in A]: B}",
        "type-alias @0[mapped-type @9[type-name \"A\" @26, type-name \"B\" @30, identifier \"K\""
            + " @21, modifiers -readonly @9], identifier \"T\" @5]");
    assertRejected("type T = {+readonly a: A}", "1:21", "'[' expected near 'a'");
    assertRejected("type T = {-[K in A]: B}", "1:12", "'readonly' expected near '['");
    assertRejected("type T = {-readonly [k: A]: B}", "1:23", "'in' expected near ':'");
    assertRejected("type T = {[K in A]+: B}", "1:20", "'?' expected near ':'");
    assertRejected("type T = {[K in A]: B, c: D}", "1:22", "'}' expected near ','");
    assertRejected("type T = {c: D, [K in A]: B}", "1:20", "':' expected near 'in'");
  }

  @Test
  @Production({"typeParameters", "typeParameter", "typeAlias"})
  void typeAlias_parameters_haveBoundsAndDefaults() {
    assertChunk(
        "type T<A, B extends C, D = E, F extends G = H> = I",
        "type-alias[type-parameters[type-parameter[identifier \"A\"],"
            + " type-parameter[constraint[type-name \"C\"], identifier \"B\"],"
            + " type-parameter[type-default[type-name \"E\"], identifier \"D\"],"
            + " type-parameter[constraint[type-name \"G\"], type-default[type-name \"H\"],"
            + " identifier \"F\"]], type-name \"I\", identifier \"T\"]");
    assertPositions(
        "type T<A extends B = C> = D",
        "type-alias @0[type-parameters @6[type-parameter @7[constraint @9[type-name \"B\" @17],"
            + " type-default @19[type-name \"C\" @21], identifier \"A\" @7]], type-name \"D\" @26,"
            + " identifier \"T\" @5]");
    assertRejected("type T<> = A", "1:8", "<name> expected near '>'");
    assertRejected("type T<A = B", "1:13", "'>' expected near <eof>");
    assertRejected("type T", "1:7", "'=' expected near <eof>");
    assertRejected("type 1", "1:6", "<name> expected near '1'");
  }

  @Test
  @Production({"signature", "parameter", "functionBody", "parameters"})
  void function_additions_makeItTyped() {
    assertFunction("() {}", "function[block]");
    assertFunction(
        "(a, ...) { b() }", "function[parameter \"a\", vararg-parameter, block[call[name \"b\"]]]");
    assertFunction(
        "(a: T) end", "typed-function[typed-parameter[parameter \"a\", type-name \"T\"], block]");
    assertFunction(
        "(a?) end", "typed-function[typed-parameter[parameter \"a\", modifiers ?], block]");
    assertFunction(
        "(a = 1) end",
        "typed-function[typed-parameter[parameter \"a\", default-value[integer 1]], block]");
    assertFunction(
        "(a, b?: T = 1, c) end",
        "typed-function[parameter \"a\", typed-parameter[parameter \"b\", type-name \"T\","
            + " default-value[integer 1], modifiers ?], parameter \"c\", block]");
    assertFunction("(...a) end", "typed-function[rest-parameter \"a\", block]");
    assertFunction(
        "(a, ...b: T[]) end",
        "typed-function[parameter \"a\", typed-parameter[rest-parameter \"b\", array-type[type-name"
            + " \"T\"]], block]");
    assertFunction(
        "(...: T) end",
        "typed-function[typed-parameter[vararg-parameter, type-name \"T\"], block]");
    assertFunction("(): T end", "typed-function[return-type[type-name \"T\"], block]");
    assertFunction("(): T {}", "typed-function[return-type[type-name \"T\"], block]");
    assertFunction(
        "(a): a is T end",
        "typed-function[parameter \"a\", return-type[predicate-type \"a\"[type-name \"T\"]],"
            + " block]");
    assertFunction(
        "() throws A, B end", "typed-function[throws[type-name \"A\", type-name \"B\"], block]");
    assertFunction(
        "(): T throws A.B end",
        "typed-function[return-type[type-name \"T\"], throws[type-reference[identifier \"A\","
            + " identifier \"B\"]], block]");
    assertFunction(
        "<T>() end", "typed-function[type-parameters[type-parameter[identifier \"T\"]], block]");
    assertFunction(
        "(): T\nthrows() end",
        "typed-function[return-type[type-name \"T\"], block[call[name \"throws\"]]]");
    assertChunk(
        "function a.b:c<T>(): T {}",
        "method-declaration[field \"b\"[name \"a\"],"
            + " typed-function[type-parameters[type-parameter[identifier \"T\"]],"
            + " return-type[type-name \"T\"], block], method-name \"c\"]");
    assertChunk(
        "local function f(a: T) {}",
        "local-function \"f\"[typed-function[typed-parameter[parameter \"a\", type-name \"T\"],"
            + " block]]");
    assertPositions(
        "function f<T>(a: T = 1, ...b: U): V throws W {}",
        "function-declaration @0[name \"f\" @9, typed-function @0[type-parameters"
            + " @10[type-parameter @11[identifier \"T\" @11]], typed-parameter @14[parameter \"a\""
            + " @14, type-name \"T\" @17, default-value @19[integer 1 @21]], typed-parameter"
            + " @27[rest-parameter \"b\" @27, type-name \"U\" @30], return-type @34[type-name \"V\""
            + " @34], throws @36[type-name \"W\" @43], block @46]]");
    assertRejected("function f(a:) end", "1:14", "type expected near ')'");
    assertRejected("function f(...a = 1) end", "1:17", "')' expected near '='");
    assertRejected("function f(...a, b) end", "1:16", "')' expected near ','");
    assertRejected("function f() {\n", "2:1", "'}' expected (to close '{' at line 1) near <eof>");
    assertRejected("function f() { end", "1:16", "'}' expected near 'end'");
    assertRejected(
        "function f(): T\n", "2:1", "'end' expected (to close 'function' at line 1) near <eof>");
  }

  private static void assertFunction(String source, String tree) {
    Trees.assertExpression("function" + source, tree);
  }
}
