package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path folder;

  @Test
  void lock_lockedFolder_isRefused() throws Exception {
    try (RunFolder first = RunFolder.lock(folder)) {
      assertNotNull(first);
      assertNull(RunFolder.lock(folder));
    }
    try (RunFolder again = RunFolder.lock(folder)) {
      assertNotNull(again);
    }
  }

  @Test
  void lock_folderLockedByAnotherProcess_isRefused() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('L', other.getInputStream().read());

      assertNull(RunFolder.lock(folder));
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (RunFolder after = RunFolder.lock(folder)) {
      assertNotNull(after);
    }
  }

  /// Holds the lock until it is killed.
  static final class LockHolder {
    public static void main(String[] arguments) throws Exception {
      try (RunFolder folder = RunFolder.lock(Path.of(arguments[0]))) {
        System.out.write(folder == null ? 'x' : 'L');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void write_existingFile_isReplacedWhole() throws Exception {
    try (RunFolder run = RunFolder.lock(folder)) {
      assertNotNull(run);
      run.write("probes.json", List.of("a", "b", "c"));
      run.write("probes.json", List.of());
    }
    assertEquals("[ ]\n", Files.readString(folder.resolve("probes.json")));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".draft")));
    }
  }

  @Test
  void runOrNull_folderOfSomethingElse_isNull() throws Exception {
    assertNull(RunFolder.runOrNull(folder));
    Files.writeString(folder.resolve("run.json"), "{\"schema\": 99}");
    assertNull(RunFolder.runOrNull(folder));
    Files.writeString(folder.resolve("run.json"), "{\"sch");
    assertNull(RunFolder.runOrNull(folder));
  }

  @Test
  void readRun_missing_saysWhichFile() {
    IOException thrown = assertThrows(IOException.class, () -> RunFolder.readRun(folder));

    assertEquals(
        "file=" + folder.resolve("run.json") + " is missing: is this the folder of a run?",
        thrown.getMessage());
  }

  @Test
  void readProbes_missing_isEmpty() throws Exception {
    assertFalse(Files.exists(folder.resolve("probes.json")));
    assertEquals(List.of(), RunFolder.readProbes(folder));
  }
}
