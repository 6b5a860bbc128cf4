package dev.arenabench.frontend;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// The reference implementation, in-process: what its `load` says about a source.
public final class ReferenceLua implements AutoCloseable {
  private static final String CHUNK = "s";
  private static final byte PRECOMPILED = 0x1B;
  private static final Pattern LOCATED = Pattern.compile(CHUNK + ":(\\d+): (.*)", Pattern.DOTALL);

  private final Lua54 lua = new Lua54();
  private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);

  /// What is wrong with a source, in the reference's words.
  ///
  /// @param line 0 if the reference names none
  public record Rejection(int line, String message) {
    /// Whether the source is right and only too large for the reference's code generator.
    public boolean isCodeGeneratorLimit() {
      return message.startsWith("function or expression needs too many registers")
          || message.startsWith("control structure too long")
          || message.startsWith("too many constants")
          || message.contains("too many C levels");
    }

    /// Whether the source is right by its grammar.
    public boolean isAboutMeaning() {
      return message.contains("<goto ")
          || message.contains("for <goto>")
          || message.startsWith("break outside")
          || message.contains("already defined")
          || message.startsWith("attempt to assign to const variable")
          || message.startsWith("multiple to-be-closed variables")
          || message.startsWith("cannot use '...' outside")
          || message.startsWith("too many local variables")
          || message.startsWith("too many upvalues");
    }
  }

  /// Null if the source is accepted. Like `loadfile`, skips a byte-order mark and a first line that
  /// starts with `#`.
  public @Nullable Rejection rejection(byte[] source, int length) {
    int from = SourceText.byteOrderMark(source, length);
    if (from < length && source[from] == '#') {
      while (from < length && source[from] != '\n') {
        from++;
      }
    }
    if (from < length && source[from] == PRECOMPILED) {
      // Not tried: the reference trusts compiled chunks, and a wrong one may end the process.
      return new Rejection(0, "bad binary format");
    }
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocateDirect(length);
    }
    buffer.clear().put(source, from, length - from).flip();
    try {
      lua.load(buffer, "=" + CHUNK);
      return null;
    } catch (LuaException e) {
      return rejection(String.valueOf(e.getMessage()));
    } finally {
      lua.setTop(0);
    }
  }

  private static Rejection rejection(String message) {
    Matcher located = LOCATED.matcher(message);
    return located.matches()
        ? new Rejection(Integer.parseInt(located.group(1)), located.group(2))
        : new Rejection(0, message);
  }

  @Override
  public void close() {
    lua.close();
  }
}
