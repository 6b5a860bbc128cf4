package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.arenabench.arena.Arena;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Shape;
import dev.arenabench.syntax.TreeBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What `verify` cannot notice, and that it notices all else.
///
/// Damage that leaves the words exactly as a builder would write them for another program is no
/// damage that any check of the words could find. Of single bits those are:
///
/// - in a position: another place that keeps the order of the source;
/// - in a payload: another symbol that the interner knows; another number;
/// - in an extra word: another number that needs one;
/// - in a kind: one that goes with the same children and the same payload. Among operators that
///   holds even where precedence would ask for parentheses: `verify` leaves that to the parser.
///
/// Two of these change which node is whose child; all others leave every subtree where it is. A
/// STRING after an expression reads as a FIELD of it, and back: the words of `x, "s"` and of `x.s`
/// differ in that bit. And a number that is one bit from the escape takes the word before it for
/// its extra word.
///
/// No bit of a size is among them, and no bit of a payload that has to be 0.
class CorrupterTest {
  private static final int RANDOM_DAMAGES = 50_000;

  /// Kinds of different forms that one bit turns into each other, with a payload that suits both.
  private static final Set<String> OTHER_FORM =
      new TreeSet<>(
          List.of(
              "false to integer", // of 0
              "field to string",
              "float to nil", // of 0.0
              "float to true",
              "integer to string", // of a known symbol
              "integer to table", // of 1: the size of {}
              "name to integer",
              "nil to float",
              "string to field",
              "string to integer",
              "table to integer",
              "true to float"));

  private final Interner interner = new Interner();

  @Test
  void verify_eachBitFlipped_missesOnlyWhatAnotherProgramWouldHave() {
    Set<String> otherForm = new TreeSet<>();
    for (String source : Sources.PROGRAMS) {
      ArenaTree tree = Sources.tree(source, interner);
      Corrupter corrupter = new Corrupter(tree, 0);
      boolean[] extra = extraWords(tree);
      for (int bit = 0; bit < corrupter.bitCount(); bit++) {
        ArenaTree flipped = corrupter.flipped(bit);
        if (!passes(flipped, source)) {
          continue;
        }
        assertCanonical(flipped);
        assertProgram(flipped, tree);
        int at = bit / Long.SIZE;
        int offset = bit % Long.SIZE;
        long before = tree.words[at];
        long after = flipped.words[at];
        String change = kind(before) + " to " + kind(after);
        String what = "word=" + at + ", bit=" + offset + ", " + change;
        if (extra[at]) {
          assertEquals(Shape.NUMBER, Kind.shape(NodeLayout.kind(tree.words[at + 1])), what);
        } else if (offset >= NodeLayout.POSITION_SHIFT) {
          assertTrue(NodeLayout.position(after) <= source.length(), what);
        } else if (offset >= NodeLayout.PAYLOAD_SHIFT) {
          assertFreePayload(before, what);
        } else if (form(before) != form(after)) {
          otherForm.add(change);
        } else {
          assertSameRole(NodeLayout.kind(before), NodeLayout.kind(after), what);
        }
        boolean nested = change.equals("string to field") || change.equals("field to string");
        boolean escaped = NodeLayout.isEscaped(before) != NodeLayout.isEscaped(after);
        if (!nested && !escaped) {
          assertArrayEquals(starts(tree), starts(flipped), what);
        }
      }
    }
    assertEquals(OTHER_FORM, otherForm);
  }

  @Test
  void verify_damageAtRandom_missesOnlyWhatAnotherProgramWouldHave() {
    String source = Sources.EVERYTHING;
    ArenaTree tree = Sources.tree(source, interner);
    Corrupter corrupter = new Corrupter(tree, 42);
    int missed = 0;
    for (int i = 0; i < RANDOM_DAMAGES; i++) {
      ArenaTree damaged = corrupter.damaged();
      if (passes(damaged, source)) {
        assertCanonical(damaged);
        assertProgram(damaged, tree);
        missed++;
      }
    }
    // A word in place of another of its sort, mostly: one name for another.
    assertTrue(missed < RANDOM_DAMAGES / 10, "missed=" + missed);
  }

  @Test
  void verify_anyLengthOfTheWords_onlyTheWholePasses() {
    String source = Sources.EVERYTHING;
    ArenaTree tree = Sources.tree(source, interner);
    for (int base = 0; base < tree.end; base++) {
      for (int end = base + 1; end <= tree.end; end++) {
        boolean whole = base == 0 && end == tree.end;
        assertEquals(whole, passes(new ArenaTree(tree.words, base, end), source));
      }
    }
  }

  @Test
  void verify_arenaResetUnderATree_isNoticed() {
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    Sources.parse(Sources.EVERYTHING, interner, builder);
    ArenaTree stale = builder.tree().alias();
    arena.reset();
    Sources.parse("return 1", interner, builder);
    builder.tree();
    assertTrue(!passes(stale, Sources.EVERYTHING));
  }

