package dev.arenabench.syntax;

import dev.arenabench.syntax.Samples.Rejected;
import dev.arenabench.syntax.Samples.Uses;
import java.util.List;

/// Small programs in `TYPED_LUA`, each for a rule of [Scopes].
final class TypedSamples {
  private TypedSamples() {}

  private static final String CONST = "attempt to assign to const variable 'x'";
  private static final String CONTINUE = "continue outside loop";
  private static final String RETHROW = "rethrow outside catch";
  private static final String VARARG = "cannot use '...' outside a vararg function near '...'";
  private static final String JUMPS = "<goto x> jumps into the scope of local 'a'";

  static final List<Rejected> REJECTED =
      List.of(
          Rejected.of("@continue", CONTINUE),
          Rejected.of("while a do local f = () => { @continue } end", CONTINUE),
          Rejected.of("match a { 1 => { @continue } }", CONTINUE),
          Rejected.of("while a do class C { m() @continue end } end", CONTINUE),
          Rejected.of("for i = 1, 2 do local f = () => { @break } end", "break outside loop"),
          Rejected.of("@rethrow", RETHROW),
          Rejected.of("try @rethrow catch (e) end", RETHROW),
          Rejected.of("try f() catch (e) finally @rethrow end", RETHROW),
          Rejected.of("try f() catch (e) local g = () => { @rethrow } end", RETHROW),
          Rejected.of("while a do try f() catch (e) end @rethrow end", RETHROW),
          Rejected.of("const x = 1 @x = 2", CONST),
          Rejected.of("const {a, b: [x]} = t @x += 1", CONST),
          Rejected.of("const x: number = 1 local f = () => { @x = 2 }", CONST),
          Rejected.of("class x {} @x = 2", CONST),
          Rejected.of("class x { m() @x = 2 end }", CONST),
          Rejected.of("enum x { A } function @x() end", CONST),
          Rejected.of("import x from 'm' @x = 2", CONST),
          Rejected.of("import * as x from 'm' @x = 2", CONST),
          Rejected.of("import {a as x} from 'm' @x = 2", CONST),
          Rejected.of("declare const x: number; @x = 2", CONST),
          Rejected.of("local x <const>: number = 1 @x ..= 2", CONST),
          Rejected.of("local f = a => @...", VARARG),
          Rejected.of("local f = (...a) => @...", VARARG),
          Rejected.of("class C { a = @... }", VARARG),
          Rejected.of("class C { m(...) f(() => @...) end }", VARARG),
          Rejected.of("@goto x local [a] = b ::x:: f()", JUMPS),
          Rejected.of("@goto x class a {} ::x:: f()", JUMPS),
          Rejected.of("match b { 1 => { @goto x local a ::x:: f() } }", JUMPS),
          Rejected.of(
              "local a <close>: T, b <const>, @c <close>: U = 1",
              "multiple to-be-closed variables in local list"),
          Rejected.of(
              "const [" + "a, ".repeat(200) + "@a] = b",
              "too many local variables (limit is 200) in main function"));

  static final List<String> ACCEPTED =
      List.of(
          "while a do continue end",
          "repeat try f() catch continue finally break end until a",
          "for i = 1, 2 do match i { 1 => { continue }, _ => { break } } end",
          "try f() catch (e: E) while a do rethrow end end",
          "try f() catch try g() finally rethrow end end",
          "import {x as a} from 'm' x = 2",
          "namespace x {} x = 1",
          "declare function x() ; x = 1",
          "const x = 1 local f = x => { x = 2 }",
          "const x = 1 match y { [x] => { x = 2 } }",
          "local f = (...) => ...",
          "local f = (...: number) => [...(...)]",
          "match a { 1 => { goto x } } ::x::",
          "goto x do class a {} end ::x:: f()");

  static final List<Uses> USES =
      List.of(
          new Uses("local a, b = 1 local {c, d = a, [b]: e} = f", 2, 0, 1),
          new Uses("local [a, b = a] = c", 1, 0, 1),
          new Uses("local {a = a} = b", 0, 0, 2),
          new Uses("local f = (a, b = a) => a + b + c", 3, 0, 1),
          new Uses("local f = a => () => a, b", 0, 1, 1),
          new Uses(
              "local x = 1 class C extends B(x) { y = x; m() return self, x, C end }", 2, 3, 0),
          new Uses("class P(n, m = n) extends Q(m) { q = n; r = self }", 3, 1, 0),
          new Uses("class C { m() return self end } local a = C, m", 2, 0, 1),
          new Uses(
              "class A { get x() return self end set x(v) self.y = v end"
                  + " operator +(o) return self + o end constructor(p = self) end"
                  + " static z = self }",
              7,
              0,
              0),
          new Uses("class A { abstract m(a = self): typeof a }", 2, 0, 0),
          new Uses("@d(x) class D { @e m() end }", 0, 0, 3),
          new Uses("enum E(a) { A(a), B = E; f() return self end }", 3, 0, 0),
          new Uses("interface I { m(a: typeof b): void; d() { return self, a } }", 1, 0, 2),
          new Uses("match a { [b, c] when b > c => b, {d} => d, _ => e }", 4, 0, 2),
          new Uses("match a { b => {} } f(b)", 0, 0, 3),
          new Uses("type T = typeof a.b local c: typeof c = 1", 0, 0, 2),
          new Uses("declare function f(a: typeof b, b?: typeof a): typeof a", 2, 0, 1),
          new Uses("type F = (a: T) => typeof a", 1, 0, 0),
          new Uses("import a, * as b from 'm' f(a, b)", 2, 0, 1),
          new Uses("import {a, b as c} from 'm' f(a, b, c)", 2, 0, 2),
          new Uses("export {a, b as c}", 0, 0, 0),
          new Uses("try f() catch (e: E) g(e) end h(e)", 1, 0, 4),
          new Uses("for [k, v] in t do f(k, v) end", 2, 0, 2),
          new Uses("namespace n.m { local a = n } n()", 2, 0, 0),
          new Uses("local a = x |> y ?? z?.w", 0, 0, 3),
          new Uses("a += b", 0, 0, 2),
          new Uses("new a.B<typeof c>(d)", 0, 0, 3));
}
