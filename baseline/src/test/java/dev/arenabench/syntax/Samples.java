package dev.arenabench.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small programs, each for a place where a twin could go wrong.
public final class Samples {
  private Samples() {}

  /// A program that the reference implementation does not load.
  ///
  /// @param source with no markers left
  record Rejected(String source, Diagnostic diagnostic) {
    /// @param marked `@` before the position of the finding, `$` before what it is related to
    static Rejected of(String marked, String message) {
      String source = marked.replace("@", "").replace("$", "");
      int position = marked.replace("$", "").indexOf('@');
      int related = marked.replace("@", "").indexOf('$');
      return new Rejected(source, new Diagnostic(position, message, related));
    }

    /// Short enough for a report.
    @Override
    public String toString() {
      return diagnostic.message() + ": " + source.substring(0, Math.min(source.length(), 60));
    }
  }

  /// How many uses of names a program has.
  record Uses(String source, int local, int upvalue, int global) {}

  /// Together they have every kind, and every turn that `print` has to watch.
  public static final List<String> PROGRAMS =
      List.of(
          "",
          ";;;",
          "return",
          "return nil, true, false, ..., {}, function() end",
          "return 0, 1, 1234567890123456789, 9223372036854775807, 9223372036854775808",
          "return 0xffffffffffffffff, 0x7fffffffffffffff, 0x8000000000000000, 0x1ffffffffffffffff",
          "return 0.0, 1.0, 3., .5, 0.1, 1e15, 1e16, 1e22, 1e23, 123456.789, 1e100, 1e-7, 0x.8p1",
          "return 1e999, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 4.35, 0.3",
          "return 9007199254740993.0, 9007199254740991.5, 0.1e-15, 123456789.12345678, 1/3",
          "return '', 'a', \"it's\", '\"', '\\\\', '\\n"
              + "\\r"
              + "\\t\\0\\1\\0012\\127\\128\\255', '\u00c3\u00a4'",
          "return [[\nlong]], [==[\n\n]]]==], '\\z   x', '\\u{20AC}', '\\x41'",
          "return - -x, -(-x), not not x, ~~x, -~-x, #-x, - - -1, -2 ^ 2, (-2) ^ -2 ^ 2",
          "return a - -b, a .. .5 .. 1 .. 2, a ~ ~b, a // b % c / d * e, 1 .. -1",
          "return a or b and c < d > e <= f >= g ~= h == i | j ~ k & l << m >> n .. o + p - q",
          "return (a or b) and (c < d), ((a)), (...), (f()), (a + b) * c, a + b * c ^ d",
          "return a < b == (c > d) ~= e <= f, not (a == b), not a == b, -(a .. b), #(t)",
          "return {}, {1}, {1, 2, 3, 4}, {1, 2, 3, 4, 5}, {a = 1, ['b'] = 2, 3; [4] = 5, f(), ...}",
          "return {{}, {{}}, {a = {b = {c = 1}}}, {[{}] = {}}, function() return {} end}",
          "f() f(1) f(1, 2) f'x' f[[x]] f{} f{1} f(...) f((...)) f(f(f()))",
          "a.b.c.d() a.b:c() a:b():c(1):d'x':e{} a[1][2][3]() a[b.c].d[e]() ('x'):rep(3)",
          "f()() g(1)(2)(3) h{}'x'() ;(f)() ;(function() end)() ;({}).x = 1",
          "local a local b, c local d = 1 local e, f = 1 local g, h = 1, 2, 3 local i = f()",
          "local a <const> = 1 local b <close> = nil local c, d <const>, e <close> = 1, 2",
          "a = 1 a, b = b, a a.b, c[d], e = f() a.b.c = 1 a[1][2] = 3 f().x = 1 (f()).y = 2",
          "x = 1 ;(y).z = 2 ;(f or g)(h) local z ;(f)()",
          "function f() end function a.b.c() end function a:m() end function a.b:m(x, ...) end",
          "local function f() end local function g(a, b) return g(b, a) end",
          "local f = function(...) return ... end local g = function(a, ...) return a, ... end",
          "return function(a, b, c) local d = a return function() return b, d end end",
          "if a then end if a then b() else end if a then else b() end",
          "if a then b() elseif c then d() end if a then elseif b then elseif c then else d() end",
          "if a then if b then if c then d() end else e() end elseif f then g() end",
          "while a do end while a do b() if c then break end end",
          "repeat until a repeat local b = c() until b repeat repeat until a until b",
          "for i = 1, 2 do end for i = 1, 10, 2 do f(i) end for i = a(), b.c, -1 do break end",
          "for k in pairs(t) do end for k, v in next, t, nil do f(k, v) end for a, b, c in d do"
              + " end",
          "do end do do end end do local a = 1 end",
          "goto done do goto done end ::again:: if a then goto again end ::done::",
          "for i = 1, 2 do if a then goto continue end f() ::continue:: end",
          "::a:: ::b:: ; ::c:: (f)() ::d::",
          "do return end",
          "do return f() end do return; end return a, b, (c)",
          "#!/usr/bin/lua\nprint 'hello'",
          "\u00ef\u00bb\u00bfreturn 1",
          """
          -- A class, as people write it.
          local Account = {}
          Account.__index = Account
          function Account.new(balance, options)
            local self = setmetatable({balance = balance or 0, log = {}}, Account)
            for name, value in pairs(options or {}) do self[name] = value end
            return self
          end
          function Account:withdraw(amount)
            if amount > self.balance then
              error(("insufficient: %d < %d"):format(self.balance, amount), 2)
            elseif amount <= 0 then
              return nil, "bad amount"
            end
            self.balance = self.balance - amount
            self.log[#self.log + 1] = function(...) return select("#", ...), amount end
            return self
          end
          return Account
          """);

