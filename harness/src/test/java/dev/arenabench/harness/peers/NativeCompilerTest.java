package dev.arenabench.harness.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeCompilerTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void measure_installedOrNot_saysEither(NativeCompiler compiler) throws Exception {
    Finding finding = compiler.measure(corpus("x = 1\n".repeat(100), "local = 1\n"));

    if (finding.severity() == Finding.Severity.GOOD) {
      assertTrue(
          finding.value().matches("-?[0-9.]+ ns/B on mine: .* ms for 1 files, .*"),
          finding.value());
      assertTrue(finding.meaning().endsWith("without 1 files that it rejects."), finding.meaning());
    } else {
      assertTrue(finding.value().equals("not installed"), finding.value());
      assertTrue(finding.meaning().contains("the package "), finding.meaning());
    }
  }

  @ParameterizedTest
  @EnumSource
  void measure_nothingIsRun(NativeCompiler compiler) throws Exception {
    compiler.measure(corpus("io.open('" + folder.resolve("ran") + "', 'w'):close()\n"));

    assertTrue(!Files.exists(folder.resolve("ran")));
  }

  private Corpus corpus(String... programs) throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    for (int i = 0; i < programs.length; i++) {
      Files.writeString(mine.resolve(i + ".lua"), programs[i]);
    }
    return Corpus.of(mine);
  }
}
