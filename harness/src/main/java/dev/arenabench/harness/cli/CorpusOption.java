package dev.arenabench.harness.cli;

import dev.arenabench.harness.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Paths to sources, with words for what can be wrong with them.
final class CorpusOption {
  private CorpusOption() {}

  static Corpus of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UserError(
          ExitCode.USAGE,
          "no such file or folder: " + path + "; name Lua or TypedLua files, or a folder of them");
    }
    try {
      return Corpus.of(path);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
