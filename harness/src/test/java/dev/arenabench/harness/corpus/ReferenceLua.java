package dev.arenabench.harness.corpus;

import java.nio.ByteBuffer;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// The reference implementation, in-process.
final class ReferenceLua implements AutoCloseable {
  private final Lua54 lua = new Lua54();

  /// Throws what is wrong if the source is no chunk of Lua 5.4.
  void load(String name, byte[] source) {
    ByteBuffer direct = ByteBuffer.allocateDirect(source.length).put(source).flip();
    try {
      lua.load(direct, name);
    } catch (LuaException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    } finally {
      lua.setTop(0);
    }
  }

  @Override
  public void close() {
    lua.close();
  }
}
