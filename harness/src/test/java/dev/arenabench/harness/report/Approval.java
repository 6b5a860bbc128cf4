package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Holds a rendering against the one that was looked at and approved. After a change that is meant,
/// run the tests with `-Darenabench.approve=true`, look at the difference, and commit it.
final class Approval {
  private static final Path FOLDER = Path.of("src/test/resources/dev/arenabench/harness/report");

  private Approval() {}

  static void check(String name, String rendered) throws IOException {
    Path approved = FOLDER.resolve(name);
    if (Boolean.getBoolean("arenabench.approve")) {
      Files.createDirectories(FOLDER);
      Files.writeString(approved, rendered);
      return;
    }
    List<String> expected = Files.readString(approved).lines().toList();
    List<String> actual = rendered.lines().toList();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String before = i < expected.size() ? expected.get(i) : "(nothing)";
      String now = i < actual.size() ? actual.get(i) : "(nothing)";
      if (!before.equals(now)) {
        fail(
            "%s differs in line %d:%n approved: %s%n now:      %s%nif it should: -Darenabench.approve=true"
                .formatted(name, i + 1, before, now));
      }
    }
  }
}
