package dev.arenabench.harness.run;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run has besides what a request names and this code brings.
///
/// @param corpora measured instead of those that the request names; empty for those
/// @param environment what else was measured than this code: name → value, in order; the same for
///   two looks, so that a run can be taken up
/// @param findings told beside those of the machine
/// @param forkProperties system properties of every fork, which are not published
public record RunAdditions(
    List<Corpus> corpora,
    Map<String, String> environment,
    List<Finding> findings,
    Map<String, String> forkProperties) {
  /// Nothing.
  public static final RunAdditions NONE =
      new RunAdditions(List.of(), Map.of(), List.of(), Map.of());

  public RunAdditions {
    corpora = List.copyOf(corpora);
    environment = new LinkedHashMap<>(environment);
    findings = List.copyOf(findings);
    forkProperties = Map.copyOf(forkProperties);
  }
}
