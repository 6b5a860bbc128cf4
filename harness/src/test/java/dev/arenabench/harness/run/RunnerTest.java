package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs with forks that are made up.
class RunnerTest {
  private static final List<PlannedRow> ROWS =
      List.of(new PlannedRow(SampleUnits.DUEL, 4), new PlannedRow(SampleUnits.SOLO, 2));
  private static final int UNITS = 6;
  private static final int FORKS = 8;
  private static final ProbeRecord PROBE =
      new ProbeRecord("bytes", "per-parse", "heap", "shipped", 1.0, "B", Map.of(), null);

  @TempDir private Path results;

  private final List<String> lines = new ArrayList<>();
  private final List<ForkTask> tasks = new ArrayList<>();
  private int crashAfterForks = Integer.MAX_VALUE;

  @Test
  void run_toTheEnd_leavesAWholeFolder() throws Exception {
    Path folder = run(request(1L));

    RunRecord run = RunFolder.readRun(folder);
    assertEquals(folder.getFileName().toString(), run.id());
    assertNotNull(run.finishedAtMillis());
    assertEquals(1, run.seed());
    assertEquals(List.of("shipped"), run.corpora().stream().map(corpus -> corpus.name()).toList());
    assertTrue(run.corpora().getFirst().nodes() > 1000, run.corpora().toString());
    assertEquals(UNITS, RunFolder.readUnits(folder).size());
    assertEquals(List.of(PROBE), RunFolder.readProbes(folder));
    assertEquals(FORKS, tasks.size());
    assertEquals(UNITS, lines.size());
    assertTrue(lines.getLast().startsWith("[6/6] "), lines.toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("forks.log", "jmh.json", "journal.jsonl", "probes.json", "run.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void run_units_areInTheOrderOfThePlan() throws Exception {
    List<UnitRecord> units = RunFolder.readUnits(run(request(1L)));

    for (int i = 0; i < units.size(); i++) {
      assertEquals(i, units.get(i).position());
      List<String> contenders = units.get(i).forks().stream().map(ForkRecord::contender).toList();
      List<String> expected =
          switch (units.get(i).order()) {
            case "AB" -> List.of("arena", "heap");
            case "BA" -> List.of("heap", "arena");
            default -> List.of("arena+heap");
          };
      assertEquals(expected, contenders);
    }
  }

  @Test
  void run_brokenOffAnywhere_isTakenUpWithoutLossOrRepetition() throws Exception {
    Path whole = run(request(9L));
    List<String> tasksOfWhole = describe(tasks);
    for (int forks : new int[] {0, 1, 4, 7}) {
      Path folder = results.resolve("broken-" + forks);
      tasks.clear();
      crashAfterForks = forks;
      RunRequest request = request(9L, folder);
      assertThrows(SimulatedCrash.class, () -> run(request));
      Path run = onlyFolder(folder);
      int kept = RunFolder.readUnits(run).size();
      int forksOfKept =
          RunFolder.readUnits(run).stream().mapToInt(unit -> unit.forks().size()).sum();
      assertNull(RunFolder.readRun(run).finishedAtMillis());
      tasks.clear();
      crashAfterForks = Integer.MAX_VALUE;
      lines.clear();

      assertEquals(run, run(request));

      assertEquals(RunFolder.readUnits(whole), RunFolder.readUnits(run));
      assertEquals(
          tasksOfWhole.subList(forksOfKept, FORKS), describe(tasks), "crash after " + forks);
      if (kept > 0) {
        assertEquals(
            "takes up " + run.getFileName() + ": " + kept + " of 6 units are done",
            lines.getFirst());
      }
    }
  }

  @Test
  void run_journalTorn_repeatsTheTornUnitOnly() throws Exception {
    crashAfterForks = 5;
    assertThrows(SimulatedCrash.class, () -> run(request(9L)));
    Path run = onlyFolder(results);
    int kept = RunFolder.readUnits(run).size();
    byte[] journal = Files.readAllBytes(run.resolve(RunFolder.JOURNAL));
    Files.write(
        run.resolve(RunFolder.JOURNAL), java.util.Arrays.copyOf(journal, journal.length - 10));
    assertEquals(kept - 1, RunFolder.readUnits(run).size());
    crashAfterForks = Integer.MAX_VALUE;

    assertEquals(run, run(request(9L)));

    assertEquals(UNITS, RunFolder.readUnits(run).size());
  }

  @Test
  void run_seedNotAskedFor_takesUpAnySeed() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(request(77L)));
    crashAfterForks = Integer.MAX_VALUE;

    assertEquals(77, RunFolder.readRun(run(request(null))).seed());
  }

