package dev.arenabench.arena.tree;

import java.util.List;
import java.util.stream.Stream;

/// Programs in `TYPED_LUA`, each written as `print` writes it. Together they have every kind that
/// the dialect adds.
final class TypedSources {
  static final String EXPRESSIONS =
      """
      local a = b ? c : d ? e : f
      local b = a ?? b or c ?? d
      local c = a |> b |> (x => x)
      local d = a instanceof B and a != b or !c
      local e = (a as T).b as U[] as (V?)

      local f = a?.b?.[c]?.(d, ...e)?.f.g[h](i):j(k)
      local g = f<T>(a) + o:m<T, U[]>(b, ...c) + f< <T>(a: T) => T>()
      local h = new C(), new a.b.C<T>(1, ...d):m().x
      local i = [], [1], [ [2], ...a, [ [3]]], t[ [4]]
      local j = {...a, b = 1, [ [c]] = 2, ...d}

      local k = ``, `a`, `${a}`, `a${b}c${`d${e}`}\\n\\`\\${\\\\"'$`
      local l = function<T>(a: T, b?, c = 1, ...d: T[]): T throws E, F
      end
      local m = function(...: any)
        return ...
      end
      local n = x => x, () => 1, (a, b) => a, (a: T): U => {
        return a
      }, <T>(a) => ({}), (...) => {
      }, (...a) => a, x => y => z
      local o = try f() catch try g() catch 0
      local p = (try f() catch g) ?? h

      match a {}
      local q = match f() {
        1 => a,
        _ when b > c => {
          return
        },
        x => x
      }

      f(x => x, try a catch b, ...c)
      f<T>(a)
      o:m<T>()
      f?.()
      new C()
      a() |> b
      local r = - -a ^ !b ? -1 : #c
      """;

  static final String PATTERNS =
      """
      local [a, , b = 1, [c], {d, e: f, [g .. h]: i = 2}, ...l]: T[], m: U = n
      local {j = 3, ...k} = o
      local [], {}, [,], [a, ,], [...b] = c
      local a <const>: T, b <close>: U = c, d
      const a, [b, {c}], d: T = e, f, g

      for i: integer = 1, 2 do
      end
      for [k, v], {x}: T, y: U in pairs(t) do
        continue
      end

      return match v {
        nil => 1,
        true | false => 2,
        1 | -2 | -3.5 | "s" => 3,
        a | b | c => 4,
        [1, _, [x = 2], ...y] => 5,
        {a, b: 1 | 2, c: {d: [e]}, ["f"]: g = 3} => 6,
        `a${b}c` | `` | `${_}` => 7
      }
      """;

  static final String TYPES =
      """
      type A = any | boolean | integer | never | nil | number | string | table | thread
      type B = unknown & userdata & void & C
      type C<T, U extends A, V = B, W extends A & B = C<T>> = a.b.C | D<E<F>> | g.H<I[], J?>
      type D = "s" | 1 | -2 | 3.5 | true | false | `a${B}c${`d`}` | ``

      type E = T[][] | T[K][] | T[ [A]]? | T? ? | (T | U)[] | (() => void)[]
      type F = () => void | <T>(a: T, b?, c?: U, ...d: V[]) => T
      type G = (...) => (...: any) => x is T
      type H = [] | [A] | [ [A], b: B, c?: C, ...D[]]

      type I = {} | {a: A; b?: B; readonly c: C; m(): D} | {n?<T>(a: T): T throws E; [k: K]: V}
      type J = {
        readonly [k: K]: V;
        a: A;
        b: B;
        m();
        c: C
      }
      type K = {[P in T]: U} | {readonly [P in keyof T]?: T[P]} | {-readonly [P in T]-?: U}
      type L = {+readonly [P in T]+?: U}

      type M = T extends U ? A : T extends V ? B : C
      type N = T extends (infer U)[] ? U : T extends (infer V extends W) ? V : never
      type O = keyof T & keyof typeof a | typeof a.b.c
      local f = function(a): a is T
      end
      local g = function(): (a: A) => B throws C
        return x as (y) => typeof y
      end
      """;

  static final String CLASSES =
      """
      class A {}
      final class B extends A {}

      @sealed
      @named.by("x", 1)
      abstract class C<T extends A = B>(private readonly a: T, public b? = 1, c) extends m.B<T>(a, b) implements I, J<T> {
        x;
        static readonly y: number = self.z;
        @observed
        private z?: T;
        w = () => self;
        constructor(a: T, ...)
          self.a = a
        end
        protected constructor()
        end
        m(a)
          return a
        end
        @cached(1)
        public override final n<U>(a: U): T throws E
        end
        abstract o?(): void;
        get p(): T
          return self.x
        end
        static set p(v)
        end
        operator +(o: C<T>): C<T>
        end
        operator ==(o)
        end
        operator < <U>(o: U)
        end
        operator #()
        end
        operator [](k)
        end
        operator []=(k, v)
        end
        public operator ()(...)
        end
        static;
        get: T;
      }

      interface I {}
      interface J<T> extends I, K<T> {
        a: A;
        b?: B;
        readonly c: C;
        m(a: A): B;
        n?<T>();
        [k: K]: V;
        readonly [k: K]: V;
        p(a): B throws C {
          return a
        }
        q() {
        }
      }

      enum D {}
      enum E {
        A,
        B = 1,
        C
      }
      enum F(private x: number, y) implements I, J {
        A(1, ...b),
        B();
        z = 1;
        m()
        end
      }
      enum G {
        ;
        m()
        end
      }

      type A = B
      type A<T> = T
      namespace a {
      }
      namespace a.b.c {
        local d = 1
        namespace e {
        }
      }
      """;

