package dev.arenabench.harness.peers;

import dev.arenabench.harness.plan.Peer;
import dev.arenabench.harness.seam.ChildFirstLoader;
import dev.arenabench.harness.seam.RigFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The peers as the Maven profile left them.
///
/// @param classPath of a side that is a peer: its rigs, and the libraries that only they need
public record PeerBuild(String classPath) {
  /// The class that makes the peers' rigs.
  public static final String FACTORY = "dev.arenabench.peers.PeerRigs";

  /// What makes them, from the project's folder.
  public static final String COMMAND = "./mvnw -Ppeers test-compile";

  private static final String VERSIONS = "dev/arenabench/peers/versions.properties";

  /// The peers in a project.
  ///
  /// @throws IllegalStateException if they were not built; the message says what to do
  public static PeerBuild of(Path project) throws IOException {
    Path target = project.resolve("harness/peers/target");
    Path classes = target.resolve("classes");
    Path libraries = target.resolve("classpath.txt");
    Path factory = classes.resolve(FACTORY.replace('.', '/') + ".class");
    if (!Files.exists(factory) || !Files.exists(libraries)) {
      throw new IllegalStateException(
          "the peers are not built: run "
              + COMMAND
              + " in "
              + project.toAbsolutePath().normalize()
              + " first (other parsers are fetched then, which nothing else needs)");
    }
    return new PeerBuild(
        classes.toAbsolutePath() + File.pathSeparator + Files.readString(libraries).strip());
  }

  /// A loader of the peers; the caller closes it.
  ChildFirstLoader loader() {
    return new ChildFirstLoader("peers", ChildFirstLoader.classPath(classPath));
  }

  /// What a loader's rigs are made by.
  static RigFactory factory(ChildFirstLoader loader) {
    return RigFactory.open(loader, FACTORY);
  }

  /// What a peer is, with its version.
  public String description(Peer peer) throws IOException {
    Properties versions = new Properties();
    try (ChildFirstLoader loader = loader();
        InputStream in = loader.getResourceAsStream(VERSIONS)) {
      if (in == null) {
        throw new IOException("resource=" + VERSIONS + " is missing; run " + COMMAND + " again");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        versions.load(reader);
      }
    }
    return versions.getProperty(peer.id(), peer.title());
  }
}
