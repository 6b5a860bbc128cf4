package dev.arenabench.peers;

import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.Source;
import java.nio.ByteBuffer;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// Bytes to the function that the reference implementation's `load` makes of them, dropped before
/// the next file.
///
/// The bytes are in native memory from the start, so that nothing is copied on the way to `load`.
final class ReferenceRig implements Rig {
  private static final byte PRECOMPILED = 0x1B;

  private final Program[] programs;
  private final ByteBuffer[] buffers;
  private final Lua54 lua = new Lua54();

  ReferenceRig(Source[] sources) {
    this.programs = Program.of(sources);
    this.buffers = new ByteBuffer[programs.length];
    for (int i = 0; i < programs.length; i++) {
      Program program = programs[i];
      buffers[i] = ByteBuffer.allocateDirect(program.length());
      buffers[i].put(program.bytes(), 0, program.length()).flip();
    }
  }

  /// How many bytes became functions: there is no tree to be asked for more.
  @Override
  public long pass() {
    long sum = 0;
    for (int i = 0; i < programs.length; i++) {
      load(i);
      if (lua.isFunction(-1)) {
        sum += programs[i].length();
      }
      lua.setTop(0);
    }
    return sum;
  }

  private void load(int index) {
    Program program = programs[index];
    if (program.length() > 0 && program.bytes()[0] == PRECOMPILED) {
      // Not tried: the reference trusts compiled chunks, and a wrong one may end the process.
      throw program.rejected("Lua", new IllegalArgumentException("precompiled chunk"));
    }
    try {
      lua.load(buffers[index], program.name());
    } catch (LuaException e) {
      lua.setTop(0);
      throw program.rejected("Lua", e);
    }
  }

  @Override
  public void close() {
    lua.close();
  }
}
