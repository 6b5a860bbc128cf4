package dev.arenabench.frontend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.IntFunction;

/// What nests in Lua. The last three do not, but are as long.
public enum LuaNesting implements Nesting {
  PARENTHESES(n -> "x = " + "(".repeat(n) + "1" + ")".repeat(n)),
  TABLES(n -> "x = " + "{".repeat(n) + "}".repeat(n)),
  FIELDS(n -> "x = " + "{x=".repeat(n) + "1" + "}".repeat(n)),
  KEYS(n -> "x = " + "{[".repeat(n) + "1" + "]=1}".repeat(n)),
  INDICES(n -> "x = " + "a[".repeat(n) + "1" + "]".repeat(n)),
  CALLS(n -> "f(".repeat(n) + "1" + ")".repeat(n)),
  METHOD_CALLS(n -> "x:f(".repeat(n) + "1" + ")".repeat(n)),
  MINUSES(n -> "x = " + "- ".repeat(n) + "1"),
  POWERS(n -> "x = " + "a ^ ".repeat(n) + "a"),
  CONCATENATIONS(n -> "x = " + "a .. ".repeat(n) + "a"),
  RISING_PRIORITIES(n -> "x = " + "a or - a + ".repeat(n) + "a"),
  FUNCTIONS(n -> "x = " + "function() return ".repeat(n) + "1" + " end".repeat(n)),
  FUNCTION_STATEMENTS(n -> "function f() ".repeat(n) + "end ".repeat(n)),
  METHODS(n -> "function x:f() ".repeat(n) + "end ".repeat(n)),
  LOCAL_FUNCTIONS(n -> "local function f() ".repeat(n) + "end ".repeat(n)),
  BLOCKS(n -> "do ".repeat(n) + "end ".repeat(n)),
  BLOCKS_WITH_SEMICOLON(n -> "do ".repeat(n) + ";" + "end ".repeat(n)),
  BLOCKS_WITH_RETURN(n -> "do ".repeat(n) + "return " + "end ".repeat(n)),
  BLOCKS_WITH_ASSIGNMENT(n -> "do ".repeat(n) + "x = 1 " + "end ".repeat(n)),
  LOOPS(n -> "while a do ".repeat(n) + "end ".repeat(n)),
  REPEATS(n -> "repeat ".repeat(n) + "until a ".repeat(n)),
  BRANCHES(n -> "if a then ".repeat(n) + "end ".repeat(n)),
  BRANCHES_WITH_BREAK(
      n -> "while a do " + "if a then ".repeat(n) + "break;" + " end".repeat(n + 1)),
  ELSES(n -> "if a then else ".repeat(n) + "end ".repeat(n)),
  ELSES_WITH_BREAK(
      n -> "repeat " + "if a then else ".repeat(n) + "break " + "end ".repeat(n) + "until a"),
  ELSE_IFS(n -> "if a then " + "elseif a then ".repeat(n) + "end"),
  NUMERIC_FORS(n -> "for i = 1, 2 do ".repeat(n) + "end ".repeat(n)),
  GENERIC_FORS(n -> "for k in a do ".repeat(n) + "end ".repeat(n)),
  LABELS(n -> numbered(n, "::l", "::")),
  LABELS_AND_SEMICOLONS(n -> numbered(n, "::l", ":: ; ")),
  TARGETS(n -> "a" + ", a".repeat(n) + " = 1"),
  TARGETS_AND_PARENTHESES(n -> "a" + ", a".repeat(n) + " = ((1))"),
  SUFFIXES(n -> "x = a" + ".b".repeat(n)),
  SUMS(n -> "x = a" + " + a".repeat(n)),
  SEMICOLONS(n -> ";".repeat(n));

  private final IntFunction<String> source;

  LuaNesting(IntFunction<String> source) {
    this.source = source;
  }

  @Override
  public byte[] source(int n) {
    return source.apply(n).getBytes(ISO_8859_1);
  }

  private static String numbered(int n, String before, String after) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(before).append(i).append(after);
    }
    return out.toString();
  }
}
