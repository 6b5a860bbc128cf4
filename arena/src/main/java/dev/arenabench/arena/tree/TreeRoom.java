package dev.arenabench.arena.tree;

/// How much room building a tree takes: more than the tree, since what waits for its parent is
/// written to the same region.
public final class TreeRoom {
  /// What the builder wants to be free before each construct.
  private static final int FREE_WORDS = 3;

  private final IntStack stack = new IntStack();

  /// For any number of trees.
  public TreeRoom() {}

  /// The least capacity, in bytes, with which a builder writes this tree into an empty arena and
  /// does not have to grow. What to tell a [dev.arenabench.arena.CapacityAdvice]. Reads the whole
  /// tree.
  public long bytes(ArenaTree tree) {
    /*
     * A builder grows where, before a construct, fewer than FREE_WORDS words lie between the words
     * written and the entries that wait. What is written before a construct is all that lies below
     * its own words; what waits are the complete children of the constructs around it, and its own.
     * So it is enough to know, at each node, how many wait before its subtree begins: those of the
     * parent, and one for each elder sibling.
     */
    long[] words = tree.words();
    int base = tree.base;
    long most = 0;
    stack.clear();
    stack.push(tree.end - 1);
    stack.push(0);
    while (stack.size() > 0) {
      int waiting = stack.pop();
      int header = stack.pop();
      int form = NodeLayout.form(NodeLayout.kind(words[header]));
      int ownFirst = NodeLayout.before(words, header) + 1;
      int children = 0;
      if (form == NodeLayout.WRAP) {
        stack.push(header - 1);
        stack.push(waiting);
        children = 1;
      } else if (form == NodeLayout.NODE) {
        children = childCount(words, header);
        int child = ownFirst - 1;
        for (int elder = children - 1; elder >= 0; elder--) {
          stack.push(child);
          stack.push(waiting + elder);
          child = NodeLayout.start(words, child) - 1;
        }
      }
      most = Math.max(most, (long) ownFirst - base + waiting + children);
    }
    return (most + FREE_WORDS) * Long.BYTES;
  }

  private static int childCount(long[] words, int header) {
    int start = NodeLayout.start(words, header);
    int count = 0;
    for (int at = NodeLayout.before(words, header); at >= start; ) {
      count++;
      at = NodeLayout.start(words, at) - 1;
    }
    return count;
  }
}