  /// Trees that differ from each other in one place.
  static final List<String> NEIGHBOURS =
      List.of(
          "",
          "return",
          "return a",
          "return b",
          "return 'a'",
          "return (a)",
          "return a, a",
          "return (a), a",
          "return a, (a)",
          "return a, b",
          "return b, a",
          "return nil",
          "return true",
          "return false",
          "return ...",
          "return 0",
          "return 0.0",
          "return 1",
          "return 1.0",
          "return 4607182418800017408",
          "return -1",
          "return 0xffffffffffffffff",
          "return - -1",
          "return not a",
          "return #a",
          "return ~a",
          "return -a",
          "return a + b",
          "return b + a",
          "return a - b",
          "return a .. b",
          "return a < b",
          "return a > b",
          "return a + b + c",
          "return a + (b + c)",
          "return a .. b .. c",
          "return (a .. b) .. c",
          "return a.b",
          "return a['b']",
          "return a[b]",
          "return a.c",
          "return b.a",
          "return a()",
          "return a(b)",
          "return a(b, c)",
          "return a(c, b)",
          "return a(b)(c)",
          "return a(b(c))",
          "return a.b()",
          "return a:b()",
          "return a:c()",
          "return a:b(c)",
          "return a.b(a)",
          "return {}",
          "return {a}",
          "return {a = a}",
          "return {b = a}",
          "return {a = b}",
          "return {[a] = a}",
          "return {['a'] = a}",
          "return {a, b}",
          "return {{a}, b}",
          "return {{a, b}}",
          "return {{}, a, b}",
          "return function() end",
          "return function(a) end",
          "return function(b) end",
          "return function(...) end",
          "return function(a, ...) end",
          "return function(a, b) end",
          "return function() return end",
          "a()",
          "a() b()",
          "do a() end b()",
          "do a() b() end",
          "do end a() b()",
          "local a",
          "local b",
          "local a <const>",
          "local a <close>",
          "local a, b",
          "local a = b",
          "local a, b = c",
          "local a = b, c",
          "local a = function() end",
          "local function a() end",
          "function a() end",
          "a = function() end",
          "function a.b() end",
          "function a:b() end",
          "function a:c() end",
          "a = b",
          "a = b, c",
          "a, b = c",
          "a, b = c, d",
          "a = b, c, d",
          "a, b, c = d",
          "a.b = c",
          "if a then end",
          "if a then else end",
          "if a then elseif b then end",
          "if a then elseif b then else end",
          "if a then else if b then end end",
          "if a then elseif b then elseif c then end",
          "while a do end",
          "repeat until a",
          "for a = b, c do end",
          "for a = b, c, d do end",
          "for a in b do end",
          "for a in b, c do end",
          "for a, b in c do end",
          "while a do break end",
          "goto a ::a::",
          "goto b ::b::",
          "::a:: goto a",
          "::a::");

  private static final String JUMPS = "<goto x> jumps into the scope of local 'a'";
  private static final String NO_LABEL = "no visible label 'x' for <goto>";
  private static final String DEFINED = "label 'x' already defined";
  private static final String CONST = "attempt to assign to const variable 'x'";
  private static final String VARARG = "cannot use '...' outside a vararg function near '...'";
  private static final String MAIN_LOCALS =
      "too many local variables (limit is 200) in main function";
  private static final String LOCALS = "too many local variables (limit is 200) in function";
  private static final String UPVALUES = "too many upvalues (limit is 255) in function";