  static final String MODULES =
      """
      import a from "m"
      import * as b from "m"
      import {} from "m"
      import {c, d as e, type f, type g as h} from "m"
      import type i, {j} from "m"
      import k, * as l from "m\\n"
      import {
        m,
        n,
        o,
        p,
        q
      } from "m"

      export const r = 1
      export local s, t = 2
      export local function u()
      end
      export function v.w()
      end
      export @a
      class A {}
      export abstract class B {}
      export interface C {}
      export type D = E
      export enum F {}
      export namespace G {
      }
      export default a + b
      export default class H {}
      export default function w()
      end
      export default function()
      end

      export {}
      export {a, b as c}
      export type {a} from "m"
      export {type a} from "m"
      export * from "m"
      export * as b from "m"
      export type * as b from "m"

      declare function f<T>(a: T, ...): T throws E
      declare function g()
      declare const h: T
      declare type I = J
      declare interface K {
        a: A;
      }
      declare namespace l.m {
        function n()
        const o: T
        type P = Q
        interface R {}
        namespace s {
          const t: U
        }
      }
      """;

  static final String STATEMENTS =
      """
      local t, n = {}, 1
      t.a, n = n, t
      n += 1
      n -= 1
      n *= 2
      n /= 2
      n //= 2
      n %= 2
      n ^= 2
      t.s ..= "x"
      t[1] &= 1
      t[1] |= 1
      n <<= 1
      n >>= 1

      try
        throw new Error("x")
      catch (e: A | B)
        ;(f)()
        rethrow
      catch (e)
      catch
        ;(g)()
      finally
        ;(h)()
      end
      try
        ;(f)()
        ;(g)()
      finally
      end
      try
      catch
      end

      while true do
        if a then
          continue
        end
        break
      end
      const
      [1] = 2
      ;(a)[1] = 2
      throw -x
      """;

  /// What stands between blank lines is a program of its own, and short: tests that damage each bit
  /// take time by the square of the length. Resolve finds nothing wrong with any.
  static final List<String> PROGRAMS =
      Stream.of(EXPRESSIONS, PATTERNS, TYPES, CLASSES, MODULES, STATEMENTS)
          .flatMap(programs -> Stream.of(programs.split("(?<=\\n)\n")))
          .toList();

  /// A program, and what `print` makes of it.
  record Rewritten(String source, String printed) {
    @Override
    public String toString() {
      return source;
    }
  }

  static final List<Rewritten> REWRITTEN =
      List.of(
          new Rewritten("f'x' f{} f{1}", "f(\"x\")\nf({})\nf({1})\n"),
          new Rewritten("x = (a) => b", "x = a => b\n"),
          new Rewritten("x = (a) => { ;; return }", "x = a => {\n  return\n}\n"),
          new Rewritten("function f() { g() }", "function f()\n  g()\nend\n"),
          new Rewritten("function f(a: T) { g() }", "function f(a: T)\n  g()\nend\n"),
          new Rewritten("type A = | B | C", "type A = B | C\n"),
          new Rewritten("type A = & B & C", "type A = B & C\n"),
          new Rewritten("type A = T??", "type A = T? ?\n"),
          new Rewritten("type A = {a: A; b: B;}", "type A = {a: A; b: B}\n"),
          new Rewritten("type A = [a: B,]", "type A = [a: B]\n"),
          new Rewritten("local [a,] = b", "local [a] = b\n"),
          new Rewritten("local [a, ,] = b", "local [a, ,] = b\n"),
          new Rewritten("local {a,} = b", "local {a} = b\n"),
          new Rewritten("x = [a,]", "x = [a]\n"),
          new Rewritten("x = f<A<B>>(c)", "x = f<A<B>>(c)\n"),
          new Rewritten("type A<T = B<C>>= D", "type A<T = B<C>> = D\n"),
          new Rewritten("x = `a\nb\\x41`", "x = `a\\nbA`\n"),
          new Rewritten("class A { a, b; c d e }", "class A {\n  a;\n  b;\n  c;\n  d;\n  e;\n}\n"),
          new Rewritten(
              "class A { readonly static public x }",
              "class A {\n  public static readonly x;\n}\n"),
          new Rewritten("interface A { a: B c: D }", "interface A {\n  a: B;\n  c: D;\n}\n"),
          new Rewritten("enum A { B, C, }", "enum A {\n  B,\n  C\n}\n"),
          new Rewritten("enum A { B; }", "enum A {\n  B\n}\n"),
          new Rewritten("import a, {} from 'm'", "import a from \"m\"\n"),
          new Rewritten("import {a,} from 'm'", "import {a} from \"m\"\n"),
          new Rewritten(
              "x = match v { 1 => {} 2 => 3, }", "x = match v {\n  1 => {\n  },\n  2 => 3\n}\n"),
          new Rewritten("try ;(f)() catch ;(g)() end", "try\n  ;(f)()\ncatch\n  ;(g)()\nend\n"),
          new Rewritten("const\n[1] = 2", "const\n[1] = 2\n"),
          new Rewritten("local const = 1", "local const = 1\n"),
          new Rewritten(
              "type(x) class = 3 match(a) enum{b}", "type(x)\nclass = 3\nmatch(a)\nenum({b})\n"));

  private TypedSources() {}
}
