/// What is timed, as JMH benchmarks: [dev.arenabench.harness.suite.DuelBenchmark] for ratios, and a
/// class for each suite for absolute times of one contender. They only hold the clock; what is done
/// is in the rigs of [dev.arenabench.harness.contender].
///
/// Started by [dev.arenabench.harness.run], one fork at a time. They run under JMH alone too, with
/// the parameters' defaults.
@NullMarked
package dev.arenabench.harness.suite;

import org.jspecify.annotations.NullMarked;
