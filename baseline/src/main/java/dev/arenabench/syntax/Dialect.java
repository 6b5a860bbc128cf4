package dev.arenabench.syntax;

/// Which language a file is read as.
public enum Dialect {
  /// Exactly Lua 5.4.
  LUA_5_4,

  /// Lua 5.4 and the declarations, statements, expressions, types and patterns that `GRAMMAR.md`
  /// adds.
  TYPED_LUA,
}
