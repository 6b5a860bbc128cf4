package dev.arenabench.peers;

import java.io.Reader;

/// The bytes of a program as characters, one each.
final class ByteReader extends Reader {
  private byte[] bytes = new byte[0];
  private int next;
  private int end;

  void open(Program program) {
    bytes = program.bytes();
    next = 0;
    end = program.length();
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = Math.min(length, end - next);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = (char) (bytes[next + i] & 0xFF);
    }
    next += count;
    return count;
  }

  @Override
  public void close() {
    // Is opened again; LuaJ closes what it has read.
  }
}
