package dev.arenabench.frontend;

import java.util.Random;

/// Writes random programs by the grammar of Lua 5.4. Names, labels, attribs, `break`, `...` and
/// targets are chosen without regard to what a program may do with them, and now and then one token
/// gives way to another, so that a good part of the programs is wrong, in many ways.
final class ProgramGenerator {
  private static final String[] VOCABULARY = {
    "and",
    "break",
    "do",
    "else",
    "elseif",
    "end",
    "false",
    "for",
    "function",
    "goto",
    "if",
    "in",
    "local",
    "nil",
    "not",
    "or",
    "repeat",
    "return",
    "then",
    "true",
    "until",
    "while",
    "a",
    "b",
    "c",
    "f",
    "t",
    "self",
    "_ENV",
    "longer_name_than_a_word",
    "0",
    "1",
    "2.5",
    "0x1F",
    "1e3",
    "'s'",
    "\"\"",
    "[[l]]",
    "[=[l]=]",
    "'\\n'",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "^",
    "#",
    "&",
    "~",
    "|",
    "<<",
    ">>",
    "==",
    "~=",
    "<=",
    ">=",
    "<",
    ">",
    "=",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "::",
    ";",
    ":",
    ",",
    ".",
    "..",
    "...",
    "--c\n",
    "--[[c]]",
    "<const>",
    "<close>",
    "<odd>",
    "@",
    "!",
    "?",
  };

  private static final String[] NAMES = {
    "a", "b", "c", "d", "f", "t", "x", "_ENV", "self", "print", "eight_ch", "a_longer_name"
  };
  private static final String[] LABELS = {"l", "m", "continue"};
  private static final String[] NUMBERS = {
    "0",
    "1",
    "42",
    "0xFF",
    "1.5",
    ".5",
    "5.",
    "1e10",
    "1E-3",
    "0x.8p1",
    "9223372036854775808",
    "0xffffffffffffffffff",
    "3.0e0",
    "1e400"
  };
  private static final String[] STRINGS = {
    "''", "\"s\"", "'a\\nb'", "\"\\x41\\u{20AC}\\65\\z  \"", "[[long]]", "[==[\n]]]=]]==]", "'é'"
  };
  private static final String[] BINARY = {
    "+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", ">", "<=", ">=", "and", "or", "&",
    "|", "~", "<<", ">>"
  };
  private static final String[] UNARY = {"-", "not", "#", "~"};
  private static final String[] BLANKS = {" ", " ", " ", " ", "\n", "\t", "  ", "\r\n", " --c\n"};

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int errorsPerThousand;

  ProgramGenerator(Random random) {
    this.random = random;
  }

  /// Tokens without any order.
  String tokens(int count) {
    out.setLength(0);
    errorsPerThousand = 0;
    for (int i = 0; i < count; i++) {
      write(pick(VOCABULARY));
    }
    return out.toString();
  }

  /// A program by the grammar.
  ///
  /// @param errorsPerThousand how many tokens of a thousand are replaced
  String program(int errorsPerThousand) {
    out.setLength(0);
    this.errorsPerThousand = errorsPerThousand;
    block(3);
    return out.toString();
  }

  private void block(int depth) {
    int statements = random.nextInt(depth + 2);
    for (int i = 0; i < statements; i++) {
      statement(depth);
      if (chance(10)) {
        write(";");
      }
    }
    if (chance(15)) {
      write("return");
      if (chance(70)) {
        expressions(depth);
      }
      if (chance(20)) {
        write(";");
      }
    }
  }

  private void statement(int depth) {
    if (depth == 0) {
      call(0);
      return;
    }
    switch (random.nextInt(16)) {
      case 0, 1 -> local(depth);
      case 2, 3 -> assignment(depth);
      case 4, 5 -> call(depth);
      case 6 -> {
        write("if");
        expression(depth);
        write("then");
        block(depth - 1);
        while (chance(30)) {
          write("elseif");
          expression(depth);
          write("then");
          block(depth - 1);
        }
        if (chance(40)) {
          write("else");
          block(depth - 1);
        }
        write("end");
      }
      case 7 -> {
        write("while");
        expression(depth);
        write("do");
        loopBody(depth);
      }
      case 8 -> {
        write("repeat");
        block(depth - 1);
        write("until");
        expression(depth);
      }
      case 9 -> {
        write("for");
        name();
        write("=");
        expression(depth);
        write(",");
        expression(depth);
        if (chance(30)) {
          write(",");
          expression(depth);
        }
        write("do");
        loopBody(depth);
      }
      case 10 -> {
        write("for");
        name();
        while (chance(40)) {
          write(",");
          name();
        }
        write("in");
        expressions(depth);
        write("do");
        loopBody(depth);
      }
      case 11 -> {
        write("do");
        block(depth - 1);
        write("end");
      }
      case 12 -> {
        write("function");
        name();
        while (chance(30)) {
          write(".");
          name();
        }
        if (chance(30)) {
          write(":");
          name();
        }
        body(depth);
      }
      case 13 -> {
        if (chance(60)) {
          write("local");
          write("function");
          name();
          body(depth);
        } else {
          write(";");
        }
      }
      case 14 -> {
        write("goto");
        write(pick(LABELS));
      }
      default -> {
        if (chance(70)) {
          write("::");
          write(pick(LABELS));
          write("::");
        } else {
          write("break");
        }
      }
    }
  }

