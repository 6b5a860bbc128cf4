package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a tree back to source: the text of the `print` pass, which each twin drives in source
/// order.
///
/// What is written parses to the same tree, positions aside. The tree says by PAREN where
/// parentheses are, so no precedence is needed here; what is needed: blanks that keep tokens apart
/// (`- -x`), numbers that read back to the same bits, strings in quotes whatever their bytes, and a
/// `;` before a statement that starts with `(`, which would otherwise be read as arguments of a
/// call in the line before.
///
/// | construct | calls |
/// |---|---|
/// | leaf without payload | [#start] |
/// | NAME, PARAMETER; STRING; INTEGER; FLOAT | [#name]; [#string]; [#integer]; [#floating] |
/// | PAREN | [#openParen], child, [#closeParen] |
/// | FIELD | child, [#field] |
/// | unary, binary operators | `start`, child; left, [#infix], right |
/// | INDEX | object, [#openBracket], key, [#closeBracket] |
/// | CALL, METHOD_CALL | callee, [#method] of a METHOD_CALL, `openParen`, arguments with [#comma] between, `closeParen` |
/// | FUNCTION | `start`, *body* |
/// | *body* | `openParen`, parameters with `comma` between, `closeParen`, block, [#end] |
/// | TABLE | [#openTable], each field after [#tableField], [#closeTable] |
/// | NAMED_FIELD; KEYED_FIELD | `name`, [#equal], value; `openBracket`, key, `closeBracket`, `equal`, value |
/// | BLOCK | [#openBlock], each statement after [#statement], [#closeBlock] |
/// | LOCAL | `start`, each [#localName] with `comma` between, `equal` and values if there are any |
/// | LOCAL_FUNCTION | `start`, `name`, *body* of its FUNCTION |
/// | ASSIGN | targets, `equal`, values |
/// | FUNCTION_DECLARATION, METHOD_DECLARATION | `start`, target, `method` of a METHOD_DECLARATION, *body* |
/// | IF | `start`, condition, [#then], block, ELSE_IFs, [#otherwise] and block if there is one, `end` |
/// | ELSE_IF | `start`, condition, `then`, block |
/// | WHILE | `start`, condition, [#loopBody], block, `end` |
/// | REPEAT | `start`, block, [#until], condition |
/// | NUMERIC_FOR; GENERIC_FOR | `start`, names, `equal` or [#in], values, `loopBody`, block, `end` |
/// | DO | `start`, block, `end` |
/// | RETURN | `start`, [#blank] and values if there are any |
/// | GOTO; LABEL | `start`, `name`; `start`, `name`, [#endLabel] |
/// | CHUNK | each statement of its block after `statement`, [#closeFile] |
///
/// What only `TYPED_LUA` has is in [TypedWriter].
///
/// Reused from file to file by [#clear]. Writing allocates nothing once the text has grown to its
/// size, except for a FLOAT that has no short decimal form. Not thread-safe.
public final class LuaWriter {
  /// A table with more fields than this has one field a line.
  private static final int FIELDS_PER_LINE = 4;

  private static final byte[] NOTHING = {};
  private static final byte[][] STARTS = starts();
  private static final byte[][] INFIXES = infixes();
  private static final byte[] CONST = ascii(" <const>");
  private static final byte[] CONST_WORD = ascii("const");
  private static final byte[] CLOSE = ascii(" <close>");
  private static final byte[] THEN = ascii(" then");
  private static final byte[] DO = ascii(" do");
  private static final byte[] ELSE = ascii("else");
  private static final byte[] UNTIL = ascii("until ");
  private static final byte[] END = ascii("end");
  private static final byte[] IN = ascii(" in ");
  private static final byte[] EQUAL = ascii(" = ");
  private static final byte[] COMMA = ascii(", ");
  private static final byte[] COLONS = ascii("::");
  private static final byte[] INFINITE = ascii("1e999");
  private static final byte[] HEXADECIMAL = ascii("0x");
  private static final byte[] DIGITS = ascii("0123456789abcdef");

  /// Integers up to this are exact in a double.
  private static final long EXACT = 1L << 53;

