package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;

/// How a node lies in memory. All offsets, widths and masks are here, and nobody else shifts.
///
/// A node, and a part, is one 64-bit word, its *header*:
///
/// ```
///  63                             33 32                        8 7          0
/// ┌─────────────────────────────────┬───────────────────────────┬────────────┐
/// │ position (31)                   │ payload (25)              │ kind (8)   │
/// └─────────────────────────────────┴───────────────────────────┴────────────┘
/// ```
///
/// | form | payload |
/// |---|---|
/// | leaf | 0 |
/// | symbol | the symbol, or the count |
/// | number | the value or bits, if 0 ≤ bits < [#ESCAPE]; else [#ESCAPE] |
/// | wrap | the symbol, or 0 |
/// | node | the size of its subtree in words, itself and all extra words included, if < [#ESCAPE]; else [#ESCAPE] |
///
/// A header whose payload is [#ESCAPE] has an *extra* word directly before it, which holds all 64
/// bits of the number or the size.
///
/// **Order.** A tree is its headers in post-order: a header comes after its children, and they come
/// in source order. Nothing points anywhere; who reads from the end knows each word for what it is:
///
/// ```
///   f(x, 3.5)     ┌──────┬──────┬ ─ ─ ─ ─ ─ ┬───────┬──────┐
///                 │ NAME │ NAME │ 0x400c…00 │ FLOAT │ CALL │
///                 │ f    │ x    │           │ ESC   │ 5    │
///                 └──────┴──────┴ ─ ─ ─ ─ ─ ┴───────┴──────┘
///                   4 ◄────────── start ◄─────────────  root
/// ```
///
/// The last child of a node lies directly before its header (before its extra word, if it has one),
/// and each further child directly before the start of the one that follows it. The start of a leaf
/// is itself, that of a node follows from its size, that of a wrap is that of its one child.
final class NodeLayout {
  static final int KIND_BITS = 8;
  static final int PAYLOAD_BITS = 25;
  static final int POSITION_BITS = 31;

  static final int PAYLOAD_SHIFT = KIND_BITS;
  static final int POSITION_SHIFT = KIND_BITS + PAYLOAD_BITS;

  static final int KIND_MASK = (1 << KIND_BITS) - 1;
  static final int PAYLOAD_MASK = (1 << PAYLOAD_BITS) - 1;

  /// The payload that says: see the word before. No symbol has it.
  static final int ESCAPE = PAYLOAD_MASK;

  private static final long ESCAPE_IN_PLACE = (long) ESCAPE << PAYLOAD_SHIFT;

  // Forms: the shapes as this layout tells them apart. A table of all 256 values of eight bits
  // needs
  // no bounds check.

  /// Header only, no children.
  static final byte SINGLE = 0;

  /// No children, perhaps an extra word.
  static final byte NUMBER = 1;

  /// One child.
  static final byte WRAP = 2;

  /// Any number of children, sized, perhaps an extra word.
  static final byte NODE = 3;

  /// No kind at all.
  static final byte NONE = 4;

  private static final byte[] FORMS = forms();

  private NodeLayout() {}

  private static byte[] forms() {
    byte[] forms = new byte[1 << KIND_BITS];
    for (int kind = 0; kind < forms.length; kind++) {
      forms[kind] = kind == 0 || kind >= Kind.LIMIT ? NONE : formOf(kind);
    }
    return forms;
  }

  private static byte formOf(int kind) {
    return switch (Kind.shape(kind)) {
      case LEAF, SYMBOL -> SINGLE;
      case NUMBER -> NUMBER;
      case WRAP -> WRAP;
      case NODE -> NODE;
    };
  }

  // Packing.

  /// The header of a leaf, or of a wrap without symbol.
  static long header(int kind, int position) {
    return kind | (long) position << POSITION_SHIFT;
  }

  /// The header of anything else; `payload` is not checked here.
  static long header(int kind, int position, int payload) {
    return kind | (long) payload << PAYLOAD_SHIFT | (long) position << POSITION_SHIFT;
  }

  /// Whether bits or a size fit in the payload.
  static boolean fits(long bits) {
    return Long.compareUnsigned(bits, ESCAPE) < 0;
  }

  /// Whether a symbol or count fits in the payload.
  static boolean isSymbol(int symbol) {
    return symbol >= 0 && symbol <= Interner.MAX_SYMBOL;
  }

  // Unpacking.

  static int kind(long header) {
    return (int) header & KIND_MASK;
  }

  static int payload(long header) {
    return (int) (header >>> PAYLOAD_SHIFT) & PAYLOAD_MASK;
  }

  static int position(long header) {
    return (int) (header >>> POSITION_SHIFT);
  }

  /// Whether an extra word lies before the header.
  static boolean isEscaped(long header) {
    return (header & ESCAPE_IN_PLACE) == ESCAPE_IN_PLACE;
  }

  /// All 64 bits of a number, or the size of a subtree.
  ///
  /// @param before the word before the header
  static long wide(long header, long before) {
    return isEscaped(header) ? before : payload(header);
  }

  static byte form(int kind) {
    return FORMS[kind & KIND_MASK];
  }

  // Steps, all by index into the words.

  /// The index before the header, and before its extra word if it has one: where a node's last
  /// child has its header, or the node before a leaf.
  static int before(long[] words, int header) {
    return before(words[header], header);
  }

  /// The same for who has read the header already, wherever it lies.
  static int before(long word, int header) {
    return isEscaped(word) ? header - 2 : header - 1;
  }

  /// How many words the subtree of a node has.
  static int size(long[] words, int header) {
    long word = words[header];
    return isEscaped(word) ? (int) words[header - 1] : payload(word);
  }

  /// All 64 bits of a number.
  static long bits(long[] words, int header) {
    long word = words[header];
    return isEscaped(word) ? words[header - 1] : payload(word);
  }

  /// The first word of a subtree.
  static int start(long[] words, int header) {
    int at = header;
    while (true) {
      long word = words[at];
      switch (form(kind(word))) {
        case WRAP -> at--;
        case NODE -> {
          return at + 1 - size(words, at);
        }
        case NUMBER -> {
          return before(words, at) + 1;
        }
        default -> {
          return at;
        }
      }
    }
  }
}
