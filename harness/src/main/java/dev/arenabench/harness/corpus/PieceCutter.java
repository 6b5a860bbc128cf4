package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.Lexer;
import dev.arenabench.frontend.SourceText;
import dev.arenabench.frontend.Token;
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

  private final Map<String, Template> names = new HashMap<>();
  private final Map<String, Template> literals = new HashMap<>();

  // The program at hand.
  private byte[] source = {};
  private final List<Piece> pieces = new ArrayList<>();

  // The piece at hand.
  private final List<Part> parts = new ArrayList<>();
  private int pieceStart;
  private int partStart;
  private int locals;
  private boolean isReturn;
  private boolean inDeclaration;

  private PieceCutter() {}

  /// The pieces of each program, in order.
  static List<List<Piece>> cut(List<SourceFile> programs) {
    PieceCutter cutter = new PieceCutter();
    List<List<Piece>> cut = new ArrayList<>();
    try {
      for (SourceFile program : programs) {
        cutter.collectNames(program.text());
      }
      for (SourceFile program : programs) {
        cut.add(cutter.pieces(program.text()));
      }
    } catch (SyntaxException e) {
      throw new IllegalStateException("a shipped program is not Lua", e);
    }
    return cut;
  }

  private void collectNames(SourceText program) throws SyntaxException {
    source = program.bytes();
    Lexer lexer = start(program);
    for (int token = lexer.next(); token != Token.EOF; token = lexer.next()) {
      String text = text(lexer.start(), lexer.end());
      if (token == Token.NAME && mayVary(text)) {
        names.computeIfAbsent(text, name -> new Template(Sort.NAME, name));
      }
    }
  }

  private static boolean mayVary(String name) {
    return name.length() > 2 && !name.startsWith("__") && !LIBRARY.contains(name);
  }

  private List<Piece> pieces(SourceText program) throws SyntaxException {
    source = program.bytes();
    Lexer lexer = start(program);
    int end = lexer.end();
    pieces.clear();
    startPiece(end);
    for (int token = lexer.next(); token != Token.EOF; token = lexer.next()) {
      gap(end, lexer.start());
      token(token, lexer.start(), lexer.end());
      end = lexer.end();
    }
    endPiece(program.length());
    return List.copyOf(pieces);
  }

  private static Lexer start(SourceText program) throws SyntaxException {
    Lexer lexer = new Lexer(new Interner());
    lexer.reset(program.bytes(), program.length(), Dialect.LUA_5_4);
    return lexer;
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
    if (isFirstInLine(start)) {
      isReturn |= text.equals("return");
      inDeclaration = text.equals("local");
    } else if (inDeclaration && token == Token.NAME) {
      locals++;
    } else if (inDeclaration) {
      inDeclaration = ",<>function".contains(text);
    }
    switch (token) {
      case Token.NAME -> name(text, start, end);
      case Token.STRING -> {
        String content = text.substring(1, text.length() - 1);
        if (!name(content, start + 1, end - 1)
            && !LIBRARY.contains(content)
            && Words.hasReplaceable(text)) {
          vary(start, end, literal(Sort.STRING, text));
        }
      }
      case Token.INTEGER, Token.FLOAT -> {
        if (text.length() > 1) {
          vary(start, end, literal(Sort.NUMBER, text));
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
    locals = 0;
    isReturn = false;
    inDeclaration = false;
  }

  private void endPiece(int at) {
    fixed(at);
    pieces.add(new Piece(List.copyOf(parts), at - pieceStart, locals, isReturn));
  }

  private boolean isFirstInLine(int at) {
    return at == 0 || source[at - 1] == '\n';
  }

  /// One `char` a byte, so that positions agree.
  private String text(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
