package dev.arenabench.harness.publish;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// Copies a finished run to `results/<date>-<revision>/`, the folder that is committed. Nothing
/// that is published is overwritten.
public final class Publisher {
  /// What a reader needs to check every figure; logs and locks stay behind.
  private static final List<String> PUBLISHED =
      List.of(
          "run.json",
          "journal.jsonl",
          "jmh.json",
          "heaps.json",
          "probes.json",
          "index.html",
          "table.txt",
          "README.md");

  private static final int REVISION_DIGITS = 10;

  private Publisher() {}

  /// Publishes a run.
  ///
  /// @return the new folder
  /// @throws IllegalArgumentException when the run is not finished, or was made outside a git
  ///   checkout or from changed files; the message says what to do
  public static Path publish(Path run, Path results) throws IOException {
    RunRecord record = Json.read(run.resolve("run.json"), RunRecord.class);
    Long finished = record.finishedAtMillis();
    if (finished == null) {
      throw new IllegalArgumentException(
          "run " + run + " is not finished; resume it with: " + record.command());
    }
    String revision = record.revision();
    if (revision == null || record.dirty()) {
      throw new IllegalArgumentException(
          "run "
              + run
              + " was made "
              + (revision == null ? "outside a git checkout" : "with uncommitted changes")
              + ", so nobody could make it again; commit, run again, then publish");
    }
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(finished), ZoneOffset.UTC);
    String name = day + "-" + revision.substring(0, Math.min(REVISION_DIGITS, revision.length()));
    Path target = free(results, name);
    // Built beside its final name, so that a full disk leaves nothing that looks published.
    Path staging = Files.createTempDirectory(Files.createDirectories(results), ".publishing-");
    try {
      for (String file : PUBLISHED) {
        Path source = run.resolve(file);
        if (Files.isRegularFile(source)) {
          Files.copy(source, staging.resolve(file));
        }
      }
      return Files.move(staging, target);
    } catch (IOException e) {
      deleteQuietly(staging, e);
      throw e;
    }
  }

  /// The first name that no published run has: several of one revision are told apart by a number.
  private static Path free(Path results, String name) {
    Path target = results.resolve(name);
    for (int i = 2; Files.exists(target); i++) {
      target = results.resolve(name + "-" + i);
    }
    return target;
  }

  private static void deleteQuietly(Path folder, IOException because) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
