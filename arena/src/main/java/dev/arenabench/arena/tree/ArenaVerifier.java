package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.Shape;
import dev.arenabench.syntax.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// [ArenaTree#verify], for one tree.
final class ArenaVerifier {
  /*
   * One pass from the end. A node that has children is a *frame* until all words of its subtree have
   * been read; then its children, which lie on a stack with the span of source that each covers, are
   * checked against what its kind allows, and it becomes a child itself. Frames are on a stack of
   * ours: left-deep trees are deeper than any call stack.
   *
   * What makes damage show is redundancy: that sizes nest; that payloads which carry nothing are 0,
   * and extra words are there only where needed; the grammar; and the positions, for a node's place
   * among its children is known for each kind. A size that is wrong gives a node a child too many or
   * too few, and that child is then on the wrong side of some position.
   */

  private static final int FRAME_INTS = 3; // header, first index of its subtree, children at
  private static final int CHILD_INTS = 3; // header, least and greatest position below

  private final long[] words;
  private final int base;
  private final int end;
  private final int sourceBytes;
  private final Interner interner;

  private int[] frames = new int[64 * FRAME_INTS];
  private int frame = -FRAME_INTS; // the innermost
  private int[] children = new int[64 * CHILD_INTS];
  private int childrenEnd;
  private int next; // the next header to read

  ArenaVerifier(ArenaTree tree, int sourceBytes, Interner interner) {
    words = tree.words();
    base = tree.base;
    end = tree.end;
    this.sourceBytes = sourceBytes;
    this.interner = interner;
  }

  void verify() {
    if (base == end) {
      throw new CorruptTreeException(ArenaTree.NONE, "the tree has no words");
    }
    next = end - 1;
    if (NodeLayout.kind(words[next]) != Kind.CHUNK) {
      throw corrupt(next, "the root is no chunk");
    }
    do {
      read();
      while (frame >= 0 && isComplete()) {
        complete();
      }
    } while (frame >= 0);
    if (next >= base) {
      throw corrupt(end - 1, "words before the tree: " + (next + 1 - base));
    }
  }

  // Words.

  private void read() {
    int bound = frame < 0 ? base : frames[frame + 1];
    if (next < bound) {
      throw corrupt(frames[frame], "no child");
    }
    int header = next;
    long word = words[header];
    int kind = NodeLayout.kind(word);
    if (NodeLayout.form(kind) == NodeLayout.NONE) {
      throw corrupt(header, "no such kind");
    }
    int position = NodeLayout.position(word);
    boolean mayBeAtEnd = kind == Kind.BLOCK || kind == Kind.CHUNK;
    if (position > sourceBytes || (position == sourceBytes && !mayBeAtEnd)) {
      throw corrupt(header, "position=" + position + ", sourceBytes=" + sourceBytes);
    }
    switch (Kind.shape(kind)) {
      case LEAF, SYMBOL -> {
        checkSymbol(header, kind);
        if (Role.BOUND_NAME.admits(kind) && ancestor(0) > Kind.CHUNK) {
          check(header, TypedRules.name(this, kind, NodeLayout.payload(words[header])));
        }
        leaf(header, header, position);
      }
      case NUMBER -> {
        int first = checkNumber(header, bound);
        leaf(header, first, position);
      }
      case WRAP -> {
        checkSymbol(header, kind);
        open(header, bound);
        next = header - 1;
      }
      case NODE -> {
        open(header, checkSize(header, bound));
        next = NodeLayout.before(words, header);
      }
    }
  }

  private void checkSymbol(int header, int kind) {
    int payload = NodeLayout.payload(words[header]);
    if (Kind.hasSymbol(kind)) {
      if (payload < 1 || payload > interner.count()) {
        throw corrupt(header, "symbol=" + payload + ", count=" + interner.count());
      }
      boolean right = hasText(kind) ? TypedRules.isText(kind, payload, interner) : isName(payload);
      right &= kind != Kind.TYPE_NAME || !Words.isPrimitiveType(payload);
      if (!right) {
        throw corrupt(header, "symbol=" + payload + " is no name");
      }
    } else if (Kind.isPart(kind)) {
      check(header, TypedRules.part(kind, payload));
    } else if (payload != 0) {
      throw corrupt(header, "payload=" + payload + ", expected=0");
    }
  }