  /// The variables of the main function in [#upvalues].
  private static final String AS = names("a", 100) + ", ";

  static final List<Rejected> REJECTED =
      List.of(
          Rejected.of("@break", "break outside loop"),
          Rejected.of("do @break end", "break outside loop"),
          Rejected.of("for i = 1, 2 do break end @break", "break outside loop"),
          Rejected.of("while a do f(function() @break end) end", "break outside loop"),
          Rejected.of("repeat until f(function() @break end)", "break outside loop"),
          Rejected.of("f(function() while a do end end) @break", "break outside loop"),
          Rejected.of("@goto x", NO_LABEL),
          Rejected.of("do @goto x end do ::x:: end", NO_LABEL),
          Rejected.of("do ::x:: end @goto x", NO_LABEL),
          Rejected.of("::x:: f(function() @goto x end)", NO_LABEL),
          Rejected.of("f(function() @goto x end) ::x::", NO_LABEL),
          Rejected.of("@goto x f(function() ::x:: end)", NO_LABEL),
          Rejected.of("repeat ::x:: until f(function() @goto x end)", NO_LABEL),
          Rejected.of("if a then ::x:: else @goto x end", NO_LABEL),
          Rejected.of("@goto x local a ::x:: f()", JUMPS),
          Rejected.of("@goto x local a ::x:: return", JUMPS),
          Rejected.of("@goto x local a ::x:: do end", JUMPS),
          Rejected.of("do @goto x end local a ::x:: f()", JUMPS),
          Rejected.of("do local b @goto x end local a ::x:: f()", JUMPS),
          Rejected.of("@goto x local function a() end ::x:: f()", JUMPS),
          Rejected.of("local b @goto x local a, c ::x:: f()", JUMPS),
          Rejected.of("repeat @goto x local a ::x:: until a", JUMPS),
          Rejected.of("repeat if b then @goto x end local a <const> = 1 ::x:: until b", JUMPS),
          Rejected.of("::$x:: ::@x::", DEFINED),
          Rejected.of("::$x:: do ::@x:: end", DEFINED),
          Rejected.of("::$x:: f() while a do if b then ::@x:: end end", DEFINED),
          Rejected.of("f(function() ::$x:: ::y:: ::@x:: end)", DEFINED),
          Rejected.of("local x <const> = 1 @x = 2", CONST),
          Rejected.of("local x <close> = nil @x = 2", CONST),
          Rejected.of("local x <const>, y = 1 a.b, @x = 1, 2", CONST),
          Rejected.of("local x <const> = 1 function @x() end", CONST),
          Rejected.of("local x <const> = {} function f() @x = 2 end", CONST),
          Rejected.of("local x <const> = {} function f() return function() @x = 2 end end", CONST),
          Rejected.of("local x <const> = 1 do local x = 2 end @x = 3", CONST),
          Rejected.of(
              "local a <close>, b, @c <close> = 1",
              "multiple to-be-closed variables in local list"),
          Rejected.of("function f() return @... end", VARARG),
          Rejected.of("function f(...) return function() return {@...} end end", VARARG),
          Rejected.of("f(function(...) end, function() g(@...) end)", VARARG),
          Rejected.of("f(function() x = -(@...) + 1 end)", VARARG),
          Rejected.of("local " + names("a", 200) + ", @b", MAIN_LOCALS),
          Rejected.of(
              "local " + names("a", 100) + " do local " + names("b", 100) + " local @c = 1 end",
              MAIN_LOCALS),
          Rejected.of("f($function(" + names("a", 200) + ") local @b end)", LOCALS),
          Rejected.of("f($function(" + names("a", 200) + ", @b) end)", LOCALS),
          Rejected.of("$function t:m(" + names("a", 199) + ", @b) end", LOCALS),
          Rejected.of("local " + names("a", 200) + " local function @f() end", MAIN_LOCALS),
          Rejected.of("local " + names("a", 197) + " for @i = 1, 2 do end", MAIN_LOCALS),
          Rejected.of("local " + names("a", 198) + " @for i = 1, 2 do end", MAIN_LOCALS),
          Rejected.of("local " + names("a", 195) + " for k, @v in f do end", MAIN_LOCALS),
          Rejected.of("local " + names("a", 197) + " @for k in f do end", MAIN_LOCALS),
          Rejected.of(
              upvalues(156, "@$function() return {" + AS + names("b", 156) + "}"), UPVALUES),
          Rejected.of(
              upvalues(155, "@$function() return {" + AS + names("b", 155) + ", free}"), UPVALUES),
          Rejected.of(
              upvalues(
                  155,
                  "@$function() f(function() return {" + AS + "} end) g{" + names("b", 155) + "}"),
              UPVALUES));