  @Test
  void run_otherSeedOrFinished_isANewRun() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(request(77L)));
    crashAfterForks = Integer.MAX_VALUE;

    Path other = run(request(78L));
    Path finished = run(request(77L));
    Path again = run(request(77L));

    assertNotEquals(other, finished);
    assertNotEquals(finished, again);
    assertEquals(78, RunFolder.readRun(other).seed());
  }

  @Test
  void run_unfinishedRunIsLocked_isANewRun() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(request(77L)));
    crashAfterForks = Integer.MAX_VALUE;
    Path first = onlyFolder(results);

    try (RunFolder locked = RunFolder.lock(first)) {
      assertNotNull(locked);
      assertNotEquals(first, run(request(77L)));
    }
  }

  @Test
  void run_otherCode_isNotMixedIn() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(request(77L)));
    crashAfterForks = Integer.MAX_VALUE;
    Path first = onlyFolder(results);
    Path file = first.resolve(RunFolder.RUN);
    String code = RunFolder.readRun(first).environment().getOrDefault("code sha256", "");
    Files.writeString(file, Files.readString(file).replace(code, "0".repeat(64)));

    assertNotEquals(first, run(request(77L)));
  }

  @Test
  void run_takingUpNotWanted_isANewRun() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(request(77L)));
    crashAfterForks = Integer.MAX_VALUE;
    RunRequest request =
        new RunRequest(Preset.SMOKE, 77L, List.of(), ROWS, results, null, false, "test");

    assertNotEquals(onlyFolder(results), run(request));
  }

  @Test
  void run_nameOfFinishedRun_isRefused() throws Exception {
    RunRequest request =
        new RunRequest(Preset.SMOKE, 1L, List.of(), ROWS, results, "mine", true, "test");
    assertEquals(results.resolve("mine"), run(request));

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> run(request));

    assertEquals(
        "run=mine exists, and is finished or of another plan, code or machine: choose another name",
        thrown.getMessage());
  }

  @Test
  void run_forkFails_isRecordedAndTheRunGoesOn() throws Exception {
    Path folder =
        Runner.run(
            request(1L),
            (corpora, progress) -> List.of(),
            progress(),
            with(
                task ->
                    task.isDuel()
                        ? SampleUnits.failed(0, "no such class").forks().getFirst()
                        : SampleUnits.soloFork(task.contender(), 10, 11)));

    List<UnitRecord> units = RunFolder.readUnits(folder);
    assertEquals(UNITS, units.size());
    assertEquals(4, units.stream().filter(unit -> !unit.isComplete()).count());
    assertTrue(
        lines.stream().anyMatch(line -> line.endsWith("failed: no such class")), lines.toString());
    assertFalse(Files.readString(folder.resolve(RunFolder.JMH)).contains("DuelBenchmark"));
  }

  private static final Row RETAIN =
      new Row("retain", "g1", "arena", "heap", "shipped", Instrument.SOLO);
  private static final Row COLLECT =
      new Row("collect", "zgc", "arena", "heap", "shipped", Instrument.SOLO);

  @Test
  void run_rowsThatKeepTrees_getTheHeapThatWasFound() throws Exception {
    Path folder = run(keeping(), this::keepingFork);

    assertEquals(
        List.of(
            "live/trees-compressed-references heap:heap shipped solo",
            "live/trees-full-references heap:heap shipped solo"),
        tasks.stream().map(task -> task.row().id()).limit(2).toList());
    assertTrue(tasks.get(0).jvmFlags().contains("-XX:+UseCompressedOops"));
    assertTrue(tasks.get(1).jvmFlags().contains("-XX:-UseCompressedOops"));
    for (ForkTask task : tasks.subList(2, tasks.size())) {
      // 20 MiB and 1.5 times 10 MiB, or 20 MiB of trees where references are wide.
      String heap = task.row().equals(RETAIN) ? "-Xmx35m" : "-Xmx50m";
      assertTrue(task.jvmFlags().contains(heap), task.toString());
    }
    assertEquals(2 + 4, tasks.size());
    List<ProbeRecord> probes = RunFolder.readProbes(folder);
    assertEquals(3, probes.size());
    assertEquals(
        Map.of("base", 20.0 * (1 << 20), "multiple", 1.5, "heap", 35.0 * (1 << 20)),
        probes.getFirst().detail());
    assertEquals(10.0 * (1 << 20), probes.getFirst().value());
  }

  @Test
  void run_takenUp_keepsTheHeapsThatWereFound() throws Exception {
    crashAfterForks = 3;
    assertThrows(SimulatedCrash.class, () -> run(keeping(), this::keepingFork));
    tasks.clear();
    crashAfterForks = Integer.MAX_VALUE;

    run(keeping(), this::keepingFork);

    assertTrue(
        tasks.stream().noneMatch(task -> task.row().suite().equals("live")), tasks.toString());
    assertEquals(4, tasks.size());
  }

  @Test
  void run_heapNotFound_isTheReasonOfEachUnit() throws Exception {
    Path folder =
        run(
            keeping(),
            task -> {
              assertEquals("live", task.row().suite());
              return SampleUnits.failed(0, "killed").forks().getFirst();
            });

    for (UnitRecord unit : RunFolder.readUnits(folder)) {
      assertEquals(
          "its heap could not be sized: the fork failed: killed",
          unit.forks().getFirst().failure());
    }
    assertEquals("the fork failed: killed", RunFolder.readProbes(folder).getFirst().notMeasured());
  }

  private RunRequest keeping() {
    return new RunRequest(
        Preset.SMOKE,
        3L,
        List.of(),
        List.of(new PlannedRow(RETAIN, 1), new PlannedRow(COLLECT, 1)),
        results,
        null,
        true,
        "test");
  }

  private ForkRecord keepingFork(ForkTask task) {
    ForkRecord fork = fork(task);
    if (!task.row().suite().equals("live")) {
      return fork;
    }
    double mebibyte = 1 << 20;
    double trees = task.row().measure().contains("compressed") ? 10 : 20;
    return new ForkRecord(
        fork.contender(),
        fork.startedAtMillis(),
        fork.elapsedMillis(),
        fork.jvmFlags(),
        List.of(
            new IterationRecord(
                false, Map.of("base.bytes", 20 * mebibyte, "tree.bytes", trees * mebibyte))),
        fork.machine(),
        null);
  }

  private Path run(RunRequest request, Forks forks) throws IOException, InterruptedException {
    return Runner.run(request, (corpora, progress) -> List.of(PROBE), progress(), with(forks));
  }

  @Test
  void run_threadInterrupted_keepsNothingOfTheUnit() throws Exception {
    assertThrows(
        InterruptedException.class,
        () ->
            Runner.run(
                request(1L),
                ProbeSuite.none(),
                progress(),
                with(
                    task -> {
                      Thread.currentThread().interrupt();
                      return SampleUnits.failed(0, "killed").forks().getFirst();
                    })));

    assertEquals(List.of(), RunFolder.readUnits(onlyFolder(results)));
  }

  @Test
  void run_corpusWithRejectedFiles_leavesThemOut() throws Exception {
    Path corpus = Files.createDirectory(results.resolve("mine"));
    Files.writeString(corpus.resolve("good.lua"), "local a = 1\nreturn a\n");
    Files.writeString(corpus.resolve("bad.lua"), "local = 1\n");
    RunRequest request =
        new RunRequest(
            Preset.SMOKE,
            1L,
            List.of(corpus.toString()),
            List.of(),
            results.resolve("out"),
            null,
            true,
            "test");

    RunRecord run = RunFolder.readRun(run(request));

    assertEquals("mine", run.corpora().getFirst().name());
    assertEquals(1, run.corpora().getFirst().files());
    // chunk, block, local, local-name, integer, return, name
    assertEquals(7, run.corpora().getFirst().nodes());
    assertTrue(lines.getFirst().startsWith("left out of mine: bad.lua:1:7: "), lines.getFirst());
  }

  @Test
  void run_additions_areMeasuredToldAndGivenToForks() throws Exception {
    Corpus shipped = Corpus.named("shipped");
    Corpus one =
        shipped
            .without(
                shipped.files().stream()
                    .skip(1)
                    .map(Corpus.SourceFile::name)
                    .collect(Collectors.toSet()))
            .renamed("shipped");
    Finding finding = new Finding("luaj", "1 of 2", Finding.Severity.NOTE, "left out");
    RunAdditions additions =
        new RunAdditions(
            List.of(one), Map.of("peer luaj", "3"), List.of(finding), Map.of("a.b", "c"));

    Path folder =
        Runner.run(request(1L), additions, ProbeSuite.none(), progress(), with(this::fork));

    RunRecord run = RunFolder.readRun(folder);
    assertEquals(1, run.corpora().getFirst().files());
    assertEquals("3", run.environment().get("peer luaj"));
    assertEquals(List.of(finding), run.findings());
    assertTrue(
        tasks.stream().allMatch(task -> "c".equals(task.privateProperties().get("a.b"))),
        tasks.toString());
    assertFalse(Files.readString(folder.resolve(RunFolder.RUN)).contains("a.b"));
  }

  @Test
  void run_corpusWithoutAnyProgram_isRefused() throws Exception {
    Path bad = Files.writeString(results.resolve("bad.lua"), "local = 1\n");
    RunRequest request =
        new RunRequest(
            Preset.SMOKE, 1L, List.of(bad.toString()), List.of(), results, null, true, "test");

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> run(request));

    assertTrue(
        String.valueOf(thrown.getMessage())
            .startsWith("corpus=" + bad + " has no file that is a program"),
        thrown.getMessage());
  }

  private RunRequest request(@org.jspecify.annotations.Nullable Long seed) {
    return request(seed, results);
  }

  private static RunRequest request(
      @org.jspecify.annotations.Nullable Long seed, Path resultsFolder) {
    return new RunRequest(Preset.SMOKE, seed, List.of(), ROWS, resultsFolder, null, true, "test");
  }

  private Path run(RunRequest request) throws IOException, InterruptedException {
    return Runner.run(request, (corpora, progress) -> List.of(PROBE), progress(), with(this::fork));
  }

  private static Runner.Surroundings with(Forks forks) {
    return new Runner.Surroundings() {
      @Override
      public Forks forks(PrintStream log) {
        return forks;
      }

      @Override
      public List<Finding> findings(Path resultsFolder) {
        return List.of();
      }
    };
  }

  private ForkRecord fork(ForkTask task) {
    if (tasks.size() == crashAfterForks) {
      throw new SimulatedCrash();
    }
    tasks.add(task);
    return task.isDuel()
        ? SampleUnits.duelFork(0.5)
        : SampleUnits.soloFork(task.contender(), 10, 11);
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void working(String what) {}

      @Override
      public void line(String text) {
        lines.add(text);
      }
    };
  }

  private static List<String> describe(List<ForkTask> tasks) {
    return tasks.stream()
        .map(task -> task.row().id() + " " + task.contender() + " " + task.order())
        .toList();
  }

  private static Path onlyFolder(Path results) throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      List<Path> all = folders.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  private static final class SimulatedCrash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
