package dev.arenabench.harness.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.frontend.Dialects;
import dev.arenabench.frontend.Parser;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.statistics.Estimate;
import dev.arenabench.harness.statistics.Estimates;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// How fast is parsing into the arena against the reference implementation's `load` (which compiles
/// to bytecode, so it does more), in the same process, on the same files? A measurement, so it is
/// made only when it is asked for, on a quiet machine:
///
/// ```
/// ./mvnw -pl harness -am test -Dtest=ReferenceSpeedTest -Dsurefire.failIfNoSpecifiedTests=false \
///   -Darenabench.measure=true [-Darenabench.measure.corpus=DIR]
/// ```
class ReferenceSpeedTest {
  private static final double REQUIRED_RATIO = 3.5;
  private static final int WARMUP_BLOCKS = 10;
  private static final int BLOCKS = 21;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Lua54 lua = new Lua54();
  private final Parser parser = new Parser(new Interner());
  private final Arena arena = Arena.create();
  private final ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);

  @Test
  void parse_intoArena_isSeveralTimesAsFastAsReferenceLoad() throws Exception {
    assumeTrue(
        Boolean.getBoolean("arenabench.measure"),
        "a measurement: run it alone on a quiet machine with -Darenabench.measure=true");
    Corpus corpus = corpus();
    List<Corpus.SourceFile> files = new ArrayList<>();
    List<ByteBuffer> buffers = new ArrayList<>();
    for (Corpus.SourceFile file : corpus.files()) {
      ByteBuffer direct = ByteBuffer.allocateDirect(file.bytes().length);
      direct.put(file.bytes()).flip();
      try {
        load(direct);
      } catch (LuaException e) {
        continue; // Both sides get what both accept.
      }
      files.add(file);
      buffers.add(direct);
    }
    // A B B A, so that a drift of the machine's speed falls on both sides alike.
    double[] logRatios = new double[BLOCKS];
    for (int block = -WARMUP_BLOCKS; block < BLOCKS; block++) {
      long ours = parse(files);
      long theirs = load(buffers) + load(buffers);
      ours += parse(files);
      if (block >= 0) {
        logRatios[block] = Math.log((double) theirs / ours);
      }
    }
    Estimate estimate = Estimates.median(logRatios, 0.95);
    System.out.printf(
        Locale.ROOT,
        "reference load : parse into the arena, thread CPU: %.2f (%.2f to %.2f, %d files, %s)%n",
        estimate.ratio(),
        estimate.lowerRatio(),
        estimate.upperRatio(),
        files.size(),
        corpus.name());
    assertTrue(estimate.lowerRatio() >= REQUIRED_RATIO, "ratio=" + estimate.ratio());
  }

  private static Corpus corpus() throws Exception {
    String path = System.getProperty("arenabench.measure.corpus", "");
    return !path.isEmpty() && Files.exists(Path.of(path))
        ? Corpus.of(Path.of(path))
        : Corpus.shipped(Dialect.LUA_5_4);
  }

  private long parse(List<Corpus.SourceFile> files) throws SyntaxException {
    long start = THREADS.getCurrentThreadCpuTime();
    for (Corpus.SourceFile file : files) {
      arena.reset();
      parser.parse(file.bytes(), Dialects.of(file.name()), builder);
      builder.tree();
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private long load(List<ByteBuffer> buffers) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (ByteBuffer buffer : buffers) {
      load(buffer);
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private void load(ByteBuffer buffer) {
    try {
      lua.load(buffer, "source");
    } finally {
      lua.setTop(0);
    }
  }
}
