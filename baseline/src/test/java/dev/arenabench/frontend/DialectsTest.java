package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.syntax.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
  @ParameterizedTest
  @CsvSource({
    "a.lua, LUA_5_4",
    "scan.nse, LUA_5_4",
    "script, LUA_5_4",
    "a.tl.lua, LUA_5_4",
    "tl, LUA_5_4",
    "a.tl, TYPED_LUA",
    "src/a.d.tl, TYPED_LUA",
    "a.lua.tlua, TYPED_LUA"
  })
  void of_name_goesByTheExtension(String name, Dialect dialect) {
    assertEquals(dialect, Dialects.of(name));
  }
}
