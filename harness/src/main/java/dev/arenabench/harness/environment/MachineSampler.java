package dev.arenabench.harness.environment;

import dev.arenabench.harness.record.MachineSample;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches what the machine does from its construction to [#sample]: how much CPU time the
/// hypervisor took (`/proc/stat`), how long some task had to wait for a CPU (`/proc/pressure/cpu`),
/// and the load.
public final class MachineSampler {
  /// Columns of `/proc/stat` after its name; guest times, which follow, are contained in `user`.
  private static final int TIME_COLUMNS = 8;

  private static final int STEAL_COLUMN = 7;

  private final SystemFiles files;
  private final long startNanos = System.nanoTime();
  private final long @Nullable [] startTicks;
  private final @Nullable Long startPressureMicros;

  /// Starts to watch this machine.
  public MachineSampler() {
    this(new SystemFiles(Path.of("/")));
  }

  MachineSampler(SystemFiles files) {
    this.files = files;
    this.startTicks = ticks();
    this.startPressureMicros = pressureMicros();
  }

  /// What was seen since construction; may be called again.
  public MachineSample sample() {
    return new MachineSample(stealPercent(), pressurePercent(), load());
  }

  private @Nullable Double stealPercent() {
    long[] now = ticks();
    long[] start = startTicks;
    if (now == null || start == null) {
      return null;
    }
    long total = 0;
    for (int i = 0; i < TIME_COLUMNS; i++) {
      total += now[i] - start[i];
    }
    return total <= 0 ? null : 100.0 * (now[STEAL_COLUMN] - start[STEAL_COLUMN]) / total;
  }

  private @Nullable Double pressurePercent() {
    Long now = pressureMicros();
    Long start = startPressureMicros;
    double elapsedMicros = (System.nanoTime() - startNanos) / 1e3;
    return now == null || start == null || elapsedMicros <= 0
        ? null
        : Math.min(100, 100 * (now - start) / elapsedMicros);
  }

  /// Load average over one minute, or `null`.
  @Nullable Double load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? null : load;
  }

  private long @Nullable [] ticks() {
    List<String> lines = files.lines("proc/stat");
    if (lines.isEmpty() || !lines.getFirst().startsWith("cpu ")) {
      return null;
    }
    String[] words = lines.getFirst().split(" +", -1);
    if (words.length <= TIME_COLUMNS) {
      return null;
    }
    long[] ticks = new long[TIME_COLUMNS];
    for (int i = 0; i < TIME_COLUMNS; i++) {
      Long tick = SystemFiles.number(words[i + 1]);
      if (tick == null) {
        return null;
      }
      ticks[i] = tick;
    }
    return ticks;
  }

  private @Nullable Long pressureMicros() {
    for (String line : files.lines("proc/pressure/cpu")) {
      int total = line.indexOf("total=");
      if (line.startsWith("some ") && total >= 0) {
        return SystemFiles.number(line.substring(total + "total=".length()));
      }
    }
    return null;
  }
}
