package dev.arenabench.harness.seam;

/// A corpus as streams of constructs.
///
/// @param files one stream for each source, in their order
/// @param symbols the bytes of the symbols that the streams speak of; the first is symbol 1
public record Recordings(Recording[] files, byte[][] symbols) {}
