/// From log ratios to verdicts.
///
/// The datum is y = ln(contender / baseline), one per *unit*: a duel fork, or a pair of solo forks
/// adjacent in time. Iterations inside a fork share its code layout, its compilation decisions and
/// its neighbours, so they are not independent and never count as units. Everything here works on
/// `double[]` of such y, in log space, where a ratio and its inverse are mirror images; only
/// [Estimate#ratio()] and its kin leave it.
///
/// | question | answered by |
/// |---|---|
/// | how large is the difference | [Estimates#median], second opinions [Estimates#mean] and [Bootstrap] |
/// | can it be chance | [SignFlip], second opinion [PairedT]; [Holm] where many are asked at once |
/// | does it matter | [Margin], widened by the row's own [NoiseFence] |
/// | so which is it | [Verdicts] |
/// | over many files | [GeometricMean] |
/// | against history | [RatioOfRatios] |
/// | without what both sides have in common | [NetOfFloor] |
/// | how many units would settle it | [RequiredUnits] |
/// | was the fork steady, are the units independent | [Stability], [Autocorrelation] |
///
/// Pure functions: no input is modified, nothing is read or written, and what is random takes a
/// seed and gives the same answer for the same seed. Not promised: the same answer over a change of
/// the sampling code for inputs that are sampled and not enumerated.
@NullMarked
package dev.arenabench.harness.statistics;

import org.jspecify.annotations.NullMarked;
