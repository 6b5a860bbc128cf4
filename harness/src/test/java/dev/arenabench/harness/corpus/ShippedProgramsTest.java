package dev.arenabench.harness.corpus;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.frontend.ReferenceLua;
import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.harness.corpus.Piece.Fixed;
import dev.arenabench.harness.corpus.Piece.Varying;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Lua programs that ship with the harness.
class ShippedProgramsTest {
  private static final List<SourceFile> PROGRAMS = Corpus.shipped(Dialect.LUA_5_4).files();

  static Stream<SourceFile> programs() {
    return PROGRAMS.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_any_isAcceptedByTheReferenceAndByTheParser(SourceFile program) {
    try (ReferenceLua lua = new ReferenceLua()) {
      assertNull(lua.rejection(program.bytes(), program.bytes().length), program.name());
    }
    new SourceProfile().add(program);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_any_isBetween3And12Kilobytes(SourceFile program) {
    int size = program.bytes().length;

    assertTrue(size >= 3_000 && size <= 12_000, "size=" + size);
  }

  @Test
  void programs_all_areEnough() {
    assertTrue(PROGRAMS.size() >= 16, "files=" + PROGRAMS.size());
    long bytes = Corpus.shipped(Dialect.LUA_5_4).bytes();
    assertTrue(bytes >= 90_000, "bytes=" + bytes);
  }

  @Test
  void index_files_areThoseInTheFolder() throws IOException, URISyntaxException {
    URI index = Corpus.class.getResource("lua/INDEX").toURI();
    try (Stream<Path> folder = Files.list(Path.of(index).getParent())) {
      Set<String> present =
          folder
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".lua"))
              .collect(toSet());

      assertEquals(
          new TreeSet<>(present), new TreeSet<>(PROGRAMS.stream().map(SourceFile::name).toList()));
    }
  }

  @Test
  void constructs_all_occur() {
    int[] nodes = SourceProfile.of(Corpus.shipped(Dialect.LUA_5_4)).nodes();
    TreeSet<String> missing = new TreeSet<>();
    for (int kind = 1; kind <= Kind.CHUNK; kind++) {
      if (nodes[kind] == 0) {
        missing.add(Kind.name(kind));
      }
    }

    assertEquals(Set.of(), missing);
  }

  /// Forms of one construct that the tree does not tell apart.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\a",
        "\\\\b",
        "\\\\f",
        "\\\\n",
        "\\\\r",
        "\\\\t",
        "\\\\v",
        "\\\\\\\\",
        "\\\\\"",
        "\\\\'",
        "\\\\z\\s",
        "\\\\x[0-9A-Fa-f]{2}",
        "\\\\[0-9]{3}",
        "\\\\[0-9][^0-9]",
        "\\\\u\\{",
        "0x[0-9A-Fa-f]+p[0-9-]",
        "0x[0-9A-Fa-f]*\\.[0-9A-Fa-f]+p",
        "[0-9]e[0-9]",
        "[0-9]e-[0-9]",
        "[ (]\\.[0-9]",
        "[0-9]\\.[ ,;)]",
        "0x[0-9A-Fa-f]{4,}",
        "\\[\\[",
        "\\[=\\[",
        "\\[==\\[",
        "--\\[\\[",
        "--\\[=+\\[",
        "::\\w+::",
        "goto \\w+",
        "<const>",
        "<close>",
        "\\w+ \"[^\"]*\"\\n",
        "\\w+ \\{[^}]*\\}\\n",
        "\\w+:\\w+\\(",
        "\\w+:\\w+ \"",
        "for \\w+ = [^\\n,]+,[^\\n,]+,[^\\n]+ do",
        "repeat",
        "\\.\\.\\.",
        "\\{ \\.\\.\\. \\}",
        "select\\(\"#\", \\.\\.\\.\\)",
        "//",
        "<<",
        ">>",
        "~ "
      })
  void form_any_occurs(String pattern) {
    boolean found =
        PROGRAMS.stream()
            .map(program -> new String(program.bytes(), StandardCharsets.UTF_8))
            .anyMatch(text -> Pattern.compile(pattern).matcher(text).find());

    assertTrue(found, pattern);
  }

  @Test
  void pieces_anyAlone_areAcceptedByTheReference() throws IOException {
    try (ReferenceLua lua = new ReferenceLua()) {
      for (List<Piece> pieces : PieceCutter.cut(PROGRAMS, Dialect.LUA_5_4)) {
        assertTrue(pieces.size() >= 8, "pieces=" + pieces.size());
        for (Piece piece : pieces) {
          byte[] text = original(List.of(piece));
          assertEquals(piece.length(), text.length);
          assertNull(
              lua.rejection(text, text.length), () -> new String(text, StandardCharsets.UTF_8));
        }
      }
    }
  }

  @Test
  void pieces_ofAProgram_areTheProgram() throws IOException {
    List<List<Piece>> cut = PieceCutter.cut(PROGRAMS, Dialect.LUA_5_4);
    for (int i = 0; i < cut.size(); i++) {
      SourceFile program = PROGRAMS.get(i);

      assertArrayEquals(program.bytes(), original(cut.get(i)), program.name());
    }
  }

  static byte[] original(List<Piece> pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Piece piece : pieces) {
      for (Piece.Part part : piece.parts()) {
        switch (part) {
          case Fixed(byte[] text) -> out.write(text);
          case Varying(Template template) ->
              out.write(template.original().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
    return out.toByteArray();
  }
}
