package dev.arenabench.harness.run;

import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Score;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/// Takes each iteration, warm-up included, as JMH's fork reports it, and writes the rest to a log.
/// JMH's own result keeps no warm-up.
///
/// JMH calls it from its own threads.
final class IterationCollector implements OutputFormat {
  private static final String SCORE = "score";
  private static final String PASSES = "passes";
  private static final String NANOS = ".nanos";
  private static final int KEPT_MESSAGE_LENGTH = 500;

  private final PrintStream log;
  private final Score score;
  private final List<IterationRecord> iterations = new ArrayList<>();
  private @Nullable String complaint;

  IterationCollector(PrintStream log, Score score) {
    this.log = log;
    this.score = score;
  }

  /// All iterations so far, in order.
  synchronized List<IterationRecord> iterations() {
    return List.copyOf(iterations);
  }

  /// How many of them are not warm-up.
  synchronized long measured() {
    return iterations.stream().filter(iteration -> !iteration.warmup()).count();
  }

  /// What to record as the reason of a failure.
  synchronized String failure(Throwable thrown) {
    Throwable cause = thrown;
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      cause = next.getSuppressed().length > 0 ? next.getSuppressed()[0] : next;
    }
    String message = cause.toString();
    if (complaint != null && !message.contains(complaint)) {
      message = message + "; " + complaint;
    }
    return message.substring(0, Math.min(message.length(), KEPT_MESSAGE_LENGTH));
  }

  @Override
  public synchronized void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (params.getType() == IterationType.WARMUP || params.getType() == IterationType.MEASUREMENT) {
      if (benchmark.getMode() != Mode.SingleShotTime) {
        values.put(SCORE, result.getPrimaryResult().getScore());
      }
      for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
        values.put(name(entry.getKey()), entry.getValue().getScore());
      }
      boolean warmup = params.getType() == IterationType.WARMUP;
      if (warmup && values.getOrDefault(PASSES, 1.0) == 0) {
        // The warm-up was over before: nothing was done.
        return;
      }
      perPass(values);
      score.settle(values);
      values.values().removeIf(value -> !Double.isFinite(value));
      iterations.add(new IterationRecord(warmup, values));
    }
    log.println("  " + params.getType() + " " + iteration + " " + values);
  }

  /// `subjectCpu` is `subject.cpu`; the names of JMH's profilers have their dots already.
  private static String name(String label) {
    if (label.indexOf('.') >= 0) {
      return label;
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char letter = label.charAt(i);
      if (Character.isUpperCase(letter)) {
        name.append('.').append(Character.toLowerCase(letter));
      } else {
        name.append(letter);
      }
    }
    return name.toString();
  }

  /// What solo forks add up over an iteration (`cpu.nanos`) becomes what one pass took (`cpu`).
  private static void perPass(Map<String, Double> values) {
    double passes = values.getOrDefault(PASSES, Double.NaN);
    Map<String, Double> averages = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.endsWith(NANOS)) {
            averages.put(name.substring(0, name.length() - NANOS.length()), value / passes);
          }
        });
    values.keySet().removeIf(name -> name.endsWith(NANOS));
    values.putAll(averages);
  }

  @Override
  public synchronized void println(String text) {
    boolean outOfMemory = text.contains("java.lang.OutOfMemoryError");
    if (outOfMemory || complaint == null && text.startsWith("<forked VM failed")) {
      complaint =
          text.lines()
              .filter(line -> !outOfMemory || line.contains("java.lang.OutOfMemoryError"))
              .findFirst()
              .orElse(text);
    }
    log.println(text);
  }

  @Override
  public void print(String text) {
    log.print(text);
  }

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int b) {
    log.write(b);
  }

  @Override
  public void write(byte[] bytes) {
    log.write(bytes, 0, bytes.length);
  }

  @Override
  public void flush() {
    log.flush();
  }

  @Override
  public void close() {
    log.flush();
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    log.println(
        "# "
            + benchmark.getBenchmark()
            + " "
            + benchmark.getParamsKeys().stream()
                .map(key -> key + "=" + benchmark.getParam(key))
                .toList());
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}
}
