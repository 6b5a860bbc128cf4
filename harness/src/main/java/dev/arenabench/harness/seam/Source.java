package dev.arenabench.harness.seam;

/// A program.
///
/// @param name of its file; decides the dialect
/// @param padded its bytes, and after them as many zero bytes as the lexer wants
/// @param length how many of the bytes are the program
public record Source(String name, byte[] padded, int length) {
  public Source {
    if (length < 0 || length > padded.length) {
      throw new IllegalArgumentException(
          "name=" + name + ", length=" + length + ", padded=" + padded.length);
    }
  }
}
