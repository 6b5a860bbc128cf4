package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.frontend.Token;
import dev.arenabench.frontend.TokenStream;
import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.harness.corpus.Piece.Fixed;
import dev.arenabench.harness.corpus.Piece.Part;
import dev.arenabench.harness.corpus.Piece.Varying;
import dev.arenabench.harness.corpus.Template.Sort;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cuts programs into [pieces][Piece].
///
/// It relies on how the shipped programs are laid out, and a test holds them to it: an empty line
/// before a token in the first column stands between statements of the top level, and nowhere else.
final class PieceCutter {
  /// Names of Lua's own: they stay. (So do names of one or two letters and those with `__` in
  /// front.)
  private static final Set<String> LIBRARY =
      Set.of(
          """
          assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall \
          print rawequal rawget rawlen rawset require select setmetatable tonumber tostring type \
          warn xpcall self arg const close _ENV _VERSION coroutine create resume yield status \
          running wrap isyieldable debug traceback getinfo short_src currentline io open read \
          write lines stderr stdout stdin flush seek math abs ceil floor fmod huge max maxinteger \
          min mininteger sqrt sin cos tan rad tointeger random randomseed ult os clock date exit \
          getenv remove rename time tmpname package path cpath loaded preload string byte char \
          find format gmatch gsub len lower match pack rep reverse sub unpack upper table concat \
          insert move sort utf8 charpattern codepoint codes offset boolean function integer float \
          number userdata thread\
          """
              .split(" "));

  /// What TypedLua reads as a word somewhere, and the name that calls what a class overrides: they
  /// stay as well.
  private static final Set<String> TYPED_WORDS =
      Set.of(
          """
          abstract any as boolean catch class const constructor continue declare default enum \
          export extends final finally from get implements import infer instanceof integer \
          interface is keyof match namespace never new number operator override private protected \
          public readonly rethrow set static string super table thread throw throws try type typeof \
          unknown userdata void when _\
          """
              .split(" "));

  private final Dialect dialect;
  private final LocalCounter localCounter;
  private final Lexer lexer = new Lexer(new Interner());
  private final TokenStream tokens = new TokenStream(lexer);

  private final Map<String, Template> names = new HashMap<>();
  private final Map<String, Template> literals = new HashMap<>();

  // The program at hand.
  private byte[] source = {};
  private final List<Piece> pieces = new ArrayList<>();

  // The piece at hand.
  private final List<Part> parts = new ArrayList<>();
  private int pieceStart;
  private int partStart;
  private boolean isReturn;

  private PieceCutter(Dialect dialect) {
    this.dialect = dialect;
    localCounter = new LocalCounter(dialect);
  }

  /// The pieces of each program, in order.
  static List<List<Piece>> cut(List<SourceFile> programs, Dialect dialect) {
    PieceCutter cutter = new PieceCutter(dialect);
    List<List<Piece>> cut = new ArrayList<>();
    try {
      for (SourceFile program : programs) {
        cutter.collectNames(program.text());
      }
      for (SourceFile program : programs) {
        cut.add(cutter.pieces(program.text()));
      }
    } catch (SyntaxException e) {
      throw new IllegalStateException("a shipped program is not " + dialect, e);
    }
    return cut;
  }

  private void collectNames(SourceText program) throws SyntaxException {
    source = program.bytes();
    start(program);
    for (int token = tokens.next(); token != Token.EOF; token = tokens.next()) {
      String text = text(lexer.start(), lexer.end());
      if (token == Token.NAME && mayVary(text)) {
        names.computeIfAbsent(text, name -> new Template(Sort.NAME, name));
      }
    }
  }

  private boolean mayVary(String name) {
    return name.length() > 2 && !name.startsWith("__") && !isWord(name);
  }

  private boolean isWord(String name) {
    return LIBRARY.contains(name) || dialect == Dialect.TYPED_LUA && TYPED_WORDS.contains(name);
  }

  private List<Piece> pieces(SourceText program) throws SyntaxException {
    source = program.bytes();
    start(program);
    int end = lexer.end();
    pieces.clear();
    startPiece(end);
    for (int token = tokens.next(); token != Token.EOF; token = tokens.next()) {
      gap(end, lexer.start());
      token(token, lexer.start(), lexer.end());
      end = lexer.end();
    }
    endPiece(program.length());
    return List.copyOf(pieces);
  }

  private void start(SourceText program) throws SyntaxException {
    lexer.reset(program.bytes(), program.length(), dialect);
    tokens.reset();
  }

  /// Blanks and comments in front of a token: a new piece starts on the line after the last
  /// token's.
  private void gap(int from, int to) {
    String gap = text(from, to);
    int at = from;
    if (isFirstInLine(to) && gap.contains("\n\n") && from > pieceStart) {
      at = from + gap.indexOf('\n') + 1;
      comment(from, at);
      endPiece(at);
      startPiece(at);
    }
    comment(at, to);
  }

  private void comment(int from, int to) {
    String text = text(from, to);
    int start = text.indexOf("--");
    if (start >= 0) {
      String comment = text.substring(start).stripTrailing();
      vary(from + start, from + start + comment.length(), new Template(Sort.COMMENT, comment));
    }
  }

  private void token(int token, int start, int end) {
    String text = text(start, end);
    boolean isFirst = isFirstInLine(start);
    isReturn |= isFirst && text.equals("return");
    localCounter.token(token, text, isFirst);
    switch (token) {
      case Token.NAME -> name(text, start, end);
      case Token.STRING -> {
        String content = text.substring(1, text.length() - 1);
        if (!name(content, start + 1, end - 1) && !isWord(content) && Words.hasReplaceable(text)) {
          vary(start, end, literal(Sort.STRING, text));
        }
      }
      case Token.INTEGER, Token.FLOAT -> {
        if (text.length() > 1) {
          vary(start, end, literal(Sort.NUMBER, text));
        }
      }
      case TokenStream.TEMPLATE_TEXT -> {
        if (Words.hasReplaceable(text)) {
          vary(start, end, literal(Sort.STRING, text));
        }
      }
      default -> {}
    }
  }

  private boolean name(String text, int start, int end) {
    Template template = names.get(text);
    if (template == null) {
      return false;
    }
    vary(start, end, template);
    return true;
  }

  private Template literal(Sort sort, String text) {
    return literals.computeIfAbsent(text, original -> new Template(sort, original));
  }

  private void vary(int start, int end, Template template) {
    fixed(start);
    parts.add(new Varying(template));
    partStart = end;
  }

  private void fixed(int to) {
    if (to > partStart) {
      parts.add(new Fixed(Arrays.copyOfRange(source, partStart, to)));
    }
  }

  private void startPiece(int at) {
    parts.clear();
    pieceStart = at;
    partStart = at;
    localCounter.reset();
    isReturn = false;
  }

  private void endPiece(int at) {
    fixed(at);
    pieces.add(new Piece(List.copyOf(parts), at - pieceStart, localCounter.count(), isReturn));
  }

  private boolean isFirstInLine(int at) {
    return at == 0 || source[at - 1] == '\n';
  }

  /// One `char` a byte, so that positions agree.
  private String text(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
