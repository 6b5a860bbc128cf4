package dev.arenabench.harness.environment;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which code a run measured, as git tells.
///
/// @param commit full hash, or `null` outside a checkout or without git
/// @param dirty whether tracked files differ from the commit
public record Revision(@Nullable String commit, boolean dirty) {

  /// The revision of the checkout that holds `folder`.
  public static Revision of(Path folder) {
    String commit = Commands.output(folder, List.of("git", "rev-parse", "HEAD"));
    if (commit == null || commit.isEmpty()) {
      return new Revision(null, false);
    }
    String changes =
        Commands.output(folder, List.of("git", "status", "--porcelain", "--untracked-files=no"));
    return new Revision(commit, changes == null || !changes.isEmpty());
  }

  /// The first digits of the commit, `+` if dirty; `unversioned` without one.
  public String shortName() {
    if (commit == null) {
      return "unversioned";
    }
    return commit.substring(0, Math.min(8, commit.length())) + (dirty ? "+" : "");
  }
}
