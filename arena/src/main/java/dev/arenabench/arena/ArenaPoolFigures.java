package dev.arenabench.arena;

/// What an [ArenaPool] holds and did, all at one moment. `leased + idle ≤ maxArenas`, and every
/// arena that was created is leased, idle or discarded.
///
/// @param leased arenas that are out now, or being made for somebody
/// @param idle arenas that wait for somebody
/// @param idleBytes their [Arena#capacityBytes] together
/// @param leaseCount how often an arena was handed out
/// @param createdCount how many arenas were made
/// @param discardedCount how many of them were closed: at their return, to make room, or with the
///   pool
/// @param waitCount how often somebody had to wait because all arenas were out, whether or not one
///   came in time
public record ArenaPoolFigures(
    int leased,
    int idle,
    long idleBytes,
    long leaseCount,
    long createdCount,
    long discardedCount,
    long waitCount) {}
