/// Exact figures, each from a fork of its own: how many objects of which class one pass allocates
/// ([dev.arenabench.harness.probe.AllocationsProbe]), how many bytes
/// ([dev.arenabench.harness.probe.BytesProbe]), and what finished trees occupy
/// ([dev.arenabench.harness.probe.FootprintProbe]). No clock is read here. A figure that could not
/// be had is recorded as not measured, with the reason; never as zero.
@org.jspecify.annotations.NullMarked
package dev.arenabench.harness.probe;
