package dev.arenabench.harness.suite;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Source;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How sources get into a fork: the host writes the corpus once into a file, so that every fork of
/// a run reads the same bytes, whatever happens to the folder that they came from, and none spends
/// time on growing a generated corpus.
public final class ForkSources {
  /// System property that names the file; without it the benchmark reads the corpus by its name.
  public static final String PROPERTY = "arenabench.sources";

  /// Zero bytes after each source: at least as many as the lexer wants, which the sides' own copies
  /// of it check.
  private static final int PADDING = 64;

  private ForkSources() {}

  /// Writes sources.
  public static void write(Path file, List<Source> sources) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(sources.size());
      for (Source source : sources) {
        out.writeUTF(source.name());
        out.writeInt(source.length());
        out.write(source.padded(), 0, source.length());
      }
    }
  }

  /// Reads what [#write] wrote.
  public static Source[] read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Source[] sources = new Source[in.readInt()];
      for (int i = 0; i < sources.length; i++) {
        String name = in.readUTF();
        int length = in.readInt();
        byte[] padded = new byte[length + PADDING];
        in.readFully(padded, 0, length);
        sources[i] = new Source(name, padded, length);
      }
      return sources;
    }
  }

  /// A corpus, ready for the lexer.
  public static Source[] of(Corpus corpus) {
    return corpus.files().stream()
        .map(file -> padded(file.name(), file.bytes()))
        .toArray(Source[]::new);
  }

  private static Source padded(String name, byte[] bytes) {
    return new Source(name, java.util.Arrays.copyOf(bytes, bytes.length + PADDING), bytes.length);
  }

  /// The sources of a fork.
  static Source[] ofFork(String corpus) {
    String file = System.getProperty(PROPERTY);
    try {
      return file == null ? of(Corpus.named(corpus)) : read(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("corpus=" + corpus, e);
    }
  }
}
