package dev.arenabench.harness.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.plan.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerCorporaTest {
  @TempDir private Path folder = Path.of("");

  private Corpus corpus() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("a.lua"), "x = 1\n");
    Files.writeString(mine.resolve("b.lua"), "x = 7 // 2\n");
    Files.writeString(mine.resolve("c.lua"), "local = 1\n");
    return Corpus.of(mine);
  }

  @Test
  void of_nothingRejected_isTheCorpusItself() throws IOException {
    Corpus corpus = corpus();

    PeerCorpora tried = PeerCorpora.of(corpus, Peer.REFERENCE, Map.of());

    assertSame(corpus, tried.corpus());
    assertEquals("", tried.leftOutCount("mine"));
  }

  @Test
  void of_someRejected_isTheRestByAnotherName() throws IOException {
    Map<String, String> rejected = new LinkedHashMap<>();
    rejected.put("b.lua", "no //");
    rejected.put("c.lua", "no name");

    PeerCorpora tried = PeerCorpora.of(corpus(), Peer.LUAJ, rejected);

    Corpus rest = Objects.requireNonNull(tried.corpus());
    assertEquals("mine-for-luaj", rest.name());
    assertEquals(1, rest.files().size());
    assertEquals("2 of 3 files of mine", tried.leftOutCount("mine"));
    assertEquals("b.lua, c.lua; the first: no //", tried.leftOutNames());
  }

  @Test
  void of_allRejected_isNone() throws IOException {
    Map<String, String> all = Map.of("a.lua", "1", "b.lua", "2", "c.lua", "3");

    assertNull(PeerCorpora.of(corpus(), Peer.LUAJ, all).corpus());
  }

  @Test
  void leftOutNames_many_areCutShort() throws IOException {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      many.put(i + ".lua", "why " + i);
    }

    String names = new PeerCorpora(Peer.LUAJ, corpus(), 60, many).leftOutNames();

    assertEquals(
        "38.lua, 39.lua, and 10 more; the first: why 0", names.substring(names.indexOf("38")));
  }

  @Test
  void notOurs_wrongFile_isNamedWithItsReason() throws IOException {
    Map<String, String> rejected = PeerCorpora.notOurs(corpus());

    assertEquals(1, rejected.size());
    String reason = String.valueOf(rejected.get("c.lua"));
    assertEquals("source=c.lua:1:7: <name> expected near '='", reason.substring(0, 42));
  }

  @Test
  void notOurs_onlyWrongFiles_isRefused() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.lua"), "local = 1\n");
    Corpus corpus = Corpus.of(bad);

    assertThrows(IllegalArgumentException.class, () -> PeerCorpora.notOurs(corpus));
  }
}
