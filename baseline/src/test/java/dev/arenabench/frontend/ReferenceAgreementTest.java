package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Parsing and resolving accept what the reference implementation's `load` accepts, and reject what
/// it rejects, as [ReferenceAgreement] says.
class ReferenceAgreementTest {
  private static final ReferenceLua REFERENCE = new ReferenceLua();

  private final ReferenceAgreement agreement = new ReferenceAgreement();
  private final List<String> differences = new ArrayList<>();

  @AfterEach
  void closeAgreement() {
    agreement.close();
  }

  @AfterAll
  static void closeReference() {
    REFERENCE.close();
  }

  @Test
  void judge_handPicked_agrees() throws IOException {
    int snippets = 0;
    for (String snippet : Snippets.all()) {
      check(snippet);
      snippets++;
    }
    assertAgreement(snippets);
    assertTrue(snippets >= 400, "snippets=" + snippets);
  }

  @Test
  void judge_generatedPrograms_agrees() {
    ProgramGenerator generator = new ProgramGenerator(new Random(54));
    int programs = 12_000;
    for (int i = 0; i < programs; i++) {
      check(generator.program(i % 3 * 10));
    }
    assertAgreement(programs);
    assertBothOften(programs / 10, programs / 4);
  }

  @Test
  void judge_tokensWithoutOrder_agrees() {
    ProgramGenerator generator = new ProgramGenerator(new Random(5));
    int programs = 20_000;
    for (int i = 0; i < programs; i++) {
      check(generator.tokens(1 + i % 12));
    }
    assertAgreement(programs);
  }

  @Test
  void judge_samples_agrees() throws IOException {
    List<SourceText> samples = Samples.all();
    for (SourceText sample : samples) {
      check(sample.bytes(), sample.length());
    }
    assertAgreement(samples.size());
    assertEquals(samples.size(), agreement.accepted());
  }

  @Test
  void judge_mutatedSamples_agrees() throws IOException, SyntaxException {
    checkMutations(pieces(Samples.all()), 60_000);
  }

  @Test
  void judge_corpus_agrees() throws IOException {
    List<SourceText> corpus = sharedCorpus();
    for (SourceText file : corpus) {
      check(file.bytes(), file.length());
    }
    assertAgreement(corpus.size());
    assertEquals(601, corpus.size());
    assertEquals(6, agreement.rejected());
  }

  @Test
  void judge_mutatedCorpus_agrees() throws IOException, SyntaxException {
    checkMutations(pieces(sharedCorpus()), 60_000);
  }

  /// What nests, and how to write it `n` levels deep.
  enum Nesting {
    PARENTHESES(n -> "x = " + "(".repeat(n) + "1" + ")".repeat(n)),
    TABLES(n -> "x = " + "{".repeat(n) + "}".repeat(n)),
    KEYS(n -> "x = " + "{[".repeat(n) + "1" + "]=1}".repeat(n)),
    INDICES(n -> "x = " + "a[".repeat(n) + "1" + "]".repeat(n)),
    CALLS(n -> "f(".repeat(n) + "1" + ")".repeat(n)),
    MINUSES(n -> "x = " + "- ".repeat(n) + "1"),
    POWERS(n -> "x = " + "a ^ ".repeat(n) + "a"),
    CONCATENATIONS(n -> "x = " + "a .. ".repeat(n) + "a"),
    RISING_PRIORITIES(n -> "x = " + "a or - a + ".repeat(n) + "a"),
    FUNCTIONS(n -> "x = " + "function() return ".repeat(n) + "1" + " end".repeat(n)),
    FUNCTION_STATEMENTS(n -> "function f() ".repeat(n) + "end ".repeat(n)),
    LOCAL_FUNCTIONS(n -> "local function f() ".repeat(n) + "end ".repeat(n)),
    BLOCKS(n -> "do ".repeat(n) + "end ".repeat(n)),
    BLOCKS_WITH_SEMICOLON(n -> "do ".repeat(n) + ";" + "end ".repeat(n)),
    BLOCKS_WITH_RETURN(n -> "do ".repeat(n) + "return " + "end ".repeat(n)),
    BLOCKS_WITH_ASSIGNMENT(n -> "do ".repeat(n) + "x = 1 " + "end ".repeat(n)),
    LOOPS(n -> "while a do ".repeat(n) + "end ".repeat(n)),
    REPEATS(n -> "repeat ".repeat(n) + "until a ".repeat(n)),
    BRANCHES(n -> "if a then ".repeat(n) + "end ".repeat(n)),
    BRANCHES_WITH_BREAK(
        n -> "while a do " + "if a then ".repeat(n) + "break;" + " end".repeat(n + 1)),
    ELSES(n -> "if a then else ".repeat(n) + "end ".repeat(n)),
    ELSES_WITH_BREAK(
        n -> "repeat " + "if a then else ".repeat(n) + "break " + "end ".repeat(n) + "until a"),
    ELSE_IFS(n -> "if a then " + "elseif a then ".repeat(n) + "end"),
    NUMERIC_FORS(n -> "for i = 1, 2 do ".repeat(n) + "end ".repeat(n)),
    GENERIC_FORS(n -> "for k in a do ".repeat(n) + "end ".repeat(n)),
    LABELS(n -> numbered(n, "::l", "::")),
    LABELS_AND_SEMICOLONS(n -> numbered(n, "::l", ":: ; ")),
    TARGETS(n -> "a" + ", a".repeat(n) + " = 1"),
    TARGETS_AND_PARENTHESES(n -> "a" + ", a".repeat(n) + " = ((1))"),
    SUFFIXES(n -> "x = a" + ".b".repeat(n)),
    SUMS(n -> "x = a" + " + a".repeat(n)),
    SEMICOLONS(n -> ";".repeat(n));

