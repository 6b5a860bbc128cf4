package dev.arenabench.arena.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Programs for the tests of this package, and short ways to their trees.
final class Sources {
  /// Has every kind of node and part, extra words, and each optional child both ways.
  static final String EVERYTHING =
      """
      local a, b <const>, c <close> = 1, 0x7fffffffffffffff, nil
      local function f(x, ...) return x, ..., {} end
      function t.u.v(p) p.q = not p; goto out; ::out:: end
      function t:m() self[1], other = -2.5, #"s" .. ~3, true end
      if a == b then elseif a ~= c then f() elseif a <= c then f"x" else f{1, k = 2, [3] = 4} end
      while a < b and a > c or a >= 33554431 do break end
      repeat a = a + 1 - 2 * 3 / 4 // 5 % 6 ^ 7 until (a & b | c ~ 1) << 2 >> 1 == false
      for i = 1, 10 do t:m(i, 33554430):n() end
      for i = 1, 10, 0.0 do end
      for k, v in pairs(t), 1 do do local z end end
      f((f(a, g(b))), h(c.d.e, "s", 1e300))
      t[f] = function() end
      return function(...) return end
      """;

  static final List<String> PROGRAMS = List.of("", ";;", "return 1", "f()", EVERYTHING);

  private Sources() {}

  static byte[] bytes(String source) {
    return source.getBytes(ISO_8859_1);
  }

  static void parse(String source, Interner interner, TreeBuilder builder) {
    parse(source, Dialect.LUA_5_4, interner, builder);
  }

  static void parse(String source, Dialect dialect, Interner interner, TreeBuilder builder) {
    try {
      new Parser(interner).parse(bytes(source), dialect, builder);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(source, e);
    }
  }

  /// The tree of a program, in an array of its own.
  static ArenaTree tree(String source, Interner interner) {
    return tree(source, Dialect.LUA_5_4, interner);
  }

  static ArenaTree tree(String source, Dialect dialect, Interner interner) {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    parse(source, dialect, interner, builder);
    return builder.tree().freeze();
  }

  /// The real programs that are at hand beside the project; none if they are not.
  static List<Path> shared() throws IOException {
    Path corpus = Path.of(System.getProperty("arenabench.shared", "../../shared"), "corpus");
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(corpus)) {
      return walk.filter(file -> file.toString().endsWith(".lua")).sorted().toList();
    }
  }
}
