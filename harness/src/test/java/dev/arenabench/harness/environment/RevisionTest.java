package dev.arenabench.harness.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
  @TempDir private Path folder;

  @Test
  void of_folderOutsideACheckout_isNull() {
    Revision revision = Revision.of(folder);

    assertNull(revision.commit());
    assertFalse(revision.dirty());
    assertEquals("unversioned", revision.shortName());
  }

  @Test
  void of_checkout_isCommitAndWhetherChanged() throws Exception {
    assumeTrue(Commands.has("git"), "git is not installed");
    git("init", "-q");
    Files.writeString(folder.resolve("a"), "1");
    git("add", "a");
    git("commit", "-q", "-m", "one");

    Revision clean = Revision.of(folder);
    Files.writeString(folder.resolve("b"), "not tracked");
    Revision withNewFile = Revision.of(folder);
    Files.writeString(folder.resolve("a"), "2");
    Revision changed = Revision.of(folder);

    assertNotNull(clean.commit());
    assertEquals(40, clean.commit().length());
    assertFalse(clean.dirty());
    assertEquals(clean, withNewFile);
    assertTrue(changed.dirty());
    assertEquals(clean.shortName() + "+", changed.shortName());
  }

  private void git(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    assertNotNull(Commands.output(folder, command), command.toString());
  }
}
