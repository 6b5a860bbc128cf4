package dev.arenabench.harness.run;

import dev.arenabench.harness.environment.MachineSampler;
import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Score;
import dev.arenabench.harness.suite.Benchmarks;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Each task is one call of JMH's runner with one fork.
///
/// JMH itself waits for a fork without end, so a watchdog kills what outlives its time. The fork is
/// known as the child process that was not there before: nothing else starts processes meanwhile.
final class JmhForks implements Forks {
  /// What every fork is started with, besides its heap: Unsafe without a warning (JMH needs it),
  /// and black holes as intrinsics of the compiler.
  private static final List<String> COMMON_FLAGS =
      List.of(
          "--sun-misc-unsafe-memory-access=allow",
          "--add-exports=java.management/sun.management=ALL-UNNAMED",
          "-Djmh.blackhole.mode=COMPILER");

  private final PrintStream log;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fork-watchdog").factory());
  private volatile @Nullable Set<Long> earlierChildren;

  /// @param log gets all that forks print
  JmhForks(PrintStream log) {
    this.log = log;
  }

  @Override
  public ForkRecord run(ForkTask task) {
    long startedAtMillis = System.currentTimeMillis();
    long startNanos = System.nanoTime();
    MachineSampler sampler = new MachineSampler();
    IterationCollector collector = new IterationCollector(log, Score.of(task.row()));
    List<String> flags = new ArrayList<>(COMMON_FLAGS);
    flags.addAll(task.jvmFlags());

    earlierChildren = children();
    Watch watch = new Watch(task.timing().timeoutSeconds());
    ScheduledFuture<?> pending =
        watchdog.schedule(watch, task.timing().timeoutSeconds(), TimeUnit.SECONDS);
    String failure = null;
    try {
      new org.openjdk.jmh.runner.Runner(options(task).build(), collector).run();
      if (collector.measured() != measuredIterations(task)) {
        failure = "iterations=" + collector.measured() + ", expected=" + measuredIterations(task);
      }
    } catch (RunnerException | RuntimeException e) {
      failure = collector.failure(e);
    } finally {
      pending.cancel(false);
      // Nobody may outlive its own measurement, else the next one has a neighbour.
      kill();
      earlierChildren = null;
    }
    if (watch.fired) {
      failure = "not finished after " + task.timing().timeoutSeconds() + " s";
    }
    List<IterationRecord> iterations = failure == null ? collector.iterations() : List.of();
    return new ForkRecord(
        task.contender(),
        startedAtMillis,
        Duration.ofNanos(System.nanoTime() - startNanos).toMillis(),
        flags,
        iterations,
        sampler.sample(),
        failure);
  }

  private static int measuredIterations(ForkTask task) {
    return task.isDuel() ? task.timing().blocks() : task.timing().iterations();
  }

  private static ChainedOptionsBuilder options(ForkTask task) {
    Timing timing = task.timing();
    List<String> arguments = new ArrayList<>(COMMON_FLAGS);
    task.privateProperties().forEach((name, value) -> arguments.add("-D" + name + "=" + value));
    TimeValue iteration = TimeValue.milliseconds(timing.iterationMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(Benchmarks.nameOf(task.row())) + "$")
            .forks(1)
            .warmupForks(0)
            .warmupIterations(task.isDuel() ? timing.mostWarmupBlocks() : timing.warmupIterations())
            .measurementIterations(task.isDuel() ? timing.blocks() : timing.iterations())
            .warmupTime(iteration)
            .measurementTime(iteration)
            .timeout(TimeValue.seconds(timing.timeoutSeconds()))
            .jvmArgs(arguments.toArray(String[]::new))
            // Appended, as the benchmark's own heap is, which these replace.
            .jvmArgsAppend(task.jvmFlags().toArray(String[]::new))
            .shouldDoGC(false)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class);
    Benchmarks.parameters(task.row(), task.contender(), task.order(), timing)
        .forEach(options::param);
    return options;
  }

  private void kill() {
    Set<Long> earlier = earlierChildren;
    if (earlier == null) {
      return;
    }
    ProcessHandle.current()
        .children()
        .filter(child -> !earlier.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }

  private final class Watch implements Runnable {
    private final int seconds;
    private volatile boolean fired;

    Watch(int seconds) {
      this.seconds = seconds;
    }

    @Override
    public void run() {
      fired = true;
      log.println("killed after " + seconds + " s");
      kill();
    }
  }
}
