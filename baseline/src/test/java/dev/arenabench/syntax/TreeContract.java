package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.arenabench.frontend.Parser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every twin has to meet: the same tree, the same answers of the same passes, after any
/// number of trees before. Each twin's test extends it.
public abstract class TreeContract {
  /// A twin under test, for any number of trees, one at a time.
  public interface Twin {
    /// What the parser reports to.
    TreeBuilder builder();

    /// Says that the parser has finished a tree; the passes are about this tree until the next one
    /// begins.
    void finished();

    void count(Census census);

    void calls(CallCounts calls);

    /// Begins and resolves.
    void resolve(Scopes scopes);

    /// Clears and writes.
    void print(LuaWriter writer);

    String dump(boolean positions);

    long structuralHash();
  }

  private static final int ROUNDS = 12;
  private static final int CHAIN_LENGTH = 40_000;
  private static final int DUMPED_CHAIN_LENGTH = 1_000;
  private static final int SHARED_PROGRAMS = 595;
  private static final int TYPED_TREES = 300;

  /// What a pass may allocate for a run, whatever the size of the tree.
  private static final long RUN_BYTES = 1_024;

  /// The same for one that keeps a stack of its own.
  private static final long STACK_BYTES = 4_096;

  private Interner interner;
  private Parser parser;
  private Twin twin;
  private Scopes scopes;

  /// A new twin.
  ///
  /// @param interner the one whose symbols the parser reports
  protected abstract Twin twin(Interner interner);

  @BeforeEach
  void startAnew() {
    interner = new Interner();
    parser = new Parser(interner);
    twin = twin(interner);
    scopes = new Scopes();
  }

