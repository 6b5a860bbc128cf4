package dev.arenabench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.SourceText;
import dev.arenabench.harness.check.CheckReport;
import dev.arenabench.harness.record.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The command line as a newcomer meets it: what is said, and with which exit code.
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "check", "tree", "capacity", "report", "publish", "doctor", "peers"})
  void help_everyCommand_usageAndDone(String command) {
    assertEquals(ExitCode.DONE, run(command, "--help"));
    assertTrue(out.toString().contains("Usage: arenabench " + command), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "check", "tree", "capacity", "report", "publish", "doctor", "peers"})
  void version_everyCommand_versionOfTheBuild(String command) {
    assertEquals(ExitCode.DONE, run(command, "--version"));
    assertTrue(out.toString().startsWith("arenabench 0."), out.toString());
  }

  @Test
  void main_withoutCommand_usageError() {
    assertEquals(ExitCode.USAGE, run());
    assertTrue(err.toString().startsWith("Say what to do"), err.toString());
  }

  @Test
  void main_unknownFlag_usageError() {
    assertEquals(ExitCode.USAGE, run("run", "--fast"));
    assertTrue(err.toString().contains("Unknown option: '--fast'"), err.toString());
  }

  @Test
  void run_unknownPreset_namesTheKnownOnes() {
    assertEquals(ExitCode.USAGE, run("run", "--preset", "fast", "--results", folder.toString()));
    assertTrue(err.toString().contains("use smoke, quick or full"), err.toString());
  }

  @Test
  void run_unknownRow_showsTheForm() {
    assertEquals(ExitCode.USAGE, run("run", "--row", "parse", "--results", folder.toString()));
    assertTrue(err.toString().contains("'parse/parse arena:heap duel'"), err.toString());
  }

  @Test
  void peers_notBuilt_saysWhatBuildsThem() {
    assertEquals(ExitCode.USAGE, run("peers", "--results", folder.toString()));
    assertTrue(
        err.toString()
            .startsWith("arenabench: the peers are not built: run ./mvnw -Ppeers test-compile in "),
        err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--peer=lpeg", "--contender=lpeg", "--preset=lpeg"})
  void peers_unknownName_saysWhichThereAre(String option) {
    assertEquals(ExitCode.USAGE, run("peers", option));
    assertTrue(err.toString().contains("lpeg"), err.toString());
    assertTrue(
        err.toString().contains("known=[") || err.toString().contains("use smoke"), err.toString());
  }

  @Test
  void capacity_acceptedAndRejected_learnsFromTheAccepted() throws IOException {
    Files.writeString(folder.resolve("good.lua"), "local x = f(1, 2)\n".repeat(100));
    Files.writeString(folder.resolve("bad.lua"), "local = 1\n");

    assertEquals(ExitCode.DONE, run("capacity", "--share", "0.5", folder.toString()));

    assertTrue(
        out.toString().startsWith("1 files, 1 rejected; 1800 source bytes, "), out.toString());
    assertTrue(out.toString().contains("  for    50 % of files   "), out.toString());
    assertTrue(out.toString().contains("  without a corpus      1.60"), out.toString());
  }

  @Test
  void capacity_nothingAccepted_saysSo() throws IOException {
    Files.writeString(folder.resolve("bad.lua"), "local = 1\n");

    assertEquals(ExitCode.USAGE, run("capacity", folder.toString()));
    assertTrue(
        err.toString().contains("files=1, rejected=1: there is nothing to learn from"),
        err.toString());
  }

  @Test
  void check_acceptedAndRejected_reportedInJson() throws IOException {
    Files.writeString(folder.resolve("good.lua"), "local x <const> = 1\nreturn x + f(x)\n");
    Files.writeString(folder.resolve("syntax.lua"), "local = 1\n");
    Files.writeString(folder.resolve("resolve.lua"), "goto nowhere\n");
    assertEquals(ExitCode.DONE, run("check", "--json", folder.toString()));
    CheckReport report = Json.read(out.toString(), CheckReport.class);
    assertEquals(3, report.files());
    assertEquals(1, report.accepted());
    assertEquals(2, report.rejected());
    assertEquals(0, report.disagreements());
    CheckReport.Rejection syntax = report.rejections().get(1);
    assertEquals("syntax.lua", syntax.file());
    assertEquals(1, syntax.line());
    assertEquals(7, syntax.column());
    assertEquals("<name> expected near '='", syntax.message());
    assertEquals("1 | local = 1\n  |       ^", syntax.excerpt());
    assertEquals("no visible label 'nowhere' for <goto>", report.rejections().get(0).message());
  }

  @Test
  void check_rejectedFiles_allAreShownWithExcerpts() throws IOException {
    Files.writeString(folder.resolve("a.lua"), "return 1\n");
    Files.writeString(folder.resolve("b.lua"), "local t = {\n\tname = 'ä', = 2,\n}\n");
    Files.writeString(folder.resolve("c.lua"), "if x then\n  f()\n");
    Files.writeString(folder.resolve("d.lua"), "do\n  break\nend\n");
    Files.writeString(folder.resolve("e.lua"), "x = 1 '\u001b[31m' [[\n]]\n");
    Files.writeString(folder.resolve("f.lua"), "x = '" + "y".repeat(1_000) + "' 5\n");
    Files.writeString(folder.resolve("g.lua"), "x = 1 '" + "y".repeat(1_000) + "'\n");

    assertEquals(ExitCode.DONE, run("check", folder.toString()));
    assertEquals(
        """
        b.lua:2:14: unexpected symbol near '='
        2 |     name = 'ä', = 2,
          |                 ^ expected an expression, '}' or '['
        c.lua:3:1: 'end' expected (to close 'if' at line 1) near <eof>
        3 |
          | ^
        d.lua:2:3: break outside loop
        2 |   break
          |   ^
        e.lua:1:7: unexpected symbol near ''<27>[31m''
        1 | x = 1 '<27>[31m' [[
          |       ^ expected a statement, an operator, ',' or the end of the file
        f.lua:1:1008: unexpected symbol near '5'
        1 | …BEFORE' 5
          | CARET^ expected a statement, an operator, ',' or the end of the file
        g.lua:1:7: unexpected symbol near ''YS…
        1 | x = 1 'AFTER…
          |       ^ expected a statement, an operator, ',' or the end of the file
        7 files, 1 accepted, 6 rejected, 0 disagreements
        """
            .replace("<27>", "<\\27>")
            .replace("BEFORE", "y".repeat(57))
            .replace("CARET", " ".repeat(60))
            .replace("AFTER", "y".repeat(39))
            .replace("YS", "y".repeat(135)),
        out.toString());
  }

  @Test
  void check_luaAsTyped_listsWhatDiffers() throws IOException {
    Files.writeString(folder.resolve("same.lua"), "local class = f(1 < 2)\n");
    Files.writeString(folder.resolve("other.lua"), "x = a < b > (c)\n");
    Files.writeString(folder.resolve("neither.lua"), "x = = 1\n");
    Files.writeString(folder.resolve("typed.tl"), "const x: T = 1\n");

    assertEquals(ExitCode.DONE, run("check", "--json", "--dialect", "typed", folder.toString()));

    CheckReport report = Json.read(out.toString(), CheckReport.class);
    assertEquals(4, report.files());
    assertEquals(3, report.accepted());
    assertEquals(1, report.dialectDifferences());
    assertEquals("other.lua", report.differing().getFirst().file());
    String reason = report.differing().getFirst().reason();
    assertTrue(reason.startsWith("in Lua and in TypedLua: line "), reason);
  }

  @Test
  void check_typedAsLua_isRejected() throws IOException {
    Files.writeString(folder.resolve("a.tl"), "const x: T = 1\n");

    assertEquals(ExitCode.DONE, run("check", "--dialect", "lua", folder.toString()));
    assertTrue(
        out.toString().endsWith("1 files, 0 accepted, 1 rejected, 0 disagreements\n"),
        out.toString());
  }

  @Test
  void check_unknownDialect_usageError() {
    assertEquals(ExitCode.USAGE, run("check", "--dialect", "teal", folder.toString()));
    assertTrue(err.toString().contains("AUTO, LUA, TYPED"), err.toString());
  }

  @Test
  void tree_statedDialect_isTaken() throws IOException {
    Path file = folder.resolve("a.lua");
    Files.writeString(file, "const x = 1\n");
    assertEquals(ExitCode.BAD_NEWS, run("tree", file.toString()));
    assertEquals(ExitCode.DONE, run("tree", file.toString(), "--dialect", "typed"));
    assertTrue(out.toString().contains("const"), out.toString());
  }

  @Test
  void check_emptyFolder_saysWhatToDo() {
    assertEquals(ExitCode.USAGE, run("check", folder.toString()));
    assertTrue(err.toString().contains("name a folder that holds some"), err.toString());
  }

  @Test
  void check_missingPath_saysSo() {
    assertEquals(ExitCode.USAGE, run("check", folder.resolve("nowhere").toString()));
    assertTrue(err.toString().contains("no such file or folder"), err.toString());
  }

  @Test
  void check_fileLargerThanASourceMayBe_saysTheLimit() throws IOException {
    Path large = folder.resolve("large.lua");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(SourceText.MAX_BYTES + 1L); // Sparse: it takes no room.
    }
    for (String command : new String[] {"check", "tree"}) {
      assertEquals(ExitCode.USAGE, run(command, large.toString()));
    }
    assertEquals(ExitCode.USAGE, run("check", folder.toString()));
    String said = "arenabench: file=\\S+large.lua, sizeBytes=2147483624, limitBytes=2147483623: .*";
    assertEquals(3, err.toString().lines().filter(line -> line.matches(said)).count(), said);
  }

  /// Too large to be read, and to be parsed.
  @ParameterizedTest
  @CsvSource({"check, 200000000", "tree, 200000000", "check, 4000000", "tree, 4000000"})
  void main_fileLargerThanTheHeap_saysSo(String command, int sizeBytes)
      throws IOException, InterruptedException {
    Path large = folder.resolve("large.lua");
    if (sizeBytes > 4_000_000) {
      try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
        file.setLength(sizeBytes);
      }
    } else {
      Files.writeString(large, "a.b=1;\n\n".repeat(sizeBytes / 8));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                large.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(ExitCode.USAGE, process.waitFor(), said);
    String expected = "arenabench: file=.*large.lua, sizeBytes=" + sizeBytes + ", heapLimitBytes=";
    assertTrue(said.matches(expected + "\\d+: too large for this heap; .*\\s+"), said);
  }

  @Test
  void tree_bothTwins_printAlike() throws IOException {
    Path file = folder.resolve("a.lua");
    Files.writeString(file, "return 1 + x\n");
    assertEquals(ExitCode.DONE, run("tree", file.toString(), "--twin", "heap"));
    String heap = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("tree", file.toString(), "--twin", "arena"));
    assertEquals(heap, out.toString());
    assertTrue(heap.contains("add"), heap);
  }

  @Test
  void tree_rejectedFile_positionAndMessage() throws IOException {
    Path file = folder.resolve("a.lua");
    Files.writeString(file, "return +\n");
    assertEquals(ExitCode.BAD_NEWS, run("tree", file.toString()));
    assertTrue(
        err.toString()
            .endsWith(
                """
                a.lua:1:8: unexpected symbol near '+'
                1 | return +
                  |        ^ expected an expression, ';' or the end of the file
                """),
        err.toString());
  }

  @Test
  void report_noRun_saysHowToMakeOne() {
    assertEquals(ExitCode.USAGE, run("report", "--results", folder.toString()));
    assertTrue(err.toString().contains("arenabench run --preset smoke"), err.toString());
  }

  @Test
  void report_damagedRun_saysSoAndKeepsIt() throws IOException {
    Path run = Files.createDirectories(folder.resolve("local/broken"));
    Files.writeString(run.resolve("run.json"), "{\"schema\": ");
    assertEquals(ExitCode.USAGE, run("report", "broken", "--results", folder.toString()));
    assertTrue(Files.exists(run.resolve("run.json")));
  }
}
