/// What both sides of a duel share: interfaces and records of JDK types only. Everything else of
/// this project is loaded once for each side by a [dev.arenabench.harness.seam.ChildFirstLoader],
/// so that neither side's classes, profiles or compiled code depend on the other's.
@NullMarked
package dev.arenabench.harness.seam;

import org.jspecify.annotations.NullMarked;
