package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertExpression;
import static dev.arenabench.frontend.Trees.assertLua;
import static dev.arenabench.frontend.Trees.assertRejected;

import org.junit.jupiter.api.Test;

/// The productions that `TYPED_LUA` has from Lua: the same tree in both dialects.
class LuaGrammarTest {
  @Test
  @Production({"chunk", "block", "statement", "returnStatement"})
  void block_statements_areInOrder() {
    assertBoth("", "");
    assertBoth(";;", "");
    assertBoth("f(); g()", "call[name \"f\"], call[name \"g\"]");
    assertBoth("return", "return");
    assertBoth("return 1, 2;", "return[integer 1, integer 2]");
    assertRejected("return 1 f()", "1:10", "<eof> expected near 'f'");
    assertRejected("f() }", "1:5", "<eof> expected near '}'");
  }

  @Test
  @Production({"callStatement", "assignment"})
  void statement_suffixed_isCallOrAssignment() {
    assertBoth("f{}", "call[name \"f\", table]");
    assertBoth("a = 1", "assign[name \"a\", integer 1]");
    assertBoth(
        "a.b, c[1] = f()",
        "assign[field \"b\"[name \"a\"], index[name \"c\", integer 1], call[name \"f\"],"
            + " target-count 2]");
    assertRejected("a", "1:2", "syntax error near <eof>");
    assertRejected("a?.b", "1:5", "syntax error near <eof>");
    assertRejected("a?.b = 1", "1:6", "syntax error near '='");
    assertRejected("a?.[b] = 1", "1:8", "syntax error near '='");
    assertRejected("a?.(b) = 1", "1:8", "syntax error near '='");
  }

  @Test
  @Production({"label", "breakStatement", "gotoStatement", "doStatement"})
  void statement_jumps_areLeaves() {
    assertBoth("::a:: goto a", "label \"a\", goto \"a\"");
    assertBoth("do break end", "do[block[break]]");
  }

  @Test
  @Production({"whileStatement", "repeatStatement", "ifStatement"})
  void statement_conditions_areFirst() {
    assertBoth("while a do b() end", "while[name \"a\", block[call[name \"b\"]]]");
    assertBoth("repeat b() until a", "repeat[block[call[name \"b\"]], name \"a\"]");
    assertBoth(
        "if a then elseif b then else end",
        "if[name \"a\", block, else-if[name \"b\", block], block]");
  }

  @Test
  @Production({"numericFor", "genericFor", "loopName"})
  void statement_for_declaresNames() {
    assertBoth(
        "for i = 1, 2, 3 do end",
        "numeric-for[local-name \"i\", integer 1, integer 2, integer 3, block]");
    assertBoth(
        "for k, v in f do end",
        "generic-for[local-name \"k\", local-name \"v\", name \"f\", block]");
    assertChunk(
        "for i: integer = 1, 2 do end",
        "numeric-for[binding[local-name \"i\", primitive-type \"integer\"], integer 1, integer 2,"
            + " block]");
    assertChunk(
        "for k: string, [a, b]: T in f do end",
        "generic-for[binding[local-name \"k\", primitive-type \"string\"],"
            + " binding[array-pattern[local-name \"a\", local-name \"b\"], type-name \"T\"], name"
            + " \"f\", block]");
    assertChunk(
        "for {a} in f do end", "generic-for[object-pattern[local-name \"a\"], name \"f\", block]");
    assertRejected("for [a] = 1, 2 do end", "1:9", "'in' expected near '='");
    assertRejected("for [a]: T = 1, 2 do end", "1:12", "'in' expected near '='");
    assertRejected("for a <const> = 1, 2 do end", "1:7", "'=' or 'in' expected near '<'");
    assertRejected("for a: = 1, 2 do end", "1:8", "type expected near '='");
  }

