package dev.arenabench.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.arenabench.frontend.Excerpt;
import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.Parser;
import dev.arenabench.frontend.ReferenceAgreement;
import dev.arenabench.frontend.Snippets;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.frontend.Token;
import dev.arenabench.frontend.TokenStream;
import dev.arenabench.heap.HeapCalls;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapHash;
import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Diagnostic;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.OracleTree;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes: the front end reads them or says where and why not, and nothing else leaves
/// it; it says the same each time; and about Lua 5.4 it says what the reference implementation
/// says.
class FrontEndFuzzTest {
  /// An interner that holds more is replaced: an input is not slow because many came before it.
  private static final int MAX_SYMBOLS = 4_000;

  private static final byte[] BEYOND = "x]]'\"=end 9".getBytes(StandardCharsets.US_ASCII);
  private static final ReferenceAgreement AGREEMENT = new ReferenceAgreement();

  private Interner interner = new Interner();
  private Lexer lexer = new Lexer(interner);
  private TokenStream tokens = new TokenStream(lexer);
  private Parser parser = new Parser(interner);
  private OracleTree oracle = new OracleTree(interner);
  private final HeapTreeBuilder heap = new HeapTreeBuilder();
  private final Scopes scopes = new Scopes();

  @ParameterizedTest
  @ValueSource(strings = {"lex", "parse", "reference"})
  void fuzz_frontEnd_findsNothing(String target) throws IOException, InterruptedException {
    Campaign.run(FrontEndFuzzTest.class, target);
  }

  @Test
  void lex_seeds_holds() throws IOException {
    FuzzSeeds.replay(this::lex);
  }

  @Test
  void parse_seeds_holds() throws IOException {
    FuzzSeeds.replay(this::parse);
  }

  @Test
  void reference_seeds_holds() throws IOException {
    FuzzSeeds.replay(this::reference);
  }

  @AfterAll
  static void closeReference() {
    AGREEMENT.close();
  }

  // lex

  /// What was read of a source.
  ///
  /// @param tokens a hash of their kinds, places and values
  private record Lexed(long tokens, @Nullable String error) {}

  @DictionaryFile(resourcePath = "tokens.dict")
  @FuzzTest
  void lex(byte[] source) {
    renew();
    SourceText padded = SourceText.of(source);
    byte[] more = Arrays.copyOf(source, source.length + BEYOND.length);
    System.arraycopy(BEYOND, 0, more, source.length, BEYOND.length);
    for (Dialect dialect : Dialect.values()) {
      Lexed inPlace = lex(padded.bytes(), padded.length(), dialect);
      assertEquals(inPlace, lex(source, source.length, dialect));
      assertEquals(inPlace, lex(more, source.length, dialect), "bytes behind the source are read");
    }
  }

  private Lexed lex(byte[] source, int length, Dialect dialect) {
    long hash = 0;
    try {
      lexer.reset(source, length, dialect);
      tokens.reset();
      int before = lexer.end();
      int token;
      while ((token = tokens.next()) != Token.EOF) {
        int start = lexer.start();
        int end = lexer.end();
        assertTrue(before <= start && start < end && end <= length, () -> start + ".." + end);
        before = end;
        long value = 0;
        switch (token) {
          case Token.NAME -> {
            value = lexer.symbol();
            assertEquals(text(source, start, end), interner.text(lexer.symbol()));
          }
          case Token.STRING, TokenStream.TEMPLATE_TEXT -> value = lexer.symbol();
          case Token.INTEGER, Token.FLOAT -> {
            value = lexer.bits();
            assertEquals(numeral(text(source, start, end), token), value);
          }
          default -> {}
        }
        hash = 31 * (31 * (31 * (31 * hash + token) + start) + end) + value;
      }
      assertEquals(length, lexer.start());
      assertEquals(Token.EOF, tokens.next());
      return new Lexed(hash, null);
    } catch (SyntaxException e) {
      return new Lexed(hash, describe(e, source, length));
    }
  }

