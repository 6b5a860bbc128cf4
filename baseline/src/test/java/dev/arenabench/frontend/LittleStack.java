package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Works on all that nests where work needs the most stack, and has little.
///
/// It is a JVM of its own that only interprets, and it is the main thread that works: what a thread
/// gets that is started later is no less than asked for, but may be more, for the C library hands
/// out the stacks of threads that have ended.
public final class LittleStack {
  /// Half of what a thread has by default.
  private static final int STACK_KILOBYTES = 512;

  /// What is done with each nesting in each dialect that has it.
  @FunctionalInterface
  public interface Work {
    void on(Nesting nesting, Dialect dialect) throws SyntaxException;
  }

  private LittleStack() {}

  /// Runs a class's `main`, which calls [#each], and fails if the stack was not enough.
  public static void run(Class<?> main) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-Xss" + STACK_KILOBYTES + "k",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    int nestings =
        LuaNesting.values().length * Dialect.values().length + TypedNesting.values().length;
    assertEquals("worked=" + nestings + ", exit=0", said.strip() + ", exit=" + exit);
  }

  /// Works on each nesting, and tells how many there were and which overflowed the stack.
  @SuppressWarnings("SystemOut") // Read by `run`.
  public static void each(Work work) throws SyntaxException {
    int worked = 0;
    for (Dialect dialect : Dialect.values()) {
      for (Nesting nesting : LuaNesting.values()) {
        worked += one(work, nesting, dialect);
      }
    }
    for (Nesting nesting : TypedNesting.values()) {
      worked += one(work, nesting, Dialect.TYPED_LUA);
    }
    System.out.println("worked=" + worked);
  }

  @SuppressWarnings("SystemOut")
  private static int one(Work work, Nesting nesting, Dialect dialect) throws SyntaxException {
    try {
      work.on(nesting, dialect);
      return 1;
    } catch (StackOverflowError e) {
      System.out.println(nesting.name() + ", " + dialect);
      return 0;
    }
  }
}