  /// The reference implementation may name another of the findings.
  static final List<Rejected> REJECTED_TWICE =
      List.of(
          Rejected.of("do @break end goto x", "break outside loop"),
          Rejected.of("@goto x local y <const> = 1 y = 2", NO_LABEL),
          Rejected.of("local y <const> = 1 @y = 2 break", CONST.replace('x', 'y')),
          Rejected.of("f(function() return @... end, function() break end)", VARARG));

  static final List<String> ACCEPTED =
      List.of(
          "goto x do local a end ::x:: f()",
          "goto x local a ::x::",
          "goto x local a ::x:: ; ::y:: ;",
          "do goto x local a ::x:: end",
          "for i = 1, 2 do goto x local a ::x:: end",
          "while b do goto x local a ::x:: end",
          "f(function(...) goto x local a ::x:: end)",
          "repeat goto x do local a end ::x:: until b",
          "do goto x end f() ::x:: f()",
          "::x:: local a goto x",
          "::x:: do do goto x end end",
          "do ::x:: end do ::x:: goto x end ::x::",
          "::x:: f(function() ::x:: goto x end) goto x",
          "for i = 1, 2 do for j = 1, 2 do goto x ::x:: end goto x ::x:: end",
          "while a do if b then break end repeat break until c break end",
          "f(function() while a do f(function() end) break end end)",
          "local x <const> = 1 do local x = 2 x = 3 end",
          "f(function() local x <const> = 1 end) x = 2",
          "local x <const> = {} x.y = 1 x[1] = 2 function x.f() end function x:m() end",
          "local x <const> = x f(function(x) x = 1 end)",
          "local x <close> = nil local y <close> = nil",
          "local _ENV <const> = {} x = 1",
          "f(...) local g = function(...) return ... end",
          "repeat local a = 1 until a",
          "local " + names("a", 200),
          "do local " + names("a", 200) + " end do local " + names("b", 200) + " end",
          "local " + names("a", 196) + " for i = 1, 2 do end",
          "local " + names("a", 195) + " for k in f do end",
          "local " + names("a", 200) + " f(function(" + names("a", 200) + ") end)",
          "function t:m(" + names("a", 199) + ") end",
          upvalues(155, "function() return {" + AS + names("b", 155) + "}"),
          upvalues(154, "function() return {" + AS + names("b", 154) + ", free}"),
          // Siblings capture the same variables; each counts for itself only.
          upvalues(
              155,
              "function() return {"
                  + (AS + names("b", 155))
                  + "} end, function() return {"
                  + (AS + names("b", 155))
                  + "}"));

  static final List<Uses> USES =
      List.of(
          new Uses("local a = a", 0, 0, 1),
          new Uses("local a a = a", 2, 0, 0),
          new Uses("local a function f() return a end", 0, 1, 1),
          new Uses("local function f() return f end", 0, 1, 0),
          new Uses("local f = function() return f end", 0, 0, 1),
          new Uses("function t:m() return self end", 1, 0, 1),
          new Uses("function t.m() return self end", 0, 0, 2),
          new Uses("for i = i, 2 do x = i end", 1, 0, 2),
          new Uses("for k, v in k do y = v end", 1, 0, 2),
          new Uses("repeat local a until a", 1, 0, 0),
          new Uses("while a do local a = 1 end", 0, 0, 1),
          new Uses("do local a end a = 1", 0, 0, 1),
          new Uses("_ENV = _ENV", 0, 2, 0),
          new Uses("local _ENV = {} x = _ENV", 1, 0, 1),
          new Uses("local x = 1 local x = x return x", 2, 0, 0),
          new Uses("return function(a) return function() return a, a end, a end", 1, 2, 0),
          new Uses("local a if a then local a = 2 b = a else b = a end", 3, 0, 2),
          new Uses("local t t.a.b[t] = t.c", 3, 0, 0),
          new Uses("local a local function f(a) return a end return a, f", 3, 0, 0),
          new Uses("f{a = b, [c] = d, e}", 0, 0, 5));

  /// `prefix1, prefix2, …`
  private static String names(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> prefix + i)
        .collect(Collectors.joining(", "));
  }

  /// A function inside another one, with 100 variables `a…` of the main function and so many `b…`
  /// of the outer one to be used.
  private static String upvalues(int count, String inner) {
    List<String> lines = new ArrayList<>();
    lines.add("local " + names("a", 100));
    lines.add("local function outer()");
    lines.add("local " + names("b", count));
    lines.add("return " + inner + " end");
    lines.add("end");
    return String.join("\n", lines);
  }
}
