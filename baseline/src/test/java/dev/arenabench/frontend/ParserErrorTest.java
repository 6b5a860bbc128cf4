package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every text of an error, and its place. The texts are those of the reference implementation, and
/// are held against it.
class ParserErrorTest {
  private static final ReferenceLua REFERENCE = new ReferenceLua();

  private final Parser parser = new Parser(new Interner());

  /// In the sources `¶` stands for a line feed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Statements.
        "end                    | 1:1  | <eof> expected near 'end'",
        "f() end                | 1:5  | <eof> expected near 'end'",
        "return 1 x             | 1:10 | <eof> expected near 'x'",
        "return return          | 1:8  | unexpected symbol near 'return'",
        "x                      | 1:2  | syntax error near <eof>",
        "x y                    | 1:3  | syntax error near 'y'",
        "x.y z                  | 1:5  | syntax error near 'z'",
        "x¶  y()                | 2:3  | syntax error near 'y'",
        "(f())                  | 1:6  | syntax error near <eof>",
        "(x) = 1                | 1:5  | syntax error near '='",
        "f() = 1                | 1:5  | syntax error near '='",
        "a, f() = 1             | 1:8  | syntax error near '='",
        "a, b                   | 1:5  | '=' expected near <eof>",
        "a, b c                 | 1:6  | '=' expected near 'c'",
        "a =                    | 1:4  | unexpected symbol near <eof>",
        "a = 1,                 | 1:7  | unexpected symbol near <eof>",
        "a = = 1                | 1:5  | unexpected symbol near '='",
        "1 = a                  | 1:1  | unexpected symbol near '1'",
        "'s' = a                | 1:1  | unexpected symbol near ''s''",
        "= 1                    | 1:1  | unexpected symbol near '='",
        "@                      | 1:1  | unexpected symbol near '@'",
        "break x                | 1:8  | syntax error near <eof>",
        "goto                   | 1:5  | <name> expected near <eof>",
        "goto end               | 1:6  | <name> expected near 'end'",
        "goto 1                 | 1:6  | <name> expected near '1'",
        "::                     | 1:3  | <name> expected near <eof>",
        "::a                    | 1:4  | '::' expected near <eof>",
        "::a:                   | 1:4  | '::' expected near ':'",
        "local                  | 1:6  | <name> expected near <eof>",
        "local 1                | 1:7  | <name> expected near '1'",
        "local a,               | 1:9  | <name> expected near <eof>",
        "local a.b              | 1:8  | unexpected symbol near '.'",
        "local a <              | 1:10 | <name> expected near <eof>",
        "local a <const         | 1:15 | '>' expected near <eof>",
        "local a <const>=1      | 1:15 | '>' expected near '>='",
        "local a <x>            | 1:10 | unknown attribute 'x'",
        "local a <Const> = 1    | 1:10 | unknown attribute 'Const'",
        "local function         | 1:15 | <name> expected near <eof>",
        "local function a.b()   | 1:17 | '(' expected near '.'",
        "function               | 1:9  | <name> expected near <eof>",
        "function ()            | 1:10 | <name> expected near '('",
        "function a.            | 1:12 | <name> expected near <eof>",
        "function a.1()         | 1:11 | '(' expected near '.1'",
        "function a:b.c()       | 1:13 | '(' expected near '.'",
        "function a:            | 1:12 | <name> expected near <eof>",
        "function a[1]()        | 1:11 | '(' expected near '['",
        "if                     | 1:3  | unexpected symbol near <eof>",
        "if a                   | 1:5  | 'then' expected near <eof>",
        "if a do                | 1:6  | 'then' expected near 'do'",
        "if a then              | 1:10 | 'end' expected near <eof>",
        "if a then¶             | 2:1  | 'end' expected (to close 'if' at line 1) near <eof>",
        "if a then¶else elseif  | 2:6  | 'end' expected (to close 'if' at line 1) near 'elseif'",
        "¶if a then¶until       | 3:1  | 'end' expected (to close 'if' at line 2) near 'until'",
        "while                  | 1:6  | unexpected symbol near <eof>",
        "while a                | 1:8  | 'do' expected near <eof>",
        "while a do             | 1:11 | 'end' expected near <eof>",
        "while a do¶¶x()        | 3:4  | 'end' expected (to close 'while' at line 1) near <eof>",
        "do¶until               | 2:1  | 'end' expected (to close 'do' at line 1) near 'until'",
        "repeat                 | 1:7  | 'until' expected near <eof>",
        "repeat¶end             | 2:1  | 'until' expected (to close 'repeat' at line 1) near 'end'",
        "repeat until           | 1:13 | unexpected symbol near <eof>",
        "for                    | 1:4  | <name> expected near <eof>",
        "for a                  | 1:6  | '=' or 'in' expected near <eof>",
        "for a.b = 1            | 1:6  | '=' or 'in' expected near '.'",
        "for a = 1              | 1:10 | ',' expected near <eof>",
        "for a = 1 do           | 1:11 | ',' expected near 'do'",
        "for a = 1, 2, 3, 4 do  | 1:16 | 'do' expected near ','",
        "for a = 1, 2           | 1:13 | 'do' expected near <eof>",
        "for a, b = 1, 2 do     | 1:10 | 'in' expected near '='",
        "for a, in b do end     | 1:8  | <name> expected near 'in'",
        "for a in do end        | 1:10 | unexpected symbol near 'do'",
        "for a in b             | 1:11 | 'do' expected near <eof>",
        "for a in b do          | 1:14 | 'end' expected near <eof>",
        "for a in b do¶         | 2:1  | 'end' expected (to close 'for' at line 1) near <eof>",
        "for a = 1, 2 do¶       | 2:1  | 'end' expected (to close 'for' at line 1) near <eof>",
        // Functions: where they start is where their parameters do, but for declarations.
        "function f()¶          | 2:1  | 'end' expected (to close 'function' at line 1) near <eof>",
        "function f¶()¶         | 3:1  | 'end' expected (to close 'function' at line 1) near <eof>",
        "x = function¶()¶       | 3:1  | 'end' expected (to close 'function' at line 2) near <eof>",
        "local function f¶()¶   | 3:1  | 'end' expected (to close 'function' at line 2) near <eof>",
        "x = function           | 1:13 | '(' expected near <eof>",
        "x = function f()       | 1:14 | '(' expected near 'f'",
        "x = function(          | 1:14 | <name> or '...' expected near <eof>",
        "x = function(a,)       | 1:16 | <name> or '...' expected near ')'",
        "x = function(..., a)   | 1:17 | ')' expected near ','",
        "x = function(a b)      | 1:16 | ')' expected near 'b'",
        "x = function(1)        | 1:14 | <name> or '...' expected near '1'",
        "x = function(a.b)      | 1:15 | ')' expected near '.'",
        // Expressions.
        "x = (                  | 1:6  | unexpected symbol near <eof>",
        "x = ()                 | 1:6  | unexpected symbol near ')'",
        "x = (1                 | 1:7  | ')' expected near <eof>",
        "x = (1¶                | 2:1  | ')' expected (to close '(' at line 1) near <eof>",
        "x = 1 + * 2            | 1:9  | unexpected symbol near '*'",
        "x = not                | 1:8  | unexpected symbol near <eof>",
        "x = a.                 | 1:7  | <name> expected near <eof>",
        "x = a.end              | 1:7  | <name> expected near 'end'",
        "x = a['b'              | 1:10 | ']' expected near <eof>",
        "x = a[¶1               | 2:2  | ']' expected near <eof>",
        "x = a[]                | 1:7  | unexpected symbol near ']'",
        "x = a:b                | 1:8  | function arguments expected near <eof>",
        "x = a:b.c()            | 1:8  | function arguments expected near '.'",
        "x = a:                 | 1:7  | <name> expected near <eof>",
        "f(                     | 1:3  | unexpected symbol near <eof>",
        "f(1,                   | 1:5  | unexpected symbol near <eof>",
        "f(1                    | 1:4  | ')' expected near <eof>",
        "f(1¶                   | 2:1  | ')' expected (to close '(' at line 1) near <eof>",
        "f(a b)                 | 1:5  | ')' expected near 'b'",
        "x = 'a' 'b'            | 1:9  | unexpected symbol near ''b''",
        "x = 3 'a\\tb\\0c'      | 1:7  | unexpected symbol near ''a\tb'",
        "x = 3 [==[a]==]        | 1:7  | unexpected symbol near '[==[a]==]'",
        "x = 3 [[¶a]]           | 1:7  | unexpected symbol near '[[a]]'",
        "x = 3 0x1F             | 1:7  | unexpected symbol near '0x1F'",
        "x = {                  | 1:6  | unexpected symbol near <eof>",
        "x = {1                 | 1:7  | '}' expected near <eof>",
        "x = {1¶                | 2:1  | '}' expected (to close '{' at line 1) near <eof>",
        "x = {,}                | 1:6  | unexpected symbol near ','",
        "x = {1,,2}             | 1:8  | unexpected symbol near ','",
        "x = {a b}              | 1:8  | '}' expected near 'b'",
        "x = {a =}              | 1:9  | unexpected symbol near '}'",
        "x = {[1]}              | 1:9  | '=' expected near '}'",
        "x = {[1 = 2}           | 1:9  | ']' expected near '='",
        "x = {a.b = 1}          | 1:10 | '}' expected near '='",
        "x = {1 = 1}            | 1:8  | '}' expected near '='",
        "x = }                  | 1:5  | unexpected symbol near '}'",
        "x = a b = 2 c          | 1:14 | syntax error near <eof>",
        "x = 5 // 'a' ! 2       | 1:14 | unexpected symbol near '!'",
        "x != 5                 | 1:3  | syntax error near '!'",
        "x += 5                 | 1:3  | syntax error near '+'",
        // Tokens.
        "x = 3x                 | 1:5  | malformed number near '3x'",
        "¶ x = 'abc             | 2:10 | unfinished string near <eof>",
        "x = 'abc¶'             | 1:5  | unfinished string near ''abc'",
        "x = 'ä\\q'             | 1:7  | invalid escape sequence near ''ä\\q'",
        "¶¶--[[¶a¶b             | 5:2  | unfinished long comment (starting at line 3) near <eof>",
        "x = ä                  | 1:5  | unexpected symbol near '<\\195>'",
        "--ä¶ 'ä' x             | 2:2  | unexpected symbol near ''ä''",
        "f'ä€𝄞' x               | 1:9  | syntax error near <eof>",
      })
  void parse_wrongSource_saysWhatAndWhere(String source, String place, String message) {
    SyntaxException e = refuse(source);
    assertEquals(message, e.getMessage());
    assertEquals(place, e.line() + ":" + e.column());
    byte[] bytes = bytes(source);
    ReferenceLua.Rejection rejection = REFERENCE.rejection(bytes, bytes.length);
    assertNotNull(rejection);
    if (message.chars().allMatch(c -> c < 0x80)) {
      assertEquals(rejection.message(), e.getMessage());
    }
  }

  @AfterAll
  static void closeReference() {
    REFERENCE.close();
  }

  @Test
  void parse_controlCharacter_isShownAsNumber() {
    assertEquals("unexpected symbol near '<\\1>'", refuse("x = \u0001").getMessage());
    assertEquals("unexpected symbol near '<\\127>'", refuse("x = \u007f").getMessage());
    // The reference takes the zero for «no token» here, and shows none.
    assertEquals("unexpected symbol near '<\\0>'", refuse("x = \0").getMessage());
  }

  @Test
  void parse_tooDeep_isRefusedWithPlaceAndLimit() {
    SyntaxException e = refuse("x =\n" + "(".repeat(200));
    assertEquals("nesting deeper than 199 levels near '('", e.getMessage());
    assertEquals("2:199", e.line() + ":" + e.column());
  }

  private SyntaxException refuse(String source) {
    return assertThrows(
        SyntaxException.class, () -> parser.parse(bytes(source), Dialect.LUA_5_4, NoTree.INSTANCE));
  }

  private static byte[] bytes(String source) {
    return source.replace('¶', '\n').getBytes(StandardCharsets.UTF_8);
  }
}
