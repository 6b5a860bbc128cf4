package dev.arenabench.harness.seam;

/// What a parser told its builder about one source: a stream of operations that can be played again
/// without a parser.
///
/// @param sourceBytes length of the source
/// @param words each operation and its `int` arguments
/// @param numbers the 64-bit arguments, in the order in which they occur
public record Recording(int sourceBytes, int[] words, long[] numbers) {}
