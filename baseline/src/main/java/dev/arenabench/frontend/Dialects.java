package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;

/// Which dialect a file is in, unless it is stated.
public final class Dialects {
  private Dialects() {}

  /// By the file's extension: `.lua` and `.nse` are Lua, and so is what is not known.
  public static Dialect of(String fileName) {
    return Dialect.LUA_5_4;
  }
}
