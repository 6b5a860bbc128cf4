package dev.arenabench.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.Token;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCounterTest {
  private static int count(Dialect dialect, String source) throws SyntaxException {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    Lexer lexer = new Lexer(new Interner());
    lexer.reset(bytes, bytes.length, dialect);
    LocalCounter counter = new LocalCounter(dialect);
    for (int token = lexer.next(); token != Token.EOF; token = lexer.next()) {
      int start = lexer.start();
      boolean isFirst = start == 0 || bytes[start - 1] == '\n';
      counter.token(token, source.substring(start, lexer.end()), isFirst);
    }
    return counter.count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "local a, b = c, d; 2",
        "local function f(x) local y end; 1",
        "a.b = c; 0",
        "function f(x) end; 0"
      })
  void count_lua_isTheNumberOfLocals(String source, int count) throws SyntaxException {
    assertEquals(count, count(Dialect.LUA_5_4, source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "local a, b = c, d; 2",
        "export const {a, b} = c; 2",
        "const [a, ...b] = c; 2",
        "import {a, b} from 'm'; 3",
        "import type * as a from 'm'; 4",
        "export abstract class C<T> extends D(a) {}; 1",
        "export {a, b}; 0",
        "export default function f(x) end; 0",
        "@sealed final class C {}; 1",
        "interface I { a: A }; 0",
        "type T = U; 0",
        "namespace a.b { const c = 1 }; 1"
      })
  void count_typedLua_isAtLeastTheNumberOfLocals(String source, int count) throws SyntaxException {
    assertEquals(count, count(Dialect.TYPED_LUA, source));
  }
}
