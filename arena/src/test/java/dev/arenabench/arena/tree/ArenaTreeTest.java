package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.arena.Arena;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArenaTreeTest {
  @Test
  void read_everyNode_givesWhatWasReported() {
    Interner interner = new Interner();
    ArenaTree tree = Sources.tree("x.y = f(-7, 2.5, {}), nil", interner);
    int chunk = tree.root();
    assertEquals(Kind.CHUNK, tree.kind(chunk));
    int block = tree.lastChild(chunk);
    assertEquals(ArenaTree.NONE, tree.previousChild(chunk, block));
    int assign = tree.lastChild(block);
    assertEquals(Kind.ASSIGN, tree.kind(assign));
    assertEquals(4, tree.position(assign));
    assertEquals(0, tree.start(assign));
    List<Integer> children = children(tree, assign);
    assertEquals(3, children.size());
    assertEquals(3, tree.childCount(assign));
    int field = children.get(0);
    assertEquals(Kind.FIELD, tree.kind(field));
    assertEquals("y", interner.text(tree.symbol(field)));
    assertEquals("x", interner.text(tree.symbol(tree.lastChild(field))));
    assertEquals(0, tree.start(field));
    assertEquals(1, tree.childCount(field));
    assertEquals(Kind.NIL, tree.kind(children.get(2)));
    List<Integer> call = children(tree, children.get(1));
    assertEquals(4, call.size());
    assertEquals(Kind.NEGATE, tree.kind(call.get(1)));
    assertEquals(7, tree.integer(tree.lastChild(call.get(1))));
    assertEquals(2.5, tree.floating(call.get(2)));
    assertEquals(Double.doubleToRawLongBits(2.5), tree.bits(call.get(2)));
    assertEquals(call.get(2) - 1, tree.start(call.get(2)));
    assertEquals(ArenaTree.NONE, tree.lastChild(call.get(3)));
    assertEquals(0, tree.childCount(call.get(3)));
    assertEquals(13, tree.wordCount());
    assertEquals(13 * 8, tree.usedBytes());
    assertEquals(12, tree.nodeCount());
  }

  @Test
  void nodeCount_parts_areNotCounted() {
    ArenaTree tree = Sources.tree("a, b = o:m()", new Interner());
    assertEquals(9, tree.wordCount()); // a b o METHOD_NAME METHOD_CALL TARGET_COUNT ASSIGN …
    assertEquals(7, tree.nodeCount());
  }

  @Test
  void read_wrongShape_namesHandleAndKind() {
    ArenaTree tree = Sources.tree("return nil, 1, 2.5", new Interner());
    assertWrong("handle=0, kind=nil", () -> tree.symbol(0));
    assertWrong("handle=0, kind=nil", () -> tree.bits(0));
    assertWrong("handle=1, kind=integer", () -> tree.floating(1));
    assertWrong("handle=1, kind=integer", () -> tree.symbol(1));
    assertWrong("handle=3, kind=float", () -> tree.integer(3));
  }

  @Test
  void read_handleOutOfRange_throws() {
    Arena arena = Arena.create();
    arena.allocateFilled(3, -1);
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    Sources.parse("return 1", new Interner(), builder);
    ArenaTree tree = builder.tree();
    assertThrows(IndexOutOfBoundsException.class, () -> tree.kind(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.kind(4));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.start(4));
  }

  @Test
  void freeze_afterResetAndClose_staysAsItWas() {
    Interner interner = new Interner();
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    Sources.parse("local first = 1", interner, builder);
    Sources.parse(Sources.EVERYTHING, interner, builder);
    ArenaTree tree = builder.tree();
    String dump = ArenaDump.dump(tree, interner, true);
    ArenaTree frozen = tree.freeze();
    assertEquals(frozen.wordCount(), frozen.words().length);
    arena.reset();
    Sources.parse("local other = {}" + " x = y".repeat(500), interner, builder);
    builder.tree();
    assertEquals(dump, ArenaDump.dump(frozen, interner, true));
    arena.close();
    assertEquals(dump, ArenaDump.dump(frozen, interner, true));
    frozen.verify(Sources.EVERYTHING.length(), interner);
  }

  @Test
  void alias_builderGoesOn_keepsItsTree() {
    Interner interner = new Interner();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    Sources.parse("return 1", interner, builder);
    ArenaTree alias = builder.tree().alias();
    Sources.parse("return 2", interner, builder);
    assertEquals(2, builder.tree().integer(0));
    assertEquals(1, alias.integer(0));
  }

  private static List<Integer> children(ArenaTree tree, int parent) {
    List<Integer> children = new ArrayList<>();
    for (int child = tree.lastChild(parent); child != ArenaTree.NONE; ) {
      children.addFirst(child);
      child = tree.previousChild(parent, child);
    }
    return children;
  }

  private static void assertWrong(String expected, Runnable use) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
