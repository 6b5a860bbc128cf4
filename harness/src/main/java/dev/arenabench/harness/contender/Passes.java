package dev.arenabench.harness.contender;

/// A contender's passes over finished trees. Between [#begin] and [#answer] one pass goes over any
/// number of trees; the answer is a number that every contender gives for the same programs, so
/// that nothing is left out unnoticed.
///
/// What a pass needs in memory it keeps from tree to tree.
interface Passes<T> {
  /// Starts over.
  void begin();

  /// Counts the nodes in whatever order is fastest.
  void countScan(T tree);

  /// Counts the nodes from parent to child.
  void count(T tree);

  /// Counts call sites by callee.
  void calls(T tree);

  /// Resolves names and makes the checks of a load.
  void resolve(T tree);

  /// Writes the program again.
  void print(T tree);

  /// What has come together since [#begin].
  long answer();
}
