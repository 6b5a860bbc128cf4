/// From records to answers: what a run says, ready to be shown.
///
/// An [Outcome] holds one [RowOutcome] for each planned row, with a [UnitOutcome] for each fork or
/// pair that was tried, and one [ProbeOutcome] for each exact figure. Nothing here is stored: it is
/// computed from the records of [dev.arenabench.harness.record] by the methods of
/// [dev.arenabench.harness.statistics] whenever it is wanted.
///
/// Inside, y = ln(contender / baseline), as everywhere. Shown, a ratio is *baseline : contender*
/// (heap : arena), «how many times more the heap costs», in one direction everywhere:
/// [RowOutcome#costRatio()], [ProbeOutcome#ratio(String, String)], [MeanOutcome#costRatio()] and
/// [NetOutcome#costRatio()] are the only places that turn it round.
@NullMarked
package dev.arenabench.harness.outcome;

import org.jspecify.annotations.NullMarked;
