package dev.arenabench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.contender.Contender;
import dev.arenabench.harness.contender.KeptTrees;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.plan.TightHeap;
import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import dev.arenabench.syntax.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.GraphLayout;

/// Real JVMs, as short as they can be.
class JmhForksTest {
  static final List<String> SMALL_HEAP = List.of("-Xms64m", "-Xmx64m", "-XX:+UseG1GC");

  private static final Timing TINY = new Timing(2, 2, 3, 1, 1, 2, 20, 60);
  private static final byte[] PROGRAM =
      "local function f(a, b) return a + b * 2, a[b].c(f, 'x') end\nprint(f(1, 2))\n"
          .repeat(20)
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private JmhForks forks;
  private Path sources;

  @BeforeEach
  void open() throws Exception {
    forks = new JmhForks(new PrintStream(printed, true, StandardCharsets.UTF_8));
    sources = folder.resolve("sources");
    ForkSources.write(sources, List.of(new Source("a.lua", PROGRAM, PROGRAM.length)));
  }

  @AfterEach
  void close() {
    forks.close();
  }

  @Test
  void run_duel_givesEveryIterationWithBothSides() {
    ForkRecord fork = forks.run(duel("arena", "heap", TINY, SMALL_HEAP));

    assertNull(fork.failure(), () -> fork.failure() + "\n" + printed);
    assertEquals(5, fork.iterations().size());
    assertEquals(
        List.of(true, true, false, false, false),
        fork.iterations().stream().map(IterationRecord::warmup).toList());
    for (IterationRecord iteration : fork.iterations()) {
      assertTrue(
          iteration
              .values()
              .keySet()
              .containsAll(
                  Set.of(
                      "subject.cpu",
                      "subject.wall",
                      "subject.bytes",
                      "baseline.cpu",
                      "baseline.wall",
                      "baseline.bytes",
                      "passes",
                      "compiler.cpu",
                      "collector.cpu",
                      "gc.alloc.rate.norm",
                      "gc.count")),
          iteration.toString());
      assertTrue(value(iteration, "subject.cpu") > 0, iteration.toString());
      assertTrue(value(iteration, "baseline.bytes") > 1000, iteration.toString());
    }
    assertTrue(fork.jvmFlags().containsAll(SMALL_HEAP), fork.jvmFlags().toString());
    assertTrue(fork.jvmFlags().stream().noneMatch(flag -> flag.contains(folder.toString())));
    assertNotNull(fork.machine().load());
    assertEquals(
        fork.iterations().get(2).values().get("passes"),
        fork.iterations().get(4).values().get("passes"));
  }

  @Test
  void run_solo_givesScoreAndClocksPerPass() {
    Row row = new Row("release", "release", "arena", "heap", "c", Instrument.SOLO);
    ForkRecord fork = forks.run(task(row, "heap", "AB", TINY, SMALL_HEAP));

    assertNull(fork.failure(), () -> fork.failure() + "\n" + printed);
    assertEquals(3, fork.iterations().size());
    IterationRecord last = fork.iterations().getLast();
    Map<String, Double> values = last.values();
    assertTrue(
        values
            .keySet()
            .containsAll(
                Set.of(
                    "score",
                    "cpu",
                    "process.cpu",
                    "collector.cpu",
                    "compiler.cpu",
                    "release.wall",
                    "whole.wall",
                    "passes",
                    "gc.alloc.rate.norm",
                    "gc.count")),
        values.toString());
    assertEquals(value(last, "release.wall") + value(last, "collector.cpu"), value(last, "score"));
    assertTrue(value(last, "release.wall") < value(last, "whole.wall"), values.toString());
    assertTrue(value(last, "cpu") > 0 && value(last, "cpu") < 20 * value(last, "whole.wall"));
  }

  @Test
  void run_retain_isJudgedByTheProcessWithoutItsCompilers() {
    Row row = new Row("retain", "serial", "arena", "heap", "c", Instrument.SOLO);
    ForkRecord fork =
        forks.run(task(row, "arena", "AB", TINY, Preset.jvmFlags(row, new TightHeap(64 << 20, 1))));

    assertNull(fork.failure(), () -> fork.failure() + "\n" + printed);
    IterationRecord last = fork.iterations().getLast();
    double compilers = value(last, "compiler.cpu") / value(last, "passes");
    assertEquals(value(last, "process.cpu") - compilers, value(last, "score"), 1e-3);
    assertTrue(value(last, "whole.wall") > 0, last.toString());
    assertTrue(fork.jvmFlags().contains("-XX:+UseSerialGC"), fork.jvmFlags().toString());
  }

