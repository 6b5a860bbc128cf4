package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.arenabench.arena.Arena;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.TreeHash;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaPassesTest {
  private static final int MILLION = 1_000_000;

  private final Interner interner = new Interner();

  @Test
  void count_bothWays_agreeWithTheNodes() {
    for (String source : Sources.PROGRAMS) {
      ArenaTree tree = Sources.tree(source, interner);
      Census scanned = new Census();
      ArenaCount.scan(tree, scanned);
      Census visited = new Census();
      ArenaCount.recursive(tree, visited);
      assertArrayEquals(scanned.counts(), visited.counts());
      assertEquals(tree.nodeCount(), scanned.total());
    }
  }

  @Test
  void count_numbersThatLookLikeHeaders_areNotMistaken() {
    ArenaTree tree = Sources.tree("return 0x7e00000000000101, 0x7e00000000000110", interner);
    for (int way = 0; way < 2; way++) {
      Census census = new Census();
      if (way == 0) {
        ArenaCount.scan(tree, census);
      } else {
        ArenaCount.recursive(tree, census);
      }
      assertEquals(0, census.of(Kind.NAME));
      assertEquals(0, census.of(Kind.CALL));
      assertEquals(2, census.of(Kind.INTEGER));
      assertEquals(5, census.total());
    }
  }

  @Test
  void calls_eachCallee_isCountedByItsLastName() {
    ArenaTree tree =
        Sources.tree("f(); a.f(1, {g()}, -h(2)); o:f(); (f)(x); f()(); t[f]('s'); g'x'", interner);
    CallCounts calls = new CallCounts(interner.count());
    ArenaCalls.count(tree, calls);
    assertEquals(4, calls.of(symbol("f")));
    assertEquals(2, calls.of(symbol("g")));
    assertEquals(1, calls.of(symbol("h")));
    assertEquals(3, calls.anonymous());
    assertEquals(10, calls.total());
  }

  @Test
  void resolve_reusedAfterAnUnfinishedUse_startsAnew() {
    Scopes scopes = new Scopes();
    ArenaResolve resolve = new ArenaResolve();
    ArenaTree tree =
        Sources.tree("local a = a; local function f() return a, f, b end f(a, b)", interner);
    for (int round = 0; round < 10; round++) {
      resolve.resolve(tree, interner, scopes);
      assertEquals(2, scopes.localUses());
      assertEquals(2, scopes.upvalueUses());
      assertEquals(3, scopes.globalUses());
    }
  }

  @Test
  void hash_smallTree_isThatOfItsNodes() {
    ArenaTree tree = Sources.tree("return {}", interner);
    long table = TreeHash.leaf(Kind.TABLE, 0);
    long values = TreeHash.close(TreeHash.take(TreeHash.open(Kind.RETURN, 0, 1), table));
    long block = TreeHash.close(TreeHash.take(TreeHash.open(Kind.BLOCK, 0, 1), values));
    assertEquals(
        TreeHash.close(TreeHash.take(TreeHash.open(Kind.CHUNK, 0, 1), block)),
        new ArenaHash().hash(tree, interner));
  }

  @ParameterizedTest
  @ValueSource(strings = {"field", "call", "method", "index", "binary", "all", "not"})
  void passes_millionDeep_doNotOverflow(String link) {
    ArenaTree tree = chain(link, MILLION);
    Census scanned = new Census();
    ArenaCount.scan(tree, scanned);
    Census visited = new Census();
    ArenaCount.recursive(tree, visited);
    assertArrayEquals(scanned.counts(), visited.counts());
    assertEquals(tree.nodeCount(), scanned.total());

    CallCounts calls = new CallCounts(interner.count());
    ArenaCalls.count(tree, calls);
    assertEquals(scanned.of(Kind.CALL) + scanned.of(Kind.METHOD_CALL), calls.total());

    Scopes scopes = new Scopes();
    new ArenaResolve().resolve(tree, interner, scopes);
    assertEquals(scanned.of(Kind.NAME), scopes.globalUses());

    assertNotEquals(0, new ArenaHash().hash(tree, interner));
    if (!link.equals("not")) { // The parser limits how deep these are.
      LuaWriter writer = new LuaWriter(interner);
      new ArenaPrint().print(tree, writer);
      assertNotEquals(0, writer.length());
    }
    ArenaTree shorter = chain(link, 1_000);
    assertEquals(
        shorter.wordCount() - extraWords(shorter),
        ArenaDump.dump(shorter, interner, true).lines().count());
  }

  @Test
  void passes_steadyState_allocateNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    ArenaTree tree = Sources.tree(Sources.EVERYTHING.replace("1e300", "13"), interner);
    Census census = new Census();
    CallCounts calls = new CallCounts(interner.count());
    Scopes scopes = new Scopes();
    ArenaResolve resolve = new ArenaResolve();
    LuaWriter writer = new LuaWriter(interner);
    ArenaPrint print = new ArenaPrint();
    ArenaHash hash = new ArenaHash();
    long checksum = 0;
    long allocated = -1;
    for (int round = 0; round < 40; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      ArenaCount.scan(tree, census);
      ArenaCount.recursive(tree, census);
      ArenaCalls.count(tree, calls);
      resolve.resolve(tree, interner, scopes);
      print.print(tree, writer);
      checksum += hash.hash(tree, interner);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertNotEquals(0, checksum);
    assertEquals(0, allocated);
  }

  private static int extraWords(ArenaTree tree) {
    int headers = 0;
    for (int at = tree.end - 1; at >= tree.base; at = NodeLayout.before(tree.words(), at)) {
      headers++;
    }
    return tree.wordCount() - headers;
  }

  private ArenaTree chain(String link, int length) {
    int a = symbol("a");
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(length);
    builder.name(1, a);
    for (int i = 1; i <= length; i++) {
      String next = link;
      if (link.equals("all")) {
        next = new String[] {"field", "call", "method", "index", "binary"}[i % 5];
      }
      switch (next) {
        case "field" -> builder.field(i, a);
        case "call" -> builder.call(i, 0);
        case "method" -> {
          builder.integer(i, -i);
          builder.methodCall(i, 1, a, i);
        }
        case "index" -> {
          builder.name(i, a);
          builder.index(i);
        }
        case "not" -> builder.unary(Kind.NOT, i);
        default -> {
          builder.name(i, a);
          builder.binary(Kind.ADD, i);
        }
      }
    }
    builder.returnStatement(0, 1);
    builder.block(0, 1);
    builder.chunk(0);
    return builder.tree();
  }

  private int symbol(String name) {
    return interner.intern(Sources.bytes(name), 0, name.length());
  }
}