  static List<String> programs() {
    return Samples.PROGRAMS;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void passes_program_agreeWithOracle(String program) throws SyntaxException {
    agree(bytes(program));
  }

  @Test
  void samples_together_haveEveryKindOfLua() throws SyntaxException {
    Census census = new Census();
    StringBuilder dumps = new StringBuilder();
    for (String program : Samples.PROGRAMS) {
      build(bytes(program));
      twin.count(census);
      dumps.append(twin.dump(false));
    }
    for (int kind = 1; kind <= Kind.CHUNK; kind++) {
      assertNotEquals(0, census.of(kind), Kind.name(kind));
    }
    assertTrue(dumps.indexOf("  method-name ") > 0);
    assertTrue(dumps.indexOf("  target-count ") > 0);
  }

  // What only TYPED_LUA has, in trees that no program is needed for.

  @Test
  void passes_typedTrees_agreeWithOracle() {
    for (int seed = 0; seed < TYPED_TREES; seed++) {
      String message = "seed=" + seed;
      OracleTree oracle = new OracleTree(interner);
      TypedTrees.build(seed, interner, oracle);
      DumpBuilder dumps = new DumpBuilder(interner, true);
      TypedTrees.build(seed, interner, dumps);
      OracleScopes oracleScopes = new OracleScopes(interner);
      TypedTrees.build(seed, interner, oracleScopes);
      buildTyped(seed);

      assertEquals(dumps.dump(), twin.dump(true), message);
      assertAnswers(oracle);
      assertEquals(oracleScopes.diagnostic(), scopes.diagnostic(), message);
      assertEquals(oracleScopes.localUses(), scopes.localUses(), message);
      assertEquals(oracleScopes.upvalueUses(), scopes.upvalueUses(), message);
      assertEquals(oracleScopes.globalUses(), scopes.globalUses(), message);
    }
  }

  @Test
  void typedTrees_together_haveEveryKind() {
    Census census = new Census();
    StringBuilder dumps = new StringBuilder();
    for (int seed = 0; seed < TYPED_TREES; seed++) {
      buildTyped(seed);
      twin.count(census);
      dumps.append(twin.dump(false));
    }
    for (int kind = Kind.CHUNK + 1; kind < Kind.LIMIT; kind++) {
      String name = Kind.name(kind);
      if (Kind.isPart(kind)) {
        assertTrue(dumps.indexOf("  " + name + " ") > 0, name);
      } else {
        assertNotEquals(0, census.of(kind), name);
      }
    }
  }

  @Test
  void print_typedTrees_parseToTheSameTree() throws SyntaxException {
    for (int seed = 0; seed < TYPED_TREES; seed++) {
      buildTyped(seed);
      String dump = twin.dump(false);
      LuaWriter writer = new LuaWriter(interner);
      twin.print(writer);
      byte[] printed = writer.toBytes();
      String text = new String(printed, ISO_8859_1);
      try {
        parser.parse(printed, Dialect.TYPED_LUA, twin.builder());
      } catch (SyntaxException e) {
        throw new AssertionError(
            "seed=" + seed + ": " + e.line() + ":" + e.column() + "\n" + text, e);
      }
      twin.finished();
      assertEquals(dump, twin.dump(false), () -> text);
      twin.print(writer);
      assertArrayEquals(printed, writer.toBytes());
    }
  }

  private void buildTyped(int seed) {
    TypedTrees.build(seed, interner, twin.builder());
    twin.finished();
  }

  @Test
  void builder_reused_givesTheSameTreesEachTime() throws SyntaxException {
    Map<String, String> firstDumps = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String program : Samples.PROGRAMS) {
        agree(bytes(program));
        String dump = twin.dump(true);
        assertEquals(firstDumps.computeIfAbsent(program, _ -> dump), dump, "round=" + round);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void builder_afterAbandonedParse_buildsAsNew(String program) throws SyntaxException {
    byte[] whole = bytes(program);
    for (int cut = 1; cut < 8; cut++) {
      byte[] broken = bytes(program.substring(0, program.length() * cut / 8) + "\n?");
      assertThrows(SyntaxException.class, () -> build(broken), "cut=" + cut);
      agree(whole);
    }
  }

  // Chains that are long to the left: deeper than any call stack.

  static List<String> chains() {
    return List.of(" + a", " .. a", " and a", ".b", "[1]", "()", ":m()", "(a).b[1]:m{} * a");
  }

  @ParameterizedTest
  @MethodSource("chains")
  void passes_longChain_doNotOverflow(String link) throws SyntaxException {
    // `..` associates to the right: that chain is deep, and limited by the parser.
    int length = link.startsWith(" ..") ? 150 : CHAIN_LENGTH;
    byte[] source = bytes("x = a" + link.repeat(length));
    OracleTree oracle = oracle(source);
    build(source);

    assertAnswers(oracle);
    assertPrintParses();
  }

  static List<String> typedChains() {
    return List.of("?.b", "?.()", "?.[b]", "<b>()", ":m<b>()", " ?? b", " |> b", " as b");
  }

  @ParameterizedTest
  @MethodSource("typedChains")
  void passes_longTypedChain_doNotOverflow(String link) throws SyntaxException {
    byte[] source = bytes("x = a" + link.repeat(CHAIN_LENGTH));
    OracleTree oracle = new OracleTree(interner);
    parser.parse(source, Dialect.TYPED_LUA, oracle);
    parser.parse(source, Dialect.TYPED_LUA, twin.builder());
    twin.finished();

    assertAnswers(oracle);
    LuaWriter writer = new LuaWriter(interner);
    twin.print(writer);
    assertArrayEquals(bytes(new String(source, ISO_8859_1) + "\n"), writer.toBytes());
  }

  @ParameterizedTest
  @MethodSource("typedChains")
  void dump_typedChain_isInSourceOrder(String link) throws SyntaxException {
    byte[] source = bytes("x = a" + link.repeat(DUMPED_CHAIN_LENGTH));
    DumpBuilder dumps = new DumpBuilder(interner, true);
    parser.parse(source, Dialect.TYPED_LUA, dumps);
    parser.parse(source, Dialect.TYPED_LUA, twin.builder());
    twin.finished();

    assertEquals(dumps.dump(), twin.dump(true));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void dump_chain_isInSourceOrder(String link) throws SyntaxException {
    int length = link.startsWith(" ..") ? 150 : DUMPED_CHAIN_LENGTH;
    agree(bytes("return a" + link.repeat(length)));
  }

  // What passes cost besides time.

  @Test
  void passes_longerProgram_allocateNoMore() throws SyntaxException {
    String statement = "local a = f(a.b[1], 'x' .. c:d(1.5)) if a then t = {a = -a, [1] = a} end\n";
    StringBuilder program = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      program.append("do ").append(statement).append("end ");
    }
    byte[] source = bytes(program.toString());
    build(source);
    Census census = new Census();
    CallCounts calls = new CallCounts(interner.count());
    LuaWriter writer = new LuaWriter(interner);

    assertAll(
        () -> assertAllocatesLittle("count", () -> twin.count(census)),
        () -> assertAllocatesLittle("calls", () -> twin.calls(calls)),
        () -> assertAllocatesLittle("resolve", () -> twin.resolve(scopes)),
        () -> assertAllocatesLittle("print", () -> twin.print(writer)),
        () -> assertAllocates("hash", STACK_BYTES, () -> twin.structuralHash()));
  }

  @Test
  void passes_typedTrees_allocateNoMore() {
    int largest = 0;
    int seedOfLargest = 0;
    for (int seed = 0; seed < TYPED_TREES; seed++) {
      buildTyped(seed);
      int length = twin.dump(false).length();
      if (length > largest) {
        largest = length;
        seedOfLargest = seed;
      }
    }
    buildTyped(seedOfLargest);
    Census census = new Census();
    CallCounts calls = new CallCounts(interner.count());
    LuaWriter writer = new LuaWriter(interner);

    assertAll(
        () -> assertAllocatesLittle("count", () -> twin.count(census)),
        () -> assertAllocatesLittle("calls", () -> twin.calls(calls)),
        () -> assertAllocatesLittle("resolve", () -> twin.resolve(scopes)),
        () -> assertAllocatesLittle("print", () -> twin.print(writer)),
        () -> assertAllocates("hash", STACK_BYTES, () -> twin.structuralHash()));
  }

  private static void assertAllocatesLittle(String pass, Runnable run) {
    assertAllocates(pass, RUN_BYTES, run);
  }

  private static void assertAllocates(String pass, long most, Runnable run) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      run.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    long allocatedBytes = least;
    assertTrue(allocatedBytes <= most, () -> pass + ": allocatedBytes=" + allocatedBytes);
  }

  // The structural hash.

  @Test
  void structuralHash_anyChange_differs() throws SyntaxException {
    Map<Long, String> seen = new HashMap<>();
    for (String program : Samples.NEIGHBOURS) {
      build(bytes(program));
      String other = seen.put(twin.structuralHash(), program);
      assertNull(other, () -> "same hash: " + other + " and " + program);
    }
  }

  @Test
  void structuralHash_otherLayoutAndSymbols_isEqual() throws SyntaxException {
    for (String program : Samples.PROGRAMS) {
      build(bytes(program));
      long expected = twin.structuralHash();

      Interner other = new Interner();
      for (int i = 0; i < 100; i++) {
        byte[] text = bytes("other" + i);
        other.intern(text, 0, text.length);
      }
      Twin second = twin(other);
      String moved = program.matches("(?s)[a-z].*") ? "\n\n " + program : program;
      new Parser(other).parse(bytes(moved), Dialect.LUA_5_4, second.builder());
      second.finished();
      assertEquals(expected, second.structuralHash(), program);
    }
  }

  // The resolve pass.

  static List<Samples.Rejected> rejected() {
    return Stream.of(Samples.REJECTED, Samples.REJECTED_TWICE).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void resolve_wrongProgram_saysWhereAndWhy(Samples.Rejected rejected) throws SyntaxException {
    build(bytes(rejected.source()));
    twin.resolve(scopes);

    assertEquals(rejected.diagnostic(), scopes.diagnostic(), rejected.source());
  }

  static List<String> accepted() {
    return Samples.ACCEPTED;
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void resolve_rightProgram_findsNothing(String program) throws SyntaxException {
    agree(bytes(program));
  }

  static List<Samples.Uses> uses() {
    return Samples.USES;
  }

  @ParameterizedTest
  @MethodSource("uses")
  void resolve_names_areLocalUpvalueOrGlobal(Samples.Uses uses) throws SyntaxException {
    build(bytes(uses.source()));
    twin.resolve(scopes);

    assertEquals(
        uses,
        new Samples.Uses(
            uses.source(), scopes.localUses(), scopes.upvalueUses(), scopes.globalUses()));
  }

  static List<Samples.Rejected> typedRejected() {
    return TypedSamples.REJECTED;
  }

  @ParameterizedTest
  @MethodSource("typedRejected")
  void resolve_wrongTypedProgram_saysWhereAndWhy(Samples.Rejected rejected) throws SyntaxException {
    resolveTyped(rejected.source());

    assertEquals(rejected.diagnostic(), scopes.diagnostic(), rejected.source());
  }

  static List<String> typedAccepted() {
    return TypedSamples.ACCEPTED;
  }

  @ParameterizedTest
  @MethodSource("typedAccepted")
  void resolve_rightTypedProgram_findsNothing(String program) throws SyntaxException {
    resolveTyped(program);

    assertNull(scopes.diagnostic());
  }

  static List<Samples.Uses> typedUses() {
    return TypedSamples.USES;
  }

  @ParameterizedTest
  @MethodSource("typedUses")
  void resolve_typedNames_areLocalUpvalueOrGlobal(Samples.Uses uses) throws SyntaxException {
    resolveTyped(uses.source());

    assertEquals(
        uses,
        new Samples.Uses(
            uses.source(), scopes.localUses(), scopes.upvalueUses(), scopes.globalUses()));
  }

  private void resolveTyped(String program) throws SyntaxException {
    parser.parse(bytes(program), Dialect.TYPED_LUA, twin.builder());
    twin.finished();
    twin.resolve(scopes);
  }

  @Test
  void calls_typedCallSites_areNamedByCallee() throws SyntaxException {
    String program = "a?.b() c?.() d<T>() e:f<T>() new g.H() local i = j |> k, (l)<T>(), m?.[n]()";
    parser.parse(bytes(program), Dialect.TYPED_LUA, twin.builder());
    twin.finished();
    CallCounts calls = new CallCounts(interner.count());
    twin.calls(calls);

    for (String name : List.of("b", "c", "d", "f", "H")) {
      assertEquals(1, calls.of(interner.intern(bytes(name), 0, 1)), name);
    }
    assertEquals(2, calls.anonymous());
    assertEquals(7, calls.total());
  }

  // Real programs, where they are at hand.

  @Test
  void passes_sharedCorpus_agreeWithOracle() throws IOException {
    Path corpus = Path.of(System.getProperty("arenabench.shared", "../../shared"), "corpus");
    assumeTrue(Files.isDirectory(corpus), () -> "not there: " + corpus);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(corpus)) {
      files = walk.filter(file -> file.toString().endsWith(".lua")).sorted().toList();
    }
    int programs = 0;
    for (Path file : files) {
      try {
        agree(Files.readAllBytes(file));
        programs++;
      } catch (SyntaxException expected) {
        assertNotNull(expected.getMessage());
      }
    }
    assertEquals(SHARED_PROGRAMS, programs);
  }

  /// Builds the tree, compares all answers, and does so again with what `print` made of it.
  private void agree(byte[] source) throws SyntaxException {
    OracleTree oracle = oracle(source);
    DumpBuilder dumps = new DumpBuilder(interner, true);
    parser.parse(source, Dialect.LUA_5_4, dumps);
    build(source);

    assertEquals(dumps.dump(), twin.dump(true));
    assertAnswers(oracle);
    twin.resolve(scopes);
    assertNull(scopes.diagnostic());
    String dump = twin.dump(false);
    assertPrintParses();
    assertEquals(dump, twin.dump(false));
  }

  /// Leaves the twin with what `print` made of its tree.
  private void assertPrintParses() throws SyntaxException {
    long hash = twin.structuralHash();
    LuaWriter writer = new LuaWriter(interner);
    twin.print(writer);
    byte[] printed = writer.toBytes();
    build(printed);
    assertEquals(hash, twin.structuralHash(), () -> new String(printed, ISO_8859_1));
    twin.print(writer);
    assertArrayEquals(printed, writer.toBytes());
  }

  private void assertAnswers(OracleTree oracle) {
    Census census = new Census();
    twin.count(census);
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      assertEquals(oracle.census().of(kind), census.of(kind), Kind.name(kind));
    }
    assertEquals(oracle.census().total(), census.total());

    CallCounts calls = new CallCounts(interner.count());
    twin.calls(calls);
    for (int symbol = 1; symbol <= interner.count(); symbol++) {
      int named = symbol;
      assertEquals(
          oracle.calls().of(symbol), calls.of(symbol), () -> "name=" + interner.text(named));
    }
    assertEquals(oracle.calls().anonymous(), calls.anonymous());
    assertEquals(oracle.calls().total(), calls.total());

    assertEquals(oracle.structuralHash(), twin.structuralHash());

    twin.resolve(scopes);
    assertEquals(
        census.of(Kind.NAME),
        scopes.localUses() + scopes.upvalueUses() + scopes.globalUses(),
        "each name is resolved once");
  }

  private OracleTree oracle(byte[] source) throws SyntaxException {
    OracleTree oracle = new OracleTree(interner);
    parser.parse(source, Dialect.LUA_5_4, oracle);
    return oracle;
  }

  private void build(byte[] source) throws SyntaxException {
    parser.parse(source, Dialect.LUA_5_4, twin.builder());
    twin.finished();
  }

  private static byte[] bytes(String program) {
    return program.getBytes(ISO_8859_1);
  }
}
