package dev.arenabench.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sources of a line or two that were picked by hand, most of them at the edge of something.
public final class Snippets {
  private Snippets() {}

  public static List<String> all() throws IOException {
    return read("snippets.txt");
  }

  /// Those in `TYPED_LUA`: programs that together have every production.
  public static List<String> typed() throws IOException {
    return read("typed-snippets.txt");
  }

  private static List<String> read(String name) throws IOException {
    try (InputStream in = Snippets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource, name=" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("## "))
          .map(Snippets::unescape)
          .toList();
    }
  }

  /// `¶` is a line feed, `¬` a carriage return, `␀` a zero, `␛` an escape, `␈` a byte-order mark.
  private static String unescape(String line) {
    return line.replace('¶', '\n')
        .replace('¬', '\r')
        .replace('␀', '\0')
        .replace('␛', '\u001B')
        .replace('␈', '\uFEFF');
  }
}
