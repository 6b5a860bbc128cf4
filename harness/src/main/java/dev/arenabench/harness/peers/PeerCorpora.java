package dev.arenabench.harness.peers;

import dev.arenabench.harness.contender.Rigs;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.plan.Peer;
import dev.arenabench.harness.seam.ChildFirstLoader;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a peer's duels are about: the files of a corpus that both sides take.
///
/// A file that a peer rejects is no work for it, so it must be none for its opponent: it is left
/// out of that peer's duels, on both sides, and of no other's. Where nothing is left out all peers
/// share the corpus; where something is, the rest has a name of its own, `NAME-for-PEER`.
///
/// @param corpus `null` if there is no file that both take
/// @param files how many this project's own parser takes
/// @param leftOut file → why, of those
public record PeerCorpora(
    Peer peer, @Nullable Corpus corpus, int files, Map<String, String> leftOut) {
  private static final int LISTED = 40;

  public PeerCorpora {
    leftOut = new LinkedHashMap<>(leftOut);
  }

  /// File → why, of those that this project's own parser does not take.
  ///
  /// @throws IllegalArgumentException if these are all
  public static Map<String, String> notOurs(Corpus corpus) {
    Source[] sources = ForkSources.of(corpus);
    Map<String, String> rejected = rejected(new Rigs(), "arena", sources);
    if (rejected.size() == sources.length) {
      throw new IllegalArgumentException(
          "corpus="
              + corpus.name()
              + " has no file that is a program: "
              + rejected.values().iterator().next());
    }
    return rejected;
  }

  /// Tries every file with every peer.
  ///
  /// @param corpus without what is [#notOurs]
  public static List<PeerCorpora> of(Corpus corpus, List<Peer> peers, PeerBuild build)
      throws IOException {
    Source[] sources = ForkSources.of(corpus);
    List<PeerCorpora> corpora = new ArrayList<>();
    try (ChildFirstLoader loader = build.loader()) {
      for (Peer peer : peers) {
        corpora.add(of(corpus, peer, rejected(PeerBuild.factory(loader), peer.id(), sources)));
      }
    }
    return corpora;
  }

  static PeerCorpora of(Corpus taken, Peer peer, Map<String, String> rejected) {
    int files = taken.files().size();
    Corpus both =
        rejected.isEmpty()
            ? taken
            : rejected.size() == files
                ? null
                : taken.without(rejected.keySet()).renamed(taken.name() + "-for-" + peer.id());
    return new PeerCorpora(peer, both, files, rejected);
  }

  /// File → why, in the order of the files.
  private static Map<String, String> rejected(RigFactory factory, String side, Source[] sources) {
    Map<String, String> rejected = new LinkedHashMap<>();
    for (Source source : sources) {
      Source[] alone = {source};
      try (Rig rig = factory.create(new RigRequest(Peer.SUITE, Peer.SUITE, side, alone, null))) {
        rig.pass();
      } catch (IllegalArgumentException e) {
        rejected.put(source.name(), reason(e, source));
      }
    }
    return rejected;
  }

  private static String reason(IllegalArgumentException e, Source source) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String start = "source=" + source.name() + ": ";
    return line.startsWith(start) ? line.substring(start.length()) : line;
  }

  /// `17 of 33 files of shipped`; empty if nothing is left out.
  public String leftOutCount(String corpusName) {
    return leftOut.isEmpty() ? "" : leftOut.size() + " of " + files + " files of " + corpusName;
  }

  /// The names of what is left out, as many as can be read, and why the first is.
  public String leftOutNames() {
    List<String> names = leftOut.keySet().stream().limit(LISTED).toList();
    String more = leftOut.size() > LISTED ? ", and " + (leftOut.size() - LISTED) + " more" : "";
    return String.join(", ", names) + more + "; the first: " + leftOut.get(names.getFirst());
  }
}
