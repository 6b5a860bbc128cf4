package dev.arenabench.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Builds the canonical dump directly from the uniform methods: the oracle for what every twin has
/// to dump.
///
/// One line a node or part, children indented by two spaces: the kind's name, the payload if there
/// is one, ` @` and the position if asked for.
public final class DumpBuilder implements TreeBuilder {
  private final Interner interner;
  private final boolean positions;
  private final List<Item> stack = new ArrayList<>();

  private record Item(String line, List<Item> children) {}

  /// @param positions whether lines end with the position
  public DumpBuilder(Interner interner, boolean positions) {
    this.interner = interner;
    this.positions = positions;
  }

  /// The dump of the tree that was finished last.
  public String dump() {
    if (stack.size() != 1 || !stack.getFirst().line.startsWith(Kind.name(Kind.CHUNK))) {
      throw new IllegalStateException("unfinished, waiting=" + stack.size());
    }
    StringBuilder out = new StringBuilder();
    write(stack.getFirst(), out);
    return out.toString();
  }

  /// Explicitly with a stack of its own: left-deep trees are deeper than any call stack.
  private static void write(Item root, StringBuilder out) {
    record Pending(Item item, int indent) {}
    List<Pending> pending = new ArrayList<>();
    pending.add(new Pending(root, 0));
    while (!pending.isEmpty()) {
      Pending next = pending.removeLast();
      out.repeat(' ', next.indent).append(next.item.line).append('\n');
      for (Item child : next.item.children.reversed()) {
        pending.add(new Pending(child, next.indent + 2));
      }
    }
  }

  @Override
  public void begin(int sourceBytes) {
    stack.clear();
  }

  @Override
  public void leaf(int kind, int position) {
    add(kind, Shape.LEAF, "", position, 0);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    String payload =
        switch (kind) {
          case Kind.TARGET_COUNT -> Integer.toString(symbol);
          case Kind.MODIFIERS -> modifiers(symbol);
          case Kind.OPERATOR_NAME -> Kind.name(symbol);
          default -> quoted(symbol);
        };
    add(kind, Shape.SYMBOL, payload, position, 0);
  }

  @Override
  public void number(int kind, int position, long bits) {
    String payload = kind == Kind.INTEGER ? Long.toString(bits) : "0x%016x".formatted(bits);
    add(kind, Shape.NUMBER, payload, position, 0);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    add(kind, Shape.WRAP, Kind.hasSymbol(kind) ? quoted(symbol) : "", position, 1);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    add(kind, Shape.NODE, "", position, childCount);
  }

  private void add(int kind, Shape shape, String payload, int position, int childCount) {
    if (Kind.shape(kind) != shape) {
      throw new IllegalStateException("kind=" + Kind.name(kind) + ", reported as " + shape);
    }
    List<Item> children = stack.subList(stack.size() - childCount, stack.size());
    String line =
        Kind.name(kind)
            + (payload.isEmpty() ? "" : " " + payload)
            + (positions ? " @" + position : "");
    Item item = new Item(line, List.copyOf(children));
    children.clear();
    stack.add(item);
  }

  private static String modifiers(int set) {
    return IntStream.iterate(1, modifier -> modifier < Modifier.LIMIT, modifier -> modifier << 1)
        .filter(modifier -> (set & modifier) != 0)
        .mapToObj(Modifier::text)
        .collect(Collectors.joining(" "));
  }

  private String quoted(int symbol) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : interner.text(symbol).toCharArray()) {
      if (c == '"' || c == '\\' || c < ' ' || c > '~') {
        out.append('\\').append("%03d".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
