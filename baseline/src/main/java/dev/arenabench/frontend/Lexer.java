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

  /// The first byte of a chunk that the reference implementation has compiled already.
  private static final byte PRECOMPILED = 0x1B;

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
   *
   * `next` is one method, larger than what the JIT compiler inlines, and the steps that nearly every
   * token takes are inlined into it: whatever calls it, it is one call a token, and how it is
   * compiled does not depend on which of its callers got hot first.
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
  private static final int BAR = 75;
  private static final int MARK = 76;

  /// What a token's first byte says: the kind of a token that is always one byte long, or one of
  /// the special classes above.
  private static final byte[] CLASSES = classes();

  private static final int NO_LONG_BRACKET = -1;
  private static final int BROKEN_LONG_BRACKET = -2;

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
    classes['|'] = BAR;
    for (char mark : "?!@`".toCharArray()) {
      classes[mark] = MARK;
    }
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
  private final StringDecoder decoder = new StringDecoder();
  private byte[] bytes = new byte[PADDING];
  private byte[] ownBytes = bytes;
  private boolean isTyped;
  private int length;
  private int start;
  private int end;
  private int symbol;
  private long bits;

  // What [#mark] keeps.
  private int markedStart;
  private int markedEnd;
  private int markedSymbol;
  private long markedBits;

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
    isTyped = dialect == Dialect.TYPED_LUA;
    int at = SourceText.byteOrderMark(bytes, length);
    if (bytes[at] == '#') {
      while (bytes[at] != '\n' && at < length) {
        at++;
      }
      at = Math.min(at + 1, length);
    }
    start = at;
    end = at;
    if (bytes[at] == PRECOMPILED) {
      throw error(at, "precompiled chunk: only source text can be parsed");
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
  /// @throws dev.arenabench.syntax.InternerFullException if there is no room for a name or string;
  ///   [#start] is where it is
  public int next() throws SyntaxException {
    byte[] source = bytes;
    int at = end;
    while (true) {
      int code = CLASSES[source[at] & 0xFF];
      if (code == BLANK) {
        at = skipBlanks(source, at + 1);
        code = CLASSES[source[at] & 0xFF];
      }
      start = at;
      if (code == WORD) {
        long word = Swar.word(source, at);
        long stop = Swar.nonNameBytes(word);
        int found;
        if (stop != 0) {
          int bytes = Swar.firstIndex(stop);
          end = at + bytes;
          found = interner.internWord(Swar.before(word, stop), bytes);
        } else {
          found = longWord(source, at, word);
        }
        symbol = found;
        return found <= Interner.KEYWORD_COUNT ? found : Token.NAME;
      }
      if (code < FIRST_SPECIAL) {
        end = at + 1;
        return code;
      }
      switch (code) {
        case EQUALS:
          if (source[at + 1] - '=' >>> 1 != 0) {
            end = at + 1;
            return Token.ASSIGN;
          }
          return equals(source, at);
        case QUOTE:
          return string(source, at);
        case DIGIT:
          return number(source, at);
        case DOT:
          if (source[at + 1] == '.') {
            return source[at + 2] == '.' ? three(at, Token.ELLIPSIS) : two(at, Token.CONCAT);
          }
          if (CLASSES[source[at + 1] & 0xFF] == DIGIT) {
            return numeral(source, at);
          }
          end = at + 1;
          return Token.DOT;
        case COLON:
          return oneOrTwo(source, at, ':', Token.COLON, Token.DOUBLE_COLON);
        case BRACKET:
          return leftBracket(source, at);
        case HYPHEN:
          if (source[at + 1] == '-') {
            at = skipComment(source, at + 2);
            continue;
          }
          end = at + 1;
          return Token.MINUS;
        case TILDE:
          return oneOrTwo(source, at, '=', Token.TILDE, Token.NOT_EQUAL);
        case LESS:
          return source[at + 1] == '<'
              ? two(at, Token.SHIFT_LEFT)
              : oneOrTwo(source, at, '=', Token.LESS, Token.LESS_EQUAL);
        case GREATER:
          return source[at + 1] == '>'
              ? two(at, Token.SHIFT_RIGHT)
              : oneOrTwo(source, at, '=', Token.GREATER, Token.GREATER_EQUAL);
        case SLASH:
          return oneOrTwo(source, at, '/', Token.SLASH, Token.DOUBLE_SLASH);
        case BAR:
          return isTyped
              ? oneOrTwo(source, at, '>', Token.PIPE, Token.PIPELINE)
              : one(at, Token.PIPE);
        case MARK:
          return isTyped ? typedMark(source, at) : one(at, Token.INVALID);
        default: // ZERO
          return zero(at);
      }
    }
  }

  /// The offset of the first byte from `at` that is not blank.
  static int skipBlanks(byte[] source, int at) {
    // Mostly there is one blank only, and that one is behind.
    if (CLASSES[source[at] & 0xFF] != BLANK) {
      return at;
    }
    long stop;
    while ((stop = Swar.nonBlanks(Swar.word(source, at))) == 0) {
      at += 8;
    }
    return at + Swar.firstIndex(stop);
  }

  /// A name of at least eight bytes, of which `first` is read.
  private int longWord(byte[] source, int from, long first) {
    int at = from + 8;
    long key = first;
    long word;
    long stop;
    while ((stop = Swar.nonNameBytes(word = Swar.word(source, at))) == 0) {
      key = Interner.mix(key, word);
      at += 8;
    }
    end = at + Swar.firstIndex(stop);
    return internLong(key, source, from, end, Swar.before(word, stop));
  }

  /// Interns `source[from, to)`, which has at least eight bytes.
  ///
  /// @param key of its whole words
  /// @param rest what is left after them
  private int internLong(long key, byte[] source, int from, int to, long rest) {
    int length = to - from;
    if (length == 8) {
      return interner.internWord(key, 8);
    }
    return interner.internLong((length & 7) == 0 ? key : Interner.mix(key, rest), source, from, to);
  }

  private int oneOrTwo(byte[] source, int at, char second, int one, int two) {
    if (source[at + 1] == second) {
      end = at + 2;
      return two;
    }
    end = at + 1;
    return one;
  }

  private int one(int at, int token) {
    end = at + 1;
    return token;
  }

  private int two(int at, int token) {
    end = at + 2;
    return token;
  }

  private int three(int at, int token) {
    end = at + 3;
    return token;
  }

  private int zero(int at) {
    boolean isEnd = at >= length;
    end = isEnd ? at : at + 1;
    return isEnd ? Token.EOF : Token.INVALID;
  }

  /// What starts with `==` or `=>`.
  private int equals(byte[] source, int at) {
    if (source[at + 1] == '=') {
      return two(at, Token.EQUAL);
    }
    return isTyped ? two(at, Token.ARROW) : one(at, Token.ASSIGN);
  }

  /// What starts with a byte that Lua has no use for.
  private int typedMark(byte[] source, int at) {
    byte second = source[at + 1];
    return switch (source[at]) {
      case '?' -> {
        if (second == '?') {
          yield two(at, Token.COALESCE);
        }
        // Before a number or another token with points it is the conditional operator.
        int third = CLASSES[source[at + 2] & 0xFF];
        yield second == '.' && third != DIGIT && third != DOT
            ? two(at, Token.QUESTION_DOT)
            : one(at, Token.QUESTION);
      }
      case '!' -> second == '=' ? two(at, Token.BANG_EQUAL) : one(at, Token.BANG);
      case '@' -> one(at, Token.AT);
      default -> one(at, Token.BACKQUOTE);
    };
  }

  /// Reads the text of a template from the end of the current token - its backquote, or the brace
  /// that closes a hole - to the next hole or the closing backquote. Its place is then that of the
  /// current token, and its symbol [#symbol]: 0 if there is none. [#next] goes on behind it, in the
  /// hole or behind the template.
  ///
  /// @param open offset of the template's backquote
  /// @return whether there is a hole
  boolean templateText(int open) throws SyntaxException {
    start = end;
    int stop = decoder.decodeTemplate(bytes, length, start, open);
    symbol = decoder.length() == 0 ? 0 : interner.intern(decoder.value(), 0, decoder.length());
    boolean isHole = bytes[stop] == '$';
    end = stop + (isHole ? 2 : 1);
    return isHole;
  }

  /// Cuts the current token to its first byte: what it ends with is the next token.
  void cut() {
    end = start + 1;
  }

  /// Whether `=` follows the current token without a blank.
  boolean isAssignBehind() {
    return bytes[end] == '=';
  }

  /// Takes the `=` behind the current token into it.
  void takeAssign() {
    end++;
  }

  /// Whether the current token is the first thing on its line, but for blanks.
  boolean isFirstOnLine() {
    int at = start - 1;
    while (at >= 0 && CLASSES[bytes[at] & 0xFF] == BLANK && !isLineEnd(bytes[at])) {
      at--;
    }
    return at < 0 || isLineEnd(bytes[at]);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /// Remembers the current token.
  void mark() {
    markedStart = start;
    markedEnd = end;
    markedSymbol = symbol;
    markedBits = bits;
  }

  /// Goes back to the token that [#mark] remembers.
  void rewind() {
    start = markedStart;
    end = markedEnd;
    symbol = markedSymbol;
    bits = markedBits;
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
        return source[at] == '=' && source[at + 1] != '=' && (source[at + 1] != '>' || !isTyped);
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
      at += Swar.firstIndex(stop);
      if (source[at] != 0 || at >= length) {
        return at;
      }
      at++;
    }
  }

  /// The number of `=` between two opening brackets, if there are two; else [#BROKEN_LONG_BRACKET]
  /// if there is `=` after the first, [#NO_LONG_BRACKET] if not.
  private static int longBracketLevel(byte[] source, int at) {
    int second = at + 1;
    while (source[second] == '=') {
      second++;
    }
    if (source[second] == '[') {
      return second - at - 1;
    }
    return second == at + 1 ? NO_LONG_BRACKET : BROKEN_LONG_BRACKET;
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
      at += Swar.firstIndex(stop);
      if (source[at] == ']') {
        int equals = 0;
        while (equals < level && source[at + 1 + equals] == '=') {
          equals++;
        }
        if (equals == level && source[at + 1 + level] == ']') {
          return at;
        }
      } else if (at >= length) {
        String opened = " (starting at line " + line(open) + ")";
        throw error(length, "unfinished long " + what + opened + " near <eof>");
      }
      at++;
    }
  }

  private int leftBracket(byte[] source, int at) throws SyntaxException {
    int level = longBracketLevel(source, at);
    if (level == NO_LONG_BRACKET) {
      end = at + 1;
      return Token.LEFT_BRACKET;
    }
    if (level == BROKEN_LONG_BRACKET) {
      int stop = at + 1;
      while (source[stop] == '=') {
        stop++;
      }
      throw error(at, "invalid long string delimiter near '" + text(at, stop) + "'");
    }
    int from = at + level + 2;
    int to = longBracketClose(source, at, level, "string");
    end = to + level + 2;
    if (source[from] == '\n' || source[from] == '\r') {
      from = StringDecoder.behindLineBreak(source, from);
    }
    if (mayHaveCarriageReturns(source, from, to)) {
      decoder.normalise(source, from, to);
      symbol = interner.intern(decoder.value(), 0, decoder.length());
    } else {
      symbol = interner.intern(source, from, to);
    }
    return Token.STRING;
  }

  /// Only roughly: those right behind `to` count too.
  private static boolean mayHaveCarriageReturns(byte[] source, int from, int to) {
    for (int at = from; at < to; at += 8) {
      if (Swar.carriageReturns(Swar.word(source, at)) != 0) {
        return true;
      }
    }
    return false;
  }

  private int string(byte[] source, int quoteAt) throws SyntaxException {
    int from = quoteAt + 1;
    byte quote = source[quoteAt];
    long quotes = quote * Swar.ONES;
    long word = Swar.word(source, from);
    long stop = Swar.stringStops(word, quotes);
    if (stop == 0) {
      return longString(source, quoteAt, quotes, word);
    }
    int bytes = Swar.firstIndex(stop);
    if (source[from + bytes] != quote) {
      return decodedString(source, quoteAt);
    }
    end = from + bytes + 1;
    symbol = interner.internWord(Swar.before(word, stop), bytes);
    return Token.STRING;
  }

  private int longString(byte[] source, int quoteAt, long quotes, long first)
      throws SyntaxException {
    int from = quoteAt + 1;
    int at = from + 8;
    long key = first;
    long word;
    long stop;
    while ((stop = Swar.stringStops(word = Swar.word(source, at), quotes)) == 0) {
      key = Interner.mix(key, word);
      at += 8;
    }
    int to = at + Swar.firstIndex(stop);
    if (source[to] != source[quoteAt]) {
      return decodedString(source, quoteAt);
    }
    end = to + 1;
    symbol = internLong(key, source, from, to, Swar.before(word, stop));
    return Token.STRING;
  }

  private int decodedString(byte[] source, int quoteAt) throws SyntaxException {
    end = decoder.decode(source, length, quoteAt);
    symbol = interner.intern(decoder.value(), 0, decoder.length());
    return Token.STRING;
  }

  private int number(byte[] source, int at) throws SyntaxException {
    long value = source[at] - '0';
    int i = at + 1;
    while (Numerals.isDigit(source[i])) {
      value = value * 10 + source[i++] - '0';
    }
    int next = CLASSES[source[i] & 0xFF];
    if (next == WORD || next == DOT || i - at > Numerals.MAX_LONG_DIGITS) {
      return numeral(source, at);
    }
    end = i;
    bits = value;
    return Token.INTEGER;
  }

  /// A numeral of any form. Like the reference implementation, it takes everything that looks like
  /// one and then checks the form.
  private int numeral(byte[] source, int from) throws SyntaxException {
    boolean isInteger = source[from] != '.';
    int digits = isInteger ? from : from + 1;
    boolean marked = source[digits] == '0' && (source[digits + 1] | 0x20) == 'x';
    boolean hex = marked && isInteger; // After a point the mark is read too, and then wrong.
    int exponentMark = marked ? 'p' : 'e';
    int at = marked ? digits + 2 : digits;
    while (true) {
      byte b = source[at];
      if ((b | 0x20) == exponentMark) {
        isInteger = false;
        at++;
        if (source[at] == '+' || source[at] == '-') {
          at++;
        }
      } else if (b == '.' || Numerals.hexDigit(b) >= 0) {
        isInteger &= b != '.';
        at++;
      } else {
        break;
      }
    }
    boolean touchesLetter = CLASSES[source[at] & 0xFF] == WORD;
    if (touchesLetter || !Numerals.isWellFormed(source, from, at, hex)) {
      String shown = text(from, touchesLetter ? at + 1 : at);
      throw error(from, "malformed number near '" + shown + "'");
    }
    end = at;
    if (isInteger && (hex || Numerals.fitsInteger(source, from, at))) {
      bits =
          hex
              ? Numerals.hexInteger(source, from + 2, at)
              : Numerals.decimalInteger(source, from, at);
      return Token.INTEGER;
    }
    double value =
        hex ? Numerals.hexFloat(source, from, at) : Numerals.decimalFloat(source, from, at);
    bits = Double.doubleToRawLongBits(value);
    return Token.FLOAT;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// How the reference implementation shows the current token in an error.
  String describeCurrent(int token) {
    switch (token) {
      case Token.NAME, Token.INTEGER, Token.FLOAT:
        return "'" + text(start, end) + "'";
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
        return "'" + StringDecoder.readable(shown) + "'";
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
    return SourceText.error(bytes, offset, message);
  }
}