  /// Powers of ten up to this exponent are exact in a double; more digits than a double holds do
  /// not help.
  private static final int MAX_FRACTION_DIGITS = 16;

  private final Interner interner;
  private final TypedWriter typed = new TypedWriter(this);
  private byte[] text = new byte[1 << 12];
  private int size;
  private int depth;
  private int statementStart; // -1 if it is the first of its block, where `(` is no argument list
  private boolean atBlockStart;
  private int firstWord; // where the last statement begins
  private boolean behindWord; // `(` at the start of the next block is an argument list

  /// @param interner the one whose symbols the tree uses
  public LuaWriter(Interner interner) {
    this.interner = interner;
    clear();
  }

  /// Forgets the text; keeps its room.
  public void clear() {
    size = 0;
    depth = 0;
    statementStart = -1;
    atBlockStart = true;
    firstWord = 0;
    behindWord = false;
  }

  /// What writes the constructs that `TYPED_LUA` adds.
  public TypedWriter typed() {
    return typed;
  }

  /// How many bytes there are.
  public int length() {
    return size;
  }

  /// A copy of the bytes so far.
  public byte[] toBytes() {
    return Arrays.copyOf(text, size);
  }

  /// The first words of a construct; for a leaf without payload, the whole of it.
  public void start(int kind) {
    if (kind == Kind.NEGATE && size > 0 && text[size - 1] == '-') {
      put(' '); // Else a comment.
    } else if (kind == Kind.ELSE_IF || kind == Kind.CATCH || kind == Kind.FINALLY) {
      newLine();
    }
    behindWord = kind >= Kind.TRY && kind <= Kind.FINALLY;
    put(STARTS[kind]);
  }

  public void name(int symbol) {
    int length = interner.length(symbol);
    int end = ensure(length);
    interner.copy(symbol, text, size);
    size = end;
  }

  public void string(int symbol) {
    put('"');
    quoted(symbol, '"');
    put('"');
  }

  /// The bytes of a string or of a template's text, as they are written between two quotes.
  void quoted(int symbol, char quote) {
    int length = interner.length(symbol);
    ensure(Math.multiplyExact(length, 4));
    // A byte becomes four at most: read from the end of that room, write from its start, and the
    // writer never passes the reader.
    int from = size + 3 * length;
    interner.copy(symbol, text, from);
    int end = from + length;
    for (int i = from; i < end; i++) {
      byte b = text[i];
      if (b == '\\' || b == quote || opensHole(i, end, quote)) {
        put('\\');
        put((char) b);
      } else if (b == '\n') {
        put('\\');
        put('n');
      } else if (b >= 0 && b < ' ' || b == 0x7F) {
        put('\\');
        put((char) ('0' + b / 100));
        put((char) ('0' + b / 10 % 10));
        put((char) ('0' + b % 10));
      } else {
        put((char) (b & 0xFF));
      }
    }
  }

  /// Whether a byte of a template's text would be read as the start of a hole.
  private boolean opensHole(int at, int end, char quote) {
    return quote == '`' && text[at] == '$' && at + 1 < end && text[at + 1] == '{';
  }

  /// An integer; one that is negative could only be written in hexadecimal, and is again.
  public void integer(long value) {
    if (value >= 0) {
      decimal(value, 1);
    } else {
      put(HEXADECIMAL);
      for (int shift = 60; shift >= 0; shift -= 4) {
        put((char) DIGITS[(int) (value >>> shift) & 15]);
      }
    }
  }

  /// A float, always with point or exponent.
  ///
  /// @param bits of a number that a literal can have: neither negative nor NaN
  public void floating(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (bits < 0 || Double.isNaN(value)) {
      throw new IllegalArgumentException("bits=0x" + Long.toHexString(bits) + ": no literal");
    }
    if (value == Double.POSITIVE_INFINITY) {
      put(INFINITE);
      return;
    }
    // If whole and scale are exact, the quotient is the double nearest to the decimal fraction
    // whole/scale: just what reading that fraction gives.
    double scale = 1;
    for (int digits = 0; digits <= MAX_FRACTION_DIGITS; digits++) {
      double whole = Math.rint(value * scale);
      if (whole > EXACT) {
        break;
      }
      if (whole / scale == value) {
        fraction((long) whole, (long) scale, digits);
        return;
      }
      scale *= 10;
    }
    put(ascii(Double.toString(value)));
  }

