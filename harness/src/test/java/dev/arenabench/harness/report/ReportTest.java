package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path folder;

  private void records() throws IOException {
    Files.write(folder.resolve(RunFolder.RUN), Json.prettyBytes(FixtureRun.run()));
    Files.write(folder.resolve(RunFolder.PROBES), Json.prettyBytes(FixtureRun.probeRecords()));
    StringBuilder journal = new StringBuilder();
    for (UnitRecord unit : FixtureRun.units()) {
      String line = Json.line(unit);
      CRC32C crc = new CRC32C();
      crc.update(line.getBytes(StandardCharsets.UTF_8));
      journal
          .append("{\"crc32c\":\"")
          .append(HexFormat.of().toHexDigits((int) crc.getValue()))
          .append("\",\"unit\":")
          .append(line)
          .append("}\n");
    }
    Files.writeString(folder.resolve(RunFolder.JOURNAL), journal);
  }

  @Test
  void write_folderOfARun_sameAsFromTheRecordsThemselves() throws IOException {
    records();
    Path page = Report.write(folder);
    assertEquals(folder.resolve("index.html"), page);
    assertEquals(
        TerminalTable.render(FixtureRun.outcome(), false, 100),
        Files.readString(folder.resolve("table.txt")));
    assertEquals(
        new Page(
                FixtureRun.outcome(),
                List.of("run.json", "journal.jsonl", "probes.json", "table.txt"))
            .html(),
        Files.readString(page));
  }

  @Test
  void write_again_sameBytes() throws IOException {
    records();
    String first = Files.readString(Report.write(folder));
    assertEquals(first, Files.readString(Report.write(folder)));
  }

  @Test
  void write_runThatHasJustBegun_pageWithoutFigures() throws IOException {
    Files.write(folder.resolve(RunFolder.RUN), Json.prettyBytes(FixtureRun.run()));
    String page = Files.readString(Report.write(folder));
    assertTrue(page.contains("no fork has run"));
    assertFalse(page.contains("href=\"journal.jsonl\""), "a link to a file that is not there");
  }

  @Test
  void write_folderWithoutRun_namesTheMissingFile() {
    IOException refused = assertThrows(IOException.class, () -> Report.write(folder));
    assertTrue(refused.toString().contains("run.json"), refused.toString());
    assertFalse(Files.exists(folder.resolve("index.html")));
  }
}
