package dev.arenabench.harness.plan;

import java.util.Arrays;
import java.util.List;

/// The collectors of the JVM that rows are measured under; the measure of such a row names one.
public enum Collector {
  /// One thread, compacts.
  SERIAL("serial", "-XX:+UseSerialGC"),
  /// As many threads as there are cores, in pauses.
  PARALLEL("parallel", "-XX:+UseParallelGC"),
  /// The default of machines of the server class: regions, marks beside the program.
  G1("g1", "-XX:+UseG1GC"),
  /// Does nearly all beside the program, by generations; cannot compress references.
  ZGC("zgc", "-XX:+UseZGC"),
  /// Does nearly all beside the program.
  SHENANDOAH("shenandoah", "-XX:+UseShenandoahGC");

  private final String id;
  private final String flag;

  Collector(String id, String flag) {
    this.id = id;
    this.flag = flag;
  }

  /// The collector with that [#id].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Collector of(String id) {
    for (Collector collector : values()) {
      if (collector.id.equals(id)) {
        return collector;
      }
    }
    List<String> known = Arrays.stream(values()).map(Collector::id).toList();
    throw new IllegalArgumentException("collector=" + id + ", known=" + known);
  }

  /// Name in a row's measure.
  public String id() {
    return id;
  }

  /// What the JVM is told.
  public String flag() {
    return flag;
  }

  /// Whether a reference takes four bytes, in a heap of less than 32 GB, and not eight.
  public boolean compressesReferences() {
    return this != ZGC;
  }
}
