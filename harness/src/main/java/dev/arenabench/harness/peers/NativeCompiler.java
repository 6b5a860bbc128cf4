package dev.arenabench.harness.peers;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.record.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A compiler of Lua that is a program of its own, where it is installed.
///
/// It cannot fight a duel: what can be timed is the process, from its start to its end, by the
/// clock on the wall. From that the same process without a program is taken, which leaves reading
/// files from the system's cache, parsing, and making bytecode. One such figure is of another
/// instrument than a duel's, has no interval, and is told apart from them: as a finding of the run.
public enum NativeCompiler {
  // Not luac -p: of 5.4.4 it is ended by a double free when it is given several files, and one
  // process for each file would measure processes.
  LUA(
      "lua5.4, loadfile",
      List.of("lua5.4", "lua54", "lua-5.4", "lua"),
      "Lua 5.4",
      "the package lua5.4 of Debian and Ubuntu, lua of Fedora, Arch and Homebrew"),
  LUAJIT(
      "luajit, loadfile",
      List.of("luajit"),
      "LuaJIT",
      "the package luajit of Debian, Ubuntu, Fedora, Arch and Homebrew");

  /// Loads what it is given, and runs none of it.
  private static final String SCRIPT = "for i = 1, #arg do assert(loadfile(arg[i])) end\n";

  private static final int REPETITIONS = 15;
  private static final int WARMUPS = 3;
  private static final long LIMIT_SECONDS = 60;

  private final String title;
  private final List<String> names;
  private final String versionStart;
  private final String howToGet;

  /// @param versionStart what its version begins with: others of its name are others
  NativeCompiler(String title, List<String> names, String versionStart, String howToGet) {
    this.title = title;
    this.names = names;
    this.versionStart = versionStart;
    this.howToGet = howToGet;
  }

  /// A program that was found.
  ///
  /// @param version the first line of what it says
  private record Found(String name, String version) {}

  /// What it takes for a corpus, or how to get it.
  public Finding measure(Corpus corpus) throws IOException, InterruptedException {
    Found found = find();
    if (found == null) {
      return new Finding(
          title,
          "not installed",
          Finding.Severity.NOTE,
          "To have it beside the duels: " + howToGet);
    }
    Path folder = Files.createTempDirectory("arenabench-native");
    try {
      return measure(found, corpus, folder);
    } finally {
      delete(folder);
    }
  }

  private @Nullable Found find() throws IOException, InterruptedException {
    for (String name : names) {
      try {
        String version = version(name);
        if (version.startsWith(versionStart)) {
          return new Found(name, version);
        }
      } catch (IOException e) {
        // Not on this machine by that name.
      }
    }
    return null;
  }

  private static String version(String name) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(name, "-v").redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return output.lines().findFirst().orElse("");
    } finally {
      process.destroyForcibly();
    }
  }

  private Finding measure(Found found, Corpus corpus, Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("load"), SCRIPT);
    List<String> command = List.of(found.name(), "load");
    // It is no peer of a duel, so what it rejects is left out for it alone.
    List<String> files = new ArrayList<>();
    long bytes = 0;
    for (Corpus.SourceFile file : corpus.files()) {
      String name = files.size() + ".lua";
      Files.write(folder.resolve(name), file.bytes());
      if (nanos(command, List.of(name), folder) >= 0) {
        files.add(name);
        bytes += file.bytes().length;
      }
    }
    if (files.isEmpty()) {
      return notMeasured(found, "it rejects every file");
    }
    long[] whole = new long[REPETITIONS];
    long[] empty = new long[REPETITIONS];
    for (int i = -WARMUPS; i < REPETITIONS; i++) {
      int at = Math.max(0, i);
      whole[at] = nanos(command, files, folder);
      empty[at] = nanos(command, List.of(), folder);
      if (whole[at] < 0 || empty[at] < 0) {
        return notMeasured(found, "it takes each file alone, but not all of them");
      }
    }
    return finding(found, corpus, files.size(), bytes, median(whole), median(empty));
  }

  private Finding notMeasured(Found found, String reason) {
    return new Finding(
        title, "not measured", Finding.Severity.NOTE, found.version() + ": " + reason);
  }

  private Finding finding(
      Found found, Corpus corpus, int files, long bytes, double whole, double empty) {
    int leftOut = corpus.files().size() - files;
    return new Finding(
        title,
        String.format(
            Locale.ROOT,
            "%.2f ns/B on %s: %.1f ms for %d files, of which %.1f ms are the process",
            (whole - empty) / bytes,
            corpus.name(),
            whole / 1e6,
            files,
            empty / 1e6),
        Finding.Severity.GOOD,
        found.version()
            + ". Whole processes by the wall clock, medians of "
            + REPETITIONS
            + ", to bytecode and without a tree: not the instrument of the duels"
            + (leftOut == 0 ? "." : "; without " + leftOut + " files that it rejects."));
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// How long a process takes; -1 if it rejects.
  private static long nanos(List<String> command, List<String> files, Path folder)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(files);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      long took = System.nanoTime() - start;
      return ended && process.exitValue() == 0 ? took : -1;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