  public void openParen() {
    if (size == statementStart) {
      put(';');
    }
    put('(');
  }

  public void closeParen() {
    put(')');
  }

  public void openBracket() {
    if (size == firstWord + CONST_WORD.length && startsWithConst()) {
      newLine(); // Else, in `TYPED_LUA`, a declaration.
    }
    put('[');
  }

  public void closeBracket() {
    put(']');
  }

  public void comma() {
    put(COMMA);
  }

  public void equal() {
    put(EQUAL);
  }

  public void blank() {
    put(' ');
  }

  public void field(int symbol) {
    put('.');
    name(symbol);
  }

  public void method(int symbol) {
    put(':');
    name(symbol);
  }

  /// A binary operator, or whatever stands between two children of the kind.
  public void infix(int kind) {
    put(INFIXES[kind]);
  }

  public void openTable(int fieldCount) {
    put('{');
    if (fieldCount > FIELDS_PER_LINE) {
      depth++;
    }
  }

  /// Comes before each field of a table.
  public void tableField(int index, int fieldCount) {
    member(index, fieldCount, ',');
  }

  /// Comes before each member of what [#openTable] opened.
  void member(int index, int memberCount, char separator) {
    if (index > 0) {
      put(separator);
    }
    if (memberCount > FIELDS_PER_LINE) {
      newLine();
    } else if (index > 0) {
      put(' ');
    }
  }

  public void closeTable(int fieldCount) {
    if (fieldCount > FIELDS_PER_LINE) {
      depth--;
      newLine();
    }
    put('}');
  }

  /// @param kind [Kind#LOCAL_NAME], [Kind#CONST_NAME] or [Kind#CLOSE_NAME]
  public void localName(int kind, int symbol) {
    name(symbol);
    if (kind == Kind.CONST_NAME) {
      put(CONST);
    } else if (kind == Kind.CLOSE_NAME) {
      put(CLOSE);
    }
  }

  public void closeFile() {
    if (size > 0) {
      put('\n');
    }
  }

  public void openBlock() {
    depth++;
    atBlockStart = !behindWord;
    behindWord = false;
  }

  public void closeBlock() {
    depth--;
    atBlockStart = false;
  }

  /// Comes before each statement of a block.
  public void statement() {
    if (size > 0) {
      newLine();
    }
    firstWord = size;
    statementStart = atBlockStart ? -1 : size;
    atBlockStart = false;
  }

  public void then() {
    put(THEN);
  }

  public void otherwise() {
    newLine();
    put(ELSE);
  }

  public void loopBody() {
    put(DO);
  }

  public void until() {
    newLine();
    put(UNTIL);
  }

  public void in() {
    put(IN);
  }

  public void end() {
    newLine();
    put(END);
  }

  public void endLabel() {
    put(COLONS);
  }

  private boolean startsWithConst() {
    return Arrays.equals(text, firstWord, size, CONST_WORD, 0, CONST_WORD.length);
  }

  /// Changes the depth of what follows.
  void deeper(int levels) {
    depth += levels;
  }

  boolean endsWith(char c) {
    return size > 0 && text[size - 1] == c;
  }

  /// Puts a character, with a blank before it if it follows its like.
  void putApart(char c) {
    if (endsWith(c)) {
      put(' ');
    }
    put(c);
  }

  /// Puts a binary operator without its blanks.
  void operator(int kind) {
    byte[] infix = INFIXES[kind];
    for (int i = 1; i < infix.length - 1; i++) {
      put((char) infix[i]);
    }
  }

  void newLine() {
    int blanks = 2 * depth;
    int end = ensure(Math.addExact(blanks, 1));
    text[size] = '\n';
    Arrays.fill(text, size + 1, end, (byte) ' ');
    size = end;
  }

  private void fraction(long whole, long scale, int digits) {
    decimal(whole / scale, 1);
    put('.');
    decimal(whole % scale, Math.max(digits, 1));
  }

