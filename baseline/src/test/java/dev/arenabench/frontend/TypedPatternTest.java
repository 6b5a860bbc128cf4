package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertChunk;
import static dev.arenabench.frontend.Trees.assertPattern;
import static dev.arenabench.frontend.Trees.assertPositions;
import static dev.arenabench.frontend.Trees.assertRejected;

import org.junit.jupiter.api.Test;

class TypedPatternTest {
  @Test
  @Production({"pattern", "simplePattern"})
  void pattern_alternatives_areOne() {
    assertPattern("a", "local-name \"a\"");
    assertPattern(
        "1 | a | []", "or-pattern[literal-pattern[integer 1], local-name \"a\", array-pattern]");
    assertPositions(
        "match v {a | b => 0}",
        "match @0[name \"v\" @6, match-arm @15[or-pattern @9[local-name \"a\" @9, local-name \"b\""
            + " @13], integer 0 @18]]");
    assertRejected("match v {a | => 0}", "1:14", "pattern expected near '=>'");
    assertRejected("match v {(a) => 0}", "1:10", "pattern expected near '('");
    assertRejected("match v {... => 0}", "1:10", "pattern expected near '...'");
  }

  @Test
  @Production({"wildcard", "literalPattern"})
  void pattern_literals_areWrapped() {
    assertPattern("_", "wildcard");
    assertPattern("_a", "local-name \"_a\"");
    assertPattern("nil", "literal-pattern[nil]");
    assertPattern("true", "literal-pattern[true]");
    assertPattern("false", "literal-pattern[false]");
    assertPattern("'s'", "literal-pattern[string \"s\"]");
    assertPattern("1.5", "literal-pattern[float 0x3ff8000000000000]");
    assertPattern("-1", "literal-pattern[negate[integer 1]]");
    assertPattern("- 1.5", "literal-pattern[negate[float 0x3ff8000000000000]]");
    assertRejected("match v {-a => 0}", "1:11", "<number> expected near 'a'");
    assertRejected("match v {--1 => 0}", "1:19", "pattern expected near <eof>");
    assertChunk("local _ = 1", "local[local-name \"_\", integer 1]");
  }

  @Test
  @Production({"arrayPattern", "elementPattern", "restPattern"})
  void pattern_array_hasHolesDefaultsAndRest() {
    assertPattern("[]", "array-pattern");
    assertPattern("[a]", "array-pattern[local-name \"a\"]");
    assertPattern("[a,]", "array-pattern[local-name \"a\"]");
    assertPattern("[a, ,]", "array-pattern[local-name \"a\", hole]");
    assertPattern("[,]", "array-pattern[hole]");
    assertPattern("[, ,a]", "array-pattern[hole, hole, local-name \"a\"]");
    assertPattern(
        "[a = 1, [b], ...c]",
        "array-pattern[pattern-default[local-name \"a\", integer 1], array-pattern[local-name"
            + " \"b\"], rest-pattern[local-name \"c\"]]");
    assertPositions(
        "local [a, , b = 1, ...c] = d",
        "local @0[array-pattern @6[local-name \"a\" @7, hole @10, pattern-default @14[local-name"
            + " \"b\" @12, integer 1 @16], rest-pattern @19[local-name \"c\" @22]], name \"d\""
            + " @27]");
    assertRejected("local [...a, b] = c", "1:12", "']' expected near ','");
    assertRejected("local [...] = c", "1:11", "<name> expected near ']'");
    assertRejected("local [a = 1 = 2] = c", "1:14", "']' expected near '='");
    assertRejected("local [a", "1:9", "']' expected near <eof>");
  }

  @Test
  @Production({"objectPattern", "fieldPattern", "restPattern"})
  void pattern_object_hasRenamesDefaultsAndRest() {
    assertPattern("{}", "object-pattern");
    assertPattern("{a, b,}", "object-pattern[local-name \"a\", local-name \"b\"]");
    assertPattern(
        "{a = 1, b: c, d: e = 2}",
        "object-pattern[pattern-default[local-name \"a\", integer 1], pattern-field"
            + " \"b\"[local-name \"c\"], pattern-field \"d\"[pattern-default[local-name \"e\","
            + " integer 2]]]");
    assertPattern(
        "{[a + 1]: b, ['c']: {d} = e, ...f}",
        "object-pattern[computed-pattern-field[add[name \"a\", integer 1], local-name \"b\"],"
            + " computed-pattern-field[string \"c\", pattern-default[object-pattern[local-name"
            + " \"d\"], name \"e\"]], rest-pattern[local-name \"f\"]]");
    assertPositions(
        "local {a: b = 1, [c]: d} = e",
        "local @0[object-pattern @6[pattern-field \"a\" @7[pattern-default @12[local-name \"b\""
            + " @10, integer 1 @14]], computed-pattern-field @17[name \"c\" @18, local-name \"d\""
            + " @22]], name \"e\" @27]");
    assertRejected("local {1} = c", "1:8", "<name> expected near '1'");
    assertRejected("local {[a]} = c", "1:11", "':' expected near '}'");
    assertRejected("local {a: } = c", "1:11", "pattern expected near '}'");
    assertRejected("local {...a, b} = c", "1:14", "'}' expected near 'b'");
    assertRejected("local {a\n", "2:1", "'}' expected (to close '{' at line 1) near <eof>");
  }

  @Test
  @Production("templatePattern")
  void pattern_template_hasPatternsInHoles() {
    assertPattern("``", "template-pattern");
    assertPattern(
        "`a${b}${_ | 1}c`",
        "template-pattern[template-text \"a\", local-name \"b\", or-pattern[wildcard,"
            + " literal-pattern[integer 1]], template-text \"c\"]");
    assertRejected("match v {`${}` => 0}", "1:13", "pattern expected near '}'");
    assertRejected("match v {`${a b}` => 0}", "1:15", "'}' expected near 'b'");
  }
}
