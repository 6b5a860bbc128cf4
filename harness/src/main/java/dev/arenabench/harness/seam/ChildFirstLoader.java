package dev.arenabench.harness.seam;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Defines this project's classes anew, from a class path of its own, and takes only what the sides
/// share (this package, and all that is not the project's) from the parent.
///
/// Two loaders in one JVM give two copies of the front end and of a twin: two sets of profiles, and
/// call sites that each see one implementor. With different class paths they are two versions of
/// the code.
public final class ChildFirstLoader extends URLClassLoader {
  private static final String PROJECT = "dev.arenabench.";
  private static final String SHARED = "dev.arenabench.harness.seam.";

  /// A class of each module, by which its place on the class path is found.
  private static final List<String> MARKERS =
      List.of(
          "dev/arenabench/syntax/TreeBuilder.class",
          "dev/arenabench/arena/Arena.class",
          "dev/arenabench/harness/contender/Rigs.class");

  static {
    registerAsParallelCapable();
  }

  /// @param name shown in stack traces
  /// @param classPath folders (ending in `/`) and jars of the project's modules
  public ChildFirstLoader(String name, List<URL> classPath) {
    super(name, classPath.toArray(URL[]::new), ChildFirstLoader.class.getClassLoader());
  }

  /// A loader of the code that runs now.
  public static ChildFirstLoader ofThisCode(String name) {
    return new ChildFirstLoader(name, thisCode());
  }

  /// Where the code that runs now is.
  ///
  /// @throws IllegalStateException if a module is missing from the class path
  public static List<URL> thisCode() {
    Set<URI> places = new LinkedHashSet<>();
    for (String marker : MARKERS) {
      URL url = ChildFirstLoader.class.getClassLoader().getResource(marker);
      if (url == null) {
        throw new IllegalStateException("class=" + marker + " is not on the class path");
      }
      places.add(place(url, marker));
    }
    return places.stream().map(ChildFirstLoader::url).toList();
  }

  /// The places of a class path as the system writes one.
  public static List<URL> classPath(String path) {
    return java.util.Arrays.stream(path.split(java.io.File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> url(Path.of(entry).toUri()))
        .toList();
  }

  private static URI place(URL url, String marker) {
    String text = url.toString();
    String place = text.substring(0, text.length() - marker.length());
    if (place.startsWith("jar:") && place.endsWith("!/")) {
      place = place.substring("jar:".length(), place.length() - "!/".length());
    }
    try {
      return new URI(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("url=" + url, e);
    }
  }

  private static URL url(URI place) {
    try {
      return place.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("place=" + place, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isOwn(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        found = findClass(name);
      }
      if (resolve) {
        resolveClass(found);
      }
      return found;
    }
  }

  /// Whether this loader has defined the class; classes of the parent do not count.
  public boolean hasDefined(String name) {
    synchronized (getClassLoadingLock(name)) {
      return isOwn(name) && findLoadedClass(name) != null;
    }
  }

  private static boolean isOwn(String name) {
    return name.startsWith(PROJECT) && !name.startsWith(SHARED);
  }

  /// Resources of the project are those of this side too.
  @Override
  public URL getResource(String name) {
    if (name.startsWith("dev/arenabench/")) {
      URL own = findResource(name);
      if (own != null) {
        return own;
      }
    }
    return super.getResource(name);
  }
}
