package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to run, and where to leave it.
///
/// @param seed decides all that is left to chance; `null` for a new one (or, when an unfinished run
///   is taken up, its own)
/// @param corpora names of corpora or paths; empty for the preset's own
/// @param rows asked instead of the preset's own; empty for those
/// @param resultsFolder in which the run folder is made
/// @param name of the run folder, or `null` for one made of time, preset and revision
/// @param takeUp whether an unfinished run of the same plan, code and machine is to be gone on with
/// @param command what makes the run again, for people
public record RunRequest(
    Preset preset,
    @Nullable Long seed,
    List<String> corpora,
    List<PlannedRow> rows,
    Path resultsFolder,
    @Nullable String name,
    boolean takeUp,
    String command) {
  public RunRequest {
    corpora = List.copyOf(corpora);
    rows = List.copyOf(rows);
  }

  /// A preset over its own corpora, taken up where a run of the same plan was broken off.
  public static RunRequest of(Preset preset, Path resultsFolder, String command) {
    return new RunRequest(preset, null, List.of(), List.of(), resultsFolder, null, true, command);
  }
}
