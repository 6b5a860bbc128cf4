package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertMember;
import static dev.arenabench.frontend.Trees.assertPositions;
import static dev.arenabench.frontend.Trees.assertRejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDeclarationTest {
  @Test
  @Production({"class", "decorator"})
  void class_header_hasAllItsParts() {
    assertChunk("class C {}", "class[identifier \"C\"]");
    assertChunk(
        "abstract final class C<T> (a) extends B.D<T>(a, ...b) implements I, J {}",
        "class[type-parameters[type-parameter[identifier \"T\"]], primary-constructor[parameter"
            + " \"a\"], extends[type-reference[type-name \"T\", identifier \"B\", identifier"
            + " \"D\"], arguments[name \"a\", spread[name \"b\"]]], implemented-types[type-name"
            + " \"I\", type-name \"J\"], identifier \"C\", modifiers abstract final]");
    assertChunk("class C extends B {}", "class[extends[type-name \"B\"], identifier \"C\"]");
    assertChunk(
        "@a @b.c(1) final class C {}",
        "class[decorator[name \"a\"], decorator[call[field \"c\"[name \"b\"], integer 1]],"
            + " identifier \"C\", modifiers final]");
    assertPositions(
        "@a(b) abstract class C(d) extends E(f) implements G {}",
        "class @15[decorator @0[call @2[name \"a\" @1, name \"b\" @3]], primary-constructor"
            + " @22[parameter \"d\" @23], extends @26[type-name \"E\" @34, arguments @35[name \"f\""
            + " @36]], implemented-types @39[type-name \"G\" @50], identifier \"C\" @21, modifiers"
            + " abstract @15]");
    assertRejected("class C", "1:8", "'{' expected near <eof>");
    assertRejected("class 1", "1:7", "<name> expected near '1'");
    assertRejected("class C extends {}", "1:17", "<name> expected near '{'");
    assertRejected("abstract C {}", "1:10", "'class' expected near 'C'");
    assertRejected("final final class C {}", "1:7", "repeated modifier near 'final'");
    assertRejected("@a local b", "1:4", "'class' expected near 'local'");
    assertRejected("@", "1:2", "<name> expected near <eof>");
    assertRejected("@a export class C {}", "1:4", "'class' expected near 'export'");
    assertRejected("class C {\n", "2:1", "member or '}' expected near <eof>");
  }

  @Test
  @Production({"primaryConstructor", "primaryParameter"})
  void class_primaryParameters_haveModifiers() {
    assertChunk(
        "class C(private a: T, readonly public b = 1, c, protected ...d) {}",
        "class[primary-constructor[typed-parameter[parameter \"a\", type-name \"T\", modifiers"
            + " private], typed-parameter[parameter \"b\", default-value[integer 1], modifiers"
            + " readonly public], parameter \"c\", typed-parameter[rest-parameter \"d\", modifiers"
            + " protected]], identifier \"C\"]");
    assertChunk(
        "class C(private, readonly: T, public public) {}",
        "class[primary-constructor[parameter \"private\", typed-parameter[parameter \"readonly\","
            + " type-name \"T\"], typed-parameter[parameter \"public\", modifiers public]],"
            + " identifier \"C\"]");
    assertRejected("class C(private private a) {}", "1:17", "repeated modifier near 'private'");
    assertRejected("class C(static a) {}", "1:16", "')' expected near 'a'");
  }

  @Test
  @Production({"member", "modifier", "access", "property"})
  void member_property_hasTypeAndValue() {
    assertMember("a", "property[identifier \"a\"]");
    assertMember(
        "a; b?: T, c = 1 d: U = 2",
        "property[identifier \"a\"], property[type-name \"T\", identifier \"b\", modifiers ?],"
            + " property[default-value[integer 1], identifier \"c\"], property[type-name \"U\","
            + " default-value[integer 2], identifier \"d\"]");
    assertMember(
        "@a @b() public static readonly override abstract final c",
        "property[decorator[name \"a\"], decorator[call[name \"b\"]], identifier \"c\", modifiers"
            + " readonly static abstract final override public]");
    assertMember(
        "private a protected b",
        "property[identifier \"a\", modifiers private], property[identifier \"b\", modifiers"
            + " protected]");
    for (String word :
        "public protected private static readonly override abstract final get set operator constructor"
            .split(" ")) {
      assertMember(word + ": T", "property[type-name \"T\", identifier \"" + word + "\"]");
      assertMember(
          word + " = 1", "property[default-value[integer 1], identifier \"" + word + "\"]");
      assertMember(word + "?", "property[identifier \"" + word + "\", modifiers ?]");
      assertMember(word + ";", "property[identifier \"" + word + "\"]");
      assertMember(
          "static " + word,
          "property[identifier \""
              + word
              + "\", modifiers static]"
                  .replace(
                      "property[identifier \"static\", modifiers static]",
                      "property[identifier \"static\", modifiers static]"));
    }
    assertPositions(
        "class C { static a: T = 1 }",
        "class @0[property @17[type-name \"T\" @20, default-value @22[integer 1 @24], identifier"
            + " \"a\" @17, modifiers static @17], identifier \"C\" @6]");
    assertRejected("class C { 1 }", "1:11", "member or '}' expected near '1'");
    assertRejected("class C { static static a }", "1:18", "repeated modifier near 'static'");
    assertRejected("class C { end }", "1:11", "member or '}' expected near 'end'");
  }

  @Test
  @Production({"method", "constructor", "getter", "setter"})
  void member_functions_areTheirKinds() {
    assertMember("m() end", "method[function[block], identifier \"m\"]");
    assertMember(
        "m?<T>(a: T): T { return a }",
        "method[typed-function[type-parameters[type-parameter[identifier \"T\"]],"
            + " typed-parameter[parameter \"a\", type-name \"T\"], return-type[type-name \"T\"],"
            + " block[return[name \"a\"]]], identifier \"m\", modifiers ?]");
    assertMember(
        "abstract m(a): T n() end",
        "method[signature[parameter \"a\", return-type[type-name \"T\"]], identifier \"m\","
            + " modifiers abstract], method[function[block], identifier \"n\"]");
    assertMember(
        "private constructor(a) end",
        "constructor[function[parameter \"a\", block], modifiers private]");
    assertMember(
        "constructor<T>() end",
        "constructor[typed-function[type-parameters[type-parameter[identifier \"T\"]], block]]");
    assertMember(
        "static get a(): T end set a(b) end",
        "getter[typed-function[return-type[type-name \"T\"], block], identifier \"a\", modifiers"
            + " static], setter[function[parameter \"b\", block], identifier \"a\"]");
    assertMember(
        "get() end set() end static() end operator() end get<T>() end",
        "method[function[block], identifier \"get\"], method[function[block], identifier \"set\"],"
            + " method[function[block], identifier \"static\"], method[function[block], identifier"
            + " \"operator\"], method[typed-function[type-parameters[type-parameter[identifier"
            + " \"T\"]], block], identifier \"get\"]");
    assertMember("get get() end", "getter[function[block], identifier \"get\"]");
    assertPositions(
        "class C { @a static m(b) end get c() end constructor() end abstract d() }",
        "class @0[method @20[decorator @10[name \"a\" @11], function @21[parameter \"b\" @22, block"
            + " @25], identifier \"m\" @20, modifiers static @20], getter @33[function @34[block"
            + " @37], identifier \"c\" @33], constructor @41[function @52[block @55]], method"
            + " @68[signature @69, identifier \"d\" @68, modifiers abstract @68], identifier \"C\""
            + " @6]");
    assertRejected("class C { m(): T }", "1:18", "'end' expected near '}'");
    assertRejected("class C { get a }", "1:17", "'(' expected near '}'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "+ § add",
        "- § subtract",
        "* § multiply",
        "/ § divide",
        "// § floor-divide",
        "% § modulo",
        "^ § power",
        ".. § concat",
        "== § equal",
        "< § less",
        "<= § less-equal",
        "& § bit-and",
        "| § bit-or",
        "~ § bit-xor",
        "<< § shift-left",
        ">> § shift-right",
        "# § length",
        "[] § index",
        "[]= § keyed-field",
        "() § call",
      })
  @Production({"operator", "operatorName"})
  void member_operator_isItsKind(String operator, String kind) {
    assertMember(
        "operator " + operator + "(a) end",
        "operator[function[parameter \"a\", block], operator-name " + kind + "]");
    int opening = 19 + operator.length();
    assertPositions(
        "class C { operator " + operator + "(a) end }",
        "class @0[operator @19[function @%d[parameter \"a\" @%d, block @%d], operator-name %s @19], identifier \"C\" @6]"
            .formatted(opening, opening + 1, opening + 4, kind));
  }

  @Test
  @Production("operatorName")
  void member_operatorOfNone_isRefused() {
    assertRejected("class C { operator >(a) end }", "1:20", "operator expected near '>'");
    assertRejected("class C { operator a() end }", "1:20", "operator expected near 'a'");
    assertRejected("class C { operator [a] end }", "1:21", "']' expected near 'a'");
  }

  @Test
  @Production({"interface", "interfaceMember", "defaultBody"})
  void interface_members_mayHaveBodies() {
    assertChunk("interface I {}", "interface[identifier \"I\"]");
    assertChunk(
        "interface I<T> extends A, B<T> { a: T readonly b?: U; m(), [k: K]: V n(a): T { return a }"
            + " o() {} }",
        "interface[type-parameters[type-parameter[identifier \"T\"]], extended-types[type-name"
            + " \"A\", type-reference[type-name \"T\", identifier \"B\"]],"
            + " property-signature[type-name \"T\", identifier \"a\"], property-signature[type-name"
            + " \"U\", identifier \"b\", modifiers ? readonly], method-signature[signature,"
            + " identifier \"m\"], index-signature[type-name \"K\", type-name \"V\", identifier"
            + " \"k\"], method[typed-function[parameter \"a\", return-type[type-name \"T\"],"
            + " block[return[name \"a\"]]], identifier \"n\"], method[function[block], identifier"
            + " \"o\"], identifier \"I\"]");
    assertChunk(
        "interface I { a: T\n[k: K]: V\nb: U }",
        "interface[property-signature[type-name \"T\", identifier \"a\"], index-signature[type-name"
            + " \"K\", type-name \"V\", identifier \"k\"], property-signature[type-name \"U\","
            + " identifier \"b\"], identifier \"I\"]");
    assertPositions(
        "interface I extends A { m?() {} }",
        "interface @0[extended-types @12[type-name \"A\" @20], method @24[function @26[block @30],"
            + " identifier \"m\" @24, modifiers ? @24], identifier \"I\" @10]");
    assertRejected("interface I { m() end }", "1:19", "<name> expected near 'end'");
    assertRejected("interface I { [K in A]: B }", "1:18", "':' expected near 'in'");
    assertRejected("interface I {\na: A", "2:5", "<name> expected near <eof>");
  }

  @Test
  @Production({"enum", "enumMember"})
  void enum_members_haveValuesOrArguments() {
    assertChunk("enum E {}", "enum[identifier \"E\"]");
    assertChunk(
        "enum E { A, B = 1 + 2, C(1, ...a), }",
        "enum[enum-member[identifier \"A\"], enum-member[default-value[add[integer 1, integer 2]],"
            + " identifier \"B\"], enum-member[arguments[integer 1, spread[name \"a\"]], identifier"
            + " \"C\"], identifier \"E\"]");
    assertChunk(
        "enum E(private a: T) implements I { A(1); m() end b: U }",
        "enum[primary-constructor[typed-parameter[parameter \"a\", type-name \"T\", modifiers"
            + " private]], implemented-types[type-name \"I\"], enum-member[arguments[integer 1],"
            + " identifier \"A\"], method[function[block], identifier \"m\"], property[type-name"
            + " \"U\", identifier \"b\"], identifier \"E\"]");
    assertChunk("enum E { ; a }", "enum[property[identifier \"a\"], identifier \"E\"]");
    assertPositions(
        "enum E { A = 1, B(2) }",
        "enum @0[enum-member @9[default-value @11[integer 1 @13], identifier \"A\" @9], enum-member"
            + " @16[arguments @17[integer 2 @18], identifier \"B\" @16], identifier \"E\" @5]");
    assertRejected("enum E { A B }", "1:12", "'}' expected near 'B'");
    assertRejected("enum E { A{} }", "1:11", "'}' expected near '{'");
    assertRejected("enum E { , }", "1:10", "<name> expected near ','");
  }

  @Test
  @Production("namespace")
  void namespace_block_isFirst() {
    assertChunk("namespace a {}", "namespace[block, identifier \"a\"]");
    assertChunk(
        "namespace a.b.c { namespace d.e {} f() }",
        "namespace[block[namespace[block, identifier \"d\", identifier \"e\"], call[name \"f\"]],"
            + " identifier \"a\", identifier \"b\", identifier \"c\"]");
    assertPositions(
        "namespace a.b {}", "namespace @0[block @15, identifier \"a\" @10, identifier \"b\" @12]");
    assertRejected("namespace a b", "1:13", "'{' expected near 'b'");
    assertRejected("namespace a. {}", "1:14", "<name> expected near '{'");
    assertRejected("namespace a { end", "1:15", "'}' expected near 'end'");
  }

  @Test
  @Production({"import", "importClause", "importNamespace", "importItems", "moduleItem"})
  void import_clauses_areAllForms() {
    assertChunk("import a from 'm'", "import[import-default \"a\", string \"m\"]");
    assertChunk("import * as a from 'm'", "import[import-namespace \"a\", string \"m\"]");
    assertChunk(
        "import {a, b as c, type d, type e as f,} from 'm'",
        "import[import-item[identifier \"a\"], import-item[identifier \"b\", identifier \"c\"],"
            + " import-item[identifier \"d\", modifiers type], import-item[identifier \"e\","
            + " identifier \"f\", modifiers type], string \"m\"]");
    assertChunk("import {} from 'm'", "import[string \"m\"]");
    assertChunk(
        "import a, {b} from 'm'",
        "import[import-default \"a\", import-item[identifier \"b\"], string \"m\"]");
    assertChunk(
        "import a, * as b from 'm'",
        "import[import-default \"a\", import-namespace \"b\", string \"m\"]");
    assertChunk(
        "import type a from 'm'", "import[import-default \"a\", string \"m\", modifiers type]");
    assertChunk(
        "import type {a} from 'm'",
        "import[import-item[identifier \"a\"], string \"m\", modifiers type]");
    assertChunk(
        "import type * as a from 'm'",
        "import[import-namespace \"a\", string \"m\", modifiers type]");
    assertPositions(
        "import type a, {type b as c} from 'm'",
        "import @0[import-default \"a\" @12, import-item @21[identifier \"b\" @21, identifier \"c\""
            + " @26, modifiers type @21], string \"m\" @34, modifiers type @0]");
    assertRejected("import a", "1:9", "'from' expected near <eof>");
    assertRejected("import a from b", "1:15", "<string> expected near 'b'");
    assertRejected("import a, b from 'm'", "1:11", "'*' or '{' expected near 'b'");
    assertRejected("import * a from 'm'", "1:10", "'as' expected near 'a'");
    assertRejected("import {1} from 'm'", "1:9", "<name> expected near '1'");
    assertRejected("import 1", "1:8", "<name>, '*' or '{' expected near '1'");
  }

  @Test
  @Production({"importClause", "moduleItem"})
  void import_typeAsAName_isOne() {
    assertChunk("import type from 'm'", "import[import-default \"type\", string \"m\"]");
    assertChunk(
        "import type, {a} from 'm'",
        "import[import-default \"type\", import-item[identifier \"a\"], string \"m\"]");
    assertChunk(
        "import type from from 'm'",
        "import[import-default \"from\", string \"m\", modifiers type]");
    assertChunk(
        "import {type, type as a, default as b, as as as} from 'm'",
        "import[import-item[identifier \"type\"], import-item[identifier \"type\", identifier"
            + " \"a\"], import-item[identifier \"default\", identifier \"b\"],"
            + " import-item[identifier \"as\", identifier \"as\"], string \"m\"]");
  }

  @Test
  @Production({"export", "exportable", "exportDefault", "exportList", "exportAll"})
  void export_forms_areTheirKinds() {
    assertChunk("export const a = 1", "export[const[const-name \"a\", integer 1]]");
    assertChunk("export local a", "export[local[local-name \"a\"]]");
    assertChunk("export local function a() end", "export[local-function \"a\"[function[block]]]");
    assertChunk(
        "export function a() end", "export[function-declaration[name \"a\", function[block]]]");
    assertChunk("export class C {}", "export[class[identifier \"C\"]]");
    assertChunk(
        "export abstract class C {}", "export[class[identifier \"C\", modifiers abstract]]");
    assertChunk(
        "export @a final class C {}",
        "export[class[decorator[name \"a\"], identifier \"C\", modifiers final]]");
    assertChunk("export interface I {}", "export[interface[identifier \"I\"]]");
    assertChunk("export type T = A", "export[type-alias[type-name \"A\", identifier \"T\"]]");
    assertChunk("export enum E {}", "export[enum[identifier \"E\"]]");
    assertChunk("export namespace a {}", "export[namespace[block, identifier \"a\"]]");
    assertChunk("export default a + 1", "export-default[add[name \"a\", integer 1]]");
    assertChunk("export default class C {}", "export-default[class[identifier \"C\"]]");
    assertChunk(
        "export default @a class C {}",
        "export-default[class[decorator[name \"a\"], identifier \"C\"]]");
    assertChunk(
        "export default final class C {}",
        "export-default[class[identifier \"C\", modifiers final]]");
    assertChunk(
        "export default function a() end",
        "export-default[function-declaration[name \"a\", function[block]]]");
    assertChunk("export default function() end", "export-default[function[block]]");
    assertChunk("export default class", "export-default[name \"class\"]");
    assertChunk("export default class()", "export-default[call[name \"class\"]]");
    assertChunk(
        "export {a, type b as c,}",
        "export-list[export-item[identifier \"a\"], export-item[identifier \"b\", identifier \"c\","
            + " modifiers type]]");
    assertChunk("export {} from 'm'", "export-list[string \"m\"]");
    assertChunk(
        "export type {a} from 'm'",
        "export-list[export-item[identifier \"a\"], string \"m\", modifiers type]");
    assertChunk(
        "export {a} from()", "export-list[export-item[identifier \"a\"]], call[name \"from\"]");
    assertChunk("export * from 'm'", "export-all[string \"m\"]");
    assertChunk("export * as a from 'm'", "export-all[string \"m\", identifier \"a\"]");
    assertChunk(
        "export type * as a from 'm'",
        "export-all[string \"m\", identifier \"a\", modifiers type]");
    assertPositions(
        " export {a as b} from 'm'",
        "export-list @1[export-item @9[identifier \"a\" @9, identifier \"b\" @14], string \"m\""
            + " @22]");
    assertPositions(
        " export * as a from 'm'", "export-all @1[string \"m\" @20, identifier \"a\" @13]");
    assertPositions(" export local a", "export @1[local @8[local-name \"a\" @14]]");
    assertPositions(" export default a", "export-default @1[name \"a\" @16]");
    String expected = "declaration, 'default', '{' or '*' expected near ";
    assertRejected("export", "1:7", expected + "<eof>");
    assertRejected("export a", "1:8", expected + "'a'");
    assertRejected("export if", "1:8", expected + "'if'");
    assertRejected("export declare const a: T", "1:8", expected + "'declare'");
    assertRejected("export * a", "1:10", "'from' expected near 'a'");
    assertRejected("export @a const b = 1", "1:11", "'class' expected near 'const'");
  }

  @Test
  @Production({"declare", "declared", "declaredFunction", "declaredConst", "declaredNamespace"})
  void declare_declarations_haveNoBodies() {
    assertChunk(
        "declare function f<T>(a: T): T throws E",
        "declare[declared-function[signature[type-parameters[type-parameter[identifier \"T\"]],"
            + " typed-parameter[parameter \"a\", type-name \"T\"], return-type[type-name \"T\"],"
            + " throws[type-name \"E\"]], identifier \"f\"]]");
    assertChunk("declare const a: T", "declare[declared-const[type-name \"T\", identifier \"a\"]]");
    assertChunk("declare type T = A", "declare[type-alias[type-name \"A\", identifier \"T\"]]");
    assertChunk("declare interface I {}", "declare[interface[identifier \"I\"]]");
    assertChunk(
        "declare namespace a.b { const c: T; function d() type U = V interface I {} namespace e {}"
            + " }",
        "declare[namespace[block[declared-const[type-name \"T\", identifier \"c\"],"
            + " declared-function[signature, identifier \"d\"], type-alias[type-name \"V\","
            + " identifier \"U\"], interface[identifier \"I\"], namespace[block, identifier"
            + " \"e\"]], identifier \"a\", identifier \"b\"]]");
    assertPositions(
        "declare namespace a { function b() const c: T }",
        "declare @0[namespace @8[block @22[declared-function @22[signature @32, identifier \"b\""
            + " @31], declared-const @35[type-name \"T\" @44, identifier \"c\" @41]], identifier"
            + " \"a\" @18]]");
    String expected = "'function', 'const', 'type', 'interface' or 'namespace' expected near ";
    assertRejected("declare", "1:8", expected + "<eof>");
    assertRejected("declare class C {}", "1:9", expected + "'class'");
    assertRejected("declare namespace a { f() }", "1:23", expected + "'f'");
    assertRejected("declare const a", "1:16", "':' expected near <eof>");
    assertRejected("declare function f() end", "1:22", "<eof> expected near 'end'");
    assertRejected("declare namespace a {", "1:22", expected + "<eof>");
  }
}
