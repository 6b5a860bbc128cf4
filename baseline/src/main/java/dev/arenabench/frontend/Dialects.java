package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;

/// Which dialect a file is in, unless it is stated.
public final class Dialects {
  private Dialects() {}

  /// By the file's extension: `.tl` (and so `.d.tl`) and `.tlua` are TypedLua; `.lua` and `.nse`
  /// are Lua, and so is what is not known.
  ///
  /// @param fileName may be a path
  public static Dialect of(String fileName) {
    return fileName.endsWith(".tl") || fileName.endsWith(".tlua")
        ? Dialect.TYPED_LUA
        : Dialect.LUA_5_4;
  }
}
