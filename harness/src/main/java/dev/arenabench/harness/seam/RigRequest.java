package dev.arenabench.harness.seam;

import org.jspecify.annotations.Nullable;

/// What a rig is for.
///
/// @param suite `lex`, `parse`, `build`, `traverse` or `release`
/// @param measure what within the suite
/// @param side a contender or a floor
/// @param sources the corpus
/// @param recordings the corpus as streams of constructs for `build`, otherwise `null`
public record RigRequest(
    String suite, String measure, String side, Source[] sources, @Nullable Recordings recordings) {}
