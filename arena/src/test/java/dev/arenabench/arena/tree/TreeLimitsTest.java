package dev.arenabench.arena.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.Parser;
import dev.arenabench.frontend.TypedNesting;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trees at the ends of what the layout holds and the parser lets through: the widest, the deepest,
/// the greatest payloads and positions. Where the limits of the arena itself are: `ArenaTest`;
/// where a size outgrows the payload: `ArenaTreeBuilderTest`.
class TreeLimitsTest {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  @Test
  void build_greatestSymbolAndPosition_comeBack() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(Integer.MAX_VALUE / 1_000);
    builder.name(Integer.MAX_VALUE, Interner.MAX_SYMBOL);
    builder.field(Integer.MAX_VALUE, Interner.MAX_SYMBOL);
    builder.returnStatement(0, 1);
    builder.block(0, 1);
    builder.chunk(0);
    ArenaTree tree = builder.tree();
    for (int handle = 0; handle < 2; handle++) {
      assertEquals(Interner.MAX_SYMBOL, tree.symbol(handle));
      assertEquals(Integer.MAX_VALUE, tree.position(handle));
    }
    assertEquals(Kind.NAME, tree.kind(0));
    assertEquals(Kind.FIELD, tree.kind(1));
  }

  @Test
  void build_symbolBeyondTheLimit_isNoticedByAssertions() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(1);
    AssertionError e =
        assertThrows(AssertionError.class, () -> builder.name(0, Interner.MAX_SYMBOL + 1));
    assertEquals("symbol=33554431", e.getMessage());
    assertThrows(AssertionError.class, () -> builder.field(0, Interner.MAX_SYMBOL + 1));
  }

  @ParameterizedTest
  @EnumSource
  void build_tenMillionEmptyStatements_isTwoWords(Dialect dialect) throws SyntaxException {
    byte[] source = Sources.bytes(";".repeat(10_000_000));
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    parser.parse(source, dialect, builder);
    assertEquals(2, builder.tree().wordCount());
    builder.tree().verify(source.length, interner);
  }

  @ParameterizedTest
  @EnumSource
  void build_widestLists_agree(Dialect dialect) throws SyntaxException {
    int width = 50_000;
    agree("f() ".repeat(width), dialect);
    agree("return {" + "x, ".repeat(width) + "}", dialect);
    agree("return f(" + "x, ".repeat(width) + "x)", dialect);
    agree("if x then " + "elseif x then ".repeat(width) + "end", dialect);
    agree("return " + "x, ".repeat(width) + "x", dialect);
    agree("x" + ", x".repeat(150) + " = " + "x, ".repeat(width) + "x", dialect);
  }

  @Test
  void build_widestTypedLists_agree() throws SyntaxException {
    int width = 50_000;
    agreeTyped("x = [" + "a, ...b, ".repeat(width) + "]");
    agreeTyped("x = `" + "a${b}".repeat(width) + "`");
    agreeTyped("x = new C<T" + ", T".repeat(width) + ">(" + "a, ".repeat(width) + "b)");
    agreeTyped("match a {" + "b when c => { } d => e, ".repeat(width) + "}");
    agreeTyped("local [" + "a, , b = c, ".repeat(width) + "] = d");
    agreeTyped("const {" + "a, b: c, ".repeat(width) + "} = d");
    agreeTyped("match a {1" + " | 2".repeat(width) + " => b}");
    agreeTyped("function f(" + "a: T = b, ".repeat(width) + "...c) end");
    agreeTyped("type A<" + "B = C, ".repeat(width) + "D> = E" + " | F & G".repeat(width));
    agreeTyped("type A = {" + "a: B, c(): D; ".repeat(width) + "}");
    agreeTyped("type A = [" + "B, c?: D, ".repeat(width) + "]");
    agreeTyped("@a ".repeat(width) + "class C {" + "static b: T = c d() end ".repeat(width) + "}");
    agreeTyped("interface I {" + "a: B c() d() { } ".repeat(width) + "}");
    agreeTyped("enum E {" + "A, B = 1, C(), ".repeat(width) + "}");
    agreeTyped("namespace a" + ".b".repeat(width) + " {}");
    agreeTyped("import {" + "type a as b, ".repeat(width) + "} from 'm'");
    agreeTyped("export {" + "a as b, ".repeat(width) + "}");
    agreeTyped("declare namespace a {" + "const b: C; ".repeat(width) + "}");
    agreeTyped("try " + "catch (e) ".repeat(width) + "end");
  }

  private void agreeTyped(String program) throws SyntaxException {
    agree(program, Dialect.TYPED_LUA);
  }

  /// What nests, and how to write it `n` levels deep.
  enum Nesting {
    PARENTHESES(n -> "x = " + "(".repeat(n) + "1" + ")".repeat(n)),
    TABLES(n -> "x = " + "{".repeat(n) + "}".repeat(n)),
    FIELDS(n -> "x = " + "{x=".repeat(n) + "1" + "}".repeat(n)),
    KEYS(n -> "x = " + "{[".repeat(n) + "1" + "]=1}".repeat(n)),
    INDICES(n -> "x = " + "a[".repeat(n) + "1" + "]".repeat(n)),
    CALLS(n -> "f(".repeat(n) + "1" + ")".repeat(n)),
    METHOD_CALLS(n -> "x:f(".repeat(n) + "1" + ")".repeat(n)),
    MINUSES(n -> "x = " + "- ".repeat(n) + "1"),
    POWERS(n -> "x = " + "a ^ ".repeat(n) + "a"),
    RISING_PRIORITIES(n -> "x = " + "a or - a + ".repeat(n) + "a"),
    FUNCTIONS(n -> "x = " + "function() return ".repeat(n) + "1" + " end".repeat(n)),
    METHODS(n -> "function x:f() ".repeat(n) + "end ".repeat(n)),
    LOCAL_FUNCTIONS(n -> "local function f() ".repeat(n) + "end ".repeat(n)),
    BLOCKS(n -> "do ".repeat(n) + "end ".repeat(n)),
    LOOPS(n -> "while a do ".repeat(n) + "end ".repeat(n)),
    REPEATS(n -> "repeat ".repeat(n) + "until a ".repeat(n)),
    ELSES(n -> "if a then else ".repeat(n) + "end ".repeat(n)),
    NUMERIC_FORS(n -> "for i = 1, 2 do ".repeat(n) + "end ".repeat(n)),
    GENERIC_FORS(n -> "for k in a do ".repeat(n) + "end ".repeat(n));

    final IntFunction<String> source;

    Nesting(IntFunction<String> source) {
      this.source = source;
    }
  }

  @ParameterizedTest
  @EnumSource
  void passes_deepestOfItsKind_needNoLargeStack(Nesting nesting) throws InterruptedException {
    for (Dialect dialect : Dialect.values()) {
      int depth = Parser.MAX_DEPTH;
      while (!isAccepted(nesting.source.apply(depth), dialect)) {
        depth--;
      }
      assertTrue(depth > Parser.MAX_DEPTH / 4, "depth=" + depth);
      String deepest = nesting.source.apply(depth);
      runWithDefaultStack(() -> agree(deepest, dialect));
    }
  }

  @ParameterizedTest
  @EnumSource
  void passes_deepestOfTypedKind_needNoLargeStack(TypedNesting nesting)
      throws InterruptedException {
    int most = nesting.most(parser, new HeapTreeBuilder());
    String deepest = new String(nesting.source(most), ISO_8859_1);
    runWithDefaultStack(() -> agree(deepest, Dialect.TYPED_LUA));
  }

  private boolean isAccepted(String source, Dialect dialect) {
    try {
      parser.parse(Sources.bytes(source), dialect, new HeapTreeBuilder());
      return true;
    } catch (SyntaxException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("nesting deeper than 199 levels"));
      return false;
    }
  }

  private interface Work {
    void run() throws SyntaxException;
  }

  /// With what a thread has by default.
  private static void runWithDefaultStack(Work work) throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (SyntaxException | RuntimeException | Error e) {
            thrown.add(e);
          }
        };
    Thread thread = new Thread(null, guarded, "default stack", 1 << 20);
    thread.start();
    thread.join();
    assertEquals(List.of(), thrown);
  }

  /// All passes of both twins give the same answers.
  private void agree(String program, Dialect dialect) throws SyntaxException {
    byte[] source = Sources.bytes(program);
    HeapTreeBuilder heap = new HeapTreeBuilder();
    parser.parse(source, dialect, heap);
    Node.Chunk expected = heap.tree();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    parser.parse(source, dialect, builder);
    builder.tree().verify(source.length, interner);
    ArenaTwinTest.assertAgree(expected, builder.tree(), interner);
  }
}
