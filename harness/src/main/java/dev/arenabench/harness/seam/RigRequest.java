package dev.arenabench.harness.seam;

import org.jspecify.annotations.Nullable;

/// What a rig is for.
///
/// @param suite `lex`, `parse`, `build`, `traverse`, `release`, `retain`, `allocate`, `batch`,
///   `dialect` or `peers`
/// @param measure what within the suite; of `dialect` the contender that parses
/// @param side a contender, a floor or a peer; of `dialect` as what all sources are read: `lua` or
///   `typed`. Of `batch` one of measure and side is the contender, the other the [Batch#threads]
/// @param sources the corpus
/// @param recordings the corpus as streams of constructs for `build`, otherwise `null`
public record RigRequest(
    String suite, String measure, String side, Source[] sources, @Nullable Recordings recordings) {}
