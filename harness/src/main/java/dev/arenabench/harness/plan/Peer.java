package dev.arenabench.harness.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Another parser of Lua that runs in the JVM, and can therefore fight a duel.
public enum Peer {
  REFERENCE("reference", "load", "the reference implementation's load"),
  LUAJ("luaj", "parse", "LuaJ's parser"),
  ANTLR("antlr", "parse", "ANTLR with its parse tree");

  /// The suite of all rows with a peer.
  public static final String SUITE = "peers";

  private final String id;
  private final String measure;
  private final String title;

  Peer(String id, String measure, String title) {
    this.id = id;
    this.measure = measure;
    this.title = title;
  }

  /// The peer with that [#id].
  public static Optional<Peer> find(String id) {
    return Arrays.stream(values()).filter(peer -> peer.id.equals(id)).findFirst();
  }

  /// The peer with that [#id].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Peer of(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("peer=" + id + ", known=" + ids()));
  }

  /// All ids, in order.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Peer::id).toList();
  }

  /// Name on the command line and in records.
  public String id() {
    return id;
  }

  /// What it does with a source.
  public String measure() {
    return measure;
  }

  /// What it is called in a sentence.
  public String title() {
    return title;
  }
}
