package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.UnitRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final UnitRecord FIRST = SampleUnits.duel(0, 0.5);
  private static final UnitRecord SECOND = SampleUnits.failed(1, "it fell: \"ä\"\n over");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void two() throws Exception {
    file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.append(FIRST);
      journal.append(SECOND);
    }
  }

  @Test
  void read_whatWasAppended_isTheSame() throws Exception {
    assertEquals(List.of(FIRST, SECOND), Journal.read(file));
  }

  @Test
  void read_noFile_isEmpty() throws Exception {
    assertEquals(List.of(), Journal.read(folder.resolve("none")));
  }

  @Test
  void append_eachUnit_isALineOfJson() throws Exception {
    List<String> lines = Files.readAllLines(file);

    assertEquals(2, lines.size());
    for (String line : lines) {
      Json.read(line, java.util.Map.class);
    }
  }

  @Test
  void open_journalTornAnywhere_keepsWholeUnitsOnly() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    int firstEnd = indexOfNewline(whole) + 1;
    for (int length = 0; length < whole.length; length++) {
      boolean nearAnEnd = Math.abs(length - firstEnd) < 3 || length >= whole.length - 3;
      if (length % 37 != 0 && !nearAnEnd) {
        continue;
      }
      Files.write(file, Arrays.copyOf(whole, length));

      List<UnitRecord> expected = length < firstEnd ? List.of() : List.of(FIRST);
      assertEquals(expected, Journal.read(file), "length=" + length);
      try (Journal journal = Journal.open(file)) {
        assertEquals(expected, journal.units(), "length=" + length);
      }
      assertEquals(length < firstEnd ? 0 : firstEnd, Files.size(file), "length=" + length);
    }
  }

  @Test
  void open_tornLine_isReplacedByTheNextUnit() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 5));

    try (Journal journal = Journal.open(file)) {
      journal.append(SECOND);
    }

    assertEquals(List.of(FIRST, SECOND), Journal.read(file));
    assertEquals(whole.length, Files.size(file));
  }

  @Test
  void read_anyBitOfTheFirstUnitChanged_isAnError() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    int firstEnd = indexOfNewline(whole);
    for (int at = 0; at < firstEnd; at += 7) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      if (changed[at] == '\n') {
        continue;
      }
      Files.write(file, changed);

      IOException thrown = assertThrows(IOException.class, () -> Journal.read(file), "at=" + at);

      assertEquals(
          "journal="
              + file
              + ", line=1: its checksum does not match; remove the run folder and run again",
          thrown.getMessage());
    }
  }

  @Test
  void read_otherFormat_isAnError() throws Exception {
    byte[] body = "{\"what\":1}".getBytes(StandardCharsets.UTF_8);
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(body);
    String line = "{\"crc32c\":\"%08x\",\"unit\":{\"what\":1}}\n".formatted(crc.getValue());
    Files.writeString(file, line, StandardOpenOption.APPEND);

    IOException thrown = assertThrows(IOException.class, () -> Journal.read(file));

    assertTrue(
        String.valueOf(thrown.getMessage()).contains("line=3: it is not a unit of this format"),
        thrown.getMessage());
  }

  private static int indexOfNewline(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    throw new AssertionError("no line");
  }
}
