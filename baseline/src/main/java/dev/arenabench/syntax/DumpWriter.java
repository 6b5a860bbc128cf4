package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the canonical text of a tree: what two trees are compared by, and what a person reads.
///
/// One line a node, in pre-order, children indented by two spaces more: `kind-name[
/// payload][ @position]`. A symbol is written as its bytes in double quotes, printable ASCII as it
/// is except `"` and `\`, all else as `\ddd`; an integer and a count in decimal; a float as `0x`
/// and the 16 hexadecimal digits of its bits; modifiers as the words that they are; an operator's
/// name as that of its kind. Parts have lines of their own.
///
/// Holds no more than the text. Not thread-safe.
public final class DumpWriter {
  private final Interner interner;
  private final boolean positions;
  private byte[] text = new byte[1 << 12];
  private int size;

  /// @param positions whether lines end with ` @` and the node's position
  public DumpWriter(Interner interner, boolean positions) {
    this.interner = interner;
    this.positions = positions;
  }

  /// Writes the line of one node.
  ///
  /// @param depth of the node; 0 for the root
  /// @param payload the symbol where [Kind#hasSymbol], value or bits of a number, the count of a
  ///   [Kind#TARGET_COUNT], the set of [Kind#MODIFIERS], the kind of an [Kind#OPERATOR_NAME]; else
  ///   it is ignored
  public void line(int depth, int kind, long payload, int position) {
    indent(depth);
    ascii(Kind.name(kind));
    if (Kind.hasSymbol(kind)) {
      symbol(Math.toIntExact(payload));
    } else if (kind == Kind.INTEGER || kind == Kind.TARGET_COUNT) {
      put(' ');
      ascii(Long.toString(payload));
    } else if (kind == Kind.FLOAT) {
      ascii(" 0x");
      for (int shift = 60; shift >= 0; shift -= 4) {
        put("0123456789abcdef".charAt((int) (payload >>> shift) & 15));
      }
    } else if (kind == Kind.MODIFIERS) {
      for (int rest = Math.toIntExact(payload); rest != 0; rest &= rest - 1) {
        put(' ');
        ascii(Modifier.text(Integer.lowestOneBit(rest)));
      }
    } else if (kind == Kind.OPERATOR_NAME) {
      put(' ');
      ascii(Kind.name(Math.toIntExact(payload)));
    }
    if (positions) {
      ascii(" @");
      ascii(Integer.toString(position));
    }
    put('\n');
  }

  /// All lines so far, each ended by a line feed.
  public String text() {
    return new String(text, 0, size, StandardCharsets.ISO_8859_1);
  }

  private void indent(int depth) {
    int end = Math.addExact(size, Math.multiplyExact(depth, 2));
    ensure(end);
    Arrays.fill(text, size, end, (byte) ' ');
    size = end;
  }

  private void symbol(int symbol) {
    String bytes = interner.text(symbol);
    ascii(" \"");
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        put('\\');
        put((char) ('0' + c / 100));
        put((char) ('0' + c / 10 % 10));
        put((char) ('0' + c % 10));
      } else {
        put(c);
      }
    }
    put('"');
  }

  private void ascii(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      put(characters.charAt(i));
    }
  }

  private void put(char c) {
    ensure(size + 1);
    text[size++] = (byte) c;
  }

  private void ensure(int length) {
    if (length > text.length) {
      text = Arrays.copyOf(text, (int) Math.max(length, Math.min(text.length * 2L, 1 << 30)));
    }
  }
}
