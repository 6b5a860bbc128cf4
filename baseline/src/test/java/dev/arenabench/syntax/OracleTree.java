package dev.arenabench.syntax;

import java.util.ArrayList;
import java.util.List;

/// What the passes have to answer, computed while a tree is reported: every answer that is a fold
/// over constructs in post-order needs no tree. Knows the uniform methods only.
public final class OracleTree implements TreeBuilder {
  private record Item(int kind, long payload, long hash) {}

  private final Interner interner;
  private final List<Item> waiting = new ArrayList<>();
  private final Census census = new Census();
  private final CallCounts calls;

  public OracleTree(Interner interner) {
    this.interner = interner;
    calls = new CallCounts(interner.count());
  }

  public Census census() {
    return census;
  }

  public CallCounts calls() {
    return calls;
  }

  public long structuralHash() {
    if (waiting.size() != 1 || waiting.getFirst().kind != Kind.CHUNK) {
      throw new IllegalStateException("unfinished, waiting=" + waiting.size());
    }
    return waiting.getFirst().hash;
  }

  @Override
  public void begin(int sourceBytes) {
    waiting.clear();
    census.clear();
    calls.clear();
  }

  @Override
  public void leaf(int kind, int position) {
    add(kind, 0, 0, 0);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    add(kind, symbol, Kind.hasSymbol(kind) ? interner.contentHash(symbol) : symbol, 0);
  }

  @Override
  public void number(int kind, int position, long bits) {
    add(kind, bits, bits, 0);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    add(kind, symbol, Kind.hasSymbol(kind) ? interner.contentHash(symbol) : 0, 1);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    add(kind, 0, 0, childCount);
  }

  private void add(int kind, long payload, long hashedPayload, int childCount) {
    List<Item> children = waiting.subList(waiting.size() - childCount, waiting.size());
    long state = TreeHash.open(kind, hashedPayload, childCount);
    for (Item child : children) {
      state = TreeHash.take(state, child.hash);
    }
    switch (kind) {
      case Kind.CALL, Kind.OPTIONAL_CALL, Kind.GENERIC_CALL, Kind.NEW ->
          countCall(children.getFirst());
      case Kind.METHOD_CALL, Kind.GENERIC_METHOD_CALL -> countCall(children.getLast());
      default -> {}
    }
    children.clear();
    waiting.add(new Item(kind, payload, TreeHash.close(state)));
    if (!Kind.isPart(kind)) {
      census.counts()[kind]++;
    }
  }

  private void countCall(Item named) {
    calls.ensure(interner.count());
    switch (named.kind) {
      case Kind.NAME, Kind.FIELD, Kind.OPTIONAL_FIELD, Kind.METHOD_NAME ->
          calls.named(Math.toIntExact(named.payload));
      default -> calls.unnamed();
    }
  }
}