  @Test
  void run_heapTooSmall_isAFailureThatSaysSo() throws Exception {
    Source[] shipped = ForkSources.of(Corpus.shipped(Dialect.LUA_5_4));
    List<Source> many = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      many.addAll(List.of(shipped));
    }
    ForkSources.write(sources, many);
    Row row = new Row("retain", "serial", "arena", "heap-careless", "c", Instrument.SOLO);
    ForkRecord fork =
        forks.run(
            task(
                row,
                "heap-careless",
                "AB",
                TINY,
                Preset.jvmFlags(row, new TightHeap(16 << 20, 1))));

    assertNotNull(fork.failure());
    assertTrue(fork.failure().contains("java.lang.OutOfMemoryError"), fork.failure());
    assertTrue(fork.elapsedMillis() < 60_000, "elapsedMillis=" + fork.elapsedMillis());
  }

  /// Two ways to count the same trees: what a full collection leaves, and object by object.
  @Test
  void run_live_countsWhatTheTreesOccupy() throws Exception {
    Source[] shipped = writeShipped();
    Row row = new Row("live", "live", "heap", "heap", "c", Instrument.SOLO);
    ForkRecord fork =
        forks.run(task(row, "heap", "A", TINY, TightHeaps.roomyFlags(1_000_000, true)));

    assertNull(fork.failure(), () -> fork.failure() + "\n" + printed);
    double expected =
        GraphLayout.parseInstance(KeptTrees.of(Contender.HEAP, shipped).roots()).totalSize();
    for (IterationRecord iteration : fork.iterations()) {
      assertEquals(expected, value(iteration, "tree.bytes"), 0.03 * expected, "" + iteration);
      assertTrue(value(iteration, "base.bytes") > 1_000_000, iteration.toString());
      assertTrue(value(iteration, "base.bytes") < 16_000_000, iteration.toString());
    }
  }

  private Source[] writeShipped() throws Exception {
    Source[] shipped = ForkSources.of(Corpus.shipped(Dialect.LUA_5_4));
    ForkSources.write(sources, List.of(shipped));
    return shipped;
  }

  @Test
  void run_unknownContender_isAFailureWithItsReason() {
    ForkRecord fork = forks.run(duel("arena", "hoap", TINY, SMALL_HEAP));

    assertNotNull(fork.failure());
    assertTrue(fork.failure().contains("contender=hoap"), fork.failure());
    assertEquals(List.of(), fork.iterations());
  }

  @Test
  void run_flagThatTheJvmDoesNotKnow_isAFailure() {
    ForkRecord fork = forks.run(duel("arena", "heap", TINY, List.of("-XX:+NoSuchFlag")));

    assertNotNull(fork.failure());
    assertTrue(fork.failure().contains("exit code 1"), fork.failure());
  }

  @Test
  void run_longerThanItsTime_isKilledAndAFailure() {
    Timing endless = new Timing(1_000_000, 1_000_000, 1, 50, 1, 1, 20, 2);

    ForkRecord fork = forks.run(duel("arena", "heap", endless, SMALL_HEAP));

    assertEquals("not finished after 2 s", fork.failure());
    assertTrue(fork.elapsedMillis() < 20_000, "elapsedMillis=" + fork.elapsedMillis());
    assertEquals(0, ProcessHandle.current().children().filter(ProcessHandle::isAlive).count());
  }

  private static double value(IterationRecord iteration, String name) {
    return iteration.values().getOrDefault(name, Double.NaN);
  }

  private ForkTask duel(String subject, String baseline, Timing timing, List<String> flags) {
    Row row = new Row("parse", "parse", subject, baseline, "c", Instrument.DUEL);
    return task(row, subject + "+" + baseline, "BAAB", timing, flags);
  }

  private ForkTask task(
      Row row, String contender, String order, Timing timing, List<String> flags) {
    return new ForkTask(
        row, contender, order, timing, flags, Map.of(ForkSources.PROPERTY, sources.toString()));
  }
}
