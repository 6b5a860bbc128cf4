package dev.arenabench.harness.suite;

import dev.arenabench.harness.seam.ChildFirstLoader;
import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

/// One contender in a loader of its own, at work on one measure.
final class Side implements AutoCloseable {
  private static final String SUBJECT_CLASS_PATH = "arenabench.subject.classpath";
  private static final String BASELINE_CLASS_PATH = "arenabench.baseline.classpath";

  private final ChildFirstLoader loader;
  private final Rig rig;

  private Side(ChildFirstLoader loader, Rig rig) {
    this.loader = loader;
    this.rig = rig;
  }

  /// The subject of a duel, or the contender of a solo fork.
  static Side subject(String suite, String measure, String contender, Source[] sources) {
    return open("subject", SUBJECT_CLASS_PATH, suite, measure, contender, sources);
  }

  /// The baseline of a duel.
  static Side baseline(String suite, String measure, String contender, Source[] sources) {
    return open("baseline", BASELINE_CLASS_PATH, suite, measure, contender, sources);
  }

  private static Side open(
      String name,
      String classPathProperty,
      String suite,
      String measure,
      String contender,
      Source[] sources) {
    String path = System.getProperty(classPathProperty);
    List<URL> classPath =
        path == null ? ChildFirstLoader.thisCode() : ChildFirstLoader.classPath(path);
    Recordings recordings = suite.equals("build") ? record(classPath, sources) : null;
    ChildFirstLoader loader = new ChildFirstLoader(name, classPath);
    Rig rig =
        RigFactory.open(loader)
            .create(new RigRequest(suite, measure, contender, sources, recordings));
    return new Side(loader, rig);
  }

  private static Recordings record(List<URL> classPath, Source[] sources) {
    try (ChildFirstLoader loader = new ChildFirstLoader("recorder", classPath)) {
      return RigFactory.open(loader).record(sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Rig rig() {
    return rig;
  }

  ChildFirstLoader loader() {
    return loader;
  }

  @Override
  public void close() {
    rig.close();
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
