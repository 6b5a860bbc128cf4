package dev.arenabench.frontend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// A place in a source as it is shown to a person: the line with its number, and a caret below the
/// place.
///
/// ```
/// 12 | local size = = 3
///    |              ^
/// ```
///
/// The caret is right in a terminal: tabs are written as blanks, and characters that take two cells
/// there, or none, are counted so. Nothing in a source can disturb the terminal: control characters
/// and bytes that are not UTF-8 are shown as in messages (`<\27>`), characters that only steer the
/// layout by their number (`<U+202E>`). Of a long line the part around the place is shown, and not
/// much more is read.
public final class Excerpt {
  private static final int TAB_CELLS = 4;

  /// What is shown of a line at most: before the place, and behind it.
  private static final int CELLS_BEFORE = 60;

  private static final int CELLS_BEHIND = 40;

  /// What is read of a line at most, in each direction.
  private static final int MAX_BYTES = 512;

  private static final Piece CUT = new Piece("…", 1, 0);

  /// A character as it is shown.
  ///
  /// @param cells how wide it is in a terminal
  /// @param bytes how long it is in the source
  private record Piece(String text, int cells, int bytes) {}

  private final byte[] source;
  private final int length;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int cells;

  private Excerpt(SourceText source) {
    this.source = source.bytes();
    length = source.length();
  }

  /// The two lines, without a line break behind the last.
  ///
  /// @param offset `0 ≤ offset ≤ length`
  public static String of(SourceText source, int offset) {
    if (offset < 0 || offset > source.length()) {
      throw new IndexOutOfBoundsException("offset=" + offset + ", length=" + source.length());
    }
    Excerpt before = new Excerpt(source);
    before.readBefore(offset);
    Excerpt behind = new Excerpt(source);
    behind.readBehind(offset, before.cells);
    String number = Integer.toString(source.line(offset));
    String line = number + " | " + before.text() + behind.text();
    return line.stripTrailing()
        + "\n"
        + " ".repeat(number.length())
        + " | "
        + " ".repeat(before.cells)
        + "^";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text));
    return text.toString();
  }

  private void readBefore(int offset) {
    int from = offset;
    int least = Math.max(0, offset - MAX_BYTES);
    while (from > least && !isLineBreak(source[from - 1])) {
      from--;
    }
    boolean isCut = from > 0 && !isLineBreak(source[from - 1]);
    if (from == 0) {
      from = SourceText.byteOrderMark(source, offset);
    }
    while (isCut && from < offset && (source[from] & 0xC0) == 0x80) {
      from++; // Not from the middle of a character.
    }
    for (int at = from; at < offset; at += pieces.getLast().bytes) {
      add(piece(at, offset, cells));
    }
    while (cells > CELLS_BEFORE - (isCut ? CUT.cells : 0)) {
      cells -= pieces.removeFirst().cells;
      isCut = true;
    }
    if (isCut) {
      pieces.addFirst(CUT);
      cells += CUT.cells;
    }
  }

  /// @param cellsBefore what the line has on the left, for tabs
  private void readBehind(int offset, int cellsBefore) {
    int most = (int) Math.min(length, offset + (long) MAX_BYTES);
    int at = offset;
    while (at < most && !isLineBreak(source[at])) {
      Piece next = piece(at, length, cellsBefore + cells);
      if (cells + next.cells > CELLS_BEHIND) {
        break;
      }
      add(next);
      at += next.bytes;
    }
    if (at < length && !isLineBreak(source[at])) {
      add(CUT);
    }
  }

  private void add(Piece piece) {
    pieces.addLast(piece);
    cells += piece.cells;
  }

  private static boolean isLineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /// The character at an offset.
  ///
  /// @param limit where the text ends
  /// @param cell where in the line it is shown
  private Piece piece(int at, int limit, int cell) {
    byte first = source[at];
    if (first == '\t') {
      int blanks = TAB_CELLS - cell % TAB_CELLS;
      return new Piece(" ".repeat(blanks), blanks, 1);
    }
    int bytes = Math.min(encodedBytes(first), limit - at);
    String text = new String(source, at, bytes, StandardCharsets.UTF_8);
    int character = text.codePointAt(0);
    boolean isWhole = text.length() == Character.charCount(character);
    if (!isWhole || character < ' ' || character == 0x7F || character == 0xFFFD) {
      String shown = "<\\" + (first & 0xFF) + ">";
      return new Piece(shown, shown.length(), 1);
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED -> {
        String shown = "<U+%04X>".formatted(character);
        yield new Piece(shown, shown.length(), bytes);
      }
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> new Piece(text, 0, bytes);
      default -> new Piece(text, isWide(character) ? 2 : 1, bytes);
    };
  }

  private static int encodedBytes(byte first) {
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    return ones < 2 || ones > 4 ? 1 : ones;
  }

  /// Whether a terminal shows it in two cells (Unicode Standard Annex 11: wide or fullwidth).
  private static boolean isWide(int character) {
    if (character < 0x1100) {
      return false;
    }
    return Character.isIdeographic(character)
        || Character.isEmojiPresentation(character)
        || isIn(character, 0x1100, 0x115F) // Hangul, leading consonants
        || isIn(character, 0x3001, 0x33FF) // punctuation, Kana, and what is between them
        || isIn(character, 0xA960, 0xA97C) // Hangul
        || isIn(character, 0xAC00, 0xD7A3) // Hangul
        || isIn(character, 0xFE30, 0xFE6F) // forms for vertical text
        || isIn(character, 0xFF01, 0xFF60) // fullwidth forms
        || isIn(character, 0xFFE0, 0xFFE6);
  }

  private static boolean isIn(int character, int first, int last) {
    return first <= character && character <= last;
  }
}
