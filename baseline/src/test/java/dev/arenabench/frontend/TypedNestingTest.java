package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.DumpBuilder;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nests is limited, what is only long is not, and nothing takes more than linear time.
class TypedNestingTest {
  private final Interner interner = new Interner();
  private final Parser parser = new Parser(interner);

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "array § x = § [ § 1 §] § ",
        "array of calls § x = § [f( § 1 § )] § ",
        "conditional, right § x = § a ? b : § c § '' § ",
        "conditional, middle § x = § a ? § c § : d § ",
        "conditional, left § x = § (a ? § b § : c) § ",
        "arrow § x = § a => § b § '' § ",
        "arrow in parentheses § x = § (a: T) => § b § '' § ",
        "arrow with block § x = § a => { return § b § } § ",
        "arrow as default § x = § (a = § b § ) => c § ",
        "bang § x = § ! § a § '' § ",
        "template § x = § `${ § a § }` § ",
        "try expression § x = § try § a § catch b § ",
        "try expression, right § x = § try a catch § b § '' § ",
        "match § x = § match § a § {} § ",
        "match arm § x = § match a { _ => § 1 § } § ",
        "match block § x = § match a { _ => { x = § 1 § } } § ",
        "match guard § x = § match a { _ when § 1 § => 1 } § ",
        "new § x = § new C( § 1 § ) § ",
        "optional index § x = § a?.[ § 1 § ] § ",
        "optional call § x = § a?.( § 1 § ) § ",
        "generic call § x = § a<T>( § 1 § ) § ",
        "spread § x = § [... § a § ] § ",
        "coalesce in parentheses § x = § (a ?? § b § ) § ",
        "right operand § x = § a ^ ! § b § '' § ",
        "function type § type T = § (a: § A § ) => B § ",
        "function type, result § type T = § () => § A § '' § ",
        "paren type § type T = § ( § A § ) § ",
        "tuple § type T = § [ § A § ] § ",
        "object § type T = § {a: § A § } § ",
        "mapped § type T = § {[K in § A § ]: B} § ",
        "method § type T = § {m(): § A § } § ",
        "type arguments § type T = § A< § B § > § ",
        "indexed § type T = § A[ § B § ] § ",
        "keyof § type T = § keyof § A § '' § ",
        "infer § type T = § infer U extends § A § '' § ",
        "conditional type § type T = § A extends B ? C : § D § '' § ",
        "conditional type, middle § type T = § A extends B ? § C § : D § ",
        "template type § type T = § `${ § A § }` § ",
        "array type § type T = A § [] § '' § '' § ",
        "nullable type § type T = A § ? § '' § '' § ",
        "predicate § type T = § (a) => a is § A § '' § ",
        "type parameters § type T = § <T extends § A § >() => B § ",
        "array pattern § local § [ § a § ] § = b",
        "object pattern § local § {a: § b § } § = c",
        "pattern default § local a = § match b { [_ = § 1 § ] => 0} § ",
        "template pattern § x = match a { § `${ § b § }` § => 0}",
        "class § '' § class C { m() § '' § end } § ",
        "property § x = § a => { class C { b = § 1 § } } § ",
        "interface § '' § interface I { m() { § '' § } } § ",
        "enum § '' § enum E { ; m() § '' § end } § ",
        "namespace § '' § namespace a { § '' § } § ",
        "declared namespace § declare § namespace a { § '' § } § ",
        "try § '' § try § '' § catch end § ",
        "catch § '' § try catch § '' § end § ",
        "finally § '' § try finally § '' § end § ",
        "braces § '' § function f() { § '' § } § ",
        "decorator § x = § a => { @b( § 1 § ) class C {} } § ",
      })
  void nesting_ofEachKind_isLimited(
      String name, String head, String open, String middle, String close, String tail)
      throws SyntaxException {
    int limit = 0;
    while (rejection(nested(head, open, middle, close, tail, limit + 1)).isEmpty()) {
      limit++;
      assertTrue(limit < 300, name);
    }
    assertTrue(limit >= 45, name + ", limit=" + limit);
    String message = "nesting deeper than 199 levels near ";
    for (int depth : new int[] {limit + 1, limit + 2, 1_000, 50_000}) {
      String rejection = rejection(nested(head, open, middle, close, tail, depth));
      assertTrue(rejection.startsWith(message), name + ", limit=" + limit + ": " + rejection);
    }
  }

  private static String nested(
      String head, String open, String middle, String close, String tail, int depth) {
    return head
        + " "
        + (open + " ").repeat(depth)
        + middle
        + (" " + close).repeat(depth)
        + (tail == null ? "" : " " + tail);
  }

  /// Empty if it is a program.
  private String rejection(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    try {
      parser.parse(bytes, Dialect.TYPED_LUA, NoTree.INSTANCE);
      return "";
    } catch (SyntaxException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "x = a § ?? b",
        "x = a § |> b",
        "x = a § instanceof b",
        "x = a § != b",
        "x = a § as T",
        "x = a § ?.b",
        "x = a § ?.[1]",
        "x = a § ?.()",
        "x = a § <T>()",
        "a § |> b",
        "a() § :b<T>()",
        "x = [a § , ...b]",
        "x = `a § ${b}`",
        "x = a < b § , a < b",
        "x = {a < b § , a < b}",
        "f(a < a < b § , a < a < b)",
        "x = {a<a<b> § , a<a<b>}",
        "type T = A § | B",
        "type T = A § & B",
        "type T = A<A § , B>",
        "type T = [A § , b?: B]",
        "type T = {a: A § ; b?: B}",
        "local [a § , b]",
        "local {a § , b: c}",
        "f() § x += 1",
        "f() § x = (a):b()",
        "f() § x = (function() return a < b end)()",
        "f() § x = a ? b : c",
        "f() § const a = 1",
        "f() § class C { a: T }",
        "f() § @a @b() class C {}",
        "f() § import {a} from 'm'",
        "f() § continue",
        "f() § try catch end",
        "@a § @a",
        "class C { a § ; b: T",
        "enum E { a § , b = 1",
        "interface I { a: A § b: B",
        "x = match a { b => 1 § , b | c => 2",
      })
  void length_ofEachKind_isNotLimited(String head, String more) {
    int end = endOf(more);
    String source = head + (" " + more.substring(0, end)).repeat(20_000) + more.substring(end);
    String closed =
        switch (head.substring(0, Math.min(3, head.length()))) {
          case "cla", "enu", "int" -> source + " }";
          case "@a" -> source + " class C {}";
          default -> head.startsWith("x = match") ? source + " }" : source;
        };
    String complete = head.startsWith("local") ? closed + " = a" : closed;
    assertTimeout(Duration.ofSeconds(20), () -> assertEquals("", accepted(complete), head));
  }

  /// Where the part ends that is repeated: what closes the whole comes behind it.
  private static int endOf(String more) {
    if (more.endsWith(")}")) {
      return more.length();
    }
    char last = more.charAt(more.length() - 1);
    boolean isBalanced =
        more.chars().filter(c -> c == '(' || c == '[' || c == '{').count()
            == more.chars().filter(c -> c == ')' || c == ']' || c == '}').count();
    boolean isTick = more.chars().filter(c -> c == '`').count() % 2 == 1;
    boolean isAngle = last == '>' && !more.contains("<");
    return isBalanced && !isTick && !isAngle ? more.length() : more.length() - 1;
  }

  /// Empty if it is a program, or if all that is wrong is that it is no generic call.
  private String accepted(String source) {
    return rejection(source).replaceFirst("^unexpected symbol near '[,}]'$", "");
  }

  /// Whatever comes, only the documented exception does.
  @Test
  void tokensWithoutOrder_anyNumber_leadToNoOtherException() {
    String[] vocabulary =
        ("a b f T 1 1.5 's' ` ${ } { ( ) [ ] < > >> >= = == => ? ?. ?? |> | & + - * ! != @ . .. ..."
                + " , ; : :: += nil true function end if then else do while for in local return not"
                + " match new try abstract class const continue declare enum export final import"
                + " interface namespace rethrow throw type catch finally as instanceof constructor"
                + " default extends from get implements infer is keyof operator override private"
                + " readonly set static throws typeof when any number _ \n")
            .split(" ");
    Random random = new Random(7);
    int rejected = 0;
    for (int i = 0; i < 15_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int length = 1 + random.nextInt(24); length > 0; length--) {
        source.append(vocabulary[random.nextInt(vocabulary.length)]).append(' ');
      }
      if (!parsed(source.toString())) {
        rejected++;
      }
    }
    assertTrue(rejected > 10_000, "rejected=" + rejected);
  }

  /// Everything that there is, with tokens left out, repeated and put elsewhere.
  @Test
  void everything_mutated_leadsToNoOtherException() throws IOException, SyntaxException {
    byte[] all;
    try (var in = TypedNestingTest.class.getResourceAsStream("everything.tl")) {
      all = in.readAllBytes();
    }
    List<String> tokens = new ArrayList<>();
    Lexer lexer = new Lexer(new Interner());
    lexer.reset(all, all.length, Dialect.TYPED_LUA);
    TokenStream stream = new TokenStream(lexer);
    int end = 0;
    String text = new String(all, StandardCharsets.ISO_8859_1);
    for (int token = stream.next(); token != Token.EOF; token = stream.next()) {
      tokens.add(text.substring(end, lexer.end()));
      end = lexer.end();
    }
    assertTrue(parsed(String.join("", tokens)));
    Random random = new Random(8);
    int accepted = 0;
    for (int i = 0; i < 4_000; i++) {
      int from = random.nextInt(tokens.size());
      List<String> mutated =
          new ArrayList<>(tokens.subList(from, Math.min(tokens.size(), from + 200)));
      for (int change = random.nextInt(4); change > 0; change--) {
        int at = random.nextInt(mutated.size());
        switch (random.nextInt(3)) {
          case 0 -> mutated.remove(at);
          case 1 -> mutated.add(at, tokens.get(random.nextInt(tokens.size())));
          default -> mutated.set(at, tokens.get(random.nextInt(tokens.size())));
        }
      }
      if (parsed(String.join("", mutated))) {
        accepted++;
      }
    }
    assertTrue(accepted < 4_000, "accepted=" + accepted);
  }

  /// Parses to a tree of which nothing is left over; what is refused has a place in the source.
  private boolean parsed(String source) {
    DumpBuilder builder = new DumpBuilder(interner, true);
    byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
    return assertDoesNotThrow(
        () -> {
          try {
            parser.parse(bytes, Dialect.TYPED_LUA, builder);
          } catch (SyntaxException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= bytes.length);
            return false;
          }
          builder.dump();
          return true;
        },
        source);
  }

  @Test
  void parse_afterAnError_isAsGoodAsNew() throws SyntaxException {
    for (String wrong :
        List.of(
            "try f(", "type T = A.B<C.D<", "x = `a${", "class C { m() try", "x = {a < b, c <")) {
      byte[] bytes = wrong.getBytes(StandardCharsets.ISO_8859_1);
      assertThrows(
          SyntaxException.class,
          () -> parser.parse(bytes, Dialect.TYPED_LUA, NoTree.INSTANCE),
          wrong);
      DumpBuilder builder = new DumpBuilder(interner, false);
      byte[] right = "catch() x = a < b > (c) type T = E.F".getBytes(StandardCharsets.ISO_8859_1);
      parser.parse(right, Dialect.TYPED_LUA, builder);
      assertEquals(
          Trees.parse(new String(right, StandardCharsets.ISO_8859_1), Dialect.TYPED_LUA, false),
          builder.dump());
    }
  }
}
