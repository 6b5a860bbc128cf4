package dev.arenabench.peers;

import dev.arenabench.harness.seam.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A source as a peer's parser sees it: without what is no part of Lua's grammar, a byte-order mark
/// and a first line that starts with `#`, both of which `loadfile` skips before it calls `load`.
///
/// @param bytes of the program, and more behind it
/// @param length how many of the bytes are the program
/// @param skipped bytes of the source before the program
record Program(String name, byte[] bytes, int length, int skipped) {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  static Program[] of(Source[] sources) {
    Program[] programs = new Program[sources.length];
    for (int i = 0; i < sources.length; i++) {
      programs[i] = of(sources[i]);
    }
    return programs;
  }

  static Program of(Source source) {
    byte[] bytes = source.padded();
    int to = source.length();
    int from = hasByteOrderMark(bytes, to) ? BYTE_ORDER_MARK.length : 0;
    if (from < to && bytes[from] == '#') {
      while (from < to && bytes[from] != '\n') {
        from++;
      }
    }
    // From the start of an array: not all peers can begin within one.
    byte[] program = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
    return new Program(source.name(), program, to - from, from);
  }

  private static boolean hasByteOrderMark(byte[] bytes, int length) {
    int marked = BYTE_ORDER_MARK.length;
    return length >= marked && Arrays.equals(bytes, 0, marked, BYTE_ORDER_MARK, 0, marked);
  }

  /// What a rig throws for a source that its peer does not take.
  IllegalArgumentException rejected(String peer, Throwable cause) {
    String message = cause instanceof StackOverflowError ? "nested too deep" : cause.getMessage();
    return new IllegalArgumentException("source=" + name + ": " + peer + ": " + message, cause);
  }
}
