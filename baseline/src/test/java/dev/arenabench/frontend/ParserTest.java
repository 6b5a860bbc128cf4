package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.DumpBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  @Test
  void parse_literals_areLeaves() throws SyntaxException {
    assertExpression("nil", "nil");
    assertExpression("true", "true");
    assertExpression("false", "false");
    assertExpression("...", "vararg");
    assertExpression("12", "integer 12");
    assertExpression("0xffffffffffffffff", "integer -1");
    assertExpression("1.5", "float 0x3ff8000000000000");
    assertExpression("'a\\n\"\\200'", "string \"a\\010\\034\\200\"");
    assertExpression("name", "name \"name\"");
  }

  @Test
  void parse_suffixes_wrapFromTheLeft() throws SyntaxException {
    assertExpression("a.b.c", "field \"c\"\n  field \"b\"\n    name \"a\"");
    assertExpression("a[1]", "index\n  name \"a\"\n  integer 1");
    assertExpression("f()", "call\n  name \"f\"");
    assertExpression("f(1, 2)", "call\n  name \"f\"\n  integer 1\n  integer 2");
    assertExpression("f's'", "call\n  name \"f\"\n  string \"s\"");
    assertExpression("f{}", "call\n  name \"f\"\n  table");
    assertExpression("f[[s]]", "call\n  name \"f\"\n  string \"s\"");
    assertExpression("o:m()", "method-call\n  name \"o\"\n  method-name \"m\"");
    assertExpression(
        "o:m(1, x)", "method-call\n  name \"o\"\n  integer 1\n  name \"x\"\n  method-name \"m\"");
    assertExpression("o:m's'", "method-call\n  name \"o\"\n  string \"s\"\n  method-name \"m\"");
    assertExpression("o:m{}", "method-call\n  name \"o\"\n  table\n  method-name \"m\"");
    assertExpression("(f())", "paren\n  call\n    name \"f\"");
    assertExpression("('x'):m()", "method-call\n  paren\n    string \"x\"\n  method-name \"m\"");
    assertExpression(
        "f(1)(2).x[3]:m{}",
        """
        method-call
          index
            field "x"
              call
                call
                  name "f"
                  integer 1
                integer 2
            integer 3
          table
          method-name "m"\
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "or, or",
    "and, and",
    "<, less",
    ">, greater",
    "<=, less-equal",
    ">=, greater-equal",
    "~=, not-equal",
    "==, equal",
    "|, bit-or",
    "~, bit-xor",
    "&, bit-and",
    "<<, shift-left",
    ">>, shift-right",
    ".., concat",
    "+, add",
    "-, subtract",
    "*, multiply",
    "/, divide",
    "//, floor-divide",
    "%, modulo",
    "^, power",
  })
  void parse_binaryOperator_isItsKind(String operator, String kind) throws SyntaxException {
    assertExpression("a " + operator + " b", kind + "\n  name \"a\"\n  name \"b\"");
    boolean right = operator.equals("..") || operator.equals("^");
    String inner = kind + "\n    name \"%s\"\n    name \"%s\"";
    assertExpression(
        "a " + operator + " b " + operator + " c",
        right
            ? kind + "\n  name \"a\"\n  " + inner.formatted("b", "c")
            : kind + "\n  " + inner.formatted("a", "b") + "\n  name \"c\"");
  }

  @Test
  void parse_eachPairOfOperators_bindsByPriority() throws SyntaxException {
    List<List<String>> levels =
        List.of(
            List.of("or"),
            List.of("and"),
            List.of("<", ">", "<=", ">=", "~=", "=="),
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
            boolean left = i > j || i == j && !first.equals("..") && !first.equals("^");
            String grouped =
                left
                    ? "(a " + first + " b) " + second + " c"
                    : "a " + first + " (b " + second + " c)";
            assertEquals(
                withoutParens(dump("return " + grouped)),
                dump("return a " + first + " b " + second + " c"),
                grouped);
          }
        }
      }
    }
  }

  @Test
  void parse_unaryOperators_bindBelowPowerOnly() throws SyntaxException {
    assertExpression("-a", "negate\n  name \"a\"");
    assertExpression("not a", "not\n  name \"a\"");
    assertExpression("#a", "length\n  name \"a\"");
    assertExpression("~a", "bit-not\n  name \"a\"");
    for (String unary : new String[] {"-", "not ", "#", "~"}) {
      assertSame(unary + "a^b", unary + "(a^b)");
      assertSame("a^" + unary + "b^c", "a^(" + unary + "(b^c))");
      for (String binary : new String[] {"*", "+", "..", "<<", "&", "<", "and", "or"}) {
        assertSame(unary + "a " + binary + " b", "(" + unary + "a) " + binary + " b");
        assertSame("a " + binary + " " + unary + "b", "a " + binary + " (" + unary + "b)");
      }
      assertSame(unary + " - a", unary + "(-a)");
    }
    assertSame("2^-3^2", "2^(-(3^2))");
    assertSame("a..b+c..d", "a..((b+c)..d)");
  }

  @Test
  void parse_table_hasFieldsInOrder() throws SyntaxException {
    assertExpression("{}", "table");
    assertExpression("{1}", "table\n  integer 1");
    assertExpression("{1,}", "table\n  integer 1");
    assertExpression("{1;2,x;}", "table\n  integer 1\n  integer 2\n  name \"x\"");
    assertExpression("{x=1}", "table\n  named-field \"x\"\n    integer 1");
    assertExpression("{[x]=1}", "table\n  keyed-field\n    name \"x\"\n    integer 1");
    assertExpression("{x==1}", "table\n  equal\n    name \"x\"\n    integer 1");
    assertExpression(
        "{x --[[=]] --=\n = 1, x --[[=]] == 1, x --=\n}",
        """
        table
          named-field "x"
            integer 1
          equal
            name "x"
            integer 1
          name "x"\
        """);
    assertExpression(
        "{f(), ..., {}, [{}]={},}",
        """
        table
          call
            name "f"
          vararg
          table
          keyed-field
            table
            table\
        """);
  }

  @Test
  void parse_function_hasParametersThenBlock() throws SyntaxException {
    assertExpression("function() end", "function\n  block");
    assertExpression("function(...) end", "function\n  vararg-parameter\n  block");
    assertExpression(
        "function(a, b, ...) return end",
        """
        function
          parameter "a"
          parameter "b"
          vararg-parameter
          block
            return\
        """);
  }

  @Test
  void parse_local_hasNamesThenValues() throws SyntaxException {
    assertStatement("local a", "local\n  local-name \"a\"");
    assertStatement(
        "local a <const>, b <close>, c = 1, 2",
        """
        local
          const-name "a"
          close-name "b"
          local-name "c"
          integer 1
          integer 2\
        """);
    assertStatement(
        "local function f(x) end",
        "local-function \"f\"\n  function\n    parameter \"x\"\n    block");
  }

  @Test
  void parse_assignment_hasTargetsThenValues() throws SyntaxException {
    assertStatement("a = 1", "assign\n  name \"a\"\n  integer 1");
    assertStatement("a = 1, 2", "assign\n  name \"a\"\n  integer 1\n  integer 2");
    assertStatement(
        "a, b.c, (d)[1] = f()",
        """
        assign
          name "a"
          field "c"
            name "b"
          index
            paren
              name "d"
            integer 1
          call
            name "f"
          target-count 3\
        """);
  }

  @Test
  void parse_functionDeclaration_hasTargetAndFunction() throws SyntaxException {
    assertStatement(
        "function f() end", "function-declaration\n  name \"f\"\n  function\n    block");
    assertStatement(
        "function a.b.c(x) end",
        """
        function-declaration
          field "c"
            field "b"
              name "a"
          function
            parameter "x"
            block\
        """);
    assertStatement(
        "function a.b:m() end",
        """
        method-declaration
          field "b"
            name "a"
          function
            block
          method-name "m"\
        """);
  }

  @Test
  void parse_if_hasConditionsAndBlocks() throws SyntaxException {
    assertStatement("if a then end", "if\n  name \"a\"\n  block");
    assertStatement("if a then else end", "if\n  name \"a\"\n  block\n  block");
    assertStatement(
        "if a then f() elseif b then elseif c then else break end",
        """
        if
          name "a"
          block
            call
              name "f"
          else-if
            name "b"
            block
          else-if
            name "c"
            block
          block
            break\
        """);
  }

  @Test
  void parse_loops_haveHeadAndBlock() throws SyntaxException {
    assertStatement("while a do break end", "while\n  name \"a\"\n  block\n    break");
    assertStatement(
        "repeat f() until a", "repeat\n  block\n    call\n      name \"f\"\n  name \"a\"");
    assertStatement(
        "for i = 1, 2 do end",
        "numeric-for\n  local-name \"i\"\n  integer 1\n  integer 2\n  block");
    assertStatement(
        "for i = 1, 2, 3 do end",
        "numeric-for\n  local-name \"i\"\n  integer 1\n  integer 2\n  integer 3\n  block");
    assertStatement(
        "for k, v in f, g do end",
        """
        generic-for
          local-name "k"
          local-name "v"
          name "f"
          name "g"
          block\
        """);
    assertStatement("do end", "do\n  block");
  }

  @Test
  void parse_jumps_areLeaves() throws SyntaxException {
    assertEquals("chunk\n  block\n    goto \"l\"\n    label \"l\"\n", dump("goto l ::l::"));
    assertEquals("chunk\n  block\n    break\n    return\n", dump("break return"));
    assertStatement("return 1, f()", "return\n  integer 1\n  call\n    name \"f\"");
    assertStatement("return;", "return");
  }

  @Test
  void parse_emptyStatements_leaveNoTrace() throws SyntaxException {
    assertEquals("chunk\n  block\n", dump(""));
    assertEquals("chunk\n  block\n", dump(";;;"));
    assertEquals(
        "chunk\n  block\n    label \"a\"\n    label \"b\"\n    call\n      name \"f\"\n",
        dump("; ::a:: ; ::b:: ; f() ;"));
  }

  @Test
  void parse_anySource_hasPositionsOfTheDecisiveTokens() throws SyntaxException {
    String source =
        """
        local x <const>, y = (1 + -z), {a = 1, [2] = 3}
        a.b[c], d = f(g):m "s"
        function q.r:s(p, ...) return function() end end
        local function t() end
        if a then elseif b then else end
        for i = 1, 2 do end for k in v do break end
        goto l ::l:: repeat until not nil
        """;
    DumpBuilder builder = new DumpBuilder(interner, true);
    parser.parse(bytes("\n" + source), Dialect.LUA_5_4, builder);
    StringBuilder marked = new StringBuilder();
    for (String line : builder.dump().split("\n")) {
      int at = line.lastIndexOf('@');
      int offset = Integer.parseInt(line.substring(at + 1)) - 1;
      String rest = source.substring(offset);
      marked.append(line, 0, at).append(rest, 0, Math.min(3, rest.indexOf('\n'))).append("\n");
    }
    assertEquals(
        """
        chunk loc
          block loc
            local loc
              const-name "x" x <
              local-name "y" y =
              paren (1\s
                add + -
                  integer 1 1 +
                  negate -z)
                    name "z" z),
              table {a\s
                named-field "a" a =
                  integer 1 1,\s
                keyed-field [2]
                  integer 2 2]\s
                  integer 3 3}
            assign = f
              index [c]
                field "b" b[c
                  name "a" a.b
                name "c" c],
              name "d" d =
              method-call "s"
                call (g)
                  name "f" f(g
                  name "g" g):
                string "s" "s"
                method-name "m" m "
              target-count 2 = f
            method-declaration fun
              field "r" r:s
                name "q" q.r
              function fun
                parameter "p" p,\s
                vararg-parameter ...
                block ret
                  return ret
                    function fun
                      block end
              method-name "s" s(p
            local-function "t" t()
              function fun
                block end
            if if\s
              name "a" a t
              block els
              else-if els
                name "b" b t
                block els
              block end
            numeric-for for
              local-name "i" i =
              integer 1 1,\s
              integer 2 2 d
              block end
            generic-for for
              local-name "k" k i
              name "v" v d
              block bre
                break bre
            goto "l" got
            label "l" l::
            repeat rep
              block unt
              not not
                nil nil
        """,
        marked.toString());
  }

  @Test
  void parse_longChains_needNoStack() throws SyntaxException {
    int length = 1_000_000;
    for (String link : new String[] {"+a", "()", ".b", "[1]", ":m()", " and a", "'s'"}) {
      parse("return a" + link.repeat(length));
    }
    parse("if a then " + "elseif a then ".repeat(length) + "end");
    parse("f() ".repeat(length));
    parse("return {" + "{},".repeat(length) + "}");
  }

  @Test
  void parse_afterAnError_startsAfresh() throws SyntaxException {
    String before = dump("return f{1}");
    for (String wrong : new String[] {"return f{", "x = 'a", "((", "\u001B", "f(1", "x = }"}) {
      assertThrows(SyntaxException.class, () -> dump(wrong));
      assertEquals(before, dump("return f{1}"));
    }
  }

  @Test
  void parse_sameSourcesAgain_allocatesNothing() throws SyntaxException, IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SourceText[] samples = Samples.all().toArray(SourceText[]::new);
    long bytes = -1;
    // What the interpreter allocates to link call sites comes first.
    for (int round = 0; round < 10 && bytes != 0; round++) {
      threads.getCurrentThreadAllocatedBytes();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (SourceText sample : samples) {
        parser.parse(sample.bytes(), sample.length(), Dialect.LUA_5_4, NoTree.INSTANCE);
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, bytes);
  }

  private void assertExpression(String expression, String dump) throws SyntaxException {
    assertEquals(
        "chunk\n  block\n    return\n" + dump.indent(6), dump("return " + expression), expression);
  }

  private void assertStatement(String statement, String dump) throws SyntaxException {
    assertEquals("chunk\n  block\n" + dump.indent(4), dump(statement), statement);
  }

  /// Two expressions with the same tree, parentheses aside.
  private void assertSame(String expression, String grouped) throws SyntaxException {
    assertEquals(
        withoutParens(dump("return " + grouped)),
        withoutParens(dump("return " + expression)),
        grouped);
  }

  private String dump(String source) throws SyntaxException {
    DumpBuilder builder = new DumpBuilder(interner, false);
    parser.parse(bytes(source), Dialect.LUA_5_4, builder);
    return builder.dump();
  }

  private void parse(String source) throws SyntaxException {
    parser.parse(bytes(source), Dialect.LUA_5_4, NoTree.INSTANCE);
  }

  private static byte[] bytes(String source) {
    return source.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Removes the line of each PAREN and moves what is below it one step out.
  private static String withoutParens(String dump) {
    StringBuilder out = new StringBuilder();
    Deque<Integer> parens = new ArrayDeque<>();
    for (String line : dump.split("\n")) {
      int indent = line.length() - line.stripLeading().length();
      while (!parens.isEmpty() && parens.getLast() >= indent) {
        parens.removeLast();
      }
      if (line.strip().equals("paren")) {
        parens.addLast(indent);
      } else {
        out.append(line.substring(2 * parens.size())).append('\n');
      }
    }
    return out.toString();
  }
}
