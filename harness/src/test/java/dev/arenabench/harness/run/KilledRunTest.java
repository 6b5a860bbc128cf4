package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.PlannedUnit;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.record.UnitRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs with real forks: to the end, killed, and taken up again.
class KilledRunTest {
  @TempDir private Path results;

  @Test
  void run_killedInTheMiddleOfAFork_isTakenUpAndNothingIsLostOrHalf() throws Exception {
    Process host = start();
    List<ProcessHandle> forks;
    try (BufferedReader lines = host.inputReader()) {
      String first = lines.readLine();
      assertNotNull(first);
      assertTrue(first.startsWith("[1/3] "), first);
      forks = waitForFork(host);
      host.destroyForcibly().waitFor();
    } finally {
      host.destroyForcibly();
    }
    for (ProcessHandle fork : forks) {
      // A fork whose host is gone ends by itself.
      fork.onExit().get(30, TimeUnit.SECONDS);
    }
    Path run = onlyFolder();
    List<UnitRecord> kept = RunFolder.readUnits(run);
    assertTrue(kept.size() >= 1 && kept.size() < 3, "kept=" + kept.size());
    assertNull(RunFolder.readRun(run).finishedAtMillis());

    List<String> said = new ArrayList<>();
    assertEquals(run, TinyRun.run(TinyRun.request(results), collect(said)));

    assertEquals(
        "takes up " + run.getFileName() + ": " + kept.size() + " of 3 units are done",
        said.getFirst());
    List<UnitRecord> units = RunFolder.readUnits(run);
    assertEquals(kept, units.subList(0, kept.size()));
    Plan plan = Plan.ofRows(Preset.SMOKE, 5, TinyRun.request(results).rows());
    assertEquals(
        plan.units().stream().map(PlannedUnit::position).toList(),
        units.stream().map(UnitRecord::position).toList());
    assertNotNull(RunFolder.readRun(run).finishedAtMillis());
    for (UnitRecord unit : units) {
      assertTrue(unit.isComplete(), unit.toString());
      assertTrue(Double.isFinite(UnitRatio.of(unit)), unit.toString());
    }
  }

  @Test
  void run_politelyStopped_saysHowToGoOnAndEndsItsFork() throws Exception {
    Process host = start();
    List<String> said = new ArrayList<>();
    List<ProcessHandle> forks;
    try (BufferedReader lines = host.inputReader()) {
      said.add(lines.readLine());
      forks = waitForFork(host);
      host.toHandle().destroy();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
      assertTrue(host.waitFor(20, TimeUnit.SECONDS));
    } finally {
      host.destroyForcibly();
    }
    Path run = onlyFolder();
    int done = RunFolder.readUnits(run).size();

    assertTrue(
        said.contains(
            "stopped after "
                + done
                + " of 3 units; the same command takes the run up again ("
                + run
                + ")"),
        said.toString());
    for (ProcessHandle fork : forks) {
      fork.onExit().get(10, TimeUnit.SECONDS);
    }
    for (UnitRecord unit : RunFolder.readUnits(run)) {
      assertTrue(unit.isComplete(), unit.toString());
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djmh.ignoreLock=true");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TinyRun.class.getName(), results.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<ProcessHandle> waitForFork(Process host) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      List<ProcessHandle> children = host.children().toList();
      if (!children.isEmpty()) {
        return children;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no fork was started");
  }

  private Path onlyFolder() throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      List<Path> all = folders.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  private static Progress collect(List<String> lines) {
    return new Progress() {
      @Override
      public void working(String what) {}

      @Override
      public void line(String text) {
        lines.add(text);
      }
    };
  }
}
