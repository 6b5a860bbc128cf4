package dev.arenabench.harness.run;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.UnitRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The units of a run, one line each, on disk before [#append] returns.
///
/// ```
/// {"crc32c":"0f3a9b17","unit":{…}}
/// ```
///
/// The checksum is that of the unit's bytes as they stand in the line. A line that was torn off by
/// a crash can only be the last one: it is cut away when the journal is opened again. A bad line
/// before others means that the file was changed by someone else, which is an error.
///
/// One thread writes; any may ask for the units. One process writes at a time ([RunFolder] sees to
/// it).
public final class Journal implements AutoCloseable {
  private static final byte[] HEAD = ascii("{\"crc32c\":\"");
  private static final byte[] MIDDLE = ascii("\",\"unit\":");
  private static final int CHECKSUM_DIGITS = 8;
  private static final int UNIT_OFFSET = HEAD.length + CHECKSUM_DIGITS + MIDDLE.length;

  private final FileChannel channel;
  private final List<UnitRecord> units;

  private Journal(FileChannel channel, List<UnitRecord> units) {
    this.channel = channel;
    this.units = Collections.synchronizedList(units);
  }

  /// Opens the journal to go on with it, or starts it. A torn last line is cut off.
  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      Content content = content(file);
      channel.truncate(content.goodBytes);
      channel.position(content.goodBytes);
      channel.force(true);
      return new Journal(channel, content.units);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The units of a run folder's journal, in the order in which they ran; none if there is no
  /// journal yet. A torn last line is passed over.
  ///
  /// @throws IOException if the file cannot be read, or is damaged elsewhere than at its end
  public static List<UnitRecord> read(Path file) throws IOException {
    return List.copyOf(content(file).units);
  }

  /// The units so far, in the order in which they ran.
  List<UnitRecord> units() {
    return List.copyOf(units);
  }

  /// Adds a unit, and returns when it is on disk.
  void append(UnitRecord unit) throws IOException {
    byte[] body = Json.line(unit).getBytes(StandardCharsets.UTF_8);
    ByteBuffer line = ByteBuffer.allocate(UNIT_OFFSET + body.length + 2);
    line.put(HEAD).put(checksum(body, 0, body.length)).put(MIDDLE).put(body);
    line.put((byte) '}').put((byte) '\n').flip();
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(true);
    units.add(unit);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private record Content(List<UnitRecord> units, long goodBytes) {}

  private static Content content(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      bytes = new byte[0];
    }
    List<UnitRecord> units = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (!isIntact(bytes, start, end)) {
        if (end >= bytes.length - 1) {
          return new Content(units, start);
        }
        throw damaged(file, units.size() + 1, "its checksum does not match", null);
      }
      int from = start + UNIT_OFFSET;
      String unit = new String(bytes, from, end - 1 - from, StandardCharsets.UTF_8);
      try {
        units.add(Json.read(unit, UnitRecord.class));
      } catch (JacksonException e) {
        throw damaged(file, units.size() + 1, "it is not a unit of this format", e);
      }
      start = end + 1;
    }
    return new Content(units, start);
  }

  private static IOException damaged(
      Path file, int line, String reason, @Nullable Exception cause) {
    return new IOException(
        "journal="
            + file
            + ", line="
            + line
            + ": "
            + reason
            + "; remove the run folder and run again",
        cause);
  }

  private static boolean isIntact(byte[] bytes, int start, int end) {
    if (end == bytes.length || end - start <= UNIT_OFFSET || bytes[end - 1] != '}') {
      return false;
    }
    byte[] expected = checksum(bytes, start + UNIT_OFFSET, end - 1);
    return matches(bytes, start, HEAD)
        && matches(bytes, start + HEAD.length, expected)
        && matches(bytes, start + HEAD.length + CHECKSUM_DIGITS, MIDDLE);
  }

  private static boolean matches(byte[] bytes, int at, byte[] expected) {
    return Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }

  private static byte[] checksum(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return ascii(HexFormat.of().toHexDigits((int) crc.getValue()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
