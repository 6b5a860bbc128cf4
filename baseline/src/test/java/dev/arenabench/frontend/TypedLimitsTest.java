package dev.arenabench.frontend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What `TYPED_LUA` adds, at the ends of what a source can be: see [LimitsTest].
class TypedLimitsTest {
  private final Parser parser = new Parser(new Interner());

  // Nesting.

  @ParameterizedTest
  @EnumSource
  void parse_eachNesting_hasALimit(TypedNesting nesting) {
    int most = nesting.most(parser, Dialect.TYPED_LUA, NoTree.INSTANCE);
    assertTrue(most >= Parser.MAX_DEPTH / 7 && most < Parser.MAX_DEPTH + 1, "most=" + most);
    for (int n : new int[] {1, most / 2, most - 1, most, most + 1, most + 2, 2 * most, 1_000}) {
      boolean isAccepted = nesting.isAccepted(n, parser, Dialect.TYPED_LUA, NoTree.INSTANCE);
      assertEquals(n <= most, isAccepted, "n=" + n);
    }
  }

  /// As the grammar page counts: the statement is a level, and what is innermost.
  @ParameterizedTest
  @CsvSource({
    "PAREN_TYPES, 98",
    "OBJECT_PATTERNS, 98",
    "ARRAY_TYPES, 196",
    "KEYOF_TYPES, 196",
    "INFER_TYPES, 196",
    "CONSTRAINTS, 65",
    "METHOD_SIGNATURES, 65",
    "CLASSES, 99",
    "INTERFACES, 66",
    "ENUMS, 39",
    "TRY_STATEMENTS, 99",
    "EXPORTS, 98",
    "DECLARED_NAMESPACES, 197",
    "MATCH_STATEMENTS, 98",
    "DEFAULT_VALUES, 98",
    "ARROWS, 197",
    "ARRAYS, 198",
    "TEMPLATES, 197"
  })
  void parse_nesting_countsAsDocumented(TypedNesting nesting, int most) {
    assertEquals(most, nesting.most(parser, Dialect.TYPED_LUA, NoTree.INSTANCE));
  }

  /// How many levels stand before a `<` does not change what it is.
  @Test
  void parse_genericCallBehindManyComparisons_isOne() throws SyntaxException {
    HeapTreeBuilder heap = new HeapTreeBuilder();
    for (int n = 1; n < 3 * Parser.MAX_DEPTH; n++) {
      byte[] source = ("x = " + "a < ".repeat(n) + "f<A<B>>(c)").getBytes(ISO_8859_1);
      parser.parse(source, Dialect.TYPED_LUA, heap);
      Census census = new Census();
      HeapCount.count(heap.tree(), census);
      assertEquals(n, census.of(Kind.LESS));
      assertEquals(1, census.of(Kind.GENERIC_CALL));
    }
  }

  // What may be long without being deep.

