package dev.arenabench.peers;

import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;

/// Makes the rigs of all peers. The harness finds it by its name, in a side's loader.
public final class PeerRigs implements RigFactory {
  /// For the harness.
  public PeerRigs() {}

  @Override
  public Rig create(RigRequest request) {
    return switch (request.side()) {
      case "reference" -> new ReferenceRig(request.sources());
      case "luaj" -> new LuajRig(request.sources());
      case "antlr" -> new AntlrRig(request.sources());
      default -> throw new IllegalArgumentException("peer=" + request.side() + " is not known");
    };
  }

  @Override
  public Recordings record(Source[] sources) {
    throw new UnsupportedOperationException("a peer has parsers of its own and records nothing");
  }
}
