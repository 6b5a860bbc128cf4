package dev.arenabench.harness.seam;

/// How the harness reaches into one side's class loader: by [#open], which loads the implementation
/// by its name.
public interface RigFactory {
  /// The class that makes the rigs of this project's own contenders.
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
    return open(loader, IMPLEMENTATION);
  }

  /// The factory of that name, which the loader must have.
  static RigFactory open(ClassLoader loader, String implementation) {
    try {
      return (RigFactory)
          Class.forName(implementation, true, loader).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("class=" + implementation + ", loader=" + loader, e);
    }
  }
}