  private static String text(byte[] source, int from, int to) {
    return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// The bits of a numeral, by the Java library.
  private static long numeral(String text, int token) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    if (token == Token.INTEGER) {
      return hex ? new BigInteger(text.substring(2), 16).longValue() : Long.parseLong(text);
    }
    boolean marked = !hex || text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
    return Double.doubleToRawLongBits(Double.parseDouble(marked ? text : text + "p0"));
  }

  // parse

  @Test
  void parse_typedSnippets_haveEveryKind() throws IOException {
    Census census = new Census();
    List<String> errors = new ArrayList<>();
    for (String snippet : Snippets.typed()) {
      byte[] source = snippet.getBytes(StandardCharsets.UTF_8);
      try {
        parser.parse(source, Dialect.TYPED_LUA, heap);
        HeapCount.count(heap.tree(), census);
      } catch (SyntaxException e) {
        errors.add(e.getMessage() + "\n" + Excerpt.of(SourceText.of(source), e.offset()));
      }
    }
    assertEquals(List.of(), errors);
    List<String> missing =
        IntStream.range(Kind.CHUNK + 1, Kind.METHOD_NAME)
            .filter(kind -> !Kind.isPart(kind) && census.of(kind) == 0)
            .mapToObj(Kind::name)
            .toList();
    assertEquals(List.of(), missing);
  }

  @DictionaryFile(resourcePath = "tokens.dict")
  @FuzzTest
  void parse(byte[] source) {
    renew();
    SourceText padded = SourceText.of(source);
    for (Dialect dialect : Dialect.values()) {
      String first = parse(source, source.length, dialect);
      assertEquals(first, parse(padded.bytes(), padded.length(), dialect));
    }
  }

  /// What came out: an error, or what the passes answer.
  private String parse(byte[] source, int length, Dialect dialect) {
    try {
      parser.parse(source, length, dialect, oracle);
      parser.parse(source, length, dialect, heap);
    } catch (SyntaxException e) {
      return describe(e, source, length);
    }
    Node.Chunk tree = heap.tree();
    long hash = HeapHash.hash(tree, interner);
    assertEquals(oracle.structuralHash(), hash);
    Census census = new Census();
    HeapCount.count(tree, census);
    assertEquals(oracle.census().total(), census.total());
    CallCounts calls = new CallCounts(interner.count());
    HeapCalls.count(tree, calls);
    assertEquals(oracle.calls().total(), calls.total());
    HeapResolve.resolve(tree, interner, scopes);
    Diagnostic diagnostic = scopes.diagnostic();
    if (diagnostic != null) {
      assertFalse(diagnostic.message().isBlank());
      Objects.checkIndex(diagnostic.position(), length);
    }
    return hash + ", " + diagnostic;
  }

  // reference

  @DictionaryFile(resourcePath = "tokens.dict")
  @FuzzTest
  void reference(byte[] source) {
    SourceText text = SourceText.of(source);
    String difference = AGREEMENT.difference(text.bytes(), text.length());
    assertNull(difference, difference);
  }

  private static String describe(SyntaxException e, byte[] source, int length) {
    String message = e.getMessage();
    assertNotNull(message);
    assertFalse(message.isBlank());
    assertTrue(e.offset() <= length, () -> "offset=" + e.offset() + ", length=" + length);
    SourceText text = SourceText.of(Arrays.copyOf(source, length));
    assertEquals(text.line(e.offset()), e.line());
    assertEquals(text.column(e.offset()), e.column());
    assertEquals(2, Excerpt.of(text, e.offset()).lines().count());
    return e.offset() + ": " + message;
  }

  private void renew() {
    if (interner.count() > MAX_SYMBOLS) {
      interner = new Interner();
      lexer = new Lexer(interner);
      tokens = new TokenStream(lexer);
      parser = new Parser(interner);
      oracle = new OracleTree(interner);
    }
  }
}