  /// A source with `n` of something, side by side.
  enum Row {
    CALLS_OF_PARENTHESES(n -> "f" + "(a)".repeat(n)),
    ASSIGNED_PARENTHESES(n -> "x = (a)\n".repeat(n)),
    LISTED_PARENTHESES(n -> "x = {" + "(a), ".repeat(n) + "}"),
    ASSIGNED_ARROWS(n -> "x = (a, b) => (c)\n".repeat(n)),
    LISTED_ARROWS(n -> "f(" + "(a: T<U>, b?): V => c, ".repeat(n) + "d)"),
    COMPARISONS(n -> "x = a" + " < a".repeat(n)),
    COMPARISONS_BOTH_WAYS(n -> "x = a" + " < b > c".repeat(n)),
    COMPARISONS_OF_PARENTHESES(n -> "x = {" + "a < (b), ".repeat(n) + "}"),
    COMPARISONS_OF_TABLES(n -> "x = {" + "a < {b}, ".repeat(n) + "}"),
    COMPARISONS_OF_TEMPLATES(n -> "x = {" + "a < `b${c}d`, ".repeat(n) + "}"),
    LISTED_COMPARISONS(n -> "f(" + "a < b, ".repeat(n) + "c)"),
    LISTED_COMPARISONS_BOTH_WAYS(n -> "f(" + "a < b, c > d, ".repeat(n) + "e)"),
    COMPARISONS_OF_GENERIC_CALLS(n -> "x = {" + "a < f<b>(c), ".repeat(n) + "}"),
    COMPARED_METHOD_CALLS(n -> "x = {" + "(a:b() < c), ".repeat(n) + "}"),
    GENERIC_CALLS(n -> "x = a" + "<b>(c)".repeat(n)),
    GENERIC_METHOD_CALLS(n -> "x = a" + ":b<c>(d)".repeat(n)),
    LISTED_GENERIC_CALLS(n -> "x = {" + "a<b>(c), ".repeat(n) + "}"),
    TYPE_ARGUMENTS(n -> "x = a<b" + ", b".repeat(n) + ">(c)"),
    OPTIONAL_FIELDS(n -> "x = a" + "?.b".repeat(n)),
    OPTIONAL_INDICES(n -> "x = a" + "?.[b]".repeat(n)),
    OPTIONAL_CALLS(n -> "x = a" + "?.(b)".repeat(n)),
    PIPELINE(n -> "x = a" + " |> b".repeat(n)),
    PIPELINE_STATEMENT(n -> "a" + " |> b".repeat(n)),
    COALESCINGS(n -> "x = a" + " ?? b".repeat(n)),
    CASTS(n -> "x = a" + " as T".repeat(n)),
    INSTANCE_TESTS(n -> "x = a" + " instanceof B".repeat(n)),
    CONDITIONALS(n -> "x = {" + "(a ? b : c), ".repeat(n) + "}"),
    ARRAY(n -> "x = [" + "a, ...b, ".repeat(n) + "]"),
    TEMPLATE(n -> "x = `" + "a${b < c}".repeat(n) + "`"),
    MATCH(n -> "match a {" + "[b] when c => { } d => e, ".repeat(n) + "}"),
    OR_PATTERN(n -> "match a {1" + " | 2".repeat(n) + " => b}"),
    ARRAY_PATTERN(n -> "local [" + "a, , b = c, ".repeat(n) + "] = d"),
    OBJECT_PATTERN(n -> "const {" + "a, b: c, [d]: e, ".repeat(n) + "} = f"),
    BINDINGS(n -> "local a: T" + ", a: T".repeat(n)),
    PARAMETERS(n -> "function f(" + "a: T = b, ".repeat(n) + "...c) end"),
    UNION(n -> "type A = B" + " | B".repeat(n)),
    UNION_OF_PARENTHESES(n -> "type A = (B)" + " | (B)".repeat(n)),
    INTERSECTION(n -> "type A = B" + " & C".repeat(n)),
    TYPE_NAME(n -> "type A = b" + ".b".repeat(n)),
    TUPLE(n -> "type A = [" + "B, c?: D, ".repeat(n) + "]"),
    OBJECT_TYPE(n -> "type A = {" + "a: B, c(): D; ".repeat(n) + "}"),
    TYPE_PARAMETERS(n -> "type A<" + "B = C, ".repeat(n) + "D> = E"),
    FUNCTION_TYPES(n -> "type A = (a: B) => C\n".repeat(n)),
    DECORATORS(n -> "@a.b(c) ".repeat(n) + "class C {}"),
    DECORATOR_NAME(n -> "@a" + ".b".repeat(n) + " class C {}"),
    MEMBERS(n -> "class C {" + "@a static b: T = c d() end operator <(e) end ".repeat(n) + "}"),
    MODIFIERS_AS_NAMES(n -> "class C {" + "static; get; set() end ".repeat(n) + "}"),
    INTERFACE_MEMBERS(n -> "interface I {" + "a: B c() d() { } ".repeat(n) + "}"),
    ENUM_MEMBERS(n -> "enum E {" + "A, B = 1, C(), ".repeat(n) + "}"),
    NAMESPACE_NAME(n -> "namespace a" + ".b".repeat(n) + " {}"),
    IMPORT_ITEMS(n -> "import {" + "type a as b, type, ".repeat(n) + "} from 'm'"),
    EXPORT_ITEMS(n -> "export {" + "a as b, ".repeat(n) + "}"),
    DECLARED(n -> "declare namespace a {" + "const b: C; function d() ".repeat(n) + "}"),
    CATCHES(n -> "try " + "catch (e) ".repeat(n) + "end"),
    TRIES(n -> "try catch end ".repeat(n)),
    WORDS_AS_NAMES(n -> "type = match\nclass(try)\nconst = new\n".repeat(n)),
    BLANKS_BEFORE_WORDS(n -> "x = a" + (" ".repeat(50) + "as T").repeat(n));

