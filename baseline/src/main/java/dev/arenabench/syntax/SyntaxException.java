package dev.arenabench.syntax;

/// The one exception that leaves the front end: the source is not a program of its dialect.
///
/// The message is in the words of the reference implementation where it has some: `'end' expected
/// (to close 'if' at line 3) near <eof>`. Position and message are separate; a caller puts the
/// file's name before them.
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final int line;
  private final int column;

  /// @param offset byte offset of the offending token, `0 ≤ offset ≤ length`
  /// @param line 1-based
  /// @param column 1-based, in code points
  public SyntaxException(int offset, int line, int column, String message) {
    super(message);
    if (offset < 0 || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "offset=" + offset + ", line=" + line + ", column=" + column);
    }
    this.offset = offset;
    this.line = line;
    this.column = column;
  }

  /// Byte offset of the offending token.
  public int offset() {
    return offset;
  }

  /// Line of [#offset], from 1.
  public int line() {
    return line;
  }

  /// Column of [#offset] in code points, from 1.
  public int column() {
    return column;
  }
}
