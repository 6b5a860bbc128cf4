package dev.arenabench.harness.contender;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.TreeBuilder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How one contender builds, keeps, walks and gives back trees. All that a rig knows of a
/// contender.
///
/// A twin holds one tree at a time: [#builder], the constructs, [#tree], … [#release]. A tree that
/// is to stay while others are built is made by a twin of its own, or kept by [#keepBeside]. A twin
/// is made with the interner whose symbols it will see.
///
/// @param <T> its trees
interface Twin<T> {
  /// What a tree of a source of that size is built with; ask anew for each tree.
  TreeBuilder builder(int sourceBytes);

  /// The tree that the builder has finished; to be asked once.
  T tree();

  /// What keeps the tree, and nothing else, beyond [#release].
  Object keep(T tree);

  /// Gives back the tree, as the contender does between two files.
  void release(T tree);

  /// The tree in a form that stays valid beside all that this twin builds after it, until
  /// [#releaseAll]; or `null` where a contender has a twin, and what belongs to it, for each tree
  /// that is kept, to be released one by one.
  default @Nullable T keepBeside(T tree) {
    return null;
  }

  /// Gives back all trees that were kept beside each other.
  default void releaseAll() {}

  /// Position of the tree's outermost block: to be had without a walk, and enough to see that there
  /// is a tree.
  int blockPosition(T tree);

  /// Gives back what [#builder] took for a source that was rejected, so that nobody waits for it.
  default void abandon() {}

  /// A twin for another thread that works at the same time: one of its own, but for what the
  /// contender shares between threads.
  ///
  /// @param interner of that thread
  /// @param twins makes twins that share nothing
  default Twin<T> beside(Interner interner, Function<Interner, Twin<T>> twins) {
    return twins.apply(interner);
  }

  /// Its passes.
  Passes<T> passes();
}
