package dev.arenabench.harness.corpus;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.corpus.Corpus.SourceFile;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Kind;
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

/// The TypedLua programs that ship with the harness.
class ShippedTypedProgramsTest {
  private static final List<SourceFile> PROGRAMS = Corpus.shipped(Dialect.TYPED_LUA).files();

  static Stream<SourceFile> programs() {
    return PROGRAMS.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_any_isAcceptedAndResolves(SourceFile program) {
    assertEquals("", TypedChecks.problem(program.name(), program.bytes()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_any_isBetween3And12Kilobytes(SourceFile program) {
    int size = program.bytes().length;

    assertTrue(size >= 3_000 && size <= 12_000, "size=" + size);
  }

  @Test
  void programs_all_areEnough() {
    assertTrue(PROGRAMS.size() >= 15, "files=" + PROGRAMS.size());
    long bytes = Corpus.shipped(Dialect.TYPED_LUA).bytes();
    assertTrue(bytes >= 90_000, "bytes=" + bytes);
  }

  @Test
  void index_files_areThoseInTheFolder() throws IOException, URISyntaxException {
    URI index = Corpus.class.getResource("typed/INDEX").toURI();
    try (Stream<Path> folder = Files.list(Path.of(index).getParent())) {
      Set<String> present =
          folder
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".tl"))
              .collect(toSet());

      assertEquals(
          new TreeSet<>(present), new TreeSet<>(PROGRAMS.stream().map(SourceFile::name).toList()));
    }
  }

  /// Lua's kinds too: what TypedLua adds stands among them.
  @Test
  void constructs_all_occur() {
    int[] nodes = SourceProfile.of(Corpus.shipped(Dialect.TYPED_LUA)).nodes();
    TreeSet<String> missing = new TreeSet<>();
    for (int kind = 1; kind < Kind.LIMIT; kind++) {
      if (nodes[kind] == 0 && !Kind.isPart(kind)) {
        missing.add(Kind.name(kind));
      }
    }

    assertEquals(Set.of(), missing);
  }

  /// Forms of one construct that the tree does not tell apart, or only by a part of it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Classes.
        "\\babstract class",
        "\\bfinal class",
        "export @\\w+",
        "@\\w+\\.\\w+\\n",
        "@\\w+\\([^)]*\\)",
        "class \\w+\\(",
        "class \\w+<",
        "class \\w+ extends",
        "class \\w+ implements",
        "extends \\w+\\(",
        "extends \\w+<[^>]*>\\(",
        "extends \\w+ \\{",
        "  private [a-z]",
        "  protected [a-z]",
        "  public [a-z]",
        "\\(readonly ",
        "[(,] ?private readonly ",
        "  readonly ",
        "  static ",
        "  override ",
        "  abstract ",
        "  constructor\\(",
        "  get \\w+\\(",
        "  set \\w+\\(",
        "  private static ",
        "  protected override ",
        "  \\w+\\?: \\w+\\n",
        "  \\w+ = \\w+\\n",
        " \\w+\\?\\(\\): string \\{ return",
        "operator \\+",
        "operator -",
        "operator \\*",
        "operator /\\(",
        "operator //",
        "operator %",
        "operator \\^",
        "operator \\.\\.",
        "operator ==",
        "operator <\\(",
        "operator <=",
        "operator &",
        "operator \\|",
        "operator ~",
        "operator <<",
        "operator >>",
        "operator #",
        "operator \\[\\]\\(",
        "operator \\[\\]=",
        "operator \\[\\]<",
        "operator \\(\\)",
        // Interfaces and enums.
        "interface \\w+<",
        "interface \\w+ extends [^{]+, ",
        "interface \\w+ \\{ \\w+\\(",
        "\\): T\\[\\] \\{\\n",
        "  \\w+\\?\\(",
        "  \\[index: integer\\]: ",
        "readonly \\[index: integer\\]: ",
        "enum \\w+ \\{ \\w+, \\w+ = ",
        "enum \\w+\\([^)]*\\)+ \\{",
        "enum \\w+\\(.*\\) implements \\w+",
        "enum \\w+ \\{\\n  \\w+ = \"",
        // Modules.
        "import \\w+ from",
        "import \\w+, \\{",
        "import \\w+, \\*",
        "import \\* as",
        "import \\{",
        "import type \\w+ from",
        "import type \\{",
        "import \\{type \\w+",
        "\\w+ as \\w+[,}]",
        ",\\n\\} from",
        "export const",
        "export local \\w+:",
        "export local function",
        "export function",
        "export class",
        "export abstract class",
        "export interface",
        "export type \\w+ =",
        "export type \\w+<",
        "export enum",
        "export namespace",
        "export default class",
        "export default function \\w+",
        "export default function\\(",
        "export default \\w+\\n",
        "export \\{[^}]*\\}\\n",
        "export \\{[^}]*\\} from",
        "export type \\{",
        "export \\* from",
        "export \\* as",
        "export type \\* from",
        "export type \\* as",
        "namespace \\w+ \\{",
        "namespace \\w+\\.\\w+ \\{",
        "declare function",
        "declare const",
        "declare type",
        "declare interface",
        "declare namespace \\w+ \\{",
        "declare namespace \\w+\\.\\w+ \\{",
        "\\n  namespace ",
        // Statements.
        "const \\w+ = ",
        "const \\w+: ",
        "const \\w+, \\w+",
        "const \\[",
        "const \\{",
        "local \\[",
        "local \\{",
        "<const>: \\w+ =",
        "<close>",
        "for \\w+: ",
        "for \\[",
        "for .*, \\{.*\\} in",
        "catch \\(\\w+\\)",
        "catch \\(\\w+: \\w+ \\| \\w+\\)",
        "catch\\n",
        "\\): \\w+ throws \\w+, \\w+",
        "\\) throws \\w+\\n",
        "\\n\\s*match ",
        // Functions and parameters.
        "\\w+\\?: \\w+ = ",
        "\\(\\w+\\? *[,)=]|\\?: ",
        "\\.\\.\\.: ",
        "\\.\\.\\.\\w+: ",
        "\\): \\w+ is \\w+",
        "<\\w+ extends \\w+",
        "<\\w+ = \\w+>",
        "<\\w+ extends \\w+ = \\w+>",
        // Expressions.
        "\\w+ => \\w+",
        "\\(\\) => ",
        "\\([^()]*\\): \\w+ => ",
        "= <\\w+>\\(",
        "=> \\{",
        "=> \\(\\{",
        "=> \\w+ => ",
        "\\?\\.\\w+\\?\\.\\(",
        "\\?\\.\\[",
        " when ",
        "\\[\\.\\.\\.",
        "\\{\\.\\.\\.",
        "\\(\\.\\.\\.\\w",
        "`[^`]*`",
        "\\$\\{[^}]*`[^`]*`",
        "new \\w+<.*>\\(",
        "new \\w+\\.\\w+",
        "\\w:\\w+<.*>\\(",
        "try .* catch ",
        "!\\w",
        "!=",
        "==",
        "~=",
        // Patterns.
        "\"\\w+\" \\| \"\\w+\"\\]",
        "-\\d+ \\| \\d+ => ",
        "\\bnil => ",
        "true[,}]",
        "\\[, ",
        ", , ",
        "\\[[^\\]]*\\.\\.\\.\\w+\\] =",
        "\\{[^}]*\\.\\.\\.\\w+\\} =",
        "\\{\\[\\w+\\]: \\w+",
        "\\{\\w+: \\{",
        "\\w+: \\w+ = [^,]*\\} = ",
        "`\\$\\{\\w+\\}\\.\\$\\{\\w+\\}` =>",
        // Types.
        "\\[\\w+: \\w+, \\w+\\?: \\w+",
        "\\.\\.\\.\\w+\\[\\]\\]",
        "\\n\\s*\\| ",
        "typeof \\w+\\.\\w+",
        "infer \\w+ extends",
        "\\+readonly \\[",
        "-readonly \\[",
        "\\]\\+\\?:",
        "\\]-\\?:",
        "\\]\\?:",
        "\\w\\[\"\\w+\"\\]",
        "\\w\\[\\]\\[\\]",
        "-1 \\| 0 \\| 1",
        "\\w\\?\\n",
        ">>",
        "\\(\\(\\w+: .*\\) => \\w+\\)\\[\\]",
        "\\w+\\.\\w+\\.\\w+\\[\\]"
      })
  void form_any_occurs(String pattern) {
    boolean found =
        PROGRAMS.stream()
            .map(program -> new String(program.bytes(), StandardCharsets.UTF_8))
            .anyMatch(text -> Pattern.compile(pattern).matcher(text).find());

    assertTrue(found, pattern);
  }

  @Test
  void pieces_anyAlone_areAcceptedAndResolve() throws IOException {
    for (List<Piece> pieces : PieceCutter.cut(PROGRAMS, Dialect.TYPED_LUA)) {
      assertTrue(pieces.size() >= 8, "pieces=" + pieces.size());
      for (Piece piece : pieces) {
        byte[] text = ShippedProgramsTest.original(List.of(piece));
        assertEquals(piece.length(), text.length);
        assertEquals("", TypedChecks.problem(new String(text, StandardCharsets.UTF_8), text));
      }
    }
  }

  @Test
  void pieces_ofAProgram_areTheProgram() throws IOException {
    List<List<Piece>> cut = PieceCutter.cut(PROGRAMS, Dialect.TYPED_LUA);
    for (int i = 0; i < cut.size(); i++) {
      SourceFile program = PROGRAMS.get(i);

      assertArrayEquals(program.bytes(), ShippedProgramsTest.original(cut.get(i)), program.name());
    }
  }
}
