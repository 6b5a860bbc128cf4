package dev.arenabench.harness.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything about a run that is not a measurement: `run.json`.
///
/// @param schema version of the run folder's format
/// @param id name of the run folder
/// @param preset `smoke`, `quick` or `full`
/// @param command what makes the run again
/// @param startedAtMillis Unix time in milliseconds
/// @param finishedAtMillis `null` while it runs, or when it was killed
/// @param revision commit of the code, or `null` outside a git checkout
/// @param dirty whether there were uncommitted changes
/// @param environment JVM, operating system, processor, memory, flags: name → value, in order
/// @param rows the rows that were planned, in order
/// @param unitsPerRow how many units each was to get, by [Row#id]
public record RunRecord(
    int schema,
    String id,
    String preset,
    long seed,
    String command,
    long startedAtMillis,
    @Nullable Long finishedAtMillis,
    @Nullable String revision,
    boolean dirty,
    List<CorpusRecord> corpora,
    Map<String, String> environment,
    List<Finding> findings,
    List<Row> rows,
    Map<String, Integer> unitsPerRow) {
  /// The format that this code writes.
  public static final int SCHEMA = 1;
}
