/// Carries a plan out: [dev.arenabench.harness.run.Runner] starts one fork after the other, notes
/// each unit in the [dev.arenabench.harness.run.Journal] before the next one starts, and leaves a
/// [dev.arenabench.harness.run.RunFolder] that reports read. A run that was killed is taken up
/// again where the journal ends.
@NullMarked
package dev.arenabench.harness.run;

import org.jspecify.annotations.NullMarked;
