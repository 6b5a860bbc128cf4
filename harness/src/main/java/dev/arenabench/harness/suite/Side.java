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
import java.util.Map;

/// One contender in a loader of its own, at work on one measure.
final class Side implements AutoCloseable {
  private static final String SUBJECT = "subject";
  private static final String BASELINE = "baseline";

  /// System property of the class path of a side that does not consist of the code that runs now.
  private static final String CLASS_PATH = "arenabench.%s.classpath";

  /// System property of the class that makes the rigs of a side that is not one of this project's
  /// contenders.
  private static final String FACTORY = "arenabench.%s.factory";

  private final ChildFirstLoader loader;
  private final Rig rig;

  private Side(ChildFirstLoader loader, Rig rig) {
    this.loader = loader;
    this.rig = rig;
  }

  /// The subject of a duel, or the contender of a solo fork.
  static Side subject(String suite, String measure, String contender, Source[] sources) {
    return open(SUBJECT, suite, measure, contender, sources);
  }

  /// The baseline of a duel.
  static Side baseline(String suite, String measure, String contender, Source[] sources) {
    return open(BASELINE, suite, measure, contender, sources);
  }

  /// The properties with which a fork's baseline is of another class path, and has another class
  /// that makes its rigs.
  static Map<String, String> baselineOf(String classPath, String factory) {
    return Map.of(CLASS_PATH.formatted(BASELINE), classPath, FACTORY.formatted(BASELINE), factory);
  }

  private static Side open(
      String name, String suite, String measure, String contender, Source[] sources) {
    String path = System.getProperty(CLASS_PATH.formatted(name));
    String factory = System.getProperty(FACTORY.formatted(name), RigFactory.IMPLEMENTATION);
    List<URL> classPath =
        path == null ? ChildFirstLoader.thisCode() : ChildFirstLoader.classPath(path);
    Recordings recordings = suite.equals("build") ? record(classPath, sources) : null;
    ChildFirstLoader loader = new ChildFirstLoader(name, classPath);
    Rig rig =
        RigFactory.open(loader, factory)
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
