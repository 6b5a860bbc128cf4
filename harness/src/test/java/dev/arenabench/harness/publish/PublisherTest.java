package dev.arenabench.harness.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final String REVISION = "0123456789abcdef";
  private static final long FINISHED_MILLIS = 1_767_225_600_000L; // 2026-01-01

  @TempDir private Path folder = Path.of("");

  @Test
  void publish_finishedRun_copiedWithoutLogs() throws IOException {
    Path run = run(FINISHED_MILLIS, REVISION, false);
    Path published = Publisher.publish(run, folder.resolve("results"));
    assertEquals("2026-01-01-0123456789", published.getFileName().toString());
    assertTrue(Files.exists(published.resolve("run.json")));
    assertEquals("a unit", Files.readString(published.resolve("journal.jsonl")));
    assertFalse(Files.exists(published.resolve("forks.log")));
    assertEquals(
        List.of("2026-01-01-0123456789"), names(folder.resolve("results")), "nothing is left over");
  }

  @Test
  void publish_again_nothingOverwritten() throws IOException {
    Path run = run(FINISHED_MILLIS, REVISION, false);
    Path results = folder.resolve("results");
    Path first = Publisher.publish(run, results);
    Files.writeString(run.resolve("journal.jsonl"), "another");
    Path second = Publisher.publish(run, results);
    assertEquals("2026-01-01-0123456789-2", second.getFileName().toString());
    assertEquals("a unit", Files.readString(first.resolve("journal.jsonl")));
  }

  @Test
  void publish_unfinished_refused() throws IOException {
    Path run = run(null, REVISION, false);
    assertRefused(run, "is not finished; resume it with: arenabench run");
  }

  @Test
  void publish_uncommitted_refused() throws IOException {
    assertRefused(run(FINISHED_MILLIS, REVISION, true), "was made with uncommitted changes");
    assertRefused(run(FINISHED_MILLIS, null, false), "was made outside a git checkout");
  }

  private void assertRefused(Path run, String reason) {
    Path results = folder.resolve("results");
    String message =
        assertThrows(IllegalArgumentException.class, () -> Publisher.publish(run, results))
            .getMessage();
    assertTrue(String.valueOf(message).contains(reason), message);
    assertFalse(Files.exists(results));
  }

  private Path run(@Nullable Long finished, @Nullable String revision, boolean dirty)
      throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    RunRecord record =
        new RunRecord(
            RunRecord.SCHEMA,
            "run",
            "quick",
            1,
            "arenabench run",
            0,
            finished,
            revision,
            dirty,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of());
    Files.write(run.resolve("run.json"), Json.prettyBytes(record));
    Files.writeString(run.resolve("journal.jsonl"), "a unit");
    Files.writeString(run.resolve("forks.log"), "paths of this machine");
    return run;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
