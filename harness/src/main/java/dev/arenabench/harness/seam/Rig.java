package dev.arenabench.harness.seam;

/// One side's work in one measure over one corpus, ready to be repeated. Single-threaded.
public interface Rig extends AutoCloseable {
  /// What has to be done before each pass and is no part of it; most measures need nothing.
  default void prepare() {}

  /// Does the work once over the whole corpus.
  ///
  /// @return a checksum of what was done: the same for each pass, and for each contender that does
  ///   the same work
  long pass();

  /// Gives back what the rig holds.
  @Override
  void close();
}
