/// Coverage-guided fuzzing with Jazzer, for the tests of all modules.
///
/// A fuzz target is a method with `@FuzzTest`. A test gives it all
/// [FuzzSeeds][dev.arenabench.fuzz.FuzzSeeds]; then a [Campaign][dev.arenabench.fuzz.Campaign] lets
/// Jazzer go on from them. Every test run has a short campaign for each target; `mvn -Pfuzz test`
/// runs long ones, with `-Dfuzz.seconds` and `-Dfuzz.target`.
///
/// A campaign that finds something fails, and prints the input as the line that makes it a seed:
/// add it to `findings.txt`, with a comment that says what was wrong.
@NullMarked
package dev.arenabench.fuzz;

import org.jspecify.annotations.NullMarked;
