package dev.arenabench.arena.tree;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.Checks;
import dev.arenabench.syntax.Interner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A [FlatTree] on the Java heap: adjacent words of one array. All passes work on this one.
public final class ArenaTree extends FlatTree {
  private static final long[] NO_WORDS = {};

  private long[] words = NO_WORDS;

  ArenaTree() {}

  /// A tree that no arena will take back.
  ArenaTree(long[] words, int base, int end) {
    show(null, words, base, end);
  }

  void show(@Nullable Arena arena, long[] words, int base, int end) {
    show(arena, base, end);
    this.words = words;
  }

  /// What every pass reads once, and before anything else: the array, in checked mode only if it
  /// still holds the tree.
  long[] words() {
    if (Checks.ON) {
      ensureValid(NONE);
    }
    return words;
  }

  @Override
  long word(int index) {
    return words[base + index];
  }

  @Override
  public ArenaTree alias() {
    ArenaTree alias = new ArenaTree();
    alias.showAs(this);
    alias.words = words;
    return alias;
  }

  @Override
  public ArenaTree freeze() {
    return new ArenaTree(Arrays.copyOfRange(words(), base, end), 0, end - base);
  }

  /// Checks that the words are a tree: every header's kind, payload and position, that subtrees
  /// nest exactly, and each node's children as [Kind] documents them: how many, of which kinds, and
  /// in the order of the source. A tree that passes is what a builder would write for some program;
  /// what is left to the parser: whether operators, of expressions and of types, nest as their
  /// precedence has it, and whether what follows a word of `TYPED_LUA` lets it be more than a name.
  ///
  /// @param sourceBytes length of the source
  /// @param interner the one that the tree's symbols are from
  /// @throws CorruptTreeException names the first node that is wrong, read from the end, and why
  public void verify(int sourceBytes, Interner interner) {
    new ArenaVerifier(this, sourceBytes, interner).verify();
  }
}
