package dev.arenabench.harness.check;

import dev.arenabench.frontend.Dialects;
import dev.arenabench.syntax.Dialect;

/// As what files are read.
public enum DialectChoice {
  /// Each by its name.
  AUTO,

  /// All as Lua 5.4.
  LUA,

  /// All as TypedLua.
  TYPED;

  /// The dialect of a file of that name.
  public Dialect of(String fileName) {
    return switch (this) {
      case AUTO -> Dialects.of(fileName);
      case LUA -> Dialect.LUA_5_4;
      case TYPED -> Dialect.TYPED_LUA;
    };
  }
}
