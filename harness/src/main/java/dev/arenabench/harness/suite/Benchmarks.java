package dev.arenabench.harness.suite;

import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which benchmark answers a row, and with which parameters.
public final class Benchmarks {
  private Benchmarks() {}

  /// The benchmark's full name, as JMH lists it.
  ///
  /// @throws IllegalArgumentException if the suite has none
  public static String nameOf(Row row) {
    if (row.instrument() == Instrument.DUEL) {
      return DuelBenchmark.class.getName() + ".block";
    }
    Class<?> benchmark =
        switch (row.suite()) {
          case "lex" -> LexBenchmark.class;
          case "parse" -> ParseBenchmark.class;
          case "build" -> BuildBenchmark.class;
          case "traverse" -> TraverseBenchmark.class;
          case "release" -> ReleaseBenchmark.class;
          case "batch" -> BatchBenchmark.class;
          case "retain" -> RetainBenchmark.class;
          case "collect" -> CollectBenchmark.class;
          case "live" -> LiveBenchmark.class;
          default ->
              throw new IllegalArgumentException("suite=" + row.suite() + " has no benchmark");
        };
    return benchmark.getName() + "." + row.suite();
  }

  /// System properties of a fork of duels whose baseline comes from elsewhere.
  ///
  /// @param classPath of the baseline
  /// @param factory the name of its [dev.arenabench.harness.seam.RigFactory]
  public static Map<String, String> baselineFrom(String classPath, String factory) {
    return Side.baselineOf(classPath, factory);
  }

  /// JMH's parameters for a fork.
  ///
  /// @param contender who runs in a solo fork
  /// @param order of a duel's first block
  public static Map<String, String> parameters(
      Row row, String contender, String order, Timing timing) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (row.instrument() == Instrument.DUEL) {
      parameters.put("suite", row.suite());
      parameters.put("measure", row.measure());
      parameters.put("subject", row.subject());
      parameters.put("baseline", row.baseline());
      parameters.put("order", order);
      parameters.put("turnMillis", Integer.toString(timing.turnMillis()));
      parameters.put("warmupBlocks", Integer.toString(timing.leastWarmupBlocks()));
    } else {
      parameters.put("contender", contender);
      if (row.suite().equals("traverse") || row.suite().equals("batch")) {
        parameters.put("measure", row.measure());
      }
    }
    parameters.put("corpus", row.corpus());
    return parameters;
  }
}
