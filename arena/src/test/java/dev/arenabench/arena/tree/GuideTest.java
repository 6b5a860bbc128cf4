package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Interner;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every Java snippet of the guide, and of the README, compiles and runs, and what it shows is what
/// its comments say: the comment behind the line with `show`, or behind a line that leads to it.
class GuideTest {
  private static final Path GUIDE =
      Path.of("src/main/java/dev/arenabench/arena/doc-files/guide.md");
  private static final Path README = Path.of("../README.md");
  private static final Pattern SNIPPET =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile("(?:show\\(|allocate\\(1_000\\);).*// (.*)$");

  private static final List<byte[]> SOURCES =
      Stream.of(
              "local x = f(1, 2)\n",
              "local total = 0\n"
                  + "for index, value in ipairs(values) do\n  total = total + value\nend\n",
              "function account.withdraw(self, amount)\n"
                  + "  if amount > self.balance then error('too much') end\n"
                  + "  self.balance = self.balance - amount\nend\n")
          .map(program -> Sources.bytes(program.repeat(40)))
          .toList();

  @TempDir private Path classes = Path.of("");

  @TestFactory
  List<DynamicTest> snippets() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : List.of(GUIDE, README)) {
      Matcher snippets = SNIPPET.matcher(Files.readString(page));
      for (int number = 1; snippets.find(); number++) {
        String body = snippets.group(1);
        String name = "Snippet" + tests.size();
        tests.add(
            DynamicTest.dynamicTest(
                page.getFileName() + ", snippet " + number,
                () -> assertEquals(expected(body), run(name, body))));
      }
    }
    return tests;
  }

  @Test
  void guide_holdsSnippetsOfEverySubject() throws IOException, URISyntaxException {
    String guide = Files.readString(GUIDE);

    assertTrue(SNIPPET.matcher(guide).results().count() >= 12);
    Path run = GUIDE.resolveSibling(Path.of(firstLinkIn(guide))).normalize();
    assertTrue(Files.isRegularFile(run.resolve("table.txt")), () -> "link=" + run);
    assertTrue(Files.readString(Path.of("../README.md")).contains("doc-files/guide.md"));
  }

  private static String firstLinkIn(String page) {
    Matcher link = Pattern.compile("\\]\\((\\.\\./[^)]*)\\)").matcher(page);
    assertTrue(link.find());
    return link.group(1);
  }

  private static List<String> expected(String body) {
    return body.lines()
        .map(SHOWN::matcher)
        .filter(Matcher::find)
        .map(shown -> shown.group(1).strip())
        .toList();
  }

  private List<String> run(String name, String body) throws Exception {
    compile(name, program(name, body));
    List<String> shown = Collections.synchronizedList(new ArrayList<>());
    Consumer<Object> sink = value -> shown.add(String.valueOf(value));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      loader
          .loadClass(name)
          .getMethod("run", Parser.class, List.class, Consumer.class)
          .invoke(null, new Parser(new Interner()), SOURCES, sink);
    }
    return List.copyOf(shown);
  }

  private static String program(String name, String body) {
    return """
    import dev.arenabench.arena.*;
    import dev.arenabench.arena.tree.*;
    import dev.arenabench.frontend.*;
    import dev.arenabench.syntax.*;
    import java.util.*;
    import java.util.concurrent.*;
    import java.util.function.Consumer;

    public final class %s {
      private static Consumer<Object> sink;

      static void show(Object value) {
        sink.accept(value);
      }

      public static void run(Parser parser, List<byte[]> sources, Consumer<Object> to)
          throws Exception {
        sink = to;
    %s
      }
    }
    """
        .formatted(name, body);
  }

  private void compile(String name, String program) throws IOException, URISyntaxException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    java.io.StringWriter complaints = new java.io.StringWriter();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    String classPath = placeOf(Arena.class) + java.io.File.pathSeparator + placeOf(Parser.class);
    boolean compiled =
        compiler
            .getTask(
                complaints,
                null,
                null,
                List.of("-d", classes.toString(), "-cp", classPath, "-proc:none"),
                null,
                List.of(source))
            .call();
    assertTrue(compiled, () -> complaints + "\n" + program);
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
