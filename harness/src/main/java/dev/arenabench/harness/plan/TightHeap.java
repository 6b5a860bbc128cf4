package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Row;
import java.util.List;

/// The heap of forks that keep the trees of a whole corpus: what the fork holds besides, and of the
/// heap twin's trees half as much again.
///
/// Both sides of a row get it. It is made for the objects, since that is the machine that somebody
/// has who uses them; how much of it the arena leaves free is its gain. The multiple counts for the
/// trees alone: sources, front end and harness are in the heap of either side, and were they
/// multiplied too, a corpus of long comments would get more room than one of dense code.
///
/// @param baseBytes that live in a fork while no tree does
/// @param treeBytes that the heap twin's trees add to that, with references as wide as the row's
///   collector has them
public record TightHeap(long baseBytes, long treeBytes) {
  /// How often the trees' bytes fit in beside the base.
  public static final double MULTIPLE = 1.5;

  private static final long MEBIBYTE = 1L << 20;

  public TightHeap {
    if (baseBytes <= 0 || treeBytes <= 0) {
      throw new IllegalArgumentException("baseBytes=" + baseBytes + ", treeBytes=" + treeBytes);
    }
  }

  /// Whether forks of the row have such a heap.
  public static boolean isFor(Row row) {
    return row.suite().equals("retain") || row.suite().equals("collect");
  }

  /// Size of the heap: whole mebibytes, rounded up.
  public long bytes() {
    return Math.ceilDiv(baseBytes + (long) Math.ceil(MULTIPLE * treeBytes), MEBIBYTE) * MEBIBYTE;
  }

  /// One size from the start.
  public List<String> flags() {
    long mebibytes = bytes() / MEBIBYTE;
    return List.of("-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m");
  }
}