    final IntFunction<String> source;

    Row(IntFunction<String> source) {
      this.source = source;
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_longRow_needsNoStack(Row row) throws SyntaxException {
    parse(row.source.apply(30_000));
  }

  /// Looking ahead must not read a source as often as it is long: sixteen times as much may take
  /// sixteen times as long, and more where it leaves the caches; were it quadratic, it would be 256
  /// times. The processor time of the best of some rounds does not depend on what else is running.
  @ParameterizedTest
  @EnumSource
  void parse_longRow_takesLinearTime(Row row) throws SyntaxException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isCurrentThreadCpuTimeSupported(), "processor time is not measured");
    byte[] one = row.source.apply(4_000).getBytes(ISO_8859_1);
    byte[] sixteen = row.source.apply(64_000).getBytes(ISO_8859_1);
    long oneNanos = Long.MAX_VALUE;
    long sixteenNanos = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 3; i++) {
        oneNanos = Math.min(oneNanos, nanos(one, threads));
      }
      sixteenNanos = Math.min(sixteenNanos, nanos(sixteen, threads));
      if (round >= 2 && sixteenNanos < 64 * oneNanos) {
        return;
      }
    }
    assertTrue(
        sixteenNanos < 64 * oneNanos, "oneNanos=" + oneNanos + ", sixteenNanos=" + sixteenNanos);
  }

  // Bytes that are not text.

  /// As in strings and comments, so in the texts of templates.
  @Test
  void parse_bytesBeyondAsciiAndZeros_areForTemplatesToo() throws SyntaxException {
    for (int b : new int[] {0, 0x80, 0xBF, 0xC0, 0xE2, 0xFF}) {
      String any = Character.toString((char) b);
      for (String wrap :
          List.of("x = `?`", "x = `a${b}?${c}?`", "type A = `?${B}`", "match a {`?` => b}")) {
        parse(wrap.replace("?", any));
        parse(wrap.replace("?", any.repeat(50)));
      }
      // `|` is where the error is.
      for (String wrap :
          List.of("x = `${|?}`", "x = a?.|?", "class |? {}", "type A = |?", "x = [|?]", "@|?")) {
        String source = wrap.replace("|?", any);
        SyntaxException e = assertThrows(SyntaxException.class, () -> parse(source), source);
        assertEquals(wrap.indexOf('|'), e.offset(), source);
      }
      String open = "x = `" + any;
      assertThrows(SyntaxException.class, () -> parse(open));
    }
  }

  /// A template of eight megabytes on one line, and in as many lines.
  @Test
  void parse_longTemplate_isOneSymbol() throws SyntaxException {
    Interner interner = new Interner();
    Parser large = new Parser(interner);
    for (String text : List.of("t".repeat(8_000_000), "\n".repeat(4_000_000))) {
      byte[] source = ("x = `" + text + "`").getBytes(ISO_8859_1);
      large.parse(source, Dialect.TYPED_LUA, NoTree.INSTANCE);
      assertEquals(text.length(), interner.text(interner.count()).length());
    }
  }

  private long nanos(byte[] source, ThreadMXBean threads) throws SyntaxException {
    long before = threads.getCurrentThreadCpuTime();
    parser.parse(source, source.length, Dialect.TYPED_LUA, NoTree.INSTANCE);
    return threads.getCurrentThreadCpuTime() - before;
  }

  private void parse(String source) throws SyntaxException {
    byte[] bytes = source.getBytes(ISO_8859_1);
    parser.parse(bytes, bytes.length, Dialect.TYPED_LUA, NoTree.INSTANCE);
  }
}