  @Test
  @Production({"functionDeclaration", "localFunction", "function", "functionBody", "parameters"})
  void function_ofLua_isNoTypedFunction() {
    assertBoth(
        "function a.b:c(d, ...) end",
        "method-declaration[field \"b\"[name \"a\"], function[parameter \"d\", vararg-parameter,"
            + " block], method-name \"c\"]");
    assertBoth("function a() end", "function-declaration[name \"a\", function[block]]");
    assertBoth("local function a() end", "local-function \"a\"[function[block]]");
    assertBoth(
        "f(function(a, b) end)",
        "call[name \"f\", function[parameter \"a\", parameter \"b\", block]]");
    assertBoth(
        "function f() throws = 1 end",
        "function-declaration[name \"f\", function[block[assign[name \"throws\", integer 1]]]]");
    assertRejected("function f(a b) end", "1:14", "')' expected near 'b'");
    assertRejected("function f(1) end", "1:12", "<name> or '...' expected near '1'");
    assertRejected("function f(a,) end", "1:14", "<name> or '...' expected near ')'");
    assertRejected("function f(..., a) end", "1:15", "')' expected near ','");
    assertRejected("function f[1]() end", "1:11", "'(' expected near '['");
  }

  @Test
  @Production({"local", "binding", "attribute"})
  void local_names_haveAttributesOrTypes() {
    assertBoth("local a", "local[local-name \"a\"]");
    assertBoth(
        "local a <const>, b <close> = 1, 2",
        "local[const-name \"a\", close-name \"b\", integer 1, integer 2]");
    assertChunk(
        "local a: T, b <const>: U = 1",
        "local[binding[local-name \"a\", type-name \"T\"], binding[const-name \"b\", type-name"
            + " \"U\"], integer 1]");
    assertChunk(
        "local [a], {b}: T = c",
        "local[array-pattern[local-name \"a\"], binding[object-pattern[local-name \"b\"], type-name"
            + " \"T\"], name \"c\"]");
    assertRejected("local 1", "1:7", "<name> expected near '1'");
    assertRejected("local a <odd>", "1:10", "unknown attribute 'odd'");
    assertRejected("local [a] <const> = b", "1:11", "unexpected symbol near '<'");
  }

  @Test
  @Production({"expressions", "expression", "unary", "operand", "literal", "binaryOperator"})
  void expression_ofLua_isTheSame() {
    for (String operand :
        "nil true false 1 1.5 's' ... (a) {} a.b a[1] a() a:b() f'' f{} function()end".split(" ")) {
      assertLua("return " + operand + ", " + operand);
      for (String unary : "not - # ~".split(" ")) {
        assertLua("return " + unary + " " + operand);
      }
      for (String operator : "or and < > <= >= ~= == | ~ & << >> .. + - * / // % ^".split(" ")) {
        assertLua("return " + operand + " " + operator + " " + operand);
      }
    }
    assertExpression("not -#~a", "not[negate[length[bit-not[name \"a\"]]]]");
  }

  @Test
  @Production({"suffixed", "suffix", "arguments"})
  void suffix_ofLua_isTheSame() {
    assertBothExpressions(
        "a.b[c]:d(1, 2)'s'{}",
        "call[call[method-call[index[field \"b\"[name \"a\"], name \"c\"], integer 1, integer 2,"
            + " method-name \"d\"], string \"s\"], table]");
    assertBothExpressions("(a):b{}", "method-call[paren[name \"a\"], table, method-name \"b\"]");
    assertRejected("x = a:b", "1:8", "function arguments expected near <eof>");
  }

  @Test
  @Production({"table", "field"})
  void table_fields_areLuasAndSpread() {
    assertBothExpressions(
        "{a, b = 1; [c] = 2, ...,}",
        "table[name \"a\", named-field \"b\"[integer 1], keyed-field[name \"c\", integer 2],"
            + " vararg]");
    assertExpression("{...a, b}", "table[spread[name \"a\"], name \"b\"]");
    assertRejected("x = {a: 1}", "1:9", "<name> expected near '1'");
    assertRejected("x = {[1], 2}", "1:9", "'=' expected near ','");
  }

  private static void assertBoth(String source, String tree) {
    assertLua(source);
    if (!tree.isEmpty()) {
      assertChunk(source, tree);
    }
  }

  private static void assertBothExpressions(String source, String tree) {
    assertLua("return " + source);
    assertExpression(source, tree);
  }
}
