package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertPositions;
import static dev.arenabench.frontend.Trees.assertRejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedStatementTest {
  @Test
  @Production({"statement", "const"})
  void const_names_areConst() {
    assertChunk("const a = 1", "const[const-name \"a\", integer 1]");
    assertChunk(
        "const a: T, [b, ...c], {d: e = 1, f}: U = g, 2",
        "const[binding[const-name \"a\", type-name \"T\"], array-pattern[const-name \"b\","
            + " rest-pattern[const-name \"c\"]], binding[object-pattern[pattern-field"
            + " \"d\"[pattern-default[const-name \"e\", integer 1]], const-name \"f\"], type-name"
            + " \"U\"], name \"g\", integer 2]");
    assertChunk(
        "const [`a${b}`] = c",
        "const[array-pattern[template-pattern[template-text \"a\", const-name \"b\"]], name"
            + " \"c\"]");
    assertPositions(
        " const a: T = 1",
        "const @1[binding @7[const-name \"a\" @7, type-name \"T\" @10], integer 1 @14]");
    assertRejected("const a", "1:8", "'=' expected near <eof>");
    assertRejected("const a <const> = 1", "1:9", "'=' expected near '<'");
    assertRejected("const 1", "1:7", "<name> expected near '1'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "+= § add",
        "-= § subtract",
        "*= § multiply",
        "/= § divide",
        "//= § floor-divide",
        "%= § modulo",
        "^= § power",
        "..= § concat",
        "&= § bit-and",
        "|= § bit-or",
        "<<= § shift-left",
        ">>= § shift-right",
      })
  @Production({"compoundAssignment", "compoundOperator"})
  void compoundAssignment_operator_isItsKind(String operator, String kind) {
    assertChunk(
        "a" + operator + "b c.d" + operator + "e + 1",
        "%1$s-assign[name \"a\", name \"b\"], %1$s-assign[field \"d\"[name \"c\"], add[name \"e\", integer 1]]"
            .formatted(kind));
    int value = 3 + operator.length();
    assertPositions(
        "a " + operator + " b",
        "%s-assign @2[name \"a\" @0, name \"b\" @%d]".formatted(kind, value));
    String half = operator.substring(0, operator.length() - 1);
    assertRejected("(a) " + operator + " b", "1:5", "syntax error near '" + half + "'");
    assertRejected("a?.b " + operator + " b", "1:6", "syntax error near '" + half + "'");
    assertRejected("a, b " + operator + " c", "1:6", "'=' expected near '" + half + "'");
    assertRejected("a " + half + " = b", "1:3", "syntax error near '" + half + "'");
    int end = 3 + operator.length();
    assertRejected("a " + operator, "1:" + end, "unexpected symbol near <eof>");
  }

  @Test
  @Production("callStatement")
  void callStatement_pipelineOrNew_isOne() {
    assertChunk(
        "a |> b |> c.d as T",
        "pipe[pipe[name \"a\", name \"b\"], as[field \"d\"[name \"c\"], type-name \"T\"]]");
    assertRejected("a |> b ?? c", "1:8", "unexpected symbol near '??'");
    assertChunk("f(1) |> g", "pipe[call[name \"f\", integer 1], name \"g\"]");
    assertPositions("f |> g", "pipe @2[name \"f\" @0, name \"g\" @5]");
    assertChunk("new C()", "new[name \"C\"]");
    assertChunk("new C().a:b()", "method-call[field \"a\"[new[name \"C\"]], method-name \"b\"]");
    assertRejected("new C().a", "1:10", "syntax error near <eof>");
    assertRejected("new C().a = 1", "1:11", "syntax error near '='");
    assertChunk("a<T>()", "generic-call[name \"a\", type-arguments[type-name \"T\"]]");
  }

  @Test
  @Production({"continueStatement", "rethrowStatement", "throwStatement"})
  void statement_continueThrowRethrow_areTheirKinds() {
    assertChunk("while a do continue end", "while[name \"a\", block[continue]]");
    assertChunk("continue; continue", "continue, continue");
    assertChunk("rethrow", "rethrow");
    assertChunk("throw a", "throw[name \"a\"]");
    assertChunk("throw new E('s')", "throw[new[name \"E\", string \"s\"]]");
    assertPositions(" throw -1", "throw @1[negate @7[integer 1 @8]]");
    assertRejected("throw", "1:6", "unexpected symbol near <eof>");
  }

  @Test
  @Production({"tryStatement", "catch", "finally"})
  void try_clauses_areInOrder() {
    assertChunk("try catch end", "try[block, catch[block]]");
    assertChunk(
        "try f() finally g() end",
        "try[block[call[name \"f\"]], finally[block[call[name \"g\"]]]]");
    assertChunk(
        "try catch (a: A) f() catch (b) g() finally end",
        "try[block, catch[binding[local-name \"a\", type-name \"A\"], block[call[name \"f\"]]],"
            + " catch[local-name \"b\", block[call[name \"g\"]]], finally[block]]");
    assertPositions(
        "try catch (a) finally end",
        "try @0[block @4, catch @4[local-name \"a\" @11, block @14], finally @14[block @22]]");
    assertRejected("try end", "1:5", "'catch' or 'finally' expected near 'end'");
    assertRejected(
        "try\nf() end",
        "2:5",
        "'catch' or 'finally' expected (to close 'try' at line 1) near 'end'");
    assertRejected(
        "try catch\nelse", "2:1", "'end' expected (to close 'try' at line 1) near 'else'");
    assertRejected("try catch (1) end", "1:12", "<name> expected near '1'");
    assertRejected("try catch (a end", "1:14", "')' expected near 'end'");
    assertRejected("try finally catch end", "1:19", "syntax error near 'end'");
  }

  @Test
  @Production("tryStatement")
  void try_catchAndFinally_endItsOwnBlockOnly() {
    assertChunk(
        "try return catch return finally return end",
        "try[block[return], catch[block[return]], finally[block[return]]]");
    assertChunk(
        "try do catch() end catch end",
        "try[block[do[block[call[name \"catch\"]]]], catch[block]]");
    assertChunk(
        "try try catch end catch catch finally end",
        "try[block[try[block, catch[block]]], catch[block], catch[block], finally[block]]");
    assertChunk(
        "try f(function() catch() return finally end) catch end",
        "try[block[call[name \"f\", function[block[call[name \"catch\"], return[name"
            + " \"finally\"]]]]], catch[block]]");
    assertChunk(
        "catch() finally = 1 return catch",
        "call[name \"catch\"], assign[name \"finally\", integer 1], return[name \"catch\"]");
    assertChunk(
        "try x = catch catch end catch()",
        "try[block[assign[name \"x\", name \"catch\"]], catch[block]], call[name \"catch\"]");
  }

  @Test
  @Production("match")
  void statement_match_isOne() {
    assertChunk(
        "match a { _ => f() } match b {}",
        "match[name \"a\", match-arm[wildcard, call[name \"f\"]]], match[name \"b\"]");
  }
}
