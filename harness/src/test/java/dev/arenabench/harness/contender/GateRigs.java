package dev.arenabench.harness.contender;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import dev.arenabench.syntax.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rigs over the shipped programs of both dialects, for the tests that let no timing be trusted
/// before all contenders agree.
final class GateRigs {
  /// A rig is reused from pass to pass; so it is here.
  private static final int PASSES = 10;

  static final Source[] SOURCES = shipped();

  private GateRigs() {}

  private static Source[] shipped() {
    return Arrays.stream(Dialect.values())
        .flatMap(dialect -> Arrays.stream(ForkSources.of(Corpus.shipped(dialect))))
        .toArray(Source[]::new);
  }

  static Rig rig(String suite, String measure, String side) {
    Recordings recordings = suite.equals("build") ? new Rigs().record(SOURCES) : null;
    return new Rigs().create(new RigRequest(suite, measure, side, SOURCES, recordings));
  }

  /// The checksum of each of ten passes of the same rig.
  static List<Long> checksums(String suite, String measure, String side) {
    List<Long> checksums = new ArrayList<>();
    try (Rig rig = rig(suite, measure, side)) {
      for (int i = 0; i < PASSES; i++) {
        rig.prepare();
        checksums.add(rig.pass());
      }
    }
    return checksums;
  }

  static List<Long> tenTimes(long checksum) {
    return java.util.Collections.nCopies(PASSES, checksum);
  }
}
