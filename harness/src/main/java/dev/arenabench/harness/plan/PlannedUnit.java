package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Row;

/// One answer that is to be had: a duel fork, or a pair of solo forks.
///
/// @param position place in the whole run, from 0
/// @param index place among the row's units, from 0
/// @param seed of everything that is random in the unit
/// @param order `ABBA` or `BAAB` for a duel, `AB` or `BA` for a pair
public record PlannedUnit(int position, Row row, int index, long seed, String order) {}
