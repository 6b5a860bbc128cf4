package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertExpression;
import static dev.arenabench.frontend.Trees.assertPositions;
import static dev.arenabench.frontend.Trees.assertRejected;
import static dev.arenabench.frontend.Trees.assertSameExpression;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedExpressionTest {
  @ParameterizedTest
  @CsvSource({
    "??, coalesce",
    "|>, pipe",
    "instanceof, instance-of",
    "!=, bang-equal",
  })
  @Production("binaryOperator")
  void operator_binary_isItsKind(String operator, String kind) {
    assertExpression(
        "a " + operator + " b " + operator + " c",
        kind + "[" + kind + "[name \"a\", name \"b\"], name \"c\"]");
    assertPositions(
        "x = a " + operator + " b",
        "assign @2[name \"x\" @0, %s @6[name \"a\" @4, name \"b\" @%d]]"
            .formatted(kind, 7 + operator.length()));
    if (!operator.equals("instanceof")) { // which is a name there
      assertRejected("x = " + operator + " b", "1:5", "unexpected symbol near '" + operator + "'");
    }
    int end = 7 + operator.length();
    assertRejected("x = a " + operator, "1:" + end, "unexpected symbol near <eof>");
  }

  /// The table of the grammar page, loosest first.
  @Test
  @Production("expression")
  void operators_eachPair_bindByLevel() {
    List<List<String>> levels =
        List.of(
            List.of("or", "??"),
            List.of("and"),
            List.of("|>"),
            List.of("<", ">", "<=", ">=", "~=", "==", "!=", "instanceof"),
            List.of("|"),
            List.of("~"),
            List.of("&"),
            List.of("<<", ">>"),
            List.of(".."),
            List.of("+", "-"),
            List.of("*", "/", "//", "%"),
            List.of("^"));
    for (int i = 0; i < levels.size(); i++) {
      for (int j = 0; j < levels.size(); j++) {
        for (String first : levels.get(i)) {
          for (String second : levels.get(j)) {
            boolean isLeft = i > j || i == j && !first.equals("..") && !first.equals("^");
            assertSameExpression(
                "a " + first + " b " + second + " c",
                isLeft
                    ? "(a " + first + " b) " + second + " c"
                    : "a " + first + " (b " + second + " c)");
          }
        }
      }
      for (String operator : levels.get(i)) {
        assertSameExpression("a " + operator + " b ? c : d", "(a " + operator + " b) ? c : d");
        assertSameExpression("a ? b : c " + operator + " d", "a ? b : (c " + operator + " d)");
        assertSameExpression("a ? b " + operator + " c : d", "a ? (b " + operator + " c) : d");
        assertSameExpression("x => a " + operator + " b", "x => (a " + operator + " b)");
        String grouped = i < 3 ? "a " + operator + " (b as T)" : "(a " + operator + " b) as T";
        assertSameExpression("a " + operator + " b as T", grouped);
        if (!operator.equals("^")) {
          assertSameExpression("!a " + operator + " b", "(!a) " + operator + " b");
        }
      }
    }
    assertSameExpression("!a^b", "!(a^b)");
    assertSameExpression("2^!a^b", "2^(!(a^b))");
    assertSameExpression("!not - #~a", "!(not (-(#(~a))))");
    assertSameExpression("a as T + b", "(a as T) + b");
    assertSameExpression("a as T as U ?? b", "((a as T) as U) ?? b");
    assertSameExpression("x => y => z", "x => (y => z)");
  }

  @Test
  @Production({"unary", "operand"})
  void unary_bang_isAnOperator() {
    assertExpression("!a", "bang[name \"a\"]");
    assertExpression("!!a.b", "bang[bang[field \"b\"[name \"a\"]]]");
    assertRejected("x = !", "1:6", "unexpected symbol near <eof>");
  }

  @Test
  void conditional_operands_haveTheirPlaces() {
    assertExpression("a ? b : c", "conditional[name \"a\", name \"b\", name \"c\"]");
    assertPositions(
        "x = a ? b : c",
        "assign @2[name \"x\" @0, conditional @6[name \"a\" @4, name \"b\" @8, name \"c\" @12]]");
    assertSameExpression("a ? b : c ? d : e", "a ? b : (c ? d : e)");
    assertSameExpression("a ? b ? c : d : e", "a ? (b ? c : d) : e");
    assertSameExpression("a ? x => b : y => c", "a ? (x => b) : (y => c)");
    assertSameExpression("a ? try b catch c : d", "a ? (try b catch c) : d");
    assertSameExpression("a ?.5 : c", "a ? (.5) : c");
  }

  @Test
  void conditional_colonInTheMiddle_endsIt() {
    assertSameExpression("a ? b : c()", "a ? (b) : (c())");
    assertSameExpression("a ? (b:m()) : c", "a ? ((b:m())) : c");
    assertSameExpression("a ? f(b:m()) : c:n()", "a ? (f(b:m())) : (c:n())");
    assertSameExpression("a ? {b:m()} : c", "a ? ({b:m()}) : c");
    assertSameExpression("a ? b[c:m()].d : e", "a ? (b[c:m()].d) : e");
    assertSameExpression("a ? -b : c", "a ? (-b) : c");
    assertSameExpression("a ? #b : c", "a ? (#b) : c");
    assertSameExpression("a ? !b : c", "a ? (!b) : c");
    assertSameExpression("a ? 1 + b * c ?? d : e", "a ? (1 + b * c ?? d) : e");
    assertSameExpression("a ? 's' : c", "a ? ('s') : c");
    assertSameExpression("a ? (b) : c", "a ? b : c");
    assertSameExpression("a ? (b) => b : c", "a ? ((b) => b) : c");
    assertSameExpression("a ? (b: T) => b : c", "a ? ((b: T) => b) : c");
    assertSameExpression("a ? <T>(b) => b : c", "a ? (<T>(b) => b) : c");
    assertSameExpression("a ? b => { c:m() } : d", "a ? (b => { c:m() }) : d");
    assertSameExpression("a ? new C(b:m()).d : e", "a ? (new C(b:m()).d) : e");
    assertSameExpression("a ? b as T : c", "a ? (b as T) : c");
    assertSameExpression("a ? b instanceof C : c", "a ? (b instanceof C) : c");
    assertSameExpression("a ? [b] : c", "a ? ([b]) : c");
    assertSameExpression("a ? `${b:m()}` : c", "a ? (`${b:m()}`) : c");
    assertSameExpression("a ? match b { _ => c:m() } : d", "a ? (match b { _ => c:m() }) : d");
    assertSameExpression("a ? function() b:m() end : c", "a ? (function() b:m() end) : c");
    assertSameExpression(
        "a ? function(): T return b:m() end : c", "a ? (function(): T return b:m() end) : c");
    assertSameExpression("a ? b<T>(c) : d", "a ? (b<T>(c)) : d");
    assertSameExpression("a ? b?.c : d", "a ? (b?.c) : d");
    assertRejected("x = a ? b:m() : c", "1:18", "function arguments expected near <eof>");
    assertRejected("x = a ? (b): T => c : d", "1:24", "function arguments expected near <eof>");
    assertRejected("x = a ? (b: T): U => c : d", "1:15", "'=>' expected near ':'");
    assertRejected("x = a ? b", "1:10", "':' expected near <eof>");
    assertRejected("x = a ? : c", "1:9", "unexpected symbol near ':'");
  }

  @Test
  void as_type_isBehindIt() {
    assertExpression("a as T", "as[name \"a\", type-name \"T\"]");
    assertPositions(
        "x = a.b as T",
        "assign @2[name \"x\" @0, as @8[field \"b\" @6[name \"a\" @4], type-name \"T\" @11]]");
    assertExpression(
        "a as T ? b : c", "conditional[as[name \"a\", type-name \"T\"], name \"b\", name \"c\"]");
    assertExpression(
        "a as (T?) ?? b",
        "coalesce[as[name \"a\", paren-type[nullable-type[type-name \"T\"]]], name \"b\"]");
    assertExpression("a as T | U", "as[name \"a\", union-type[type-name \"T\", type-name \"U\"]]");
    assertRejected("x = a as", "1:9", "type expected near <eof>");
  }

  @Test
  @Production("suffix")
  void suffix_optional_isItsKind() {
    assertExpression("a?.b", "optional-field \"b\"[name \"a\"]");
    assertExpression("a?.[b]", "optional-index[name \"a\", name \"b\"]");
    assertExpression("a?.(b, c)", "optional-call[name \"a\", name \"b\", name \"c\"]");
    assertExpression(
        "a?.b.c?.[1]:d()?.()",
        "optional-call[method-call[optional-index[field \"c\"[optional-field \"b\"[name \"a\"]],"
            + " integer 1], method-name \"d\"]]");
    assertPositions(
        "x = a?.b?.[c]?.(d)",
        "assign @2[name \"x\" @0, optional-call @13[optional-index @8[optional-field \"b\" @7[name"
            + " \"a\" @4], name \"c\" @11], name \"d\" @16]]");
    assertChunk("a?.(b)", "optional-call[name \"a\", name \"b\"]");
    assertRejected("x = a?.", "1:8", "<name>, '[' or '(' expected near <eof>");
    assertRejected("x = a?.{}", "1:8", "<name>, '[' or '(' expected near '{'");
  }

  @Test
  @Production({"suffix", "typeArguments", "argumentList"})
  void suffix_genericCall_hasTypes() {
    assertExpression(
        "f<T, U[]>(a)",
        "generic-call[name \"f\", type-arguments[type-name \"T\", array-type[type-name \"U\"]],"
            + " name \"a\"]");
    assertExpression(
        "a.b<T>().c",
        "field \"c\"[generic-call[field \"b\"[name \"a\"], type-arguments[type-name \"T\"]]]");
    assertExpression(
        "a:b<T>(c)",
        "generic-method-call[name \"a\", type-arguments[type-name \"T\"], name \"c\", method-name"
            + " \"b\"]");
    assertPositions(
        "a:b<T>(c)",
        "generic-method-call @6[name \"a\" @0, type-arguments @3[type-name \"T\" @4], name \"c\""
            + " @7, method-name \"b\" @2]");
    assertPositions(
        "f<T>(c)",
        "generic-call @4[name \"f\" @0, type-arguments @1[type-name \"T\" @2], name \"c\" @5]");
    for (String type :
        List.of(
            "A<B<C>>",
            "A<B<C<D>>>",
            "{a: T, readonly b?: U; m(): V}",
            "{[k: string]: V}",
            "{-readonly [K in keyof T]+?: T[K]}",
            "[a: T, b?: U, ...V[]]",
            "(a: T, b?: U, ...c: V[]) => R",
            "<T extends A = B<C>>(a: T) => a is T",
            "keyof typeof a.b",
            "A extends (infer U) ? U : never",
            "`a${`b${T}`}c${U}`",
            "-1 | 2 | 's' | nil | true",
            "T??[]",
            "| A & B")) {
      String expected = "generic-call[name \"f\", type-arguments[";
      String source = "f< " + type + ">(a)"; // A blank, for `<<` is a shift.
      Trees.assertExpressionStarts(source, expected);
      Trees.assertExpressionStarts("f<X, " + type + ">(a)", expected + "type-name \"X\", ");
    }
    assertRejected("x = a:b<T>", "1:11", "'(' expected near <eof>");
    assertRejected("x = a:b<T", "1:10", "'>' expected near <eof>");
    assertRejected("x = a:b<>()", "1:9", "type expected near '>'");
  }

  /// What is no generic call is comparisons.
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "a < b",
        "a < b > c",
        "a < b, c > d",
        "a < b and c > (d)",
        "a < b + c > (d)",
        "a < f(b) > (c)",
        "a < #b > (c)",
        "a < (b + c) > (d)",
        "a < b.c > d",
        "a < b >> (c)",
        "a < b >= (c)",
        "a < not b",
        "a < function() end",
        "a < b c > (d)",
        "a < {b = c > (d)}",
        "{a < b, c > d}",
        "{a < b, a < b, a < b}",
        "a < 'b",
        "a < `b",
        "a < `b${c`",
        "a < [b > (c)",
        "a < (b > (c)",
        "a < b) > (c)",
        "a < b] > (c)",
        "a < b} > (c)",
        "a < ... b > (c)",
        "a < b = c > (d)",
        "a < b; c > (d)",
        "a < b in c > (d)",
      })
  void suffix_noGenericCall_isAComparison(String source) {
    Trees.assertStartsWithComparison(source);
  }

  @Test
  @Production({"array", "elements", "element", "spread"})
  void array_elements_mayBeSpread() {
    assertExpression("[]", "array");
    assertExpression("[1, a,]", "array[integer 1, name \"a\"]");
    assertExpression(
        "[...a.b, ...f(), ...]",
        "array[spread[field \"b\"[name \"a\"]], spread[call[name \"f\"]], vararg]");
    assertExpression("[ [1], [] ]", "array[array[integer 1], array]");
    assertPositions("x = [...a]", "assign @2[name \"x\" @0, array @4[spread @5[name \"a\" @8]]]");
    assertRejected("x = [1", "1:7", "']' expected near <eof>");
    assertRejected("x = [\n1", "2:2", "']' expected (to close '[' at line 1) near <eof>");
    assertRejected("x = [,]", "1:6", "unexpected symbol near ','");
  }

  @Test
  @Production({"spread", "argumentList"})
  void spread_dots_areVarargBeforeOperators() {
    assertExpression("f(...)", "call[name \"f\", vararg]");
    assertExpression("f(..., 1)", "call[name \"f\", vararg, integer 1]");
    assertExpression("f(... - 1)", "call[name \"f\", subtract[vararg, integer 1]]");
    assertExpression("f(... ~ 1)", "call[name \"f\", bit-xor[vararg, integer 1]]");
    assertExpression("f(... < 1)", "call[name \"f\", less[vararg, integer 1]]");
    assertExpression("f(... or 1)", "call[name \"f\", or[vararg, integer 1]]");
    for (String operand :
        "a 1 1.5 's' nil true false (a) {} [a] function()end not(a) #a !a `a` ...".split(" ")) {
      Trees.assertExpressionStarts("f(..." + operand + ")", "call[name \"f\", spread[");
      Trees.assertExpressionStarts("{..." + operand + "}", "table[spread[");
    }
    assertRejected("x = ...a", "1:9", "syntax error near <eof>");
    assertRejected("x = (...a)", "1:11", "'=>' expected near <eof>");
  }

  @Test
  @Production("template")
  void template_piecesAndHoles_areInOrder() {
    assertExpression("``", "template");
    assertExpression("`a`", "template[template-text \"a\"]");
    assertExpression("`${a}`", "template[name \"a\"]");
    assertExpression(
        "`a${b}${c + 1}d`",
        "template[template-text \"a\", name \"b\", add[name \"c\", integer 1], template-text"
            + " \"d\"]");
    assertExpression(
        "`a${`b${ {c = '}'} }`}`",
        "template[template-text \"a\", template[template-text \"b\", table[named-field \"c\"[string"
            + " \"}\"]]]]");
    assertPositions(
        "x = `a${b}c`",
        "assign @2[name \"x\" @0, template @4[template-text \"a\" @5, name \"b\" @8, template-text"
            + " \"c\" @10]]");
    assertRejected("x = `a${}`", "1:9", "unexpected symbol near '}'");
    assertRejected("x = `a${b c}`", "1:11", "'}' expected near 'c'");
    assertRejected("x = `a\n${b", "2:4", "'}' expected (to close template at line 1) near <eof>");
    assertRejected("x = `a", "1:7", "unfinished template (starting at line 1) near <eof>");
  }

  @Test
  @Production("new")
  void new_class_hasArguments() {
    assertExpression("new C()", "new[name \"C\"]");
    assertExpression(
        "new a.B<T>(1, ...c)",
        "new[field \"B\"[name \"a\"], type-arguments[type-name \"T\"], integer 1, spread[name"
            + " \"c\"]]");
    assertExpression(
        "new C().a:b()", "method-call[field \"a\"[new[name \"C\"]], method-name \"b\"]");
    assertPositions(
        "x = new C(a)", "assign @2[name \"x\" @0, new @4[name \"C\" @8, name \"a\" @10]]");
    assertRejected("x = new C", "1:10", "'(' expected near <eof>");
    assertRejected("x = new C{}", "1:10", "'(' expected near '{'");
  }

  @Test
  @Production({"match", "matchArm"})
  void match_arms_haveBlocksOrExpressions() {
    assertExpression("match a {}", "match[name \"a\"]");
    assertExpression(
        "match a {1 => b, 2 => c,}",
        "match[name \"a\", match-arm[literal-pattern[integer 1], name \"b\"],"
            + " match-arm[literal-pattern[integer 2], name \"c\"]]");
    assertExpression(
        "match a {b when b > 1 => {f()} c => {}, _ => x => {}}",
        "match[name \"a\", match-arm[local-name \"b\", guard[greater[name \"b\", integer 1]],"
            + " block[call[name \"f\"]]], match-arm[local-name \"c\", block], match-arm[wildcard,"
            + " arrow[parameter \"x\", block]]]");
    assertExpression(
        "match f(a{}).b {_ => 1}",
        "match[field \"b\"[call[name \"f\", call[name \"a\", table]]], match-arm[wildcard, integer"
            + " 1]]");
    assertExpression(
        "match a {b when c => d, b when (c) => d, b when c ? d : e => f, b when x < c => d}",
        "match[name \"a\", match-arm[local-name \"b\", guard[name \"c\"], name \"d\"],"
            + " match-arm[local-name \"b\", guard[paren[name \"c\"]], name \"d\"],"
            + " match-arm[local-name \"b\", guard[conditional[name \"c\", name \"d\", name \"e\"]],"
            + " name \"f\"], match-arm[local-name \"b\", guard[less[name \"x\", name \"c\"]], name"
            + " \"d\"]]");
    assertExpression(
        "match match a {_ => b} {_ => c}",
        "match[match[name \"a\", match-arm[wildcard, name \"b\"]], match-arm[wildcard, name"
            + " \"c\"]]");
    assertPositions(
        "x = match a {b when c => d}",
        "assign @2[name \"x\" @0, match @4[name \"a\" @10, match-arm @22[local-name \"b\" @13,"
            + " guard @15[name \"c\" @20], name \"d\" @25]]]");
    assertRejected("x = match a", "1:12", "'{' expected near <eof>");
    assertRejected("x = match a {b c}", "1:16", "'=>' expected near 'c'");
    assertRejected("x = match a {b => c d => e}", "1:21", "'}' expected near 'd'");
    assertRejected("x = match a {b =>}", "1:18", "unexpected symbol near '}'");
  }

  @Test
  @Production({"arrow", "arrowBody"})
  void arrow_parameters_areOneOrInParentheses() {
    assertExpression("a => b", "arrow[parameter \"a\", name \"b\"]");
    assertExpression("() => b", "arrow[name \"b\"]");
    assertExpression("(a) => b", "arrow[parameter \"a\", name \"b\"]");
    assertExpression("(a, b) => c", "arrow[parameter \"a\", parameter \"b\", name \"c\"]");
    assertExpression("(...) => c", "arrow[vararg-parameter, name \"c\"]");
    assertExpression("(...a) => c", "arrow[rest-parameter \"a\", name \"c\"]");
    assertExpression(
        "(a = 1) => c",
        "arrow[typed-parameter[parameter \"a\", default-value[integer 1]], name \"c\"]");
    assertExpression(
        "(a?) => c", "arrow[typed-parameter[parameter \"a\", modifiers ?], name \"c\"]");
    assertExpression(
        "(a?: T, b) => c",
        "arrow[typed-parameter[parameter \"a\", type-name \"T\", modifiers ?], parameter \"b\","
            + " name \"c\"]");
    assertExpression(
        "(a: T): U => c",
        "arrow[typed-parameter[parameter \"a\", type-name \"T\"], return-type[type-name \"U\"],"
            + " name \"c\"]");
    assertExpression(
        "(a): a is T => c",
        "arrow[parameter \"a\", return-type[predicate-type \"a\"[type-name \"T\"]], name \"c\"]");
    assertExpression(
        "(...): T<U> => c",
        "arrow[vararg-parameter, return-type[type-reference[type-name \"U\", identifier \"T\"]],"
            + " name \"c\"]");
    assertExpression(
        "(a: b<T>) => c",
        "arrow[typed-parameter[parameter \"a\", type-reference[type-name \"T\", identifier \"b\"]],"
            + " name \"c\"]");
    assertExpression(
        "<T>(a: T) => c",
        "arrow[type-parameters[type-parameter[identifier \"T\"]], typed-parameter[parameter \"a\","
            + " type-name \"T\"], name \"c\"]");
    assertExpression("a => {}", "arrow[parameter \"a\", block]");
    assertExpression("a => { return b }", "arrow[parameter \"a\", block[return[name \"b\"]]]");
    assertExpression("a => ({})", "arrow[parameter \"a\", paren[table]]");
    assertExpression(
        "f(a => b, c)", "call[name \"f\", arrow[parameter \"a\", name \"b\"], name \"c\"]");
    assertPositions(
        "x = (a: T): U => b",
        "assign @2[name \"x\" @0, arrow @14[typed-parameter @5[parameter \"a\" @5, type-name \"T\""
            + " @8], return-type @12[type-name \"U\" @12], name \"b\" @17]]");
    assertPositions(
        "x = a => b", "assign @2[name \"x\" @0, arrow @6[parameter \"a\" @4, name \"b\" @9]]");
  }

  @Test
  @Production("arrow")
  void arrow_whatIsNone_isParentheses() {
    assertExpression("(a)", "paren[name \"a\"]");
    assertExpression("(a):b()", "method-call[paren[name \"a\"], method-name \"b\"]");
    assertExpression("(a):b{}", "method-call[paren[name \"a\"], table, method-name \"b\"]");
    assertExpression("(a):b''", "method-call[paren[name \"a\"], string \"\", method-name \"b\"]");
    assertExpression(
        "(a):b<T>()",
        "generic-method-call[paren[name \"a\"], type-arguments[type-name \"T\"], method-name"
            + " \"b\"]");
    assertExpression("(a:b())", "paren[method-call[name \"a\", method-name \"b\"]]");
    assertExpression(
        "(a:b<T>())",
        "paren[generic-method-call[name \"a\", type-arguments[type-name \"T\"], method-name"
            + " \"b\"]]");
    assertExpression("(a ? b : c)", "paren[conditional[name \"a\", name \"b\", name \"c\"]]");
    assertExpression("(...)", "paren[vararg]");
    assertExpression("(...):b()", "method-call[paren[vararg], method-name \"b\"]");
    assertExpression("(a == b)", "paren[equal[name \"a\", name \"b\"]]");
  }

  @Test
  @Production("arrow")
  void arrow_wrong_isRefused() {
    assertRejected("x = a + b => c", "1:11", "unexpected symbol near '=>'");
    assertRejected("x = a + () => c", "1:10", "unexpected symbol near ')'");
    assertRejected("x = a + <T>() => c", "1:9", "unexpected symbol near '<'");
    assertRejected("x = -a => c", "1:8", "unexpected symbol near '=>'");
    assertRejected("x = a.b => c", "1:9", "unexpected symbol near '=>'");
    assertRejected("x = () + 1", "1:8", "'=>' expected near '+'");
    assertRejected("x = (a, b)", "1:11", "'=>' expected near <eof>");
    assertRejected("x = (a, 1) => c", "1:9", "<name> or '...' expected near '1'");
    assertRejected("x = (a, ..., b) => c", "1:12", "')' expected near ','");
    assertRejected("x = (..., a = 1) => c", "1:9", "')' expected near ','");
    assertRejected("x = (...a = 1) => c", "1:11", "')' expected near '='");
    assertRejected("x = a => {} + 1", "1:13", "unexpected symbol near '+'");
    assertRejected("x = a =>", "1:9", "unexpected symbol near <eof>");
    assertRejected("x = (a): T", "1:11", "'=>' expected near <eof>");
    assertRejected("a => b", "1:3", "syntax error near '=>'");
  }

  @Test
  @Production("tryExpression")
  void try_expression_hasTwo() {
    assertExpression("try a catch b", "try-expression[name \"a\", name \"b\"]");
    assertExpression(
        "try a() ?? b catch x => c",
        "try-expression[coalesce[call[name \"a\"], name \"b\"], arrow[parameter \"x\", name"
            + " \"c\"]]");
    assertExpression(
        "try try a catch b catch c",
        "try-expression[try-expression[name \"a\", name \"b\"], name \"c\"]");
    assertPositions(
        "x = try a catch b",
        "assign @2[name \"x\" @0, try-expression @4[name \"a\" @8, name \"b\" @16]]");
    assertRejected("x = try a", "1:10", "'catch' expected near <eof>");
    assertRejected(
        "x = 1 + try a catch b",
        "1:9",
        "'(' expected: 'try' as an operand needs parentheses near 'try'");
  }
}