  /// Whether a kind's symbol need not be a name.
  private static boolean hasText(int kind) {
    return kind == Kind.STRING || kind == Kind.TEMPLATE_TEXT || kind == Kind.PRIMITIVE_TYPE;
  }

  private boolean isName(int symbol) {
    if (symbol <= Interner.KEYWORD_COUNT) {
      return false;
    }
    String text = interner.text(symbol);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private int checkNumber(int header, int bound) {
    if (!NodeLayout.isEscaped(words[header])) {
      return header;
    }
    int extra = header - 1;
    if (extra < bound) {
      throw corrupt(header, "no extra word");
    }
    if (NodeLayout.fits(words[extra])) {
      throw corrupt(header, "extra word for bits=" + words[extra]);
    }
    boolean isFloat = NodeLayout.kind(words[header]) == Kind.FLOAT;
    long bits = words[extra];
    if (isFloat && (bits < 0 || Double.isNaN(Double.longBitsToDouble(bits)))) {
      throw corrupt(header, "bits=0x" + Long.toHexString(bits) + " are no literal");
    }
    return extra;
  }

  private int checkSize(int header, int bound) {
    int first = header;
    long size = NodeLayout.payload(words[header]);
    if (NodeLayout.isEscaped(words[header])) {
      first = header - 1;
      if (first < bound) {
        throw corrupt(header, "no extra word");
      }
      size = words[first];
      // The extra word is part of the size: without it, it must not have been needed.
      if (NodeLayout.fits(size - 1)) {
        throw corrupt(header, "extra word for size=" + size);
      }
    }
    int least = header + 1 - first;
    int most = header + 1 - bound;
    if (size < least || size > most) {
      throw corrupt(header, "size=" + size + ", least=" + least + ", most=" + most);
    }
    return header + 1 - (int) size;
  }

  // Frames.

  private void open(int header, int first) {
    frame += FRAME_INTS;
    frames = room(frames, frame + FRAME_INTS);
    frames[frame] = header;
    frames[frame + 1] = first;
    frames[frame + 2] = childrenEnd;
  }

  private void leaf(int header, int first, int position) {
    addChild(header, position, position);
    next = first - 1;
  }

  private void addChild(int header, int low, int high) {
    children = room(children, childrenEnd + CHILD_INTS);
    children[childrenEnd] = header;
    children[childrenEnd + 1] = low;
    children[childrenEnd + 2] = high;
    childrenEnd += CHILD_INTS;
  }

  private boolean isComplete() {
    int kind = NodeLayout.kind(words[frames[frame]]);
    if (Kind.shape(kind) == Shape.WRAP) {
      return childrenEnd > frames[frame + 2];
    }
    return next < frames[frame + 1];
  }

  private void complete() {
    int header = frames[frame];
    int childrenStart = frames[frame + 2];
    frame -= FRAME_INTS;
    int count = (childrenEnd - childrenStart) / CHILD_INTS;
    ChildPattern pattern = pattern(header, count);
    checkKinds(header, pattern, count);
    checkOrder(header, pattern, count);

    int position = NodeLayout.position(words[header]);
    int low = position;
    int high = position;
    for (int index = 0; index < count; index++) {
      low = Math.min(low, low(index));
      high = Math.max(high, high(index));
    }
    if (Role.FUNCTION.admits(NodeLayout.kind(words[header])) && frame >= 0) {
      low = lowOfFunction(header, low);
    }
    childrenEnd = childrenStart;
    addChild(header, low, high);
  }

  // Children of the frame that is being completed: the first one is on top of the stack.

  int child(int index) {
    return children[childrenEnd - (index + 1) * CHILD_INTS];
  }

  private int low(int index) {
    return children[childrenEnd - (index + 1) * CHILD_INTS + 1];
  }

  private int high(int index) {
    return children[childrenEnd - (index + 1) * CHILD_INTS + 2];
  }

  int kindOf(int index) {
    return NodeLayout.kind(words[child(index)]);
  }

  int payloadOf(int index) {
    return NodeLayout.payload(words[child(index)]);
  }

  int kindAt(int header) {
    return NodeLayout.kind(words[header]);
  }

  /// The first child of a node that has been checked and has one.
  int firstChild(int header) {
    int start = NodeLayout.start(words, header);
    int child = NodeLayout.before(words, header);
    while (NodeLayout.start(words, child) > start) {
      child = NodeLayout.start(words, child) - 1;
    }
    return child;
  }

  /// The kind of what encloses the frame that is being completed, or the leaf that is read: 0 for
  /// the nearest.
  ///
  /// @return 0 if there is none
  int ancestor(int level) {
    int at = frame - level * FRAME_INTS;
    return at < 0 ? 0 : NodeLayout.kind(words[frames[at]]);
  }

  private ChildPattern pattern(int header, int count) {
    int kind = NodeLayout.kind(words[header]);
    if (kind == Kind.BLOCK && TypedRules.isDeclared(this)) {
      return ChildPattern.DECLARED_BLOCK;
    }
    if (kind != Kind.ASSIGN) {
      return ChildPattern.of(kind);
    }
    boolean counted = count > 0 && kindOf(count - 1) == Kind.TARGET_COUNT;
    return ChildPattern.forAssign(counted ? NodeLayout.payload(words[child(count - 1)]) : 1);
  }

  private void checkKinds(int header, ChildPattern pattern, int count) {
    int index = 0;
    for (ChildPattern.Item item : pattern.items()) {
      int taken = 0;
      while (taken < item.most() && index < count && item.role().admits(kindOf(index))) {
        taken++;
        index++;
      }
      if (taken < item.least()) {
        String found = index < count ? Kind.name(kindOf(index)) : "none";
        throw corrupt(
            header, "child=" + index + " is " + found + ", expected=" + item.role().text());
      }
    }
    if (index < count) {
      throw corrupt(
          header, "child=" + index + " is " + Kind.name(kindOf(index)) + ", expected=none");
    }
    int kind = NodeLayout.kind(words[header]);
    if (kind == Kind.BLOCK) {
      for (int i = 0; i < count - 1; i++) {
        if (kindOf(i) == Kind.RETURN) {
          throw corrupt(header, "child=" + i + " is return, but not the last");
        }
      }
    } else if (kind == Kind.FUNCTION_DECLARATION || kind == Kind.METHOD_DECLARATION) {
      int target = child(0);
      while (NodeLayout.kind(words[target]) == Kind.FIELD) {
        target--;
      }
      if (NodeLayout.kind(words[target]) != Kind.NAME) {
        throw corrupt(header, "child=0 is no chain of fields of a name");
      }
    } else if (kind > Kind.CHUNK) {
      check(header, TypedRules.children(this, kind, count));
    }
  }

  // Positions.

  private void checkOrder(int header, ChildPattern pattern, int count) {
    int position = NodeLayout.position(words[header]);
    int ordinary = count;
    int methodPosition = -1;
    for (; ordinary > 0 && Kind.isPart(kindOf(ordinary - 1)); ordinary--) {
      int partPosition = low(ordinary - 1);
      int part = kindOf(ordinary - 1);
      if (part == Kind.METHOD_NAME) {
        methodPosition = partPosition;
      } else if (part != Kind.IDENTIFIER && partPosition != position) {
        throw corrupt(
            header, "position=" + position + ", " + Kind.name(part) + " at=" + partPosition);
      }
    }
    int infix = infix(header, pattern, ordinary);
    int last = -1;
    for (int index = 0; index < ordinary; index++) {
      if (index == infix) {
        last = inOrder(header, last, pattern, ordinary, count);
      }
      boolean strict = !mayCoincide(header, index, ordinary, infix);
      inOrder(header, last, low(index), strict);
      last = high(index);
      if (index == 0 && methodPosition >= 0) {
        last = inOrder(header, last, methodPosition, true);
      }
    }
    if (infix >= ordinary) {
      inOrder(header, last, pattern, ordinary, count);
    }
  }

  /// How many children come before the node's position; less than none if it is that of the first.
  private int infix(int header, ChildPattern pattern, int ordinary) {
    switch (pattern.infix()) {
      case ChildPattern.BEFORE_LAST -> {
        return ordinary - 1;
      }
      case ChildPattern.BEHIND_DECORATORS -> {
        int decorators = 0;
        while (decorators < ordinary && kindOf(decorators) == Kind.DECORATOR) {
          decorators++;
        }
        return decorators;
      }
      case ChildPattern.AT_FIRST -> {
        int position = NodeLayout.position(words[header]);
        int first = NodeLayout.position(words[child(0)]);
        if (position != first) {
          throw corrupt(header, "position=" + position + ", child=0 at=" + first);
        }
        return pattern.infix();
      }
      default -> {
        return pattern.infix();
      }
    }
  }

  /// The node's own position, and those of its identifiers.
  private int inOrder(int header, int before, ChildPattern pattern, int ordinary, int count) {
    int position = NodeLayout.position(words[header]);
    int last = before;
    if (pattern.naming() == ChildPattern.Naming.BEHIND) {
      last = inOrder(header, before, position, true);
    }
    int named = position;
    boolean first = true;
    for (int index = ordinary; index < count; index++) {
      if (kindOf(index) == Kind.IDENTIFIER) {
        last = inOrder(header, last, low(index), true);
        switch (pattern.naming()) {
          case FROM_POSITION -> named = first ? last : named;
          case TO_POSITION -> named = last;
          case BEHIND -> {}
        }
        first = false;
      }
    }
    if (named != position) {
      throw corrupt(header, "position=" + position + ", identifier at=" + named);
    }
    return last;
  }

  /// Whether the first token of a child can be what came before it: a block is where its first
  /// statement is, or, if it is empty, at the token that ends it; a lone string or table opens the
  /// arguments of a call; type parameters open what has no word before them.
  private boolean mayCoincide(int header, int index, int ordinary, int infix) {
    int child = kindOf(index);
    return switch (NodeLayout.kind(words[header])) {
      case Kind.BLOCK, Kind.CHUNK -> index == 0;
      case Kind.IF -> child == Kind.ELSE_IF;
      case Kind.TRY -> child == Kind.CATCH || child == Kind.FINALLY;
      case Kind.CALL, Kind.METHOD_CALL ->
          index == infix && index == ordinary - 1 && (child == Kind.STRING || child == Kind.TABLE);
      case Kind.SIGNATURE, Kind.TYPED_FUNCTION -> child == Kind.TYPE_PARAMETERS;
      default -> false;
    };
  }

  private int inOrder(int header, int before, int position, boolean strict) {
    if (position < before || (position == before && strict)) {
      throw corrupt(header, "out of order: position=" + position + " after=" + before);
    }
    return position;
  }

  /// Where a function begins for its parent: in a declaration, the name stands between `function`
  /// and the parameters.
  private int lowOfFunction(int header, int low) {
    int parent = frames[frame];
    int position = NodeLayout.position(words[header]);
    int declared = NodeLayout.position(words[parent]);
    switch (NodeLayout.kind(words[parent])) {
      case Kind.LOCAL_FUNCTION -> {
        if (position >= declared) {
          throw corrupt(header, "out of order: position=" + declared + " after=" + position);
        }
      }
      case Kind.FUNCTION_DECLARATION, Kind.METHOD_DECLARATION -> {
        if (position != declared) {
          throw corrupt(header, "position=" + position + ", declaration at=" + declared);
        }
      }
      default -> {
        return low;
      }
    }
    return low(0);
  }

  private void check(int header, @Nullable String problem) {
    if (problem != null) {
      throw corrupt(header, problem);
    }
  }

  private CorruptTreeException corrupt(int header, String problem) {
    int handle = header - base;
    int kind = NodeLayout.kind(words[header]);
    String name = kind < Kind.LIMIT ? Kind.name(kind) : Integer.toString(kind);
    return new CorruptTreeException(handle, "handle=" + handle + ", kind=" + name + ": " + problem);
  }

  private static int[] room(int[] ints, int needed) {
    return needed <= ints.length ? ints : Arrays.copyOf(ints, needed * 2);
  }
}
