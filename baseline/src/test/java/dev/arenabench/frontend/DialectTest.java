package dev.arenabench.frontend;

import static dev.arenabench.frontend.Trees.assertConflict;
import static dev.arenabench.frontend.Trees.assertLua;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.DumpBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Lua's programs are in `TYPED_LUA`: the same, but for the conflicts of the grammar page.
class DialectTest {
  // The words stay names.

  /// Each word, in each place where Lua has a name.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "% = 1",
        "%, b = 1",
        "a, % = 1",
        "%.b = 1",
        "%['b'] = 1",
        "%\n[b] = 1",
        "%:b()",
        "%(b)",
        "%\n(b)",
        "%{b}",
        "%\n{b}",
        "%'b'",
        "%[[b]]",
        "%.b:c()",
        "x = %",
        "x = %; f()",
        "x = %\nf()",
        "x = %\n(f)()",
        "x = % + %",
        "x = -%",
        "x = a.%",
        "x = a.%.%(%)",
        "x = a:%(%)",
        "x = {% = %, %, [%] = %}",
        "x = %()",
        "x = %{}",
        "x = %''",
        "x = %.b, %[b], %:b()",
        "x = % < b, % > c",
        "x = (%)",
        "x = a\n%()",
        "x = a\n%.b = 1",
        "x = a\n% = 1",
        "x = a; % = 1",
        "f(%, %)",
        "local %",
        "local %, a = 1",
        "local % = 1",
        "local % <const> = 1",
        "local function %() end",
        "function %() end",
        "function a.%() end",
        "function a:%() end",
        "function %.%:%(%, ...) % = 1 end",
        "function f() %() end",
        "function f() % = 1 end",
        "function f() return % end",
        "for % = 1, 2 do end",
        "for %, % in % do end",
        "goto % ::%::",
        "return %",
        "return %, %",
        "while % do % = 1 end",
        "repeat % = 1 until %",
        "if % then %() elseif % then else %() end",
      })
  void word_whereLuaHasAName_isOne(String template) {
    for (int word = Words.MATCH; word <= Words.LAST; word++) {
      if (!isConflict(template, word)) {
        assertLua(template.replace("%", Words.text(word)));
      }
    }
  }

  private static boolean isConflict(String template, int word) {
    return template.startsWith("%{")
            && (word == Words.CONST || word == Words.IMPORT || word == Words.EXPORT)
        || template.startsWith("%['") && word == Words.CONST;
  }

  /// The exceptions of the words' rules, on the other line, are Lua.
  @Test
  void word_onTheNextLine_isAName() {
    assertLua("const\n{a}");
    assertLua("const\n[a] = 1");
    assertLua("import\n{a}");
    assertLua("export\n{a}");
    assertLua("x = match\nv()");
    assertLua("x = new\nC()");
    assertLua("x = try\nf()");
    assertLua("x = a\nas(b)");
    assertLua("x = a\nas = b");
    assertLua("x = a -- c\n  instanceof(b)");
    assertLua("x = a --[[ c ]]\n\tas(b)");
  }

  // The conflicts.

  @Test
  void conflict_genericCall_wasComparisons() {
    assertConflict(
        "x = a < b > (c)",
        "assign[name \"x\", greater[less[name \"a\", name \"b\"], paren[name \"c\"]]]",
        "assign[name \"x\", generic-call[name \"a\", type-arguments[type-name \"b\"], name"
            + " \"c\"]]");
    assertConflict(
        "f(a < b, c > (d))",
        "call[name \"f\", less[name \"a\", name \"b\"], greater[name \"c\", paren[name \"d\"]]]",
        "call[name \"f\", generic-call[name \"a\", type-arguments[type-name \"b\", type-name"
            + " \"c\"], name \"d\"]]");
  }

  @Test
  void conflict_operandWords_wereNamesBeforeAStatement() {
    assertConflict(
        "x = new C(a)",
        "assign[name \"x\", name \"new\"], call[name \"C\", name \"a\"]",
        "assign[name \"x\", new[name \"C\", name \"a\"]]");
    Trees.assertRejected("x = match v {1}", "1:15", "'=>' expected near '}'");
    Trees.assertRejected("x = try f()", "1:12", "'catch' expected near <eof>");
  }

  @Test
  void conflict_operatorWords_wereNamesBehindAnExpression() {
    assertConflict(
        "x = a as (b)",
        "assign[name \"x\", name \"a\"], call[name \"as\", name \"b\"]",
        "assign[name \"x\", as[name \"a\", paren-type[type-name \"b\"]]]");
    assertConflict(
        "x = a instanceof (b)",
        "assign[name \"x\", name \"a\"], call[name \"instanceof\", name \"b\"]",
        "assign[name \"x\", instance-of[name \"a\", paren[name \"b\"]]]");
  }

  @Test
  void conflict_constBeforeAPattern_wasAVariable() {
    assertConflict(
        "const [a] = b",
        "assign[index[name \"const\", name \"a\"], name \"b\"]",
        "const[array-pattern[const-name \"a\"], name \"b\"]");
    Trees.assertRejected("const {a} f()", "1:11", "'=' expected near 'f'");
  }

  @Test
  void conflict_modulesBeforeBraces_wereCalls() {
    assertConflict(
        "import {a} from 'm'",
        "call[name \"import\", table[name \"a\"]], call[name \"from\", string \"m\"]",
        "import[import-item[identifier \"a\"], string \"m\"]");
    assertConflict(
        "export {a}",
        "call[name \"export\", table[name \"a\"]]",
        "export-list[export-item[identifier \"a\"]]");
  }

  // What looks like TYPED_LUA and is Lua.

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "x = (a)(b)",
        "x = (a):b(c)",
        "x = (a):b{c}",
        "x = (a):b'c'",
        "x = (...)",
        "x = (...):b()",
        "x = (a:b(c))",
        "x = (a:b{c}):d'e'",
        "x = ((a):b())",
        "x = (function() return a end)()",
        "(function() return a end)()",
        "x = a < b and c > d",
        "x = a < (b) and c",
        "x = a < b.c, d > e",
        "x = a < -1",
        "x = a < 1 == (b > (c))",
        "x = a << b >> c",
        "x = {...}",
        "x = {..., a}",
        "f(...)",
        "x = ... y = 1",
        "x = a b = 1",
        "x = a | b",
        "x = a == b",
        "x = a ~= b",
        "x = a[b]",
        "x = a 'b'",
        "f{a = b, c}",
        "x = a.b.c.d:e()",
      })
  void lua_likeTypedLua_isTheSame(String source) {
    assertLua(source);
  }

  // Many programs.

  @Test
  void generatedPrograms_ofLua_areTheSame() throws SyntaxException {
    Random random = new Random(5);
    ProgramGenerator generator = new ProgramGenerator(random);
    int same = 0;
    for (int i = 0; i < 6_000; i++) {
      String program = generator.program(i % 4);
      if (compare(program)) {
        same++;
      }
    }
    assertTrue(same > 3_000, "same=" + same);
  }

  /// With the words as names, each token on a line of its own, where only generic calls conflict.
  @Test
  void generatedPrograms_withWordsAsNames_areTheSame() throws SyntaxException {
    Random random = new Random(6);
    ProgramGenerator generator = new ProgramGenerator(random);
    int same = 0;
    for (int i = 0; i < 6_000; i++) {
      String program = generator.program(i % 4);
      if (compare(withWords(program, random))) {
        same++;
      }
    }
    assertTrue(same > 3_000, "same=" + same);
  }

  /// @return whether the program is one of Lua, and the same in both dialects
  private static boolean compare(String program) {
    String lua;
    try {
      lua = Trees.parse(program, Dialect.LUA_5_4, true);
    } catch (SyntaxException e) {
      return false;
    }
    try {
      String typed = Trees.parse(program, Dialect.TYPED_LUA, true);
      if (typed.contains("generic-call") || typed.contains("generic-method-call")) {
        return false;
      }
      assertEquals(lua, typed, program);
      return true;
    } catch (SyntaxException e) {
      // A generic call where comparisons were.
      assertTrue(program.contains("<") && program.contains(">"), program + e.getMessage());
      return false;
    }
  }

  private static String withWords(String program, Random random) throws SyntaxException {
    Lexer lexer = new Lexer(new Interner());
    byte[] source = program.getBytes(StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder();
    try {
      lexer.reset(source, source.length, Dialect.LUA_5_4);
      for (int token = lexer.next(); token != Token.EOF; token = lexer.next()) {
        boolean isWord = token == Token.NAME && random.nextInt(3) > 0;
        int word = Words.MATCH + random.nextInt(Words.LAST - Words.MATCH + 1);
        out.append(isWord ? Words.text(word) : program.substring(lexer.start(), lexer.end()))
            .append('\n');
      }
    } catch (SyntaxException e) {
      return program;
    }
    return out.toString();
  }

  @Test
  void samples_ofLua_areTheSame() throws IOException {
    for (SourceText sample : Samples.all()) {
      byte[] bytes = sample.bytes();
      assertEquals(
          dump(bytes, sample.length(), Dialect.LUA_5_4),
          dump(bytes, sample.length(), Dialect.TYPED_LUA));
    }
  }

  @Test
  void corpus_ofThisProject_isTheSame() throws IOException {
    Path corpus = Path.of("../harness/src/main/resources/dev/arenabench/harness/corpus/lua");
    assumeTrue(Files.isDirectory(corpus), "no corpus beside the module");
    assertTrue(assertSameTrees(corpus) > 20);
  }

  @Test
  void corpus_shared_isTheSame() throws IOException {
    Path shared = Path.of(System.getProperty("arenabench.shared", "../../shared"));
    Path corpus = shared.resolve("corpus");
    assumeTrue(Files.isDirectory(corpus), "no corpus at arenabench.shared");
    assertTrue(assertSameTrees(corpus) > 500);
  }

  /// @return how many files
  private static int assertSameTrees(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> different = new ArrayList<>();
    int accepted = 0;
    for (Path file : all) {
      byte[] source = Files.readAllBytes(file);
      String lua = dump(source, source.length, Dialect.LUA_5_4);
      if (!lua.isEmpty()) {
        accepted++;
        if (!lua.equals(dump(source, source.length, Dialect.TYPED_LUA))) {
          different.add(file);
        }
      }
    }
    assertEquals(List.of(), different);
    return accepted;
  }

  /// Empty if it is no program.
  private static String dump(byte[] source, int length, Dialect dialect) {
    Interner interner = new Interner();
    DumpBuilder builder = new DumpBuilder(interner, true);
    try {
      new Parser(interner).parse(source, length, dialect, builder);
      return builder.dump();
    } catch (SyntaxException e) {
      return "";
    }
  }
}
