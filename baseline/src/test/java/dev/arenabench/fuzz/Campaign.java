package dev.arenabench.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Coverage-guided fuzzing of one target for some seconds, in a JVM of its own: Jazzer fuzzes one
/// target a process, and its agent must not touch the other tests.
///
/// All that Jazzer writes stays in the folder `target/fuzz/<name>`: the inputs that reach something
/// new, from which the next campaign goes on; findings (`crash-…`, `timeout-…`); its output. Each
/// campaign adds a line to `target/fuzz/inputs.tsv`: the target, the seconds, and the number of
/// inputs that were executed.
///
/// | system property | meaning |
/// |---|---|
/// | `fuzz.seconds` | how long |
/// | `fuzz.target` | only this one; none or empty: all |
public final class Campaign {
  private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
  private static final Pattern INPUTS =
      Pattern.compile("^stat::number_of_executed_units: (\\d+)$", Pattern.MULTILINE);

  /// Longer inputs reach nothing that a shorter one does not, and cost more.
  private static final int MAX_INPUT_BYTES = 2_048;

  /// An input that takes longer is a finding.
  private static final int INPUT_SECONDS = 10;

  private final Class<?> tests;
  private final String target;
  private final Path folder;

  private Campaign(Class<?> tests, String target) {
    this.tests = tests;
    this.target = target;
    folder = FOLDER.resolve(target);
  }

  /// Fuzzes a target and fails if there is a finding.
  ///
  /// @param target a method of `tests` with `@FuzzTest`
  public static void run(Class<?> tests, String target) throws IOException, InterruptedException {
    String only = System.getProperty("fuzz.target", "");
    assumeTrue(only.isEmpty() || only.equals(target), "fuzz.target is another");
    new Campaign(tests, target).run(Integer.getInteger("fuzz.seconds", 2));
  }

  private void run(int seconds) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    List<byte[]> sources = FuzzSeeds.all();
    for (int i = 0; i < sources.size(); i++) {
      Files.write(seeds.resolve("seed-" + i), sources.get(i));
    }
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path output = folder.resolve("output.txt");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Jazzer attaches its agent to the running JVM, and reads the target's memory.
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + tests.getName(),
            "--target_method=" + target,
            "--instrument=dev.arenabench.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-max_total_time=" + seconds,
            "-max_len=" + MAX_INPUT_BYTES,
            "-timeout=" + INPUT_SECONDS,
            "-print_final_stats=1",
            // What reaches something new is added to the first folder.
            corpus.toString(),
            seeds.toString());
    Process process =
        command
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = waitFor(process);
    String said = Files.readString(output, StandardCharsets.ISO_8859_1);
    if (exit != 0) {
      fail(target + ": " + findings() + "\n" + said);
    }
    Matcher inputs = INPUTS.matcher(said);
    assertTrue(inputs.find(), () -> "Jazzer has not told how many inputs there were:\n" + said);
    long count = Long.parseLong(inputs.group(1));
    assertTrue(count >= sources.size(), () -> "inputs=" + count + "\n" + said);
    Files.write(
        FOLDER.resolve("inputs.tsv"),
        List.of(target + "\t" + seconds + "\t" + count),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /// What was found, in lines that can be added to `findings.txt`.
  private String findings() throws IOException {
    StringBuilder findings = new StringBuilder("see " + folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{crash,timeout,oom}-*")) {
      for (Path file : files) {
        findings.append('\n').append(FuzzSeeds.line(Files.readAllBytes(file)));
      }
    }
    return findings.toString();
  }

  private static int waitFor(Process process) throws InterruptedException {
    Thread ender = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(ender);
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(ender);
    }
  }
}