  private boolean passes(ArenaTree tree, String source) {
    try {
      tree.verify(source.length(), interner);
      return true;
    } catch (CorruptTreeException e) {
      return false;
    }
  }

  private static void assertFreePayload(long before, String what) {
    switch (Kind.shape(NodeLayout.kind(before))) {
      case SYMBOL, WRAP -> assertTrue(Kind.hasSymbol(NodeLayout.kind(before)), what);
      case NUMBER -> {}
      case LEAF, NODE -> fail(what);
    }
  }

  private static void assertSameRole(int before, int after, String what) {
    for (Role role : new Role[] {Role.EXPRESSION, Role.STATEMENT, Role.DECLARED_NAME}) {
      if (role.admits(before) && role.admits(after)) {
        return;
      }
    }
    fail(what);
  }

  private static String kind(long header) {
    int kind = NodeLayout.kind(header);
    return kind < Kind.LIMIT ? Kind.name(kind) : Integer.toString(kind);
  }

  private static byte form(long header) {
    return NodeLayout.form(NodeLayout.kind(header));
  }

  private static boolean[] extraWords(ArenaTree tree) {
    boolean[] extra = new boolean[tree.end];
    Arrays.fill(extra, true);
    for (int at = tree.end - 1; at >= 0; at = NodeLayout.before(tree.words, at)) {
      extra[at] = false;
    }
    return extra;
  }

  /// Where each subtree starts, by header; -1 for extra words.
  private static int[] starts(ArenaTree tree) {
    int[] starts = new int[tree.end];
    Arrays.fill(starts, -1);
    for (int at = tree.end - 1; at >= 0; at = NodeLayout.before(tree.words, at)) {
      starts[at] = NodeLayout.start(tree.words, at);
    }
    return starts;
  }

  /// That the words are what a builder writes when the tree that they stand for is reported to it.
  private static void assertCanonical(ArenaTree tree) {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(0);
    report(tree, tree.root(), builder);
    ArenaTree again = builder.tree();
    assertArrayEquals(
        Arrays.copyOfRange(tree.words, tree.base, tree.end),
        Arrays.copyOfRange(again.words, again.base, again.end));
  }

  /// That the tree, written out as a program, parses to the same tree. Where operators are others,
  /// or parentheses are gone, the program may group the operators otherwise, for `verify` does not
  /// look at precedence: then all else is the same.
  private void assertProgram(ArenaTree damaged, ArenaTree original) {
    if (isTyped(damaged)) {
      return;
    }
    LuaWriter writer = new LuaWriter(interner);
    new ArenaPrint().print(damaged, writer);
    String program = new String(writer.toBytes(), StandardCharsets.ISO_8859_1);
    ArenaTree parsed = Sources.tree(program, interner);
    if (grouping(damaged).equals(grouping(original))) {
      assertEquals(
          ArenaDump.dump(damaged, interner, false), ArenaDump.dump(parsed, interner, false));
    } else {
      assertEquals(withoutOperators(damaged), withoutOperators(parsed));
    }
  }

  private static boolean isTyped(ArenaTree tree) {
    for (int at = tree.end - 1; at >= tree.base; at = NodeLayout.before(tree.words, at)) {
      int kind = NodeLayout.kind(tree.words[at]);
      if (kind > Kind.CHUNK && kind != Kind.METHOD_NAME && kind != Kind.TARGET_COUNT) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> grouping(ArenaTree tree) {
    List<Integer> kinds = new ArrayList<>();
    for (int at = tree.end - 1; at >= tree.base; at = NodeLayout.before(tree.words, at)) {
      int kind = NodeLayout.kind(tree.words[at]);
      if (isOperator(kind) || kind == Kind.PAREN) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static boolean isOperator(int kind) {
    return Kind.isBinary(kind) || (kind >= Kind.NOT && kind <= Kind.BIT_NOT);
  }

  private List<String> withoutOperators(ArenaTree tree) {
    Set<String> operators = new TreeSet<>();
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      if (isOperator(kind)) {
        operators.add(Kind.name(kind));
      }
    }
    return ArenaDump.dump(tree, interner, false)
        .lines()
        .map(String::strip)
        .filter(line -> !operators.contains(line))
        .toList();
  }

  private static void report(ArenaTree tree, int handle, TreeBuilder builder) {
    int count = tree.childCount(handle);
    int[] children = new int[count];
    int child = tree.lastChild(handle);
    for (int i = count - 1; i >= 0; i--) {
      children[i] = child;
      child = tree.previousChild(handle, child);
    }
    for (int next : children) {
      report(tree, next, builder);
    }
    int kind = tree.kind(handle);
    int position = tree.position(handle);
    switch (Kind.shape(kind)) {
      case LEAF -> builder.leaf(kind, position);
      case SYMBOL -> builder.symbol(kind, position, tree.symbol(handle));
      case NUMBER -> builder.number(kind, position, tree.bits(handle));
      case WRAP -> builder.wrap(kind, position, tree.symbol(handle));
      case NODE -> builder.node(kind, position, count);
    }
  }
}
