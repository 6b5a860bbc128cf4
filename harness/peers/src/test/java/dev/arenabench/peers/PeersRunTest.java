package dev.arenabench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `arenabench peers` as a user starts it, with forks.
class PeersRunTest {
  private static final Path LAUNCHER = Path.of("../bin/arenabench").toAbsolutePath().normalize();

  @TempDir private Path folder = Path.of("");

  @Test
  void peers_smallCorpus_isARunWithADuelForEachPeer() throws Exception {
    assumeTrue(Files.isExecutable(LAUNCHER), "no such launcher: " + LAUNCHER);
    Path corpus = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(corpus.resolve("a.lua"), "local a = { 1, 2 }\nf(a)\n".repeat(50));
    Files.writeString(corpus.resolve("b.lua"), "return 7 // 2\n");
    Files.writeString(corpus.resolve("c.lua"), "local = 1\n");
    Path results = folder.resolve("results");
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                LAUNCHER.toString(),
                "peers",
                "--preset=smoke",
                "--contender=arena",
                "--results=" + results,
                corpus.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // A run elsewhere on the machine is no reason to wait.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djmh.ignoreLock=true");
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), "not finished");
    } finally {
      process.destroyForcibly();
    }

    String text = Files.readString(output);
    assertEquals(0, process.exitValue(), text);
    assertTrue(text.contains("left out of mine: c.lua: "), text);
    assertTrue(text.contains("left out for luaj: 1 of 2 files of mine"), text);
    assertTrue(text.contains("Whole processes, another instrument"), text);
    try (Stream<Path> runs = Files.list(results.resolve("local"))) {
      Path run = runs.findFirst().orElseThrow();
      RunRecord record = RunFolder.readRun(run);
      assertEquals(
          List.of(
              "peers/load arena:reference mine duel",
              "peers/parse arena:luaj mine-for-luaj duel",
              "peers/parse arena:antlr mine duel"),
          record.rows().stream().map(row -> row.id()).toList());
      for (String peer : List.of("reference", "luaj", "antlr")) {
        String version = String.valueOf(record.environment().get("peer " + peer));
        assertTrue(version.matches(".*[ (][0-9]+\\.[0-9]+.*"), version);
        assertTrue(!version.contains("${"), version);
      }
      List<UnitRecord> units = RunFolder.readUnits(run);
      assertEquals(3, units.size());
      assertTrue(units.stream().allMatch(UnitRecord::isComplete), units.toString());
      assertTrue(Files.exists(run.resolve("index.html")));
    }
  }
}
