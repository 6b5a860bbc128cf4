package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.peers.PeerRigs;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// ANTLR's grammar accepts what this project's parser accepts, and rejects what it rejects. In this
/// package for the programs that the parser itself is tested with.
class LuaSyntaxAgreementTest {
  private final Parser parser = new Parser(new Interner());
  private final List<String> differences = new ArrayList<>();
  private int accepted;
  private int rejected;

  @AfterEach
  void assertAgreement() {
    assertEquals(
        List.of(),
        differences.subList(0, Math.min(10, differences.size())),
        "" + differences.size());
  }

  @Test
  void parse_shippedPrograms_areAccepted() {
    Corpus corpus = Corpus.shipped(Dialect.LUA_5_4);
    corpus.files().forEach(file -> check(file.bytes()));

    assertEquals(corpus.files().size(), accepted);
  }

  @Test
  void parse_generatedProgram_isAccepted() throws IOException {
    Corpus.named("lua-1m").files().forEach(file -> check(file.bytes()));

    assertEquals(1, accepted);
  }

  @Test
  void parse_sharedCorpus_agrees() throws IOException {
    Path corpus =
        Path.of(System.getProperty("arenabench.shared", "../../../shared")).resolve("corpus");
    assumeTrue(Files.isDirectory(corpus), "no such folder: " + corpus);
    Corpus.of(corpus).files().forEach(file -> check(file.bytes()));

    assertTrue(accepted > 100, "accepted=" + accepted);
  }

  @Test
  void parse_handPicked_agrees() throws IOException {
    for (String snippet : Snippets.all()) {
      check(snippet.getBytes(StandardCharsets.UTF_8));
    }

    assertTrue(accepted > 100 && rejected > 100, "accepted=" + accepted + ", rejected=" + rejected);
  }

  @Test
  void parse_parentheses_callWhatCanBeCalled() {
    String[] programs = {
      "f (g)()",
      "local x (f)()",
      "local x <const>, y (f)()",
      "local x <const> (f)()",
      "local x y (f)()",
      "goto x (f)() ::x::",
      "goto x f(1) ::x:: (f)()",
      "x = {} (f)()",
      "x = 'a' (f)()",
      "f {} (g)()",
      "f 'a' (g)()",
      "f {{}, {} } 'a' [[b]] (g)(h){}",
      "x = function() end (f)()",
      "x = function() (f)() end",
      "x = function(...) (f)() end",
      "function a.b:c(x) (f)() end",
      "local function f(x) (x or g)(1) end (f)()",
      "x = a [1] (2)",
      "t = { (f)(), a (b), [c] = (d), 'x', ('y'):z() }",
      "return (f)(), (g)",
      "x = f.end",
      "f = (a)",
      "(a).b = (c)",
      "(a) = 1",
      "a() = 1",
      "a.b, c() = 1",
      "a, b",
      "(f)",
      "a.b",
      "x = 1 (f)()",
      "x = ... (f)()",
      "x = nil (f)()",
      "x = not (f)()",
      "while (a)() do (b)() end (c)()",
      "for a, b in (c) do (d)() end",
      "for a = (b), c (d) do (e)() end"
    };
    for (String program : programs) {
      check(program.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void parse_randomPrograms_agrees() {
    ProgramGenerator generator = new ProgramGenerator(new Random(27));
    for (int i = 0; i < 4_000; i++) {
      check(generator.program(i % 3 * 10).getBytes(StandardCharsets.UTF_8));
    }

    assertTrue(accepted > 400 && rejected > 400, "accepted=" + accepted + ", rejected=" + rejected);
  }

  @Test
  void parse_damagedPrograms_agrees() throws SyntaxException {
    Mutator mutator = new Mutator(new Random(31));
    for (Corpus.SourceFile file : Corpus.shipped(Dialect.LUA_5_4).files()) {
      SourceText text = file.text();
      for (int i = 0; i < 60; i++) {
        mutator.mutate(text.bytes(), text.length());
        check(Arrays.copyOf(mutator.bytes(), mutator.length()));
      }
    }

    assertTrue(accepted > 100 && rejected > 400, "accepted=" + accepted + ", rejected=" + rejected);
  }

  private void check(byte[] bytes) {
    String ours = ours(bytes);
    if (ours != null && ours.contains(": nesting deeper than ")) {
      return; // A limit, and none of the grammar.
    }
    String theirs = theirs(bytes);
    if ((ours == null) != (theirs == null)) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      String shown = text.length() > 200 ? text.length() + " characters" : text;
      differences.add(shown + ": ours=" + ours + ", ANTLR=" + theirs);
    } else if (ours == null) {
      accepted++;
    } else {
      rejected++;
    }
  }

  private @Nullable String ours(byte[] bytes) {
    try {
      parser.parse(bytes, Dialect.LUA_5_4, NoTree.INSTANCE);
      return null;
    } catch (SyntaxException e) {
      return e.line() + ": " + e.getMessage();
    }
  }

  private static @Nullable String theirs(byte[] bytes) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Lexer.PADDING);
    Source[] sources = {new Source("a.lua", padded, bytes.length)};
    try (Rig rig =
        new PeerRigs().create(new RigRequest("peers", "parse", "antlr", sources, null))) {
      rig.pass();
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
