package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;

/// Which dialect a file is in, unless it is stated.
public final class Dialects {
  private Dialects() {}

  /// By the file's extension: `.tl` (so `.d.tl` too) and `.tlua` are TypedLua, all else is Lua.
  public static Dialect of(String fileName) {
    return fileName.endsWith(".tl") || fileName.endsWith(".tlua")
        ? Dialect.TYPED_LUA
        : Dialect.LUA_5_4;
  }
}
