package dev.arenabench.harness.probe;

import java.util.List;

/// A figure's fork: what it is called in records, and what its JVM is started with.
enum Probe {
  /// Bytes of one parse in steady state.
  BYTES("bytes", "per-parse", List.of()),
  /// Objects of one parse by class, after all compilers have done their work.
  ALLOCATIONS_C2("allocations", "objects-per-tree-c2", List.of("-XX:-UseTLAB")),
  /// Objects of one parse by class, compiled by C1 only: no escape analysis.
  ALLOCATIONS_C1(
      "allocations", "objects-per-tree-c1", List.of("-XX:-UseTLAB", "-XX:TieredStopAtLevel=1")),
  /// What finished trees occupy, with the headers that are the default.
  FOOTPRINT("footprint", "default-headers", List.of("-XX:-UseCompactObjectHeaders")),
  /// The same with compact headers (JEP 519).
  FOOTPRINT_COMPACT("footprint", "compact-headers", List.of("-XX:+UseCompactObjectHeaders"));

  /// The heap is fixed and the collector is that of the timed forks, so that object sizes and
  /// alignment are theirs.
  private static final List<String> COMMON =
      List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "-XX:+IgnoreUnrecognizedVMOptions");

  private final String probe;
  private final String measure;
  private final List<String> flags;

  Probe(String probe, String measure, List<String> flags) {
    this.probe = probe;
    this.measure = measure;
    this.flags = flags;
  }

  String probe() {
    return probe;
  }

  String measure() {
    return measure;
  }

  /// Flags of the fork, beside those that every JVM of the harness has.
  List<String> flags() {
    return java.util.stream.Stream.concat(COMMON.stream(), flags.stream()).toList();
  }
}
