package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Splits source bytes into tokens, one at a time: each [#next] moves to the next token, whose
/// kind, place and value are then in the accessors. No token is an object and nothing is allocated,
/// except when a string is seen for the first time (in the interner) and when a buffer grows.
///
/// [#reset] starts a source, as often as wanted. Not thread-safe.
public final class Lexer {
  /// Zero bytes that have to follow a source so that it can be read by whole words.
  public static final int PADDING = 16;

  /*
   * The scanner looks at a byte's class once and then works on eight bytes at a time: a word is
   * loaded little-endian, SWAR arithmetic (Lamport, "Multiple byte processing with full-word
   * instructions", 1975; see Swar) marks the bytes that end a run, and the count of trailing zeros
   * is where. For a name the loaded word, masked to the name's length, is at the same time the
   * interner's key: scanning, hashing, the probe for reserved words and interning are one step, and
   * there is no loop whose length the processor would have to guess.
   *
   * The zero padding after the source serves as the sentinel of every loop: no loop checks an
   * index. A zero byte inside the source is told from the sentinel by its place.
   */
  private static final int FIRST_SPECIAL = 61;
  private static final int WORD = 61;
  private static final int BLANK = 62;
  private static final int DIGIT = 63;
  private static final int QUOTE = 64;
  private static final int HYPHEN = 65;
  private static final int BRACKET = 66;
  private static final int EQUALS = 67;
  private static final int LESS = 68;
  private static final int GREATER = 69;
  private static final int SLASH = 70;
  private static final int TILDE = 71;
  private static final int COLON = 72;
  private static final int DOT = 73;
  private static final int ZERO = 74;

  /// What a token's first byte says: the kind of a token that is always one byte long, or one of
  /// the special classes above.
  private static final byte[] CLASSES = classes();

  private static byte[] classes() {
    byte[] classes = new byte[256];
    Arrays.fill(classes, (byte) Token.INVALID);
    Arrays.fill(classes, 'a', 'z' + 1, (byte) WORD);
    Arrays.fill(classes, 'A', 'Z' + 1, (byte) WORD);
    classes['_'] = WORD;
    Arrays.fill(classes, '0', '9' + 1, (byte) DIGIT);
    for (char blank : " \t\n\u000B\f\r".toCharArray()) {
      classes[blank] = BLANK;
    }
    classes['"'] = QUOTE;
    classes['\''] = QUOTE;
    classes['-'] = HYPHEN;
    classes['['] = BRACKET;
    classes['='] = EQUALS;
    classes['<'] = LESS;
    classes['>'] = GREATER;
    classes['/'] = SLASH;
    classes['~'] = TILDE;
    classes[':'] = COLON;
    classes['.'] = DOT;
    classes[0] = ZERO;
    classes['+'] = Token.PLUS;
    classes['*'] = Token.STAR;
    classes['%'] = Token.PERCENT;
    classes['^'] = Token.CARET;
    classes['#'] = Token.HASH;
    classes['&'] = Token.AMPERSAND;
    classes['|'] = Token.PIPE;
    classes['('] = Token.LEFT_PAREN;
    classes[')'] = Token.RIGHT_PAREN;
    classes['{'] = Token.LEFT_BRACE;
    classes['}'] = Token.RIGHT_BRACE;
    classes[']'] = Token.RIGHT_BRACKET;
    classes[';'] = Token.SEMICOLON;
    classes[','] = Token.COMMA;
    return classes;
  }

  private final Interner interner;
  private byte[] bytes = new byte[PADDING];
  private byte[] ownBytes = bytes;
  private byte[] scratch = new byte[256];
  private int length;
  private int start;
  private int end;
  private int symbol;
  private long bits;

  /// @param interner gets every name and string
  public Lexer(Interner interner) {
    this.interner = interner;
  }

  /// Starts a source. A byte-order mark and a first line that starts with `#` are skipped.
  ///
  /// @param source kept, not copied, when at least [#PADDING] zero bytes follow the source;
  ///   otherwise copied into a buffer of the lexer's
  /// @throws SyntaxException if it is not text but a precompiled chunk
  public void reset(byte[] source, int length, Dialect dialect) throws SyntaxException {
    if (length < 0 || length > source.length) {
      throw new IllegalArgumentException("length=" + length + ", source.length=" + source.length);
    }
    bytes = SourceText.isPadded(source, length) ? source : padded(source, length);
    this.length = length;
    int at = Math.min(length, SourceText.byteOrderMark(bytes));
    if (bytes[at] == '#') {
      while (at < length && bytes[at] != '\n') {
        at++;
      }
    }
    start = at;
    end = at;
    int first = bytes[at] == '\n' ? at + 1 : at;
    if (bytes[first] == 0x1B) {
      throw error(first, "precompiled chunk: only source text can be parsed");
    }
  }

  private byte[] padded(byte[] source, int length) {
    int needed = Math.addExact(length, PADDING);
    if (ownBytes.length < needed) {
      ownBytes = new byte[Math.max(needed, (int) Math.min(ownBytes.length * 2L, 1 << 30))];
    }
    System.arraycopy(source, 0, ownBytes, 0, length);
    Arrays.fill(ownBytes, length, needed, (byte) 0);
    return ownBytes;
  }

  /// Offset of the current token.
  public int start() {
    return start;
  }

  /// Offset behind the current token.
  public int end() {
    return end;
  }

  /// Symbol of the current name or string.
  public int symbol() {
    return symbol;
  }

  /// Value of the current number: the integer, or the raw bits of the float.
  public long bits() {
    return bits;
  }

  /// Moves to the next token.
  ///
  /// @return its kind, a constant of [Token]
  public int next() throws SyntaxException {
    byte[] source = bytes;
    int at = end;
    while (true) {
      int code = CLASSES[source[at] & 0xFF];
      if (code == BLANK) {
        at = skipBlanks(source, at + 1);
        code = CLASSES[source[at] & 0xFF];
      }
      if (code == WORD) {
        return word(source, at);
      }
      if (code < FIRST_SPECIAL) {
        start = at;
        end = at + 1;
        return code;
      }
      if (code == HYPHEN && source[at + 1] == '-') {
        at = skipComment(source, at + 2);
      } else {
        start = at;
        return special(source, at, code);
      }
    }
  }

  private static int skipBlanks(byte[] source, int at) {
    if (CLASSES[source[at] & 0xFF] != BLANK) {
      return at;
    }
    long stop;
    while ((stop = Swar.nonBlanks(Swar.word(source, at))) == 0) {
      at += 8;
    }
    return at + (Long.numberOfTrailingZeros(stop) >>> 3);
  }

  private int word(byte[] source, int at) {
    long word = Swar.word(source, at);
    long stop = Swar.nonNameBytes(word);
    int symbol;
    start = at;
    if (stop != 0) {
      int stopBit = Long.numberOfTrailingZeros(stop);
      end = at + (stopBit >>> 3);
      symbol = interner.internWord(word & (1L << (stopBit & 0x38)) - 1, stopBit >>> 3);
    } else {
      symbol = longWord(source, at, word);
    }
    this.symbol = symbol;
    return symbol <= Interner.KEYWORD_COUNT ? symbol : Token.NAME;
  }

  private int longWord(byte[] source, int from, long first) {
    long key = first;
    int at = from + 8;
    long word = Swar.word(source, at);
    long stop;
    while ((stop = Swar.nonNameBytes(word)) == 0) {
      key = Interner.mix(key, word);
      at += 8;
      word = Swar.word(source, at);
    }
    int stopBit = Long.numberOfTrailingZeros(stop);
    int tail = stopBit >>> 3;
    end = at + tail;
    if (tail != 0) {
      key = Interner.mix(key, word & (1L << (stopBit & 0x38)) - 1);
    } else if (at == from + 8) {
      return interner.internWord(first, 8);
    }
    return interner.internLong(key, source, from, end);
  }

  private int special(byte[] source, int at, int code) throws SyntaxException {
    switch (code) {
      case EQUALS:
        return oneOrTwo(source, at, '=', Token.ASSIGN, Token.EQUAL);
      case QUOTE:
        return string(source, at);
      case DIGIT:
        return number(source, at);
      case DOT:
        if (source[at + 1] == '.') {
          if (source[at + 2] == '.') {
            end = at + 3;
            return Token.ELLIPSIS;
          }
          end = at + 2;
          return Token.CONCAT;
        }
        if (CLASSES[source[at + 1] & 0xFF] == DIGIT) {
          return numeral(source, at);
        }
        end = at + 1;
        return Token.DOT;
      case COLON:
        return oneOrTwo(source, at, ':', Token.COLON, Token.DOUBLE_COLON);
      case BRACKET:
        return bracket(source, at);
      case TILDE:
        return oneOrTwo(source, at, '=', Token.TILDE, Token.NOT_EQUAL);
      case HYPHEN:
        end = at + 1;
        return Token.MINUS;
      case SLASH:
        return oneOrTwo(source, at, '/', Token.SLASH, Token.DOUBLE_SLASH);
      case LESS:
        if (source[at + 1] == '<') {
          end = at + 2;
          return Token.SHIFT_LEFT;
        }
        return oneOrTwo(source, at, '=', Token.LESS, Token.LESS_EQUAL);
      case GREATER:
        if (source[at + 1] == '>') {
          end = at + 2;
          return Token.SHIFT_RIGHT;
        }
        return oneOrTwo(source, at, '=', Token.GREATER, Token.GREATER_EQUAL);
      default: // ZERO
        if (at >= length) {
          end = at;
          return Token.EOF;
        }
        end = at + 1;
        return Token.INVALID;
    }
  }

  private int oneOrTwo(byte[] source, int at, char second, int one, int two) {
    if (source[at + 1] == second) {
      end = at + 2;
      return two;
    }
    end = at + 1;
    return one;
  }

  /// Whether the token after the current one is `=`. A table constructor needs to know, to tell a
  /// field's name from an expression; reading ahead here spares the parser a second token.
  boolean isAssignNext() throws SyntaxException {
    byte[] source = bytes;
    int at = end;
    while (true) {
      if (CLASSES[source[at] & 0xFF] == BLANK) {
        at = skipBlanks(source, at + 1);
      }
      if (source[at] != '-' || source[at + 1] != '-') {
        return source[at] == '=' && source[at + 1] != '=';
      }
      at = skipComment(source, at + 2);
    }
  }

  /// @param at behind the two hyphens
  private int skipComment(byte[] source, int at) throws SyntaxException {
    if (source[at] == '[') {
      int level = longBracketLevel(source, at);
      if (level >= 0) {
        return longBracketClose(source, at, level, "comment") + level + 2;
      }
    }
    while (true) {
      long stop;
      while ((stop = Swar.lineEnds(Swar.word(source, at))) == 0) {
        at += 8;
      }
      at += Long.numberOfTrailingZeros(stop) >>> 3;
      if (source[at] != 0 || at >= length) {
        return at;
      }
      at++;
    }
  }

  /// The number of `=` between two opening brackets; -1 if there is no second bracket right after
  /// the first, -2 if none after the `=`.
  private static int longBracketLevel(byte[] source, int at) {
    int second = at + 1;
    while (source[second] == '=') {
      second++;
    }
    if (source[second] == '[') {
      return second - at - 1;
    }
    return second == at + 1 ? -1 : -2;
  }

  /// Finds the closing bracket that belongs to the opening bracket at `open`.
  private int longBracketClose(byte[] source, int open, int level, String what)
      throws SyntaxException {
    int at = open + level + 2;
    while (true) {
      long stop;
      while ((stop = Swar.bracketsOrZeros(Swar.word(source, at))) == 0) {
        at += 8;
      }
      at += Long.numberOfTrailingZeros(stop) >>> 3;
      if (source[at] == ']') {
        int equals = 0;
        while (equals < level && source[at + 1 + equals] == '=') {
          equals++;
        }
        if (equals == level && source[at + 1 + level] == ']') {
          return at;
        }
      } else if (at >= length) {
        start = length;
        throw error(
            length,
            "unfinished long "
                + what
                + " (starting at line "
                + SourceText.line(source, open)
                + ") near <eof>");
      }
      at++;
    }
  }

  private int bracket(byte[] source, int at) throws SyntaxException {
    int level = longBracketLevel(source, at);
    if (level == -1) {
      end = at + 1;
      return Token.LEFT_BRACKET;
    }
    if (level == -2) {
      int stop = at + 1;
      while (source[stop] == '=') {
        stop++;
      }
      throw error(at, "invalid long string delimiter near '" + ascii(at, stop) + "'");
    }
    int close = longBracketClose(source, at, level, "string");
    end = close + level + 2;
    int from = at + level + 2;
    if (source[from] == '\n' || source[from] == '\r') {
      from += isLineBreakPair(source, from) ? 2 : 1;
    }
    int to = close;
    boolean normal = true;
    for (int i = from; i < to; i++) {
      if (source[i] == '\r') {
        normal = false;
        break;
      }
    }
    symbol = normal ? interner.intern(source, from, to) : normalised(source, from, to);
    return Token.STRING;
  }

  /// Interns the content of a long string whose line breaks are not all `\n`.
  private int normalised(byte[] source, int from, int to) {
    int used = 0;
    ensureScratch(to - from);
    for (int i = from; i < to; i++) {
      byte b = source[i];
      if (b == '\r' || b == '\n') {
        b = '\n';
        if (i + 1 < to && isLineBreakPair(source, i)) {
          i++;
        }
      }
      scratch[used++] = b;
    }
    return interner.intern(scratch, 0, used);
  }

  private static boolean isLineBreakPair(byte[] source, int at) {
    byte second = source[at + 1];
    return (second == '\n' || second == '\r') && second != source[at];
  }

  private int string(byte[] source, int quoteAt) throws SyntaxException {
    int from = quoteAt + 1;
    byte quote = source[quoteAt];
    long quotes = quote * Swar.ONES;
    long word = Swar.word(source, from);
    long stop = Swar.stringStops(word, quotes);
    int at = from;
    long key = 0;
    while (stop == 0) {
      key = at == from ? word : Interner.mix(key, word);
      at += 8;
      word = Swar.word(source, at);
      stop = Swar.stringStops(word, quotes);
    }
    int stopBit = Long.numberOfTrailingZeros(stop);
    int to = at + (stopBit >>> 3);
    if (source[to] != quote) {
      return escapedString(source, quoteAt);
    }
    end = to + 1;
    long tail = word & (1L << (stopBit & 0x38)) - 1;
    if (at == from) {
      symbol = interner.internWord(tail, to - from);
    } else if (to - from == 8) {
      symbol = interner.internWord(key, 8);
    } else {
      symbol = interner.internLong(to == at ? key : Interner.mix(key, tail), source, from, to);
    }
    return Token.STRING;
  }

  /// A string with escapes or control characters, or one that does not end.
  private int escapedString(byte[] source, int quoteAt) throws SyntaxException {
    byte quote = source[quoteAt];
    int used = 0;
    int at = quoteAt + 1;
    while (true) {
      byte b = source[at];
      if (b == quote) {
        end = at + 1;
        symbol = interner.intern(scratch, 0, used);
        return Token.STRING;
      }
      ensureScratch(used + 8);
      switch (b) {
        case '\\':
          break;
        case '\n', '\r':
          throw stringError(quoteAt, quoteAt, used, at, at, "unfinished string");
        case 0:
          if (at >= length) {
            throw unfinishedString();
          }
          scratch[used++] = 0;
          at++;
          continue;
        default:
          scratch[used++] = b;
          at++;
          continue;
      }
      int backslash = at++;
      byte escape = source[at];
      switch (escape) {
        case 'a' -> scratch[used++] = 7;
        case 'b' -> scratch[used++] = '\b';
        case 'f' -> scratch[used++] = '\f';
        case 'n' -> scratch[used++] = '\n';
        case 'r' -> scratch[used++] = '\r';
        case 't' -> scratch[used++] = '\t';
        case 'v' -> scratch[used++] = 11;
        case '\\', '"', '\'' -> scratch[used++] = escape;
        case '\n', '\r' -> {
          scratch[used++] = '\n';
          if (isLineBreakPair(source, at)) {
            at++;
          }
        }
        case 'x' -> {
          int value = 0;
          for (int i = 0; i < 2; i++) {
            int digit = hexValue(source[++at]);
            if (digit < 0) {
              throw escapeError(quoteAt, backslash, used, at, "hexadecimal digit expected");
            }
            value = value << 4 | digit;
          }
          scratch[used++] = (byte) value;
        }
        case 'z' -> {
          while (CLASSES[source[at + 1] & 0xFF] == BLANK) {
            at++;
          }
        }
        case 'u' -> {
          at = unicodeEnd(source, quoteAt, backslash, used);
          used = encode(unicodeValue(source, backslash + 3), used);
        }
        default -> {
          if (escape == 0 && at >= length) {
            throw unfinishedString();
          }
          if (!isDigit(escape)) {
            throw escapeError(quoteAt, backslash, used, at, "invalid escape sequence");
          }
          int value = 0;
          int digits = 0;
          while (digits < 3 && isDigit(source[at])) {
            value = value * 10 + source[at++] - '0';
            digits++;
          }
          if (value > 255) {
            throw escapeError(quoteAt, backslash, used, at, "decimal escape too large");
          }
          scratch[used++] = (byte) value;
          at--;
        }
      }
      at++;
    }
  }

  /// Checks `\\u{…}` and finds its closing brace.
  private int unicodeEnd(byte[] source, int quoteAt, int backslash, int used)
      throws SyntaxException {
    int at = backslash + 2;
    if (source[at] != '{') {
      throw escapeError(quoteAt, backslash, used, at, "missing '{'");
    }
    at++;
    int value = hexValue(source[at]);
    if (value < 0) {
      throw escapeError(quoteAt, backslash, used, at, "hexadecimal digit expected");
    }
    int digit;
    while ((digit = hexValue(source[++at])) >= 0) {
      if (value > Integer.MAX_VALUE >> 4) {
        throw escapeError(quoteAt, backslash, used, at, "UTF-8 value too large");
      }
      value = value << 4 | digit;
    }
    if (source[at] != '}') {
      throw escapeError(quoteAt, backslash, used, at, "missing '}'");
    }
    return at;
  }

  private static int unicodeValue(byte[] source, int at) {
    int value = 0;
    while (source[at] != '}') {
      value = value << 4 | hexValue(source[at++]);
    }
    return value;
  }

  /// Encodes as UTF-8 in its first definition (RFC 2279), up to six bytes.
  private int encode(int value, int used) {
    if (value < 0x80) {
      scratch[used] = (byte) value;
      return used + 1;
    }
    int followers = 1;
    while (followers < 5 && value >>> followers * 5 + 6 != 0) {
      followers++;
    }
    int lead = 0xFF << 7 - followers;
    scratch[used] = (byte) (lead | value >>> followers * 6);
    for (int i = 1; i <= followers; i++) {
      scratch[used + i] = (byte) (0x80 | value >>> (followers - i) * 6 & 0x3F);
    }
    return used + followers + 1;
  }

  private void ensureScratch(int needed) {
    if (needed > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(needed, scratch.length * 2));
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int hexValue(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private int number(byte[] source, int at) throws SyntaxException {
    long value = source[at] - '0';
    int i = at + 1;
    while (isDigit(source[i])) {
      value = value * 10 + source[i++] - '0';
    }
    int next = CLASSES[source[i] & 0xFF];
    if (next == WORD || next == DOT || i - at > 18) {
      return numeral(source, at);
    }
    end = i;
    bits = value;
    return Token.INTEGER;
  }

  /// A numeral of any form. Like the reference implementation, it takes everything that looks like
  /// one and then checks the form.
  private int numeral(byte[] source, int at) throws SyntaxException {
    int i = at + 1;
    int exponent = 'e';
    boolean integer = source[at] != '.';
    boolean hex = source[at] == '0' && (source[i] | 0x20) == 'x';
    if (hex) {
      exponent = 'p';
      i++;
    }
    while (true) {
      byte b = source[i];
      if ((b | 0x20) == exponent) {
        integer = false;
        i++;
        if (source[i] == '+' || source[i] == '-') {
          i++;
        }
      } else if (b == '.') {
        integer = false;
        i++;
      } else if (hexValue(b) >= 0) {
        i++;
      } else {
        break;
      }
    }
    if (CLASSES[source[i] & 0xFF] == WORD) {
      throw error(at, "malformed number near '" + ascii(at, i + 1) + "'");
    }
    end = i;
    if (!Numerals.isWellFormed(source, at, i, hex)) {
      throw error(at, "malformed number near '" + ascii(at, i) + "'");
    }
    if (integer && hex) {
      bits = Numerals.hexInteger(source, at + 2, i);
      return Token.INTEGER;
    }
    if (integer && Numerals.fitsInteger(source, at, i)) {
      bits = Numerals.decimalInteger(source, at, i);
      return Token.INTEGER;
    }
    double value = hex ? Numerals.hexFloat(source, at, i) : Numerals.decimalFloat(source, at, i);
    bits = Double.doubleToRawLongBits(value);
    return Token.FLOAT;
  }

  private SyntaxException unfinishedString() {
    start = length;
    return error(length, "unfinished string near <eof>");
  }

  private SyntaxException escapeError(
      int quoteAt, int backslash, int used, int at, String message) {
    return stringError(backslash, quoteAt, used, backslash, Math.min(at + 1, length), message);
  }

  /// Quotes the string as far as it was read: opening quote, `used` bytes of its value, and what of
  /// the source has not become value yet.
  private SyntaxException stringError(
      int offset, int quoteAt, int used, int rawFrom, int rawTo, String message) {
    byte[] near = new byte[1 + used + rawTo - rawFrom];
    near[0] = bytes[quoteAt];
    System.arraycopy(scratch, 0, near, 1, used);
    System.arraycopy(bytes, rawFrom, near, 1 + used, rawTo - rawFrom);
    return error(offset, message + " near '" + readable(near) + "'");
  }

  private String ascii(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// As the reference implementation shows bytes: up to the first zero.
  private static String readable(byte[] text) {
    int used = 0;
    while (used < text.length && text[used] != 0) {
      used++;
    }
    return new String(text, 0, used, StandardCharsets.UTF_8);
  }

  /// How the reference implementation shows the current token in an error.
  String describeCurrent(int token) {
    switch (token) {
      case Token.NAME, Token.INTEGER, Token.FLOAT:
        return "'" + ascii(start, end) + "'";
      case Token.STRING:
        byte[] value = interner.text(symbol).getBytes(StandardCharsets.ISO_8859_1);
        int delimiter = 1;
        if (bytes[start] == '[') {
          delimiter = longBracketLevel(bytes, start) + 2;
        }
        byte[] shown = new byte[value.length + 2 * delimiter];
        System.arraycopy(bytes, start, shown, 0, delimiter);
        System.arraycopy(value, 0, shown, delimiter, value.length);
        System.arraycopy(bytes, end - delimiter, shown, delimiter + value.length, delimiter);
        return "'" + readable(shown) + "'";
      case Token.INVALID:
        int b = bytes[start] & 0xFF;
        return b > 0x20 && b < 0x7F ? "'" + (char) b + "'" : "'<\\" + b + ">'";
      default:
        return Token.describe(token);
    }
  }

  /// Line of an offset, for messages.
  int line(int offset) {
    return SourceText.line(bytes, offset);
  }

  /// An error at an offset.
  SyntaxException error(int offset, String message) {
    return new SyntaxException(
        offset, SourceText.line(bytes, offset), SourceText.column(bytes, offset), message);
  }
}
