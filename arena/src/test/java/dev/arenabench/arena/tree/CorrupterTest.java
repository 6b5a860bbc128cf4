package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.Unchecked;
import dev.arenabench.syntax.Dialect;
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

  /// Kinds of different forms, or that play no common role, that one bit turns into each other,
  /// with a payload that suits both.
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

  /// The same in typed trees.
  private static final Set<String> TYPED_OTHER_FORM =
      new TreeSet<>(
          List.of(
              "constraint to type-default",
              "false to integer",
              "field to string",
              "import-default to import-namespace",
              "import-namespace to import-default",
              "integer to false",
              "integer to string",
              "integer to table",
              "name to integer",
              "nil to float",
              "string to field",
              "string to integer",
              "table to integer",
              "true to float",
              "type-default to constraint"));

  /// Changes after which another node has the subtree.
  private static final Set<String> NESTING = Set.of("string to field", "field to string");

  private final Interner interner = new Interner();

  @Test
  void verify_eachBitFlipped_missesOnlyWhatAnotherProgramWouldHave() {
    Set<String> otherForm = new TreeSet<>();
    for (String source : Sources.PROGRAMS) {
      flipEachBit(source, Dialect.LUA_5_4, otherForm);
    }
    assertEquals(OTHER_FORM, otherForm);
  }

  @Test
  void verify_eachBitOfTypedTreesFlipped_missesOnlyWhatAnotherProgramWouldHave() {
    Set<String> otherForm = new TreeSet<>();
    for (String source : TypedSources.PROGRAMS) {
      flipEachBit(source, Dialect.TYPED_LUA, otherForm);
    }
    assertEquals(TYPED_OTHER_FORM, otherForm);
  }

  private void flipEachBit(String source, Dialect dialect, Set<String> otherForm) {
    ArenaTree tree = Sources.tree(source, dialect, interner);
    Corrupter corrupter = new Corrupter(tree, 0);
    boolean[] extra = extraWords(tree);
    int positionBits = Integer.SIZE - Integer.numberOfLeadingZeros(source.length()) + 1;
    for (int bit = 0; bit < corrupter.bitCount(); bit++) {
      if (!extra[bit / Long.SIZE]
          && bit % Long.SIZE > NodeLayout.POSITION_SHIFT + positionBits
          && bit / Long.SIZE % 16 != 0) {
        continue; // All far behind the source: a sample of them will do.
      }
      ArenaTree flipped = corrupter.flipped(bit);
      if (!passes(flipped, source)) {
        continue;
      }
      assertCanonical(flipped);
      int at = bit / Long.SIZE;
      int offset = bit % Long.SIZE;
      if (extra[at] || offset < NodeLayout.POSITION_SHIFT) {
        assertProgram(flipped, tree);
      }
      long before = tree.words()[at];
      long after = flipped.words()[at];
      String change = kind(before) + " to " + kind(after);
      String what = "word=" + at + ", bit=" + offset + ", " + change;
      if (extra[at]) {
        assertEquals(Shape.NUMBER, Kind.shape(NodeLayout.kind(tree.words()[at + 1])), what);
      } else if (offset >= NodeLayout.POSITION_SHIFT) {
        assertTrue(NodeLayout.position(after) <= source.length(), what);
      } else if (offset >= NodeLayout.PAYLOAD_SHIFT) {
        assertFreePayload(before, what);
      } else if (form(before) != form(after)) {
        otherForm.add(change);
      } else if (!haveSameRole(NodeLayout.kind(before), NodeLayout.kind(after))) {
        otherForm.add(change);
      }
      boolean nested = NESTING.contains(change);
      boolean escaped = NodeLayout.isEscaped(before) != NodeLayout.isEscaped(after);
      if (!nested && !escaped) {
        assertArrayEquals(starts(tree), starts(flipped), what);
      }
    }
  }

  @Test
  void verify_damageAtRandom_missesOnlyWhatAnotherProgramWouldHave() {
    int missed = damageAtRandom(Sources.EVERYTHING, Dialect.LUA_5_4, RANDOM_DAMAGES);
    // A word in place of another of its sort, mostly: one name for another.
    assertTrue(missed < RANDOM_DAMAGES / 10, "missed=" + missed);
  }

  @Test
  void verify_damageOfTypedTreesAtRandom_missesOnlyWhatAnotherProgramWouldHave() {
    int missed = 0;
    int damages = RANDOM_DAMAGES / 2 / TypedSources.PROGRAMS.size();
    for (String source : TypedSources.PROGRAMS) {
      missed += damageAtRandom(source, Dialect.TYPED_LUA, damages);
    }
    assertTrue(missed < RANDOM_DAMAGES / 2 / 10, "missed=" + missed);
  }

  /// @return how often nothing was noticed
  private int damageAtRandom(String source, Dialect dialect, int damages) {
    ArenaTree tree = Sources.tree(source, dialect, interner);
    Corrupter corrupter = new Corrupter(tree, 42);
    int missed = 0;
    for (int i = 0; i < damages; i++) {
      ArenaTree damaged = corrupter.damaged();
      if (passes(damaged, source)) {
        assertCanonical(damaged);
        assertProgram(damaged, tree);
        missed++;
      }
    }
    return missed;
  }

  @Test
  void verify_anyLengthOfTheWords_onlyTheWholePasses() {
    String source = Sources.EVERYTHING;
    ArenaTree tree = Sources.tree(source, interner);
    for (int base = 0; base < tree.end; base++) {
      for (int end = base + 1; end <= tree.end; end++) {
        boolean whole = base == 0 && end == tree.end;
        assertEquals(whole, passes(new ArenaTree(tree.words(), base, end), source));
      }
    }
  }

  @Unchecked // Else it is noticed before.
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
      case SYMBOL, WRAP ->
          assertTrue(
              Kind.hasSymbol(NodeLayout.kind(before)) || Kind.isPart(NodeLayout.kind(before)),
              what);
      case NUMBER -> {}
      case LEAF, NODE -> fail(what);
    }
  }

  private static boolean haveSameRole(int before, int after) {
    for (Role role : Role.values()) {
      if (role.admits(before) && role.admits(after)) {
        return true;
      }
    }
    return false;
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
    for (int at = tree.end - 1; at >= 0; at = NodeLayout.before(tree.words(), at)) {
      extra[at] = false;
    }
    return extra;
  }

  /// Where each subtree starts, by header; -1 for extra words.
  private static int[] starts(ArenaTree tree) {
    int[] starts = new int[tree.end];
    Arrays.fill(starts, -1);
    for (int at = tree.end - 1; at >= 0; at = NodeLayout.before(tree.words(), at)) {
      starts[at] = NodeLayout.start(tree.words(), at);
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
        Arrays.copyOfRange(tree.words(), tree.base, tree.end),
        Arrays.copyOfRange(again.words(), again.base, again.end));
  }

  /// That the tree, written out as a program, parses to the same tree. Where operators are others,
  /// or parentheses are gone, the program may group the operators otherwise, for `verify` does not
  /// look at precedence: then all else is the same.
  private void assertProgram(ArenaTree damaged, ArenaTree original) {
    LuaWriter writer = new LuaWriter(interner);
    new ArenaPrint().print(damaged, writer);
    String program = new String(writer.toBytes(), StandardCharsets.ISO_8859_1);
    boolean sameGrouping = grouping(damaged).equals(grouping(original));
    if (isTyped(damaged) && !sameGrouping) {
      return;
    }
    Dialect dialect = isTyped(damaged) ? Dialect.TYPED_LUA : Dialect.LUA_5_4;
    ArenaTree parsed = Sources.tree(program, dialect, interner);
    if (sameGrouping) {
      assertEquals(
          ArenaDump.dump(damaged, interner, false), ArenaDump.dump(parsed, interner, false));
    } else {
      assertEquals(withoutOperators(damaged), withoutOperators(parsed));
    }
  }

  private static boolean isTyped(ArenaTree tree) {
    for (int at = tree.end - 1; at >= tree.base; at = NodeLayout.before(tree.words(), at)) {
      int kind = NodeLayout.kind(tree.words()[at]);
      if (kind > Kind.CHUNK && kind != Kind.METHOD_NAME && kind != Kind.TARGET_COUNT) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> grouping(ArenaTree tree) {
    List<Integer> kinds = new ArrayList<>();
    for (int at = tree.end - 1; at >= tree.base; at = NodeLayout.before(tree.words(), at)) {
      int kind = NodeLayout.kind(tree.words()[at]);
      if (isOperator(kind) || isGrouping(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /// Whether `verify` leaves to the parser where the kind may stand, for reasons of precedence or
  /// of words.
  private static boolean isGrouping(int kind) {
    return switch (kind) {
      case Kind.PAREN,
          Kind.CONDITIONAL,
          Kind.COALESCE,
          Kind.PIPE,
          Kind.INSTANCE_OF,
          Kind.BANG_EQUAL,
          Kind.BANG,
          Kind.AS,
          Kind.ARROW,
          Kind.TRY_EXPRESSION,
          Kind.MATCH,
          Kind.NEW,
          Kind.UNION_TYPE,
          Kind.INTERSECTION_TYPE,
          Kind.FUNCTION_TYPE,
          Kind.CONDITIONAL_TYPE,
          Kind.PAREN_TYPE ->
          true;
      default -> false;
    };
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
