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
    checkMutations(pieces(Samples.all()), 30_000);
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
    checkMutations(pieces(sharedCorpus()), 30_000);
  }

  /// Without what needs more registers than a function has before it is too deep.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "METHOD_CALLS")
  void judge_deepNesting_hasTheSameLimit(LuaNesting nesting) {
    for (int n = 1; n < 260; n++) {
      byte[] source = nesting.source(n);
      SourceText text = SourceText.of(source);
      check(text.bytes(), text.length());
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
