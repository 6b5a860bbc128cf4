package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.Lexer;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkSourcesTest {
  @TempDir private Path folder;

  @Test
  void read_whatWasWritten_isTheCorpusWithPadding() throws Exception {
    Source[] sources = ForkSources.of(Corpus.shipped(Dialect.LUA_5_4));
    ForkSources.write(folder.resolve("s"), List.of(sources));

    Source[] read = ForkSources.read(folder.resolve("s"));

    assertEquals(sources.length, read.length);
    for (int i = 0; i < read.length; i++) {
      Corpus.SourceFile file = Corpus.shipped(Dialect.LUA_5_4).files().get(i);
      assertEquals(file.name(), read[i].name());
      assertEquals(file.bytes().length, read[i].length());
      assertArrayEquals(file.bytes(), java.util.Arrays.copyOf(read[i].padded(), read[i].length()));
      assertTrue(read[i].padded().length >= read[i].length() + Lexer.PADDING);
      assertArrayEquals(sources[i].padded(), read[i].padded());
    }
  }
}