    final IntFunction<String> source;

    Nesting(IntFunction<String> source) {
      this.source = source;
    }

    private static String numbered(int n, String before, String after) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < n; i++) {
        out.append(before).append(i).append(after);
      }
      return out.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void judge_deepNesting_hasTheSameLimit(Nesting nesting) {
    for (int n = 1; n < 260; n++) {
      check(nesting.source.apply(n));
    }
    assertAgreement(259);
  }

  private void checkMutations(List<byte[]> pieces, int mutations) throws SyntaxException {
    Random random = new Random(20260101);
    Mutator mutator = new Mutator(random);
    for (int i = 0; i < mutations; i++) {
      byte[] piece = pieces.get(random.nextInt(pieces.size()));
      mutator.mutate(piece, piece.length);
      check(mutator.bytes(), mutator.length());
    }
    assertAgreement(mutations);
    assertBothOften(mutations / 20, mutations / 4);
  }

  private void check(String source) {
    SourceText text = SourceText.of(source.getBytes(StandardCharsets.UTF_8));
    check(text.bytes(), text.length());
  }

  private void check(byte[] source, int length) {
    String difference = agreement.difference(source, length);
    if (difference != null) {
      differences.add(difference + "\n" + new String(source, 0, length, StandardCharsets.UTF_8));
    }
  }

  private void assertAgreement(int sources) {
    assertEquals(sources, agreement.accepted() + agreement.rejected());
    assertEquals(
        List.of(),
        differences.subList(0, Math.min(5, differences.size())),
        "" + differences.size());
    int tooLarge = agreement.tooLarge();
    assertTrue(tooLarge * 500 <= sources, "tooLarge=" + tooLarge + ", sources=" + sources);
  }

  private void assertBothOften(int leastAccepted, int leastRejected) {
    int accepted = agreement.accepted();
    int rejected = agreement.rejected();
    assertTrue(
        accepted > leastAccepted && rejected > leastRejected,
        "accepted=" + accepted + ", rejected=" + rejected);
  }

  /// Pieces of about a function's size that are programs of their own.
  private static List<byte[]> pieces(List<SourceText> sources) {
    List<byte[]> pieces = new ArrayList<>();
    for (SourceText source : sources) {
      String text = new String(source.bytes(), 0, source.length(), StandardCharsets.ISO_8859_1);
      StringBuilder piece = new StringBuilder();
      for (String line : text.split("(?<=\n)")) {
        if (line.startsWith("#")) {
          continue;
        }
        piece.append(line);
        byte[] bytes = piece.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > 4_000) {
          piece.setLength(0);
        } else if (bytes.length > 60
            && bytes[0] > ' '
            && !line.startsWith(" ")
            && !line.startsWith("\t")
            && REFERENCE.rejection(bytes, bytes.length) == null) {
          pieces.add(bytes);
          piece.setLength(0);
        }
      }
    }
    return pieces;
  }

  private static List<SourceText> sharedCorpus() throws IOException {
    Path corpus =
        Path.of(System.getProperty("arenabench.shared", "../../shared")).resolve("corpus");
    assumeTrue(Files.isDirectory(corpus), "no corpus at arenabench.shared");
    List<SourceText> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(ReferenceAgreementTest::isProgram).sorted().toList()) {
        sources.add(SourceText.read(file));
      }
    }
    return sources;
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.equals("COPYRIGHT") && !name.endsWith(".md");
  }
}
