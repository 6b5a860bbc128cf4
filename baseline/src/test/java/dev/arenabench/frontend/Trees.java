package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.DumpBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;

/// Trees of `TYPED_LUA` on one line: `add[name "a", integer 1]`. What a piece stands in is cut off.
final class Trees {
  private static final Interner INTERNER = new Interner();
  private static final Parser PARSER = new Parser(INTERNER);

  private Trees() {}

  static void assertChunk(String source, String tree) {
    assertEquals(tree, cut("chunk[block[", chunk(source, false), "]]"));
  }

  /// With positions: `name "a" @0`.
  static void assertPositions(String source, String tree) {
    String chunk = chunk(source, true);
    int inside = chunk.indexOf('[', chunk.indexOf("block")) + 1;
    assertEquals(tree, chunk.substring(inside, chunk.length() - 2), source);
  }

  static void assertExpression(String source, String tree) {
    assertEquals(tree, cut("chunk[block[return[", chunk("return " + source, false), "]]]"), source);
  }

  static void assertExpressionStarts(String source, String tree) {
    String chunk = chunk("return " + source, false);
    assertTrue(chunk.startsWith("chunk[block[return[" + tree), chunk);
  }

  /// The source may be no program, but `a <` in it is no generic call.
  static void assertStartsWithComparison(String source) {
    try {
      String dump = parse("return " + source, Dialect.TYPED_LUA, false);
      assertTrue(dump.contains(" less\n") && !dump.contains("generic-call"), dump);
      // Whatever comes behind makes no difference.
    } catch (SyntaxException e) {
      SyntaxException lua =
          assertThrows(
              SyntaxException.class, () -> parse("return " + source, Dialect.LUA_5_4, false));
      assertTrue(e.offset() >= lua.offset(), e.getMessage());
    }
  }

  /// Both are trees, and the same but for parentheses.
  static void assertSameExpression(String source, String other) {
    assertEquals(withoutParens("return " + other), withoutParens("return " + source));
  }

  static void assertType(String source, String tree) {
    assertEquals(
        tree,
        cut("chunk[block[type-alias[", chunk("type T = " + source, false), ", identifier \"T\"]]]"),
        source);
  }

  static void assertPattern(String source, String tree) {
    assertEquals(
        tree,
        cut(
            "chunk[block[match[name \"v\", match-arm[",
            chunk("match v {" + source + " => 0}", false),
            ", integer 0]]]]"),
        source);
  }

  static void assertMember(String source, String tree) {
    assertEquals(
        tree,
        cut("chunk[block[class[", chunk("class C {" + source + "}", false), "identifier \"C\"]]]"),
        source);
  }

  /// @param place line and column: `1:5`
  static void assertRejected(String source, String place, String message) {
    SyntaxException e =
        assertThrows(SyntaxException.class, () -> parse(source, Dialect.TYPED_LUA, false), source);
    assertEquals(message + " at " + place, e.getMessage() + " at " + e.line() + ":" + e.column());
  }

  /// The tree is the same in both dialects, positions included.
  static void assertLua(String source) {
    try {
      String lua = parse(source, Dialect.LUA_5_4, true);
      assertEquals(lua, parse(source, Dialect.TYPED_LUA, true), source);
    } catch (SyntaxException e) {
      throw new AssertionError(source, e);
    }
  }

  /// The source is Lua, and another tree in `TYPED_LUA`.
  static void assertConflict(String source, String luaTree, String typedTree) {
    try {
      String lua = line(parse(source, Dialect.LUA_5_4, false));
      assertEquals(luaTree, cut("chunk[block[", lua, "]]"), source);
      assertChunk(source, typedTree);
    } catch (SyntaxException e) {
      throw new AssertionError(source, e);
    }
  }

  static String parse(String source, Dialect dialect, boolean positions) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    DumpBuilder builder = new DumpBuilder(INTERNER, positions);
    PARSER.parse(bytes, dialect, builder);
    return builder.dump();
  }

  private static String chunk(String source, boolean positions) {
    try {
      return line(parse(source, Dialect.TYPED_LUA, positions));
    } catch (SyntaxException e) {
      throw new AssertionError(source, e);
    }
  }

  private static String withoutParens(String source) {
    try {
      StringBuilder out = new StringBuilder();
      int cut = 0;
      int[] parens = new int[300];
      for (String line : parse(source, Dialect.TYPED_LUA, false).split("\n")) {
        int indent = (line.length() - line.stripLeading().length()) / 2;
        while (cut > 0 && parens[cut - 1] >= indent) {
          cut--;
        }
        if (line.strip().equals("paren")) {
          parens[cut++] = indent;
        } else {
          out.repeat(' ', indent - cut).append(line.strip()).append('\n');
        }
      }
      return out.toString();
    } catch (SyntaxException e) {
      throw new AssertionError(source, e);
    }
  }

  private static String cut(String before, String tree, String behind) {
    assertTrue(tree.startsWith(before) && tree.endsWith(behind), tree);
    String inside = tree.substring(before.length(), tree.length() - behind.length());
    return inside.endsWith(", ") ? inside.substring(0, inside.length() - 2) : inside;
  }

  private static String line(String dump) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (String line : dump.split("\n")) {
      String text = line.stripLeading();
      int indent = (line.length() - text.length()) / 2;
      if (indent > depth) {
        out.append('[');
      } else if (!out.isEmpty()) {
        out.repeat(']', depth - indent).append(", ");
      }
      out.append(text);
      depth = indent;
    }
    return out.repeat(']', depth).toString();
  }
}
