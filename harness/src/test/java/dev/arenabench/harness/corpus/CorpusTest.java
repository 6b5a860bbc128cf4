package dev.arenabench.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.corpus.Corpus.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir private Path folder;

  private Path root;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectories(folder.resolve("project"));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(Corpus corpus) {
    return corpus.files().stream().map(SourceFile::name).toList();
  }

  @Test
  void of_folder_findsSourcesBelowItSortedByName() throws IOException {
    write("z.lua", "return 1");
    write("src/b.nse", "return 2");
    write("src/a.tl", "return 3");
    write("src/deep/c.d.tl", "");
    write("src/deep/d.tlua", "x()");
    write("README.md", "no");
    write("lua", "no");

    Corpus corpus = Corpus.of(root);

    assertEquals(
        List.of("src/a.tl", "src/b.nse", "src/deep/c.d.tl", "src/deep/d.tlua", "z.lua"),
        names(corpus));
    assertEquals("project", corpus.name());
    assertEquals(27, corpus.bytes());
    assertArrayEquals("return 3".getBytes(), corpus.files().getFirst().bytes());
  }

  @Test
  void of_file_isTakenWhateverItsName() throws IOException {
    write("script", "return 1");

    Corpus corpus = Corpus.of(root.resolve("script"));

    assertEquals(List.of("script"), names(corpus));
    assertEquals(8, corpus.bytes());
  }

  @Test
  void of_linksInALoop_areFollowedOnce() throws IOException {
    write("a/one.lua", "");
    write("b/two.lua", "");
    Files.createSymbolicLink(root.resolve("a/up"), root);
    Files.createSymbolicLink(root.resolve("a/to-b"), root.resolve("b"));
    Files.createSymbolicLink(root.resolve("b/to-a"), root.resolve("a"));
    Files.createSymbolicLink(root.resolve("b/self.lua"), root.resolve("b/self.lua"));
    Files.createSymbolicLink(root.resolve("b/gone.lua"), root.resolve("nowhere"));

    assertEquals(List.of("a/one.lua", "a/to-b/two.lua"), names(Corpus.of(root)));
  }

  @Test
  void of_linkToAFolderOutside_isFollowed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("far.lua"), "");
    Files.createSymbolicLink(root.resolve("link"), other);

    assertEquals(List.of("link/far.lua"), names(Corpus.of(root)));
  }

  @Test
  void of_noSources_saysWhatToDo() throws IOException {
    write("README.md", "no");

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Corpus.of(root));

    assertEquals(
        "no file ending in .lua, .nse, .tl, .tlua below "
            + root
            + "; name a folder that holds some, or a file",
        thrown.getMessage());
  }

  @Test
  void named_noSuchPath_saysWhatThereIs() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Corpus.named("lua-11k"));

    assertEquals(
        "no such file or folder: lua-11k; name one, or a built-in corpus: "
            + "shipped, shipped-typed, lua-10k, lua-100k, lua-1m, lua-10m, "
            + "typed-10k, typed-100k, typed-1m, typed-10m",
        thrown.getMessage());
  }

  @Test
  void named_builtIns_areThere() throws IOException {
    for (String name : Corpus.builtIn()) {
      assertEquals(name, Corpus.named(name).name());
    }
    assertEquals(List.of("lua-10k.lua"), names(Corpus.named("lua-10k")));
    assertEquals(List.of("typed-10k.tl"), names(Corpus.named("typed-10k")));
  }

  @Test
  void named_path_isRead() throws IOException {
    write("a.lua", "");

    assertEquals(List.of("a.lua"), names(Corpus.named(root.toString())));
  }

  @Test
  void sha256_knownFiles_isAsDocumented() throws IOException {
    write("a.lua", "x=1");

    // printf '\0\0\0\5a.lua\0\0\0\3x=1' | sha256sum
    assertEquals(
        "5f4fb55a7201b82f5ae3a30603711d64e2cc1c03153a9e0248a21908768c11b9",
        Corpus.of(root).sha256());
  }

  @Test
  void sha256_bytesMovedToTheName_isAnother() throws IOException {
    write("ab.lua", "");
    String before = Corpus.of(root).sha256();
    Files.delete(root.resolve("ab.lua"));
    write("a.lua", "b");

    assertNotEquals(before, Corpus.of(root).sha256());
  }

  @Test
  void without_someFiles_isACorpusOfTheRest() throws IOException {
    write("a.lua", "return 1");
    write("b.lua", "return 2");
    Corpus all = Corpus.of(root);

    Corpus rest = all.without(Set.of("a.lua"));

    assertEquals(List.of("b.lua"), names(rest));
    assertEquals(8, rest.bytes());
    assertNotEquals(all.sha256(), rest.sha256());
    assertEquals(all.sha256(), all.without(Set.of()).sha256());
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> rest.without(Set.of("b.lua")));
    assertEquals("corpus=project has no file left", thrown.getMessage());
  }
}
