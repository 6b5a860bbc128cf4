package dev.arenabench.harness.probe;

import org.openjdk.jol.info.GraphLayout;

/// What finished trees occupy while they are kept: every object reachable from them, header, fields
/// and padding, as laid out by this very JVM, by the Java Object Layout tool.
final class FootprintProbe {
  private FootprintProbe() {}

  /// Objects and bytes reachable from some roots; what several roots share counts once.
  record Footprint(long objects, long bytes) {}

  static Footprint of(Object... roots) {
    GraphLayout layout = GraphLayout.parseInstance(roots);
    return new Footprint(layout.totalCount(), layout.totalSize());
  }
}
