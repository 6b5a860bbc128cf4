package dev.arenabench.frontend;

import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Turns the source of a string that is not simply its own value - one with escapes, or a long one
/// with foreign line breaks - into its value.
///
/// One buffer serves all strings; it grows to the longest. Not thread-safe.
final class StringDecoder {
  /// How far a whole word may reach beyond the value.
  private static final int SLACK = 8;

  private byte[] value = new byte[256];
  private int length;

  // What is being decoded: the source, its length without padding, and the opening quote in it.
  private byte[] source = value;
  private int sourceLength;
  private int quoteAt;

  /// Holds the value decoded last in its first [#length] bytes.
  byte[] value() {
    return value;
  }

  int length() {
    return length;
  }

  /// Decodes a short string.
  ///
  /// @param source zero-padded from `sourceLength`
  /// @return the offset behind its closing quote
  int decode(byte[] source, int sourceLength, int quoteAt) throws SyntaxException {
    this.source = source;
    this.sourceLength = sourceLength;
    this.quoteAt = quoteAt;
    length = 0;
    byte quote = source[quoteAt];
    long quotes = quote * Swar.ONES;
    int at = quoteAt + 1;
    while (true) {
      // Whole words are copied; what comes next overwrites those bytes that are not plain.
      ensureRoom(8 + SLACK);
      long word = Swar.word(source, at);
      long stop = Swar.stringStops(word, quotes);
      Swar.put(value, length, word);
      int plain = stop == 0 ? 8 : Swar.firstIndex(stop);
      at += plain;
      length += plain;
      if (stop == 0) {
        continue;
      }
      byte b = source[at];
      if (b == quote) {
        return at + 1;
      }
      if (b == '\\') {
        at = escape(at);
      } else if (b == '\n' || b == '\r') {
        throw error(quoteAt, at, at, "unfinished string");
      } else {
        checkMore(at);
        value[length++] = b;
        at++;
      }
    }
  }

  /// Decodes the text of a template up to its next hole or its end: with the escapes of a string,
  /// `` \` `` and `\$`, and every line break as `\n`.
  ///
  /// @param from behind the backquote, or behind the brace that closes a hole
  /// @param open offset of the backquote
  /// @return the offset of `${` or of the closing backquote
  int decodeTemplate(byte[] source, int sourceLength, int from, int open) throws SyntaxException {
    this.source = source;
    this.sourceLength = sourceLength;
    quoteAt = from - 1;
    length = 0;
    int at = from;
    while (true) {
      ensureRoom(SLACK);
      byte b = source[at];
      if (b == '`' || b == '$' && source[at + 1] == '{') {
        return at;
      }
      if (b == '\\' && at + 1 < sourceLength) {
        byte selector = source[at + 1];
        if (selector == '`' || selector == '$') {
          value[length++] = selector;
          at += 2;
        } else {
          at = escape(at);
        }
      } else if (b == '\n' || b == '\r') {
        value[length++] = '\n';
        at = behindLineBreak(source, at);
      } else if (b == '\\' || b == 0 && at >= sourceLength) {
        String opened = " (starting at line " + SourceText.line(source, open) + ")";
        throw SourceText.error(
            source, sourceLength, "unfinished template" + opened + " near <eof>");
      } else {
        value[length++] = b;
        at++;
      }
    }
  }

  /// Copies the content of a long string; every line break becomes `\n`.
  void normalise(byte[] source, int from, int to) {
    length = 0;
    ensureRoom(to - from);
    int at = from;
    while (at < to) {
      byte b = source[at];
      if (b == '\n' || b == '\r') {
        value[length++] = '\n';
        at = behindLineBreak(source, at);
      } else {
        value[length++] = b;
        at++;
      }
    }
  }

  /// The offset behind the line break at `at`, which is one byte or two different ones.
  static int behindLineBreak(byte[] source, int at) {
    byte second = source[at + 1];
    return (second == '\n' || second == '\r') && second != source[at] ? at + 2 : at + 1;
  }

