package dev.arenabench.harness.record;

/// Which sources were measured.
///
/// @param sha256 over names and bytes, in hexadecimal
public record CorpusRecord(String name, int files, long bytes, long nodes, String sha256) {}
