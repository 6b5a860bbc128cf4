package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
  @Test
  void line_everyKindOfLineBreak_countsEachOnce() {
    //                     0 1  2 3   45 6   78 9   0 1
    SourceText text = text("a\nb\rc\r\nd\n\re\n\nf");
    assertEquals(1, text.line(0));
    assertEquals(1, text.line(1));
    assertEquals(2, text.line(2));
    assertEquals(3, text.line(4));
    assertEquals(3, text.line(5));
    assertEquals(3, text.line(6));
    assertEquals(4, text.line(7));
    assertEquals(5, text.line(10));
    assertEquals(7, text.line(13));
  }

  @Test
  void line_afterFirstLineWithHash_endsThatAtALineFeedOnly() {
    SourceText text = text("#!lua\rx\r\ny\rz");
    assertEquals(1, text.line(6));
    assertEquals(2, text.line(9));
    assertEquals(3, text.line(11));
    assertEquals(2, text("\uFEFF#\r\nx").line(6));
    assertEquals(1, text("#\r").line(2));
  }

  @Test
  void column_everyKindOfLineBreak_startsAtOne() {
    SourceText text = text("ab\ncd\ref\r\ngh\n\rij");
    for (int i = 0; i < text.length(); i++) {
      byte b = text.bytes()[i];
      if (b >= 'a') {
        assertEquals(b % 2 == 'a' % 2 ? 1 : 2, text.column(i));
      }
    }
  }

  @Test
  void column_beyondAscii_countsCodePoints() {
    SourceText text = text("äö€𝄞x");
    assertEquals(1, text.column(0));
    assertEquals(2, text.column(2));
    assertEquals(5, text.column(11));
  }

  @Test
  void column_afterByteOrderMark_doesNotCountIt() {
    SourceText text = text("\uFEFFab\nc");
    assertEquals(1, text.column(3));
    assertEquals(2, text.column(4));
    assertEquals(1, text.column(6));
  }

  @Test
  void column_atTheEnd_isOneMore() {
    assertEquals(4, text("abc").column(3));
    assertEquals(1, text("abc\n").column(4));
    assertEquals(1, text("").column(0));
    assertEquals(1, text("").line(0));
  }

  @Test
  void of_bytes_copiesAndPads() {
    byte[] source = {'a', 'b'};
    SourceText text = SourceText.of(source);
    assertEquals(2, text.length());
    assertArrayEquals(Arrays.copyOf(source, 2 + Lexer.PADDING), text.bytes());
  }

  @Test
  void read_file_holdsAndPadsIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.lua");
    Files.writeString(file, "return 1\n");
    SourceText text = SourceText.read(file);
    assertEquals(9, text.length());
    assertArrayEquals(SourceText.of(Files.readAllBytes(file)).bytes(), text.bytes());
  }

  @Test
  void read_fileTooLarge_saysTheLimit(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("large.lua");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(SourceText.MAX_BYTES + 1L); // Sparse: it takes no room.
    }
    IOException e = assertThrows(IOException.class, () -> SourceText.read(path));
    assertEquals("file=" + path + ", sizeBytes=2147483624, limit=2147483623", e.getMessage());
  }

  @Test
  void construct_withoutPadding_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new SourceText(new byte[17], 2));
    assertEquals("length=2, bytes=17, padding=16", e.getMessage());
    byte[] dirty = new byte[18];
    dirty[17] = 1;
    assertThrows(IllegalArgumentException.class, () -> new SourceText(dirty, 2));
    assertThrows(IllegalArgumentException.class, () -> new SourceText(new byte[18], -1));
    assertThrows(IllegalArgumentException.class, () -> new SourceText(new byte[18], 19));
  }

  private static SourceText text(String text) {
    return SourceText.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
