package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.IterationRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.suite.Benchmarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/// A run's measurement as JMH writes results, so that JMH's own tools read it: an array of
/// benchmarks, one for each row and side, `rawData[fork][iteration]`.
///
/// The primary metric of a duel's side is its CPU time for a pass, which JMH itself only sees as a
/// secondary result; each side is an entry of its own, with the opponent among the parameters.
/// Forks that failed are missing, as in JMH. The pooled `scoreError` takes iterations for
/// independent of each other, which they are not: it is there because readers expect it.
final class MergedJson {
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };
  private static final double CONFIDENCE = 0.999;
  private static final String SUBJECT = "subject.";
  private static final String BASELINE = "baseline.";

  private MergedJson() {}

  /// The array, ready to be written.
  static List<Map<String, Object>> of(RunRecord run, Plan plan, List<UnitRecord> units) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Row row : run.rows()) {
      List<UnitRecord> answers = units.stream().filter(unit -> unit.row().equals(row)).toList();
      if (row.instrument() == Instrument.DUEL) {
        List<ForkRecord> forks = good(answers.stream().flatMap(unit -> unit.forks().stream()));
        add(entries, entry(run, plan, row, row.subject(), side(forks, SUBJECT), "cpu"));
        add(entries, entry(run, plan, row, row.baseline(), side(forks, BASELINE), "cpu"));
      } else {
        add(entries, entry(run, plan, row, row.subject(), solo(answers, 'A'), "score"));
        add(entries, entry(run, plan, row, row.baseline(), solo(answers, 'B'), "score"));
      }
    }
    return entries;
  }

  private static void add(List<Map<String, Object>> entries, @Nullable Map<String, Object> entry) {
    if (entry != null) {
      entries.add(entry);
    }
  }

  private static List<ForkRecord> good(Stream<ForkRecord> forks) {
    return forks.filter(fork -> fork.failure() == null).toList();
  }

  /// The forks of one side of solo pairs: `A` the subject, `B` the baseline.
  private static List<ForkRecord> solo(List<UnitRecord> units, char side) {
    return good(
        units.stream()
            .filter(unit -> unit.order().indexOf(side) < unit.forks().size())
            .map(unit -> unit.forks().get(unit.order().indexOf(side))));
  }

  /// Duel forks with only one side's values, under names without the side.
  private static List<ForkRecord> side(List<ForkRecord> forks, String side) {
    return forks.stream()
        .map(
            fork ->
                new ForkRecord(
                    fork.contender(),
                    fork.startedAtMillis(),
                    fork.elapsedMillis(),
                    fork.jvmFlags(),
                    fork.iterations().stream().map(iteration -> side(iteration, side)).toList(),
                    fork.machine(),
                    null))
        .toList();
  }

  private static IterationRecord side(IterationRecord iteration, String side) {
    Map<String, Double> values = new LinkedHashMap<>();
    iteration
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(side)) {
                values.put(name.substring(side.length()), value);
              } else if (!name.startsWith(SUBJECT) && !name.startsWith(BASELINE)) {
                values.put(name, value);
              }
            });
    return new IterationRecord(iteration.warmup(), values);
  }

  private static @Nullable Map<String, Object> entry(
      RunRecord run, Plan plan, Row row, String contender, List<ForkRecord> forks, String primary) {
    if (forks.isEmpty()) {
      return null;
    }
    boolean duel = row.instrument() == Instrument.DUEL;
    Timing timing = plan.preset().timing(row);
    String time = duel ? "single-shot" : timing.iterationMillis() + " ms";
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("jmhVersion", run.environment().get("jmh"));
    entry.put("benchmark", Benchmarks.nameOf(row));
    entry.put("mode", duel ? "ss" : "avgt");
    entry.put("threads", 1);
    entry.put("forks", forks.size());
    entry.put("jvm", "java");
    entry.put("jvmArgs", forks.getFirst().jvmFlags());
    entry.put("jdkVersion", run.environment().get("java"));
    entry.put("vmName", run.environment().get("jvm"));
    entry.put("vmVersion", run.environment().get("jvm version"));
    entry.put("warmupIterations", duel ? timing.mostWarmupBlocks() : timing.warmupIterations());
    entry.put("warmupTime", time);
    entry.put("warmupBatchSize", 1);
    entry.put("measurementIterations", duel ? timing.blocks() : timing.iterations());
    entry.put("measurementTime", time);
    entry.put("measurementBatchSize", 1);
    entry.put("params", parameters(row, contender));
    entry.put("primaryMetric", metric(primary, forks));
    Map<String, Object> secondary = new LinkedHashMap<>();
    for (String name : names(forks)) {
      if (!name.equals(primary)) {
        secondary.put(name, metric(name, forks));
      }
    }
    entry.put("secondaryMetrics", secondary);
    return entry;
  }

  private static Map<String, String> parameters(Row row, String contender) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("suite", row.suite());
    parameters.put("measure", row.measure());
    parameters.put("contender", contender);
    // Twice the same contender is a comparison too: of the instrument with itself.
    boolean isSubject = contender.equals(row.subject());
    parameters.put("opponent", isSubject ? row.baseline() : row.subject());
    parameters.put("corpus", row.corpus());
    return parameters;
  }

  private static Set<String> names(List<ForkRecord> forks) {
    Set<String> names = new TreeSet<>();
    for (ForkRecord fork : forks) {
      for (IterationRecord iteration : fork.iterations()) {
        if (!iteration.warmup()) {
          names.addAll(iteration.values().keySet());
        }
      }
    }
    return new LinkedHashSet<>(names);
  }

  private static Map<String, Object> metric(String name, List<ForkRecord> forks) {
    List<List<Double>> raw = new ArrayList<>();
    ListStatistics all = new ListStatistics();
    for (ForkRecord fork : forks) {
      List<Double> iterations = new ArrayList<>();
      for (IterationRecord iteration : fork.iterations()) {
        Double value = iteration.values().get(name);
        if (!iteration.warmup() && value != null) {
          iterations.add(value);
          all.addValue(value);
        }
      }
      raw.add(iterations);
    }
    double[] interval = all.getConfidenceIntervalAt(CONFIDENCE);
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", number(isSum(name) ? all.getSum() : all.getMean()));
    metric.put("scoreError", number(all.getMeanErrorAt(CONFIDENCE)));
    metric.put("scoreConfidence", List.of(number(interval[0]), number(interval[1])));
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (double percentile : PERCENTILES) {
      percentiles.put(Double.toString(percentile), number(all.getPercentile(percentile)));
    }
    metric.put("scorePercentiles", percentiles);
    metric.put("scoreUnit", unit(name));
    metric.put("rawData", raw);
    return metric;
  }

  /// JMH adds these up over iterations.
  private static boolean isSum(String name) {
    return name.equals("gc.count") || name.equals("gc.time");
  }

  /// JSON has no such numbers; JMH writes them as strings.
  private static Object number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+INF" : "-INF";
    }
    return value;
  }

  private static String unit(String name) {
    return switch (name) {
      case "gc.alloc.rate" -> "MB/sec";
      case "gc.alloc.rate.norm", "bytes" -> "B/op";
      case "gc.count" -> "counts";
      case "gc.time" -> "ms";
      case "passes" -> "#";
      case "compiler.cpu", "collector.cpu" -> "ns";
      default -> "ns/op";
    };
  }
}
