package dev.arenabench.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.ReferenceLua;
import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.syntax.Dialect;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusGeneratorTest {
  @ParameterizedTest
  @ValueSource(ints = {10_000, 12_345, 100_000, 1_000_000})
  void generate_anySize_isThatSize(int sizeBytes) {
    for (Dialect dialect : Dialect.values()) {
      int length = CorpusGenerator.generate(dialect, 1, sizeBytes).length;

      assertTrue(length <= sizeBytes && length >= 0.99 * sizeBytes, dialect + ", length=" + length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lua-10k", "lua-100k", "lua-1m"})
  void generate_builtInSize_isAcceptedByTheReferenceAndByTheParser(String corpus)
      throws IOException {
    SourceFile file = Corpus.named(corpus).files().getFirst();
    try (ReferenceLua lua = new ReferenceLua()) {
      assertNull(lua.rejection(file.bytes(), file.bytes().length), file.name());
    }
    new SourceProfile().add(file);
  }

  @Test
  void generate_manySeeds_isAcceptedByTheReferenceAndByTheParser() {
    try (ReferenceLua lua = new ReferenceLua()) {
      for (int seed = 0; seed < 40; seed++) {
        byte[] source = CorpusGenerator.generate(Dialect.LUA_5_4, seed, 10_000 + 977 * seed);
        assertNull(lua.rejection(source, source.length), "seed=" + seed);
        new SourceProfile().add(new SourceFile("seed " + seed, source));
        assertTrue(source.length >= 0.99 * (10_000 + 977 * seed), "seed=" + seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"typed-10k", "typed-100k", "typed-1m"})
  void generate_builtInTypedSize_isAcceptedAndResolves(String corpus) throws IOException {
    SourceFile file = Corpus.named(corpus).files().getFirst();

    assertEquals("", TypedChecks.problem(file.name(), file.bytes()));
  }

  @Test
  void generate_typedWithManySeeds_isAcceptedAndResolves() {
    for (int seed = 0; seed < 40; seed++) {
      int sizeBytes = 10_000 + 977 * seed;
      byte[] source = CorpusGenerator.generate(Dialect.TYPED_LUA, seed, sizeBytes);

      assertEquals("", TypedChecks.problem("seed " + seed, source));
      assertTrue(source.length >= 0.99 * sizeBytes, "seed=" + seed);
    }
  }

  /// What the parser builds from a typed corpus is what it builds from the shipped programs.
  @ParameterizedTest
  @CsvSource({"typed-10k, 0.40", "typed-100k, 0.15", "typed-1m, 0.06"})
  void generate_typed_keepsTheMixOfConstructs(String corpus, double limit) throws IOException {
    double distance =
        NodeMix.distance(
            SourceProfile.of(Corpus.named(corpus)).nodes(),
            SourceProfile.of(Corpus.shipped(Dialect.TYPED_LUA)).nodes());

    assertTrue(distance <= limit, "distance=" + distance);
  }

  /// Figures of different commits can be compared as long as these hashes stay: they change with
  /// the shipped programs and with the generator, and nothing else may change them.
  @ParameterizedTest
  @CsvSource({
    "lua-10k, bc2fdc2c666213eca127f3ff81a52ee36598d9da4bfed083f1c9f8c89c16df79",
    "lua-100k, 310aa4d5927aa0c1b159ec74b8c62dc450ee7699347d8ca40f27f1b15ab28be0",
    "lua-1m, 185e228a1626575181f8af0d1c44467fc44b1ccc8b0a3c44d6014ecd54e95acf",
    "typed-10k, 007af9f7f8c1550d85c08e0ce452493b7d7cda2c561fb7506c0d104bfd7805b0",
    "typed-100k, 950e48d621f4967d2852c99b63878f8f99e4fb60fe3f19627fc92268dea4809e",
    "typed-1m, 411aa753d7bbac1bfac7c5d68401ff18657877a4b7f61d9fbb88aa6ec7ed6261"
  })
  void generate_builtInSize_hasTheRecordedHash(String corpus, String sha256) throws IOException {
    assertEquals(sha256, Corpus.named(corpus).sha256());
  }

  @Test
  void generate_sameSeed_isTheSame() {
    for (Dialect dialect : Dialect.values()) {
      assertArrayEquals(
          CorpusGenerator.generate(dialect, 7, 50_000),
          CorpusGenerator.generate(dialect, 7, 50_000));
    }
  }

  @Test
  void generate_otherSeed_isAnother() {
    for (Dialect dialect : Dialect.values()) {
      assertFalse(
          Arrays.equals(
              CorpusGenerator.generate(dialect, 7, 50_000),
              CorpusGenerator.generate(dialect, 8, 50_000)));
    }
  }

  @Test
  void generate_sizeOutsideLimits_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> CorpusGenerator.generate(Dialect.LUA_5_4, 1, 9_999));

    assertEquals("sizeBytes=9999, limits=10000..1073741824", thrown.getMessage());
  }
}
