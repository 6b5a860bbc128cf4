package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What could stand where a syntax error is, for errors whose message does not tell.
///
/// Nothing is kept for this while parsing. When a person is to be told, it is found by trying: each
/// token is put behind what precedes the error, and whichever takes the parser further is one that
/// was expected. So the parser itself answers, for every dialect and every construct.
public final class Expectation {
  /// With more before the error it is not tried: this reads all that for each token.
  private static final int MAX_BYTES_BEFORE = 1 << 18;

  /// More than these are not listed.
  private static final int MAX_LISTED = 8;

  private static final String NAME = "a name";
  private static final String STRING = "a string";
  private static final String NUMBER = "a number";
  private static final String END = "the end of the file";

  /// Tokens that go under one name when all of them are expected.
  private enum Group {
    EXPRESSION(
        "an expression",
        "nil true false ... function ( { - not # ~",
        List.of(NAME, STRING, NUMBER)),
    STATEMENT(
        "a statement",
        "; if while do for repeat function local :: return goto break (",
        List.of(NAME)),
    OPERATOR("an operator", "or and < > <= >= ~= == | ~ & << >> .. + - * / // % ^", List.of());

    final String title;
    final Set<String> members;

    Group(String title, String tokens, List<String> others) {
      this.title = title;
      members = new LinkedHashSet<>(others);
      for (String token : tokens.split(" ")) {
        members.add("'" + token + "'");
      }
    }
  }

  private final Interner interner = new Interner();
  private final Lexer lexer = new Lexer(interner);
  private final Parser parser = new Parser(interner);
  private final Dialect dialect;
  private final byte[] before;

  private Expectation(byte[] before, Dialect dialect) {
    this.before = before;
    this.dialect = dialect;
  }

  /// What was expected, as the end of a sentence: `an operator, a statement or ')'`. Empty if the
  /// message tells it already, if there is no telling (the error is inside a token), or if the
  /// error is too far into the source to try.
  public static String of(SourceText source, SyntaxException error, Dialect dialect) {
    String message = String.valueOf(error.getMessage());
    boolean isVague =
        message.startsWith("unexpected symbol ") || message.startsWith("syntax error ");
    if (!isVague || error.offset() > MAX_BYTES_BEFORE) {
      return "";
    }
    byte[] before = new byte[error.offset()];
    System.arraycopy(source.bytes(), 0, before, 0, before.length);
    return new Expectation(before, dialect).describe();
  }

  private String describe() {
    Set<String> expected = expected();
    List<String> titles = new ArrayList<>();
    Set<String> grouped = new LinkedHashSet<>();
    for (Group group : Group.values()) {
      if (expected.containsAll(group.members)) {
        titles.add(group.title);
        grouped.addAll(group.members);
      }
    }
    expected.removeAll(grouped);
    titles.addAll(expected);
    if (titles.size() > MAX_LISTED) {
      return String.join(", ", titles.subList(0, MAX_LISTED)) + ", …";
    }
    return titles.size() < 2
        ? String.join("", titles)
        : String.join(", ", titles.subList(0, titles.size() - 1)) + " or " + titles.getLast();
  }

  private Set<String> expected() {
    Set<String> expected = new LinkedHashSet<>();
    tryToken("x", NAME, expected);
    tryToken("''", STRING, expected);
    tryToken("1", NUMBER, expected);
    for (int token = 0; token < Token.TABLE_LENGTH; token++) {
      String described = Token.isKind(token) ? Token.describe(token) : "";
      if (token == Token.BACKQUOTE && dialect == Dialect.TYPED_LUA) {
        tryToken("``", described, expected); // One alone is wrong anywhere.
      } else if (described.startsWith("'")) {
        String text = described.substring(1, described.length() - 1);
        if (isToken(text, token)) {
          tryToken(text, described, expected);
        }
      }
    }
    tryToken("", END, expected);
    return expected;
  }

  /// Whether the dialect reads it as that one token: in Lua, `=>` would be two.
  private boolean isToken(String text, int token) {
    // The blank because a first line that starts with `#` is skipped.
    byte[] source = (" " + text).getBytes(StandardCharsets.US_ASCII);
    try {
      lexer.reset(source, source.length, dialect);
      return lexer.next() == token && lexer.next() == Token.EOF;
    } catch (SyntaxException e) {
      return false;
    }
  }

  private void tryToken(String token, String described, Set<String> expected) {
    byte[] tried = new byte[before.length + token.length() + 2];
    System.arraycopy(before, 0, tried, 0, before.length);
    int at = before.length;
    tried[at++] = ' ';
    for (int i = 0; i < token.length(); i++) {
      tried[at + i] = (byte) token.charAt(i);
    }
    tried[tried.length - 1] = ' ';
    try {
      parser.parse(tried, dialect, Nothing.BUILT);
    } catch (SyntaxException e) {
      if (token.isEmpty() || e.offset() <= at) {
        return;
      }
    }
    expected.add(described);
  }

  private enum Nothing implements TreeBuilder {
    BUILT;

    @Override
    public void begin(int sourceBytes) {}

    @Override
    public void leaf(int kind, int position) {}

    @Override
    public void symbol(int kind, int position, int symbol) {}

    @Override
    public void number(int kind, int position, long bits) {}

    @Override
    public void wrap(int kind, int position, int symbol) {}

    @Override
    public void node(int kind, int position, int childCount) {}
  }
}
