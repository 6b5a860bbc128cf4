package dev.arenabench.heap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// Accepts and rejects what the reference implementation does, on programs that are nothing but
/// scopes, jumps and attributes.
class HeapResolveTest {
  private static final int PROGRAMS = 30_000;

  /// Writes programs at random; few names and labels, so that they meet.
  private static final class Generator {
    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    Generator(long seed) {
      random = new SplittableRandom(seed);
    }

    String program() {
      statements(6);
      return out.toString();
    }

    private String one(String... choices) {
      return choices[random.nextInt(choices.length)];
    }

    private String name() {
      return one("a", "b", "c", "_ENV");
    }

    private void block(String start, String end) {
      out.append(start);
      statements(4);
      out.append(end);
    }

    private void statements(int most) {
      depth++;
      for (int i = random.nextInt(most + 1); i > 0; i--) {
        statement();
      }
      if (random.nextInt(12) == 0) {
        out.append("return ").append(name()).append(' ');
      }
      depth--;
    }

    private void statement() {
      int choice = random.nextInt(depth < 5 ? 26 : 15);
      switch (choice) {
        case 0, 1 -> out.append("local ").append(name()).append(one(" ", " = 1 ", " = a, b "));
        case 2 -> out.append("local ").append(name()).append(one(" <const> = 1 ", " <close> = a "));
        case 3 -> out.append(name()).append(" = ").append(one("1 ", "a ", "... ", "#b "));
        case 4 -> out.append(one("f(a) ", "a.b = c ", "a, f().b = b ", ";;"));
        case 5, 6, 7 -> out.append("goto ").append(one("x ", "y "));
        case 8, 9, 10 -> out.append(one("::x:: ", "::y:: ", "::x:: ; ::y:: "));
        case 11 -> out.append("if b then goto ").append(one("x ", "y ")).append("end ");
        case 12 -> out.append(one("break ", "if a then break end ", ";"));
        case 13 -> out.append("local a <close>, b ").append(one("", "<close> ")).append("= a ");
        case 14 -> out.append("f(").append(one("...", "a", "{...}")).append(") ");
        case 15, 16 -> block("do ", "end ");
        case 17 -> block("while a do ", "end ");
        case 18 -> block("repeat ", "until a ");
        case 19 -> block("for " + one("a", "b") + " = 1, b do ", "end ");
        case 20 -> block("for a, b in c do ", "end ");
        case 21 -> block("if a then ", one("end ", "else break end ", "elseif b then end "));
        case 22 -> block("local function " + name() + "(" + one("", "a", "...") + ") ", "end ");
        case 23 ->
            block("function " + one("a", "a.b", "a:b") + "(" + one("", "...") + ") ", "end ");
        case 24 -> block("f(function(" + one("", "...", "a, ...") + ") ", "end) ");
        default -> block("repeat until f(function() ", "end) ");
      }
    }
  }

  @Test
  void resolve_generatedPrograms_agreesWithTheReference() throws SyntaxException {
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    HeapTreeBuilder builder = new HeapTreeBuilder();
    Scopes scopes = new Scopes();
    int accepted = 0;
    try (Lua54 reference = new Lua54()) {
      for (int seed = 0; seed < PROGRAMS; seed++) {
        String program = new Generator(seed).program();
        byte[] source = program.getBytes(US_ASCII);
        parser.parse(source, Dialect.LUA_5_4, builder);
        HeapResolve.resolve(builder.tree(), interner, scopes);

        String expected = load(reference, source);
        int failed = seed;
        assertEquals(
            expected.isEmpty(),
            scopes.diagnostic() == null,
            () -> "seed=" + failed + "\n" + program + "\n" + expected + "\n" + scopes.diagnostic());
        accepted += expected.isEmpty() ? 1 : 0;
      }
    }
    double share = (double) accepted / PROGRAMS;
    assertTrue(share > 0.2 && share < 0.8, () -> "accepted=" + share);
  }

  /// What the reference has to say against a program; empty if nothing.
  private static String load(Lua54 reference, byte[] source) {
    ByteBuffer direct = ByteBuffer.allocateDirect(source.length);
    direct.put(source).flip();
    try {
      reference.load(direct, "=generated");
      return "";
    } catch (LuaException rejected) {
      return String.valueOf(rejected.getMessage());
    } finally {
      reference.setTop(0);
    }
  }
}
