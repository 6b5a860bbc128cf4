package dev.arenabench.harness.record;

import org.jspecify.annotations.Nullable;

/// What the machine did meanwhile; `null` where the platform does not tell.
///
/// @param stealPercent share of the CPU time that the hypervisor took, 0–100
/// @param pressurePercent share of time in which some task waited for a CPU (PSI `some`), 0–100
/// @param load load average over one minute at the end
public record MachineSample(
    @Nullable Double stealPercent, @Nullable Double pressurePercent, @Nullable Double load) {}
