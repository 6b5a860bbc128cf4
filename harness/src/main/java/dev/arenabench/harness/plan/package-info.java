/// Which questions a run asks, how often, and in which order: a
/// [dev.arenabench.harness.plan.Preset] decides rows and effort, a
/// [dev.arenabench.harness.plan.Plan] spreads the units of each row over the whole run. A plan
/// follows from preset, seed and corpora alone, so that a killed run can be taken up again.
@NullMarked
package dev.arenabench.harness.plan;

import org.jspecify.annotations.NullMarked;