  /// Decodes one escape sequence.
  ///
  /// @return the offset behind it
  private int escape(int backslash) throws SyntaxException {
    int at = backslash + 1;
    byte selector = source[at];
    switch (selector) {
      case 'n' -> value[length++] = '\n';
      case '\\', '"', '\'' -> value[length++] = selector;
      case 't' -> value[length++] = '\t';
      case 'r' -> value[length++] = '\r';
      case 'a' -> value[length++] = 0x07;
      case 'b' -> value[length++] = '\b';
      case 'f' -> value[length++] = '\f';
      case 'v' -> value[length++] = 0x0B;
      case '\n', '\r' -> {
        value[length++] = '\n';
        return behindLineBreak(source, at);
      }
      case 'z' -> {
        return Lexer.skipBlanks(source, at + 1);
      }
      case 'x' -> {
        int high = hexDigit(backslash, at + 1);
        int low = hexDigit(backslash, at + 2);
        value[length++] = (byte) (high << 4 | low);
        return at + 3;
      }
      case 'u' -> {
        return unicode(backslash);
      }
      default -> {
        checkMore(at);
        return decimal(backslash);
      }
    }
    return at + 1;
  }

  private int decimal(int backslash) throws SyntaxException {
    int at = backslash + 1;
    int code = 0;
    while (at <= backslash + 3 && Numerals.isDigit(source[at])) {
      code = code * 10 + source[at++] - '0';
    }
    if (at == backslash + 1) {
      throw escapeError(backslash, at, "invalid escape sequence");
    }
    if (code > 0xFF) {
      throw escapeError(backslash, at, "decimal escape too large");
    }
    value[length++] = (byte) code;
    return at;
  }

  private int unicode(int backslash) throws SyntaxException {
    int at = backslash + 2;
    if (source[at] != '{') {
      throw escapeError(backslash, at, "missing '{'");
    }
    at++;
    int code = hexDigit(backslash, at++);
    int digit;
    while ((digit = Numerals.hexDigit(source[at])) >= 0) {
      if (code > Integer.MAX_VALUE >> 4) {
        throw escapeError(backslash, at, "UTF-8 value too large");
      }
      code = code << 4 | digit;
      at++;
    }
    if (source[at] != '}') {
      throw escapeError(backslash, at, "missing '}'");
    }
    encode(code);
    return at + 1;
  }

  private int hexDigit(int backslash, int at) throws SyntaxException {
    int digit = Numerals.hexDigit(source[at]);
    if (digit < 0) {
      throw escapeError(backslash, at, "hexadecimal digit expected");
    }
    return digit;
  }

  /// Encodes as UTF-8 in its first definition (RFC 2279): below 2^31, in up to six bytes.
  private void encode(int code) {
    if (code < 0x80) {
      value[length++] = (byte) code;
      return;
    }
    // With n bytes behind it the lead byte holds 6 - n bits, and each of them six.
    int behind = 1;
    while (behind < 5 && code >>> 5 * behind + 6 != 0) {
      behind++;
    }
    value[length++] = (byte) (0xFF << 7 - behind | code >>> 6 * behind);
    while (behind > 0) {
      behind--;
      value[length++] = (byte) (0x80 | code >>> 6 * behind & 0x3F);
    }
  }

  private void ensureRoom(int more) {
    int needed = Math.addExact(length, more);
    if (needed > value.length) {
      value = Arrays.copyOf(value, (int) Math.max(needed, Math.min(value.length * 2L, 1 << 30)));
    }
  }

  private void checkMore(int at) throws SyntaxException {
    if (at >= sourceLength) {
      throw SourceText.error(source, sourceLength, "unfinished string near <eof>");
    }
  }

  /// @param at the byte that should have been another one; it is quoted too
  private SyntaxException escapeError(int backslash, int at, String message) {
    return error(backslash, backslash, Math.min(at + 1, sourceLength), message);
  }

  /// Quotes the string as far as it was read, as the reference implementation does: the opening
  /// quote, what has been decoded, and the source from `from` that has not been.
  private SyntaxException error(int offset, int from, int to, String message) {
    byte[] near = new byte[1 + length + to - from];
    near[0] = source[quoteAt];
    System.arraycopy(value, 0, near, 1, length);
    System.arraycopy(source, from, near, 1 + length, to - from);
    return SourceText.error(source, offset, message + " near '" + readable(near) + "'");
  }

  /// Bytes in a message: up to the first zero, like the reference implementation; as UTF-8.
  static String readable(byte[] text) {
    int used = 0;
    while (used < text.length && text[used] != 0) {
      used++;
    }
    return new String(text, 0, used, StandardCharsets.UTF_8);
  }
}
