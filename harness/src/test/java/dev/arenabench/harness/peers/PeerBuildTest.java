package dev.arenabench.harness.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerBuildTest {
  @TempDir private Path project = Path.of("");

  @Test
  void of_notBuilt_saysWhatBuildsIt() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> PeerBuild.of(project));

    assertEquals(
        "the peers are not built: run ./mvnw -Ppeers test-compile in "
            + project.toAbsolutePath()
            + " first (other parsers are fetched then, which nothing else needs)",
        thrown.getMessage());
  }

  @Test
  void of_built_isClassesThenLibraries() throws IOException {
    Path target = project.resolve("harness/peers/target");
    Path classes = target.resolve("classes");
    Files.createDirectories(classes.resolve("dev/arenabench/peers"));
    Files.writeString(classes.resolve("dev/arenabench/peers/PeerRigs.class"), "");
    Files.writeString(target.resolve("classpath.txt"), "x.jar" + File.pathSeparator + "y.jar\n");

    assertEquals(
        String.join(File.pathSeparator, classes.toAbsolutePath().toString(), "x.jar", "y.jar"),
        PeerBuild.of(project).classPath());
  }
}
