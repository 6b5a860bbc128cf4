package dev.arenabench.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.syntax.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How close the shipped and the generated programs are to [real code][RealLua].
class RealismTest {
  /// What was seen: 0.122, and for forty seeds 0.124–0.250, 0.122–0.163 and 0.125–0.138.
  @ParameterizedTest
  @CsvSource({"shipped, 0.13", "lua-10k, 0.20", "lua-100k, 0.16", "lua-1m, 0.14"})
  void nodeMix_builtInCorpus_isNearRealCode(String corpus, double limit) throws IOException {
    double distance = NodeMix.distance(profile(corpus).nodes(), RealLua.nodes());

    assertTrue(distance <= limit, "distance=" + distance);
  }

  @ParameterizedTest
  @CsvSource({"shipped, 7.38", "lua-10k, 7.41", "lua-100k, 7.88", "lua-1m, 8.27"})
  void bytesPerNode_builtInCorpus_isWithinAQuarterOfRealCode(String corpus, double seen)
      throws IOException {
    double bytesPerNode = profile(corpus).bytesPerNode();

    assertEquals(seen, bytesPerNode, 0.05);
    assertEquals(RealLua.BYTES_PER_NODE, bytesPerNode, RealLua.BYTES_PER_NODE / 4);
  }

  @ParameterizedTest
  @CsvSource({"shipped, 5.53", "lua-10k, 4.85", "lua-100k, 6.16", "lua-1m, 7.17"})
  void nameLength_builtInCorpus_isWithinAQuarterOfRealCode(String corpus, double seen)
      throws IOException {
    double nameLength = profile(corpus).nameLength();

    assertEquals(seen, nameLength, 0.05);
    assertEquals(RealLua.NAME_LENGTH, nameLength, RealLua.NAME_LENGTH / 4);
  }

  @Test
  void distinctNames_growingSize_followHeapsLawOfRealCode() throws IOException {
    assertEquals(RealLua.NAMES_IN_100_KILOBYTES, profile("lua-100k").distinctNames(), 150);
    assertEquals(RealLua.NAMES_IN_1_MEGABYTE, profile("lua-1m").distinctNames(), 150);
  }

  @Test
  void distance_equalAndDisjointMixes_isZeroAndOne() {
    int[] left = new int[Kind.LIMIT];
    int[] right = new int[Kind.LIMIT];
    left[1] = 3;
    right[2] = 5;

    assertEquals(0, NodeMix.distance(left, left));
    assertEquals(1, NodeMix.distance(left, right), 1e-12);
  }

  @Test
  void figures_sharedCorpusAtHand_areThoseRecorded() throws IOException {
    Path shared = Path.of(System.getProperty("arenabench.shared", "../../shared"), "corpus");
    assumeTrue(Files.isDirectory(shared), "no real code at " + shared);
    SourceProfile profile = new SourceProfile();
    int accepted = 0;
    for (SourceFile file : Corpus.of(shared).files()) {
      if (!file.name().matches(".*/ldoc/builtin/(debug|global|lpeg|string|table|utf8)[.]lua")) {
        profile.add(file);
        accepted++;
      }
    }

    assertEquals(RealLua.FILES, accepted);
    assertArrayEquals(RealLua.nodes(), profile.nodes());
    assertEquals(RealLua.BYTES_PER_NODE, profile.bytesPerNode(), 0.005);
    assertEquals(RealLua.NAME_LENGTH, profile.nameLength(), 0.005);
  }

  private static SourceProfile profile(String corpus) throws IOException {
    return SourceProfile.of(Corpus.named(corpus));
  }
}
