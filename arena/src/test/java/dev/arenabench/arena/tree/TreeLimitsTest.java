package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.LittleStack;
import dev.arenabench.frontend.LuaNesting;
import dev.arenabench.frontend.Parser;
import dev.arenabench.frontend.TypedNesting;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
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
    int width = 10_000;
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

  @ParameterizedTest
  @EnumSource
  void passes_deepest_agree(LuaNesting nesting) throws SyntaxException {
    for (Dialect dialect : Dialect.values()) {
      int most = nesting.most(parser, dialect, new HeapTreeBuilder());
      assertTrue(most > Parser.MAX_DEPTH / 4, "most=" + most);
      agree(nesting.source(most), dialect);
    }
  }

  @ParameterizedTest
  @EnumSource
  void passes_deepestOfTypedKind_agree(TypedNesting nesting) throws SyntaxException {
    int most = nesting.most(parser, Dialect.TYPED_LUA, new HeapTreeBuilder());
    agree(nesting.source(most), Dialect.TYPED_LUA);
  }

  @Test
  void passes_deepest_needLittleStack() throws IOException, InterruptedException {
    LittleStack.run(DeepestPasses.class);
  }

  /// All passes of both twins give the same answers.
  private void agree(String program, Dialect dialect) throws SyntaxException {
    agree(Sources.bytes(program), dialect);
  }

  private void agree(byte[] source, Dialect dialect) throws SyntaxException {
    HeapTreeBuilder heap = new HeapTreeBuilder();
    parser.parse(source, dialect, heap);
    Node.Chunk expected = heap.tree();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    parser.parse(source, dialect, builder);
    builder.tree().verify(source.length, interner);
    ArenaTwinTest.assertAgree(expected, builder.tree(), interner);
  }
}
