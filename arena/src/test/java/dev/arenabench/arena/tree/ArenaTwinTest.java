package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.Parser;
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
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Samples;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import dev.arenabench.syntax.TreeContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The contract of the twins, with an arena that is reset before each tree; and that both twins
/// give the same answers.
class ArenaTwinTest extends TreeContract {
  private static final int ROUNDS = 10;

  private static final class ArenaTwin implements Twin {
    private final Arena arena = Arena.create();
    private final ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    private final ArenaResolve resolve = new ArenaResolve();
    private final ArenaPrint print = new ArenaPrint();
    private final ArenaHash hash = new ArenaHash();
    private final Interner interner;

    ArenaTwin(Interner interner) {
      this.interner = interner;
    }

    @Override
    public TreeBuilder builder() {
      arena.reset();
      return builder;
    }

    @Override
    public void finished() {
      builder.tree().verify(Integer.MAX_VALUE, interner);
    }

    @Override
    public void count(Census census) {
      ArenaCount.scan(builder.tree(), census);
    }

    @Override
    public void calls(CallCounts calls) {
      ArenaCalls.count(builder.tree(), calls);
    }

    @Override
    public void resolve(Scopes scopes) {
      resolve.resolve(builder.tree(), interner, scopes);
    }

    @Override
    public void print(LuaWriter writer) {
      print.print(builder.tree(), writer);
    }

    @Override
    public String dump(boolean positions) {
      return ArenaDump.dump(builder.tree(), interner, positions);
    }

    @Override
    public long structuralHash() {
      return hash.hash(builder.tree(), interner);
    }
  }

  @Override
  protected Twin twin(Interner interner) {
    return new ArenaTwin(interner);
  }

  @Test
  void twins_samples_agreeInEveryRoundOnOneArena() throws SyntaxException {
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    for (int round = 0; round < ROUNDS; round++) {
      arena.reset();
      List<byte[]> sources = new ArrayList<>();
      List<ArenaTree> kept = new ArrayList<>();
      for (String program : Samples.PROGRAMS) {
        byte[] source = Sources.bytes(program);
        assertTwinsAgree(parser, interner, source, builder);
        sources.add(source);
        kept.add(builder.tree().alias());
      }
      // All of them are still there.
      for (int i = 0; i < kept.size(); i++) {
        HeapTreeBuilder heap = new HeapTreeBuilder();
        parser.parse(sources.get(i), Dialect.LUA_5_4, heap);
        assertAgree(heap.tree(), kept.get(i), interner);
        assertAgreeFrozen(heap, parser, sources.get(i), kept.get(i), interner);
      }
    }
  }

  @Test
  void twins_sharedCorpus_agree() throws IOException {
    List<Path> files = Sources.shared();
    assumeTrue(!files.isEmpty(), "the shared corpus is not there");
    Interner interner = new Interner();
    Parser parser = new Parser(interner);
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    int agreed = 0;
    for (Path file : files) {
      arena.reset();
      try {
        assertTwinsAgree(parser, interner, Files.readAllBytes(file), builder);
        agreed++;
      } catch (SyntaxException e) {
        assertTrue(file.toString().contains("builtin"), e.getMessage());
      }
    }
    assertEquals(595, agreed);
  }

  private static void assertTwinsAgree(
      Parser parser, Interner interner, byte[] source, ArenaTreeBuilder builder)
      throws SyntaxException {
    HeapTreeBuilder heap = new HeapTreeBuilder();
    parser.parse(source, Dialect.LUA_5_4, heap);
    parser.parse(source, Dialect.LUA_5_4, builder);
    assertAgree(heap.tree(), builder.tree(), interner);
  }

  private static void assertAgreeFrozen(
      HeapTreeBuilder heap, Parser parser, byte[] source, ArenaTree tree, Interner interner)
      throws SyntaxException {
    parser.parse(source, Dialect.LUA_5_4, heap);
    assertAgree(heap.tree(), tree.freeze(), interner);
  }

  static void assertAgree(Node.Chunk expected, ArenaTree tree, Interner interner) {
    assertEquals(HeapDump.dump(expected, interner, true), ArenaDump.dump(tree, interner, true));
    assertEquals(HeapHash.hash(expected, interner), new ArenaHash().hash(tree, interner));

    Census census = new Census();
    HeapCount.count(expected, census);
    Census scanned = new Census();
    ArenaCount.scan(tree, scanned);
    Census visited = new Census();
    ArenaCount.recursive(tree, visited);
    assertEquals(census.total(), scanned.total());
    assertEquals(census.total(), visited.total());
    assertEquals(census.total(), tree.nodeCount());

    CallCounts calls = new CallCounts(interner.count());
    HeapCalls.count(expected, calls);
    CallCounts found = new CallCounts(interner.count());
    ArenaCalls.count(tree, found);
    for (int symbol = 1; symbol <= interner.count(); symbol++) {
      assertEquals(calls.of(symbol), found.of(symbol));
    }
    assertEquals(calls.anonymous(), found.anonymous());

    Scopes scopes = new Scopes();
    HeapResolve.resolve(expected, interner, scopes);
    Scopes resolved = new Scopes();
    new ArenaResolve().resolve(tree, interner, resolved);
    assertEquals(scopes.localUses(), resolved.localUses());
    assertEquals(scopes.upvalueUses(), resolved.upvalueUses());
    assertEquals(scopes.globalUses(), resolved.globalUses());
    assertEquals(scopes.diagnostic(), resolved.diagnostic());

    LuaWriter writer = new LuaWriter(interner);
    HeapPrint.print(expected, writer);
    byte[] printed = writer.toBytes();
    new ArenaPrint().print(tree, writer);
    assertArrayEquals(printed, writer.toBytes());
  }
}
