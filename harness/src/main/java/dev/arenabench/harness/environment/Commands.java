package dev.arenabench.harness.environment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks programs of the machine. One that is missing, fails or does not answer in time is an
/// answer: `null`.
final class Commands {
  private static final int PATIENCE_SECONDS = 10;

  private Commands() {}

  /// What the command printed, without surrounding blanks, or `null` if it did not end well.
  static @Nullable String output(@Nullable Path folder, List<String> command) {
    Path printed = null;
    try {
      // Into a file: a pipe that nobody empties would stop the program.
      printed = Files.createTempFile("arenabench", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder == null ? null : folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return null;
      }
      return process.exitValue() == 0
          ? Files.readString(printed, StandardCharsets.UTF_8).strip()
          : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      delete(printed);
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // A leftover in the temporary folder is harmless.
        file.toFile().deleteOnExit();
      }
    }
  }

  /// Whether the search path has the program.
  static boolean has(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
