package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes of a source file, zero-padded so that the [Lexer] reads them without a copy, and the
/// way from a byte offset to a line and a column.
///
/// Lines and columns are only computed for messages: nothing is kept for them. A line ends with
/// `\n`, `\r`, `\r\n` or `\n\r`, as in the reference implementation; a first line that starts with
/// `#` ends with `\n` only.
///
/// @param bytes the source, then at least [Lexer#PADDING] zero bytes
/// @param length of the source, without the padding
public record SourceText(byte[] bytes, int length) {
  /// How large a source may be: what an array holds beside the padding, on every JVM.
  public static final int MAX_BYTES = Integer.MAX_VALUE - 8 - Lexer.PADDING;

  /// Checks that the padding is there.
  public SourceText {
    if (length < 0 || length > bytes.length || !isPadded(bytes, length)) {
      throw new IllegalArgumentException(
          "length=" + length + ", bytes=" + bytes.length + ", padding=" + Lexer.PADDING);
    }
  }

  /// A padded copy.
  public static SourceText of(byte[] source) {
    return new SourceText(
        Arrays.copyOf(source, Math.addExact(source.length, Lexer.PADDING)), source.length);
  }

  /// Reads a whole file.
  ///
  /// @throws IOException also if it is larger than [#MAX_BYTES]
  public static SourceText read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new IOException("file=" + file + ", sizeBytes=" + size + ", limit=" + MAX_BYTES);
    }
    byte[] bytes = new byte[(int) size + Lexer.PADDING];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(bytes, 0, (int) size);
      return new SourceText(bytes, length);
    }
  }

  /// Line of a byte offset, from 1.
  public int line(int offset) {
    return line(bytes, offset);
  }

  /// Column of a byte offset in code points, from 1; a byte-order mark is not counted.
  public int column(int offset) {
    return column(bytes, offset);
  }

  static boolean isPadded(byte[] source, int length) {
    if (source.length - length < Lexer.PADDING) {
      return false;
    }
    for (int i = 0; i < Lexer.PADDING; i++) {
      if (source[length + i] != 0) {
        return false;
      }
    }
    return true;
  }

  static int line(byte[] source, int offset) {
    int line = 1;
    int at = byteOrderMark(source, offset);
    if (at < offset && source[at] == '#') {
      // Skipped up to a line feed: only that ends it.
      while (at < offset && source[at] != '\n') {
        at++;
      }
    }
    while (at < offset) {
      byte b = source[at++];
      if (b == '\n' || b == '\r') {
        if (at < source.length && isOtherHalf(b, source[at])) {
          at++;
        }
        if (at <= offset) {
          line++;
        }
      }
    }
    return line;
  }

  static int column(byte[] source, int offset) {
    int lineStart = offset;
    while (lineStart > 0 && source[lineStart - 1] != '\n' && source[lineStart - 1] != '\r') {
      lineStart--;
    }
    if (lineStart == 0) {
      lineStart = byteOrderMark(source, offset);
    }
    int column = 1;
    for (int i = lineStart; i < offset; i++) {
      if ((source[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return column;
  }

  /// Length of the byte-order mark at the start of a source: 3 or 0.
  static int byteOrderMark(byte[] source, int length) {
    boolean marked =
        length >= 3
            && source[0] == (byte) 0xEF
            && source[1] == (byte) 0xBB
            && source[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  /// An error at an offset.
  static SyntaxException error(byte[] source, int offset, String message) {
    return new SyntaxException(offset, line(source, offset), column(source, offset), message);
  }

  private static boolean isOtherHalf(byte first, byte second) {
    return (second == '\n' || second == '\r') && first != second;
  }
}
