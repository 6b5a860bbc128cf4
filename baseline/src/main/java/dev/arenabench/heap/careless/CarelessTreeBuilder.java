package dev.arenabench.heap.careless;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds the careless tree. Reused from file to file; not thread-safe.
public final class CarelessTreeBuilder implements TreeBuilder {
  private final Interner interner;
  private List<CarelessNode> stack = new ArrayList<>();
  private @Nullable CarelessNode tree;

  /// @param interner the one whose symbols the parser reports
  public CarelessTreeBuilder(Interner interner) {
    this.interner = interner;
  }

  /// Hands over the finished tree.
  ///
  /// @throws IllegalStateException if there is none, or it has been taken
  public CarelessNode tree() {
    CarelessNode finished = tree;
    if (finished == null) {
      throw new IllegalStateException("no finished tree, or taken before: waiting=" + stack.size());
    }
    tree = null;
    return finished;
  }

  @Override
  public void begin(int sourceBytes) {
    stack = new ArrayList<>();
    tree = null;
  }

  @Override
  public void leaf(int kind, int position) {
    stack.add(new CarelessNode.Leaf(kind, position));
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    stack.add(
        Kind.hasSymbol(kind)
            ? new CarelessNode.Text(kind, interner.text(symbol), position)
            : new CarelessNode.Number(kind, symbol, position));
  }

  @Override
  public void number(int kind, int position, long bits) {
    stack.add(new CarelessNode.Number(kind, bits, position));
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    if (Kind.hasSymbol(kind)) {
      String name = interner.text(symbol);
      stack.add(new CarelessNode.NamedBranch(kind, name, stack.removeLast(), position));
    } else {
      node(kind, position, 1);
    }
  }

  @Override
  public void node(int kind, int position, int childCount) {
    List<CarelessNode> waiting = stack.subList(stack.size() - childCount, stack.size());
    List<CarelessNode> children = new ArrayList<>();
    for (CarelessNode child : waiting) {
      children.add(child);
    }
    waiting.clear();
    stack.add(new CarelessNode.Branch(kind, children, position));
  }

  @Override
  public void chunk(int position) {
    TreeBuilder.super.chunk(position);
    tree = stack.removeLast();
  }
}
