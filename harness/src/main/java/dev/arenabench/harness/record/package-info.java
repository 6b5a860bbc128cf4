/// What a run leaves on disk, as records that Jackson reads and writes: a [Row] is a question, a
/// [UnitRecord] one answer to it (a duel fork, or a pair of solo forks), a [ForkRecord] one JVM
/// with all its iterations, a [ProbeRecord] one exact figure, a [RunRecord] everything else that a
/// reader must know. Raw only: no statistic is stored, so that each can be computed again.
@org.jspecify.annotations.NullMarked
package dev.arenabench.harness.record;
