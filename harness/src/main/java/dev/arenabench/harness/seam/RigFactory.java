package dev.arenabench.harness.seam;

/// How the harness reaches into one side's class loader: by [#open], which loads the implementation
/// by its name.
public interface RigFactory {
  /// Class that a side's loader must have.
  String IMPLEMENTATION = "dev.arenabench.harness.contender.Rigs";

  /// Makes a rig.
  ///
  /// @throws IllegalArgumentException if suite, measure and side do not go together
  Rig create(RigRequest request);

  /// The construct stream of each source, for the `build` suite. Loads the recorder; call it in a
  /// loader of its own, so that no side's builder has a companion.
  Recordings record(Source[] sources);

  /// The factory of a loader's own classes.
  static RigFactory open(ClassLoader loader) {
    try {
      return (RigFactory)
          Class.forName(IMPLEMENTATION, true, loader).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("class=" + IMPLEMENTATION + ", loader=" + loader, e);
    }
  }
}