  /// @param value not negative
  /// @param least how many digits there are at least
  private void decimal(long value, int least) {
    int length = 1;
    for (long rest = value / 10; rest != 0; rest /= 10) {
      length++;
    }
    length = Math.max(length, least);
    int end = ensure(length);
    long rest = value;
    for (int i = end - 1; i >= size; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  void put(char c) {
    ensure(1);
    text[size++] = (byte) c;
  }

  void put(byte[] characters) {
    int end = ensure(characters.length);
    System.arraycopy(characters, 0, text, size, characters.length);
    size = end;
  }

  /// Makes room for so many more bytes, and says where they end.
  private int ensure(int more) {
    int end = Math.addExact(size, more);
    if (end > text.length) {
      text = Arrays.copyOf(text, (int) Math.max(end, Math.min(text.length * 2L, 1 << 30)));
    }
    return end;
  }

  private static byte[][] starts() {
    byte[][] words = new byte[Kind.LIMIT][];
    Arrays.fill(words, NOTHING);
    words[Kind.NIL] = ascii("nil");
    words[Kind.TRUE] = ascii("true");
    words[Kind.FALSE] = ascii("false");
    words[Kind.VARARG] = ascii("...");
    words[Kind.NOT] = ascii("not ");
    words[Kind.NEGATE] = ascii("-");
    words[Kind.LENGTH] = ascii("#");
    words[Kind.BIT_NOT] = ascii("~");
    words[Kind.FUNCTION] = ascii("function");
    words[Kind.VARARG_PARAMETER] = ascii("...");
    words[Kind.LOCAL] = ascii("local ");
    words[Kind.LOCAL_FUNCTION] = ascii("local function ");
    words[Kind.FUNCTION_DECLARATION] = ascii("function ");
    words[Kind.METHOD_DECLARATION] = ascii("function ");
    words[Kind.IF] = ascii("if ");
    words[Kind.ELSE_IF] = ascii("elseif ");
    words[Kind.WHILE] = ascii("while ");
    words[Kind.REPEAT] = ascii("repeat");
    words[Kind.NUMERIC_FOR] = ascii("for ");
    words[Kind.GENERIC_FOR] = ascii("for ");
    words[Kind.DO] = ascii("do");
    words[Kind.RETURN] = ascii("return");
    words[Kind.BREAK] = ascii("break");
    words[Kind.GOTO] = ascii("goto ");
    words[Kind.LABEL] = ascii("::");
    TypedWriter.addStarts(words);
    return words;
  }

  private static byte[][] infixes() {
    byte[][] operators = new byte[Kind.LIMIT][];
    Arrays.fill(operators, NOTHING);
    operators[Kind.OR] = ascii(" or ");
    operators[Kind.AND] = ascii(" and ");
    operators[Kind.LESS] = ascii(" < ");
    operators[Kind.GREATER] = ascii(" > ");
    operators[Kind.LESS_EQUAL] = ascii(" <= ");
    operators[Kind.GREATER_EQUAL] = ascii(" >= ");
    operators[Kind.NOT_EQUAL] = ascii(" ~= ");
    operators[Kind.EQUAL] = ascii(" == ");
    operators[Kind.BIT_OR] = ascii(" | ");
    operators[Kind.BIT_XOR] = ascii(" ~ ");
    operators[Kind.BIT_AND] = ascii(" & ");
    operators[Kind.SHIFT_LEFT] = ascii(" << ");
    operators[Kind.SHIFT_RIGHT] = ascii(" >> ");
    operators[Kind.CONCAT] = ascii(" .. ");
    operators[Kind.ADD] = ascii(" + ");
    operators[Kind.SUBTRACT] = ascii(" - ");
    operators[Kind.MULTIPLY] = ascii(" * ");
    operators[Kind.DIVIDE] = ascii(" / ");
    operators[Kind.FLOOR_DIVIDE] = ascii(" // ");
    operators[Kind.MODULO] = ascii(" % ");
    operators[Kind.POWER] = ascii(" ^ ");
    TypedWriter.addInfixes(operators);
    return operators;
  }

  private static byte[] ascii(String characters) {
    return characters.getBytes(StandardCharsets.US_ASCII);
  }
}
