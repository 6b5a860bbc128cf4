package dev.arenabench.harness.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the kernel tells in files. A file that is not there is an answer: `null`, or no
/// lines.
final class SystemFiles {
  private final Path root;

  /// @param root `/`, or a folder of copies in a test
  SystemFiles(Path root) {
    this.root = root;
  }

  /// The file's text without surrounding blanks, or `null` where there is none.
  @Nullable String text(String path) {
    try {
      return Files.readString(root.resolve(path), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException | SecurityException e) {
      return null;
    }
  }

  /// The file's lines; none where there is no file.
  List<String> lines(String path) {
    String text = text(path);
    return text == null ? List.of() : text.lines().toList();
  }

  /// What follows `key` and a colon on the first line that begins with the key, or `null`.
  @Nullable String field(String path, String key) {
    for (String line : lines(path)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
        return line.substring(colon + 1).strip();
      }
    }
    return null;
  }

  /// A count of kibibytes in the manner of `/proc/meminfo`, or `null`.
  @Nullable Long kibibytes(String path, String key) {
    String value = field(path, key);
    return value == null || !value.endsWith(" kB")
        ? null
        : number(value.substring(0, value.length() - " kB".length()));
  }

  /// The number that a text is, or `null` if it is none.
  static @Nullable Long number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// Whether there is such a folder.
  boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path));
  }
}
