package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.heap.HeapCalls;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapDump;
import dev.arenabench.heap.HeapHash;
import dev.arenabench.heap.HeapPrint;
import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Typed programs in the arena: verified, printed, and the same as in the heap twin.
class TypedTreesTest {
  private static final int ROUNDS = 12;

  private final Interner interner = new Interner();
  private final Arena arena = Arena.create();
  private final ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);

  static List<String> programs() {
    return TypedSources.PROGRAMS;
  }

  static List<TypedSources.Rewritten> rewritten() {
    return TypedSources.REWRITTEN;
  }

  @Test
  void programs_together_haveEveryTypedKind() {
    Census census = new Census();
    StringBuilder dumps = new StringBuilder();
    for (String program : TypedSources.PROGRAMS) {
      ArenaTree tree = tree(program);
      tree.verify(program.length(), interner);
      ArenaCount.scan(tree, census);
      dumps.append(ArenaDump.dump(tree, interner, false));
    }
    for (int kind = Kind.CHUNK + 1; kind < Kind.LIMIT; kind++) {
      String name = Kind.name(kind);
      if (Kind.isPart(kind)) {
        assertTrue(dumps.indexOf("  " + name + " ") > 0, name);
      } else {
        assertNotEquals(0, census.of(kind), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void print_canonicalProgram_isTheProgram(String program) {
    assertEquals(program, printed(tree(program)));
  }

  @ParameterizedTest
  @MethodSource("rewritten")
  void print_anyProgram_isCanonicalAndParsesToTheSame(TypedSources.Rewritten program) {
    ArenaTree tree = tree(program.source());
    String dump = ArenaDump.dump(tree, interner, false);
    String printed = printed(tree);
    assertEquals(program.printed(), printed);
    assertEquals(dump, ArenaDump.dump(tree(printed), interner, false));
  }

  @Test
  void arena_reused_givesTheSameTreesAsTheHeapEachTime() {
    for (int round = 0; round < ROUNDS; round++) {
      arena.reset();
      List<ArenaTree> kept = new ArrayList<>();
      for (String program : TypedSources.PROGRAMS) {
        Sources.parse(program, Dialect.TYPED_LUA, interner, builder);
        kept.add(builder.tree().alias());
      }
      for (int i = 0; i < kept.size(); i++) {
        HeapTreeBuilder heap = new HeapTreeBuilder();
        Sources.parse(TypedSources.PROGRAMS.get(i), Dialect.TYPED_LUA, interner, heap);
        Node.Chunk expected = heap.tree();
        assertAgree(expected, kept.get(i));
        assertAgree(expected, kept.get(i).freeze());
      }
    }
  }

  @Test
  void passes_steadyState_allocateNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<ArenaTree> trees = new ArrayList<>();
    for (String program : TypedSources.PROGRAMS) {
      trees.add(tree(program).freeze());
    }
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
      for (int i = 0; i < trees.size(); i++) {
        ArenaTree tree = trees.get(i);
        ArenaCount.scan(tree, census);
        ArenaCount.recursive(tree, census);
        ArenaCalls.count(tree, calls);
        resolve.resolve(tree, interner, scopes);
        print.print(tree, writer);
        checksum += hash.hash(tree, interner);
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertNotEquals(0, checksum);
    assertEquals(0, allocated);
  }

  private ArenaTree tree(String program) {
    arena.reset();
    Sources.parse(program, Dialect.TYPED_LUA, interner, builder);
    return builder.tree();
  }

  private String printed(ArenaTree tree) {
    LuaWriter writer = new LuaWriter(interner);
    new ArenaPrint().print(tree, writer);
    return new String(writer.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private void assertAgree(Node.Chunk expected, ArenaTree tree) {
    tree.verify(Integer.MAX_VALUE, interner);
    assertEquals(HeapDump.dump(expected, interner, true), ArenaDump.dump(tree, interner, true));
    assertEquals(HeapHash.hash(expected, interner), new ArenaHash().hash(tree, interner));

    Census census = new Census();
    HeapCount.count(expected, census);
    Census scanned = new Census();
    ArenaCount.scan(tree, scanned);
    Census visited = new Census();
    ArenaCount.recursive(tree, visited);
    for (int kind = 1; kind < Kind.METHOD_NAME; kind++) {
      assertEquals(census.of(kind), scanned.of(kind), Kind.name(kind));
    }
    assertArrayEquals(scanned.counts(), visited.counts());
    assertEquals(census.total(), tree.nodeCount());

    CallCounts calls = new CallCounts(interner.count());
    HeapCalls.count(expected, calls);
    CallCounts found = new CallCounts(interner.count());
    ArenaCalls.count(tree, found);
    for (int symbol = 1; symbol <= interner.count(); symbol++) {
      assertEquals(calls.of(symbol), found.of(symbol), interner.text(symbol));
    }
    assertEquals(calls.anonymous(), found.anonymous());

    Scopes scopes = new Scopes();
    HeapResolve.resolve(expected, interner, scopes);
    Scopes resolved = new Scopes();
    new ArenaResolve().resolve(tree, interner, resolved);
    assertEquals(scopes.localUses(), resolved.localUses());
    assertEquals(scopes.upvalueUses(), resolved.upvalueUses());
    assertEquals(scopes.globalUses(), resolved.globalUses());
    assertNull(scopes.diagnostic());
    assertNull(resolved.diagnostic());
    assertEquals(
        scanned.of(Kind.NAME),
        resolved.localUses() + resolved.upvalueUses() + resolved.globalUses());

    LuaWriter writer = new LuaWriter(interner);
    HeapPrint.print(expected, writer);
    byte[] printed = writer.toBytes();
    new ArenaPrint().print(tree, writer);
    assertArrayEquals(printed, writer.toBytes());
  }
}
