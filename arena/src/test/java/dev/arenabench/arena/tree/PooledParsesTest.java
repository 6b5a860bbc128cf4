package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaLease;
import dev.arenabench.arena.ArenaPool;
import dev.arenabench.arena.ThreadArenas;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many files on all cores: memory is steady, and nothing is allocated once it is warm. Four
/// thousand files; with `-Darenabench.measure=true` a hundred thousand.
@Timeout(600)
class PooledParsesTest {
  private static final int FILES = Boolean.getBoolean("arenabench.measure") ? 100_000 : 4_000;
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int ATTEMPTS = 6;

  private final byte[][] sources = sources();

  private static byte[][] sources() {
    byte[][] sources = new byte[7][];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = Sources.bytes(("do " + Sources.EVERYTHING + " end\n").repeat(1 + 5 * i));
    }
    return sources;
  }

  /// What one thread does with one file.
  private interface Work {
    long parse(byte[] source, Parser parser) throws InterruptedException, SyntaxException;
  }

  /// What a pass over all files allocated, and the words of all their trees.
  private record Pass(long allocatedBytes, long words) {}

  @Test
  void pool_manyFilesOnAllCores_allocatesNothingAndStaysAsItIs() throws Exception {
    try (ArenaPool pool = ArenaPool.of(THREADS)) {
      Work work =
          (source, parser) -> {
            try (ArenaLease lease = pool.lease()) {
              ArenaTreeBuilder builder =
                  lease.companion(ArenaTreeBuilder.class, ArenaTreeBuilder::new);
              parser.parse(source, Dialect.LUA_5_4, builder);
              return builder.tree().wordCount();
            }
          };
      List<Arena> all = warm(pool);
      List<Long> bytesBefore = all.stream().map(Arena::capacityBytes).toList();
      long created = pool.figures().createdCount();

      checkSteady(work);

      assertEquals(bytesBefore, all.stream().map(Arena::capacityBytes).toList());
      assertEquals(created, pool.figures().createdCount());
      assertEquals(0, pool.figures().discardedCount());
    }
  }

  /// Each arena of the pool has seen the largest file: which one gets it is chance otherwise.
  private List<Arena> warm(ArenaPool pool) throws Exception {
    Parser parser = new Parser(new Interner());
    List<ArenaLease> leases = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      ArenaLease lease = pool.lease();
      ArenaTreeBuilder builder = lease.companion(ArenaTreeBuilder.class, ArenaTreeBuilder::new);
      parser.parse(sources[sources.length - 1], Dialect.LUA_5_4, builder);
      builder.tree();
      leases.add(lease);
    }
    List<Arena> arenas = leases.stream().map(ArenaLease::arena).toList();
    leases.forEach(ArenaLease::close);
    return arenas;
  }

  @Test
  void threadArenas_manyFilesOnAllCores_allocateNothing() throws Exception {
    try (ThreadArenas arenas = ThreadArenas.create()) {
      checkSteady(
          (source, parser) -> {
            ArenaTreeBuilder builder =
                arenas.companion(ArenaTreeBuilder.class, ArenaTreeBuilder::new);
            parser.parse(source, Dialect.LUA_5_4, builder);
            long words = builder.tree().wordCount();
            arenas.arena().reset();
            return words;
          });
      assertEquals(THREADS, arenas.arenaCount());
    }
  }

  /// A thread's counter is exact; what else runs on these threads is nothing. Only the JVM itself
  /// may allocate for a thread, when it compiles or deoptimises, so one clean pass is the proof.
  private void checkSteady(Work work) throws Exception {
    try (Crew crew = new Crew(sources, work)) {
      long words = crew.pass(THREADS * sources.length).words;
      assertTrue(words > 0);
      Pass pass = crew.pass(FILES);
      for (int again = 1; again < ATTEMPTS && pass.allocatedBytes != 0; again++) {
        pass = crew.pass(FILES);
      }
      assertEquals(0, pass.allocatedBytes);
    }
  }

  /// Threads that each have a parser of their own and keep it.
  private static final class Crew implements AutoCloseable {
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Parser> parsers = new ArrayList<>();
    private final byte[][] sources;
    private final Work work;

    Crew(byte[][] sources, Work work) {
      this.sources = sources;
      this.work = work;
      for (int i = 0; i < THREADS; i++) {
        parsers.add(new Parser(new Interner()));
      }
    }

    Pass pass(int files) throws Exception {
      AtomicInteger next = new AtomicInteger();
      List<Future<Pass>> shares = new ArrayList<>();
      for (Parser parser : parsers) {
        shares.add(executor.submit(() -> share(parser, next, files)));
      }
      long allocated = 0;
      long words = 0;
      for (Future<Pass> share : shares) {
        allocated += share.get().allocatedBytes;
        words += share.get().words;
      }
      return new Pass(allocated, words);
    }

    private Pass share(Parser parser, AtomicInteger next, int files) throws Exception {
      for (byte[] source : sources) {
        work.parse(source, parser); // This thread's, and this parser's, first sight of each.
      }
      meter.getCurrentThreadAllocatedBytes();
      long before = meter.getCurrentThreadAllocatedBytes();
      long words = 0;
      for (int file = next.getAndIncrement(); file < files; file = next.getAndIncrement()) {
        words += work.parse(sources[file % sources.length], parser);
      }
      long allocated = meter.getCurrentThreadAllocatedBytes() - before;
      return new Pass(allocated, words);
    }

    @Override
    public void close() {
      executor.close();
    }
  }
}
