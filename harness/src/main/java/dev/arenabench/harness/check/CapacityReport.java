package dev.arenabench.harness.check;

import dev.arenabench.arena.CapacityAdvice;
import java.util.List;

/// What capacity arenas need for the trees of a corpus; `capacity --json` prints it as it stands.
///
/// @param files how many were parsed
/// @param rejected how many were not, since they are no programs of their dialect
/// @param sourceBytes of the parsed files
/// @param treeBytes of their trees
/// @param tree bytes of a file's tree per source byte
/// @param room bytes of a file's tree and of what waits while it is built, per source byte
/// @param slopes for each of some shares of the files, the slope that was enough: `fixedBytes +
///   slope × source bytes` was room for a tree and what waits
/// @param fixedBytes the same for every source
/// @param builtInSlope what is used where no corpus was looked at
public record CapacityReport(
    int files,
    int rejected,
    long sourceBytes,
    long treeBytes,
    CapacityAdvice.Statistics tree,
    CapacityAdvice.Statistics room,
    List<Slope> slopes,
    long fixedBytes,
    double builtInSlope) {
  public CapacityReport {
    slopes = List.copyOf(slopes);
  }

  /// @param share of the files, above 0 and up to 1
  /// @param bytesPerSourceByte never less than they needed, and at most 1.1 % more
  public record Slope(double share, double bytesPerSourceByte) {}
}
