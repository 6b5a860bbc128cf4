package dev.arenabench.harness.check;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.tree.ArenaCalls;
import dev.arenabench.arena.tree.ArenaCount;
import dev.arenabench.arena.tree.ArenaDump;
import dev.arenabench.arena.tree.ArenaHash;
import dev.arenabench.arena.tree.ArenaPrint;
import dev.arenabench.arena.tree.ArenaResolve;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.frontend.Parser;
import dev.arenabench.heap.HeapCalls;
import dev.arenabench.heap.HeapCount;
import dev.arenabench.heap.HeapDump;
import dev.arenabench.heap.HeapHash;
import dev.arenabench.heap.HeapPrint;
import dev.arenabench.heap.HeapResolve;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.heap.Node;
import dev.arenabench.heap.careless.CarelessNode;
import dev.arenabench.heap.careless.CarelessTree;
import dev.arenabench.heap.careless.CarelessTreeBuilder;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file in every contender's memory at once, with the answers that must be the same.
///
/// The same twins serve any number of files, and the arena is reset between them: that an arena
/// which has held other trees gives the same answers is part of what is checked.
public final class Twins {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);
  private final HeapTreeBuilder heapBuilder = new HeapTreeBuilder();
  private final CarelessTreeBuilder carelessBuilder = new CarelessTreeBuilder(interner);
  private final Arena arena = Arena.create();
  private final ArenaTreeBuilder arenaBuilder = new ArenaTreeBuilder(arena);
  private final ArenaHash arenaHash = new ArenaHash();
  private final ArenaResolve arenaResolve = new ArenaResolve();
  private final Scopes heapScopes = new Scopes();
  private final Scopes arenaScopes = new Scopes();
  private final LuaWriter writer = new LuaWriter(interner);
  private final ArenaPrint arenaPrint = new ArenaPrint();

  private byte[] source = {};
  private Dialect dialect = Dialect.LUA_5_4;
  private Node.@Nullable Chunk heap;
  private @Nullable CarelessNode careless;
  private @Nullable ArenaTree arenaTree;

  /// Parses a source into every contender; what was parsed before is gone.
  ///
  /// @throws SyntaxException if the grammar rejects it
  public void parse(byte[] source, Dialect dialect) throws SyntaxException {
    this.source = source;
    this.dialect = dialect;
    arena.reset();
    parser.parse(source, dialect, arenaBuilder);
    arenaTree = arenaBuilder.tree();
    parser.parse(source, dialect, heapBuilder);
    heap = heapBuilder.tree();
    parser.parse(source, dialect, carelessBuilder);
    careless = carelessBuilder.tree();
  }

  /// How a source differs between the dialects, in words; nothing if it has the same tree in both,
  /// or is a program in neither.
  Optional<String> dialectDifference(byte[] source) {
    Reading lua = read(source, Dialect.LUA_5_4);
    Reading typed = read(source, Dialect.TYPED_LUA);
    if (lua.dump == null || typed.dump == null) {
      return lua.dump == typed.dump
          ? Optional.empty()
          : Optional.of(lua.dump == null ? "no Lua: " + lua.error : "no TypedLua: " + typed.error);
    }
    return lua.dump.equals(typed.dump)
        ? Optional.empty()
        : Optional.of("in Lua and in TypedLua: " + firstDifference(lua.dump, typed.dump));
  }

  /// What a source is in one dialect: the tree, or what is wrong with it.
  private record Reading(@Nullable String dump, String error) {}

  private Reading read(byte[] source, Dialect dialect) {
    try {
      parser.parse(source, dialect, heapBuilder);
      return new Reading(HeapDump.dump(heapBuilder.tree(), interner, true), "");
    } catch (SyntaxException e) {
      return new Reading(null, "line " + e.line() + ": " + e.getMessage());
    }
  }

  /// The tree as the heap twin tells it.
  public String heapDump(boolean positions) {
    return HeapDump.dump(heap(), interner, positions);
  }

  /// The tree as the arena twin tells it.
  public String arenaDump(boolean positions) {
    return ArenaDump.dump(arenaTree(), interner, positions);
  }

  /// Runs the checks of a finished program; both twins, so [#disagreement] can compare.
  Scopes resolve() {
    HeapResolve.resolve(heap(), interner, heapScopes);
    arenaResolve.resolve(arenaTree(), interner, arenaScopes);
    return heapScopes;
  }

  /// The first answer in which the contenders differ, after [#resolve].
  Optional<Difference> disagreement() throws SyntaxException {
    arenaTree().verify(source.length, interner);
    String dump = heapDump(true);
    if (!dump.equals(arenaDump(true))) {
      return different("dump", firstDifference(dump, arenaDump(true)));
    }
    String carelessDump = CarelessTree.dump(carelessTree(), interner, true);
    if (!dump.equals(carelessDump)) {
      return different("dump of heap-careless", firstDifference(dump, carelessDump));
    }
    long hash = HeapHash.hash(heap(), interner);
    if (hash != arenaHash.hash(arenaTree(), interner)) {
      return different("structural hash", "heap=" + hash);
    }
    return censuses().or(this::calls).or(this::resolutions).or(this::printed);
  }

  private Optional<Difference> censuses() {
    Census heapCensus = new Census();
    Census scanCensus = new Census();
    Census recursiveCensus = new Census();
    Census carelessCensus = new Census();
    HeapCount.count(heap(), heapCensus);
    ArenaCount.scan(arenaTree(), scanCensus);
    ArenaCount.recursive(arenaTree(), recursiveCensus);
    CarelessTree.count(carelessTree(), carelessCensus);
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      int[] counts = {
        heapCensus.of(kind), scanCensus.of(kind), recursiveCensus.of(kind), carelessCensus.of(kind)
      };
      for (int count : counts) {
        if (count != counts[0]) {
          return different(
              "count of " + Kind.name(kind),
              "heap, arena by scan, arena by recursion, heap-careless: " + Arrays.toString(counts));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> calls() {
    CallCounts heapCalls = new CallCounts(interner.count());
    CallCounts arenaCalls = new CallCounts(interner.count());
    HeapCalls.count(heap(), heapCalls);
    ArenaCalls.count(arenaTree(), arenaCalls);
    for (int symbol = 1; symbol <= interner.count(); symbol++) {
      if (heapCalls.of(symbol) != arenaCalls.of(symbol)) {
        return different(
            "calls of " + interner.text(symbol),
            "heap=" + heapCalls.of(symbol) + ", arena=" + arenaCalls.of(symbol));
      }
    }
    return heapCalls.anonymous() == arenaCalls.anonymous()
        ? Optional.empty()
        : different("calls without a name", "heap=" + heapCalls.anonymous());
  }

  private Optional<Difference> resolutions() {
    boolean same =
        heapScopes.localUses() == arenaScopes.localUses()
            && heapScopes.upvalueUses() == arenaScopes.upvalueUses()
            && heapScopes.globalUses() == arenaScopes.globalUses()
            && Objects.equals(heapScopes.diagnostic(), arenaScopes.diagnostic());
    return same
        ? Optional.empty()
        : different(
            "resolve", "heap: " + describe(heapScopes) + "; arena: " + describe(arenaScopes));
  }

  private static String describe(Scopes scopes) {
    return "locals="
        + scopes.localUses()
        + ", upvalues="
        + scopes.upvalueUses()
        + ", globals="
        + scopes.globalUses()
        + ", finding="
        + scopes.diagnostic();
  }

  /// Both print the same, and what they print parses to the same tree.
  private Optional<Difference> printed() {
    writer.clear();
    HeapPrint.print(heap(), writer);
    byte[] heapText = writer.toBytes();
    writer.clear();
    arenaPrint.print(arenaTree(), writer);
    byte[] arenaText = writer.toBytes();
    if (!Arrays.equals(heapText, arenaText)) {
      return different("print", "at byte " + Arrays.mismatch(heapText, arenaText));
    }
    String before = heapDump(false);
    try {
      parser.parse(heapText, dialect, heapBuilder);
    } catch (SyntaxException e) {
      return different("print", "does not parse again: line " + e.line() + ": " + e.getMessage());
    }
    String after = HeapDump.dump(heapBuilder.tree(), interner, false);
    return before.equals(after)
        ? Optional.empty()
        : different("print, parsed again", firstDifference(before, after));
  }

  /// Where answers differ.
  record Difference(String what, String detail) {}

  private static Optional<Difference> different(String what, String detail) {
    return Optional.of(new Difference(what, detail));
  }

  private static String firstDifference(String one, String other) {
    String[] ones = one.split("\n", -1);
    String[] others = other.split("\n", -1);
    int line = Arrays.mismatch(ones, others);
    return "line "
        + (line + 1)
        + ": '"
        + (line < ones.length ? ones[line].strip() : "")
        + "' and '"
        + (line < others.length ? others[line].strip() : "")
        + "'";
  }

  private Node.Chunk heap() {
    return parsed(heap);
  }

  private CarelessNode carelessTree() {
    return parsed(careless);
  }

  private ArenaTree arenaTree() {
    return parsed(arenaTree);
  }

  private static <T> T parsed(@Nullable T tree) {
    if (tree == null) {
      throw new IllegalStateException("nothing has been parsed");
    }
    return tree;
  }
}
