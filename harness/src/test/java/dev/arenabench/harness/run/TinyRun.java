package dev.arenabench.harness.run;

import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.Preset;
import dev.arenabench.harness.plan.Timing;
import dev.arenabench.harness.record.ForkRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// A run with real forks that takes seconds.
final class TinyRun {
  private static final Timing TINY = new Timing(2, 3, 3, 1, 1, 2, 20, 60);

  private TinyRun() {}

  /// Two duels and a pair.
  static RunRequest request(Path results) {
    return new RunRequest(
        Preset.SMOKE,
        5L,
        List.of(),
        List.of(new PlannedRow(SampleUnits.DUEL, 2), new PlannedRow(SampleUnits.SOLO, 1)),
        results,
        null,
        true,
        "test");
  }

  static Path run(RunRequest request, Progress progress) throws Exception {
    return Runner.run(request, ProbeSuite.none(), progress, tiny());
  }

  private static Runner.Surroundings tiny() {
    UnaryOperator<ForkTask> shorter =
        task ->
            new ForkTask(
                task.row(),
                task.contender(),
                task.order(),
                TINY,
                JmhForksTest.SMALL_HEAP,
                task.privateProperties());
    return log -> {
      JmhForks forks = new JmhForks(log);
      return new Forks() {
        @Override
        public ForkRecord run(ForkTask task) {
          return forks.run(shorter.apply(task));
        }

        @Override
        public void close() {
          forks.close();
        }
      };
    };
  }

  /// In a process of its own, to be killed.
  public static void main(String[] arguments) throws Exception {
    System.out.println(run(request(Path.of(arguments[0])), Progress.to(System.out, false)));
  }
}
