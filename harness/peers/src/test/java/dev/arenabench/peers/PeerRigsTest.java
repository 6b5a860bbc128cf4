package dev.arenabench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.harness.contender.Rigs;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import dev.arenabench.syntax.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerRigsTest {
  private static final int PASSES = 10;

  private static final Source[] SHIPPED = ForkSources.of(Corpus.shipped(Dialect.LUA_5_4));

  private static final String[] LINES = {
    "#!/usr/bin/lua\n\n  return 1",
    "\uFEFF-- c\r\n\tlocal a = 1\r\nf(a)",
    "\uFEFF#\n\n-- nothing\n ",
    "",
    "--[[ \n ]] ;f()",
    "goto x ::x::"
  };

  @ParameterizedTest
  @ValueSource(strings = {"luaj", "antlr"})
  void pass_treesOfAPeer_beginWhereThoseOfTheContendersDo(String peer) {
    Source[] sources = accepted(peer, SHIPPED);
    assertTrue(sources.length > 10, peer + " accepts " + sources.length);
    for (Source source : sources) {
      assertEquals(
          sums(new Rigs(), "arena", source).getFirst(),
          sums(new PeerRigs(), peer, source).getFirst(),
          source.name());
    }
    List<Long> expected = sums(new Rigs(), "arena", sources);

    assertEquals(expected, sums(new PeerRigs(), peer, sources));
  }

  @ParameterizedTest
  @ValueSource(strings = {"luaj", "antlr"})
  void pass_whatIsNoPartOfTheGrammar_isSkipped(String peer) {
    for (String text : LINES) {
      Source source = source(text);
      assertEquals(
          sums(new Rigs(), "heap", source), sums(new PeerRigs(), peer, source), "'" + text + "'");
    }
  }

  @Test
  void pass_sharedCorpus_beginsWhereTheContendersDo() throws IOException {
    Path corpus =
        Path.of(System.getProperty("arenabench.shared", "../../../shared")).resolve("corpus");
    assumeTrue(Files.isDirectory(corpus), "no such folder: " + corpus);
    Source[] sources = ForkSources.of(Corpus.of(corpus));
    Source[] taken = accepted("luaj", accepted("antlr", sources));
    assertTrue(taken.length > 500, "accepted=" + taken.length);
    long expected = sum(new Rigs(), "arena", taken);
    assertEquals(expected, sum(new PeerRigs(), "luaj", taken));
    assertEquals(expected, sum(new PeerRigs(), "antlr", taken));
  }

  @Test
  void pass_reference_makesAFunctionOfEachProgram() {
    long bytes = Arrays.stream(SHIPPED).mapToLong(Source::length).sum();

    assertEquals(
        java.util.Collections.nCopies(PASSES, bytes), sums(new PeerRigs(), "reference", SHIPPED));
    assertEquals(11L, sums(new PeerRigs(), "reference", source("#!lua\n-- nothing")).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "luaj", "antlr"})
  void pass_wrongProgram_isRejectedByNameAndTheNextOneIsNot(String peer) {
    Source[] sources = {source("x = 1"), source("local = 1")};
    try (Rig rig = rig(new PeerRigs(), peer, sources)) {
      for (int i = 0; i < 2; i++) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, rig::pass);
        assertTrue(
            String.valueOf(thrown.getMessage()).startsWith("source=a.lua: "), thrown.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "antlr"})
  void pass_everyShippedProgram_isAccepted(String peer) {
    assertEquals(SHIPPED.length, accepted(peer, SHIPPED).length);
  }

  @Test
  void pass_luaj_takesLua52() {
    assertEquals(0, accepted("luaj", source("local a <const> = 1")).length);
    assertEquals(0, accepted("luaj", source("x = 7 // 2")).length);
    assertEquals(1, accepted("luaj", source("goto x ::x:: return a.b['c']:d{...}")).length);
  }

  @Test
  void create_unknownPeer_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> rig(new PeerRigs(), "other", source("x = 1")));
  }

  private static Source[] accepted(String peer, Source... sources) {
    List<Source> accepted = new ArrayList<>();
    for (Source source : sources) {
      try (Rig rig = rig(new PeerRigs(), peer, source)) {
        rig.pass();
        accepted.add(source);
      } catch (IllegalArgumentException e) {
        // Not one of its programs.
      }
    }
    return accepted.toArray(Source[]::new);
  }

  private static long sum(RigFactory factory, String side, Source... sources) {
    try (Rig rig = rig(factory, side, sources)) {
      return rig.pass();
    }
  }

  private static List<Long> sums(RigFactory factory, String side, Source... sources) {
    List<Long> sums = new ArrayList<>();
    try (Rig rig = rig(factory, side, sources)) {
      for (int i = 0; i < PASSES; i++) {
        sums.add(rig.pass());
      }
    }
    return sums;
  }

  private static Rig rig(RigFactory factory, String side, Source... sources) {
    return factory.create(new RigRequest("parse", "parse", side, sources, null));
  }

  private static Source source(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Source("a.lua", Arrays.copyOf(bytes, bytes.length + 64), bytes.length);
  }
}
