package dev.arenabench.harness.record;

import java.util.List;

/// One answer to a [Row]: the unit of every statistic.
///
/// @param position place in the whole run, from 0
/// @param index place among the row's units, from 0
/// @param seed decides the order
/// @param order in a duel the turns of the first block (`ABBA` or `BAAB`, A the subject), after
///   which both orders alternate; in a solo pair `AB` or `BA`
/// @param forks one for a duel, two for a solo pair, in the order in which they ran
public record UnitRecord(
    Row row, int position, int index, long seed, String order, List<ForkRecord> forks) {
  public UnitRecord {
    forks = List.copyOf(forks);
  }

  /// Whether every fork gave a result.
  public boolean isComplete() {
    return forks.stream().allMatch(fork -> fork.failure() == null);
  }
}
