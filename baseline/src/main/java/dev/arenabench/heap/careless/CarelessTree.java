package dev.arenabench.heap.careless;

import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.DumpWriter;
import dev.arenabench.syntax.Interner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What can be done with a careless tree.
public final class CarelessTree {
  private CarelessTree() {}

  /// Adds the nodes of a tree to the census.
  public static void count(CarelessNode tree, Census census) {
    int[] counts = census.counts();
    Deque<CarelessNode> waiting = new ArrayDeque<>();
    waiting.push(tree);
    while (!waiting.isEmpty()) {
      CarelessNode node = waiting.pop();
      counts[node.kind()]++;
      switch (node) {
        case CarelessNode.Branch branch -> branch.children().forEach(waiting::push);
        case CarelessNode.NamedBranch branch -> waiting.push(branch.child());
        case CarelessNode.Leaf _, CarelessNode.Text _, CarelessNode.Number _ -> {}
      }
    }
  }

  /// The canonical text of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  /// @param positions whether the nodes' positions are in it
  public static String dump(CarelessNode tree, Interner interner, boolean positions) {
    record Waiting(CarelessNode node, int depth) {}
    DumpWriter out = new DumpWriter(interner, positions);
    List<Waiting> waiting = new ArrayList<>();
    waiting.add(new Waiting(tree, 0));
    while (!waiting.isEmpty()) {
      Waiting next = waiting.removeLast();
      CarelessNode node = next.node();
      long payload =
          switch (node) {
            case CarelessNode.Text text -> symbol(interner, text.text());
            case CarelessNode.Number number -> number.bits();
            case CarelessNode.NamedBranch branch -> symbol(interner, branch.name());
            case CarelessNode.Leaf _, CarelessNode.Branch _ -> 0;
          };
      out.line(next.depth(), node.kind(), payload, node.position());
      List<CarelessNode> children =
          switch (node) {
            case CarelessNode.Branch branch -> branch.children();
            case CarelessNode.NamedBranch branch -> List.of(branch.child());
            case CarelessNode.Leaf _, CarelessNode.Text _, CarelessNode.Number _ -> List.of();
          };
      for (CarelessNode child : children.reversed()) {
        waiting.add(new Waiting(child, next.depth() + 1));
      }
    }
    return out.text();
  }

  private static int symbol(Interner interner, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return interner.intern(bytes, 0, bytes.length);
  }
}