  private void loopBody(int depth) {
    block(depth - 1);
    if (chance(20)) {
      write("break");
    }
    write("end");
  }

  private void local(int depth) {
    write("local");
    do {
      name();
      if (chance(15)) {
        write(pick("<const>", "<close>", "< const >", "<const>", "<unknown>"));
      }
    } while (chance(30));
    while (chance(30)) {
      write(",");
      name();
      if (chance(15)) {
        write(pick("<const>", "<close>"));
      }
    }
    if (chance(70)) {
      write("=");
      expressions(depth);
    }
  }

  private void assignment(int depth) {
    suffixed(depth, false);
    while (chance(20)) {
      write(",");
      suffixed(depth, false);
    }
    write("=");
    expressions(depth);
  }

  private void call(int depth) {
    suffixed(depth, true);
  }

  /// A name or something in parentheses, with suffixes, of which the last one is right nearly
  /// always.
  private void suffixed(int depth, boolean isCall) {
    if (chance(85) || depth == 0) {
      name();
    } else {
      write("(");
      expression(depth - 1);
      write(")");
    }
    while (chance(40)) {
      suffix(depth, chance(50));
    }
    if (isCall || chance(30)) {
      suffix(depth, chance(2) != isCall);
    }
  }

  private void suffix(int depth, boolean isCall) {
    int inner = Math.max(0, depth - 1);
    if (isCall) {
      if (chance(25)) {
        write(":");
        name();
      }
      switch (random.nextInt(6)) {
        case 0 -> write(pick(STRINGS));
        case 1 -> table(inner);
        default -> {
          write("(");
          if (chance(60)) {
            expressions(inner);
          }
          write(")");
        }
      }
    } else if (chance(70)) {
      write(".");
      name();
    } else {
      write("[");
      expression(inner);
      write("]");
    }
  }

  private void expressions(int depth) {
    expression(depth);
    while (chance(25)) {
      write(",");
      expression(depth);
    }
  }

  private void expression(int depth) {
    if (depth == 0) {
      leaf();
      return;
    }
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> leaf();
      case 3, 4 -> suffixed(depth - 1, chance(50));
      case 5, 6, 7 -> {
        expression(depth - 1);
        write(pick(BINARY));
        expression(depth - 1);
      }
      case 8 -> {
        write(pick(UNARY));
        expression(depth - 1);
      }
      case 9 -> table(depth - 1);
      case 10 -> {
        write("function");
        body(depth - 1);
      }
      default -> {
        write("(");
        expression(depth - 1);
        write(")");
      }
    }
  }

  private void leaf() {
    switch (random.nextInt(6)) {
      case 0, 1 -> name();
      case 2 -> write(pick(NUMBERS));
      case 3 -> write(pick(STRINGS));
      case 4 -> write(pick("nil", "true", "false"));
      default -> write(chance(50) ? "..." : "{}");
    }
  }

  private void table(int depth) {
    write("{");
    while (chance(60)) {
      switch (random.nextInt(3)) {
        case 0 -> {
          name();
          write("=");
        }
        case 1 -> {
          write("[");
          expression(depth);
          write("]");
          write("=");
        }
        default -> {}
      }
      expression(depth);
      write(chance(70) ? "," : ";");
    }
    if (chance(30)) {
      expression(depth);
    }
    write("}");
  }

  private void body(int depth) {
    write("(");
    boolean more = chance(60);
    while (more) {
      if (chance(20)) {
        write("...");
        break;
      }
      name();
      more = chance(40);
      if (more) {
        write(",");
      }
    }
    write(")");
    block(Math.max(0, depth - 1));
    write("end");
  }

  private void name() {
    write(pick(NAMES));
  }

  private void write(String token) {
    boolean wrong = random.nextInt(1000) < errorsPerThousand;
    out.append(wrong ? pick(VOCABULARY) : token);
    out.append(pick(BLANKS));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
