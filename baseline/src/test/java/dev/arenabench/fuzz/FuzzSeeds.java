package dev.arenabench.fuzz;

import dev.arenabench.frontend.Snippets;
import dev.arenabench.syntax.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What fuzzing starts from: short sources that together have every construct, many that are nearly
/// right, and all that fuzzing found to be treated wrongly.
public final class FuzzSeeds {
  private FuzzSeeds() {}

  public static List<byte[]> all() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    Stream.of(Snippets.all(), Snippets.typed(), Samples.PROGRAMS)
        .flatMap(List::stream)
        .forEach(source -> seeds.add(source.getBytes(StandardCharsets.UTF_8)));
    seeds.addAll(findings());
    return seeds;
  }

  /// The lines of `findings.txt`, but for comments: `## …`.
  private static List<byte[]> findings() throws IOException {
    try (InputStream in = FuzzSeeds.class.getResourceAsStream("findings.txt")) {
      if (in == null) {
        throw new IOException("no resource, name=findings.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("## "))
          .map(FuzzSeeds::bytes)
          .toList();
    }
  }

  /// A source as a line of `findings.txt`: printable ASCII as it is, but `\xHH` for a backslash and
  /// for all other bytes.
  static String line(byte[] source) {
    StringBuilder line = new StringBuilder();
    for (byte b : source) {
      if (b >= ' ' && b <= '~' && b != '\\') {
        line.append((char) b);
      } else {
        line.append("\\x%02x".formatted(b));
      }
    }
    return line.toString();
  }

  static byte[] bytes(String line) {
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        source.write(Integer.parseInt(line, i + 2, i + 4, 16));
        i += 3;
      } else {
        source.write(line.charAt(i));
      }
    }
    return source.toByteArray();
  }

  /// Gives every seed to a target.
  public static void replay(Target target) throws IOException {
    for (byte[] seed : all()) {
      try {
        target.take(seed);
      } catch (Exception | Error e) {
        throw new AssertionError("seed: " + line(seed), e);
      }
    }
  }

  /// A method with `@FuzzTest`.
  public interface Target {
    void take(byte[] source) throws Exception;
  }
}
