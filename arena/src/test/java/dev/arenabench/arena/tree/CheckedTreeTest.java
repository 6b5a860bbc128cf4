package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaAccessException;
import dev.arenabench.arena.ArenaOptions;
import dev.arenabench.arena.Checked;
import dev.arenabench.arena.NativeArena;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// In checked mode no tree is read that is not there any more.
@Checked
class CheckedTreeTest {
  private final Interner interner = new Interner();
  private final Arena arena = Arena.create();
  private final ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
  private final NativeArena nativeArena = Arena.offHeap(ArenaOptions.DEFAULT);
  private final NativeTreeBuilder nativeBuilder = new NativeTreeBuilder(nativeArena);

  @AfterEach
  void close() {
    nativeArena.close();
  }

  private ArenaTree parse() {
    Sources.parse("f(1, 2.5)", interner, builder);
    return builder.tree();
  }

  private NativeTree parseNative() {
    Sources.parse("f(1, 2.5)", interner, nativeBuilder);
    return nativeBuilder.tree();
  }

  /// Every public method that reads the words.
  private static List<Runnable> reads(FlatTree tree) {
    List<Runnable> reads = new ArrayList<>();
    for (IntConsumer read :
        List.<IntConsumer>of(
            tree::kind,
            tree::position,
            tree::symbol,
            tree::bits,
            tree::integer,
            tree::floating,
            tree::start,
            tree::lastChild,
            tree::childCount,
            node -> tree.previousChild(node, node))) {
      reads.add(() -> read.accept(0));
    }
    reads.add(tree::nodeCount);
    reads.add(tree::alias);
    reads.add(tree::freeze);
    reads.add(() -> new ArenaHash().hash(tree, new Interner()));
    return reads;
  }

  private List<Runnable> passes(ArenaTree tree) {
    List<Runnable> passes = reads(tree);
    passes.add(() -> tree.verify(100, interner));
    passes.add(() -> ArenaCount.scan(tree, new Census()));
    passes.add(() -> ArenaCount.recursive(tree, new Census()));
    passes.add(() -> ArenaCalls.count(tree, new CallCounts(interner.count())));
    passes.add(() -> new ArenaResolve().resolve(tree, interner, new Scopes()));
    passes.add(() -> new ArenaPrint().print(tree, new LuaWriter(interner)));
    passes.add(() -> ArenaDump.dump(tree, interner, true));
    passes.add(() -> new TreeRoom().bytes(tree));
    return passes;
  }

  private List<Runnable> passes(NativeTree tree) {
    List<Runnable> passes = reads(tree);
    passes.add(() -> NativeCount.scan(tree, new Census()));
    passes.add(() -> NativeCount.recursive(tree, new Census()));
    return passes;
  }

  private static void assertAllRefused(List<Runnable> reads, String problem, String epochs) {
    for (int i = 0; i < reads.size(); i++) {
      ArenaAccessException e =
          assertThrows(ArenaAccessException.class, reads.get(i)::run, "read " + i);
      assertEquals(
          problem + epochs,
          String.valueOf(e.getMessage()).replaceFirst("handle=0x\\w+, ", ""),
          "read " + i);
    }
  }

  @Test
  void tree_arenaWasReset_isStale() {
    ArenaTree tree = parse();
    ArenaTree alias = tree.alias();
    ArenaTree frozen = tree.freeze();
    NativeTree far = parseNative();
    NativeTree farAlias = far.alias();
    arena.reset();
    nativeArena.reset();
    assertAllRefused(passes(tree), "the arena was reset: ", "epoch=1, current=2");
    assertAllRefused(passes(alias), "the arena was reset: ", "epoch=1, current=2");
    assertAllRefused(passes(far), "the arena was reset: ", "epoch=1, current=2");
    assertAllRefused(passes(farAlias), "the arena was reset: ", "epoch=1, current=2");
    frozen.verify(100, interner);
  }

  @Test
  void tree_arenaWasClosed_isStale() {
    ArenaTree tree = parse();
    NativeTree far = parseNative();
    ArenaTree frozen = far.freeze();
    arena.close();
    nativeArena.close();
    assertAllRefused(passes(tree), "the arena is closed: ", "epoch=1, current=2");
    assertAllRefused(passes(far), "the arena is closed: ", "epoch=1, current=2");
    frozen.verify(100, interner);
  }

  @Test
  void tree_builderHasBegunAnother_isStaleUnlessAnAlias() {
    ArenaTree tree = parse();
    ArenaTree alias = tree.alias();
    NativeTree far = parseNative();
    NativeTree farAlias = far.alias();
    builder.begin(10);
    nativeBuilder.begin(10);
    assertAllRefused(passes(tree), "the builder has begun another tree: ", "epoch=1, current=1");
    assertAllRefused(passes(far), "the builder has begun another tree: ", "epoch=1, current=1");
    alias.verify(100, interner);
    farAlias.freeze().verify(100, interner);
    assertEquals(tree, parse());
    tree.verify(100, interner); // Shows the new one.
    assertEquals(far, parseNative());
    far.freeze().verify(100, interner);
  }

  @Test
  void tree_nextEpochsTree_isReadAgain() {
    ArenaTree tree = parse();
    arena.reset();
    assertThrows(ArenaAccessException.class, () -> tree.kind(0));
    parse();
    assertEquals(tree.root(), tree.wordCount() - 1);
    tree.verify(100, interner);
  }
}
