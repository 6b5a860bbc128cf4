/// The contenders, and what each does in each measure: a
/// [dev.arenabench.harness.contender.Contender] gives a twin, and a rig drives it over a corpus.
/// Loaded once for each side of a measurement, see [dev.arenabench.harness.seam].
@NullMarked
package dev.arenabench.harness.contender;

import org.jspecify.annotations.NullMarked;
