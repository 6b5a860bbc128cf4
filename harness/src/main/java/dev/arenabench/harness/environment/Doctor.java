package dev.arenabench.harness.environment;

import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks the machine over before a run, and says of each thing that it finds what it means for the
/// figures. Never fails: what the platform does not tell is `not known`, which is a finding too.
public final class Doctor {
  private static final double BUSY_LOAD_PER_CORE = 0.5;
  private static final double NOTABLE_STEAL_PERCENT = 0.5;
  private static final double BAD_STEAL_PERCENT = 5;
  private static final double GIBIBYTE = 1L << 30;
  private static final double WANTED_MEMORY_BYTES = 4 * GIBIBYTE;
  private static final double WANTED_DISK_BYTES = 1 * GIBIBYTE;
  private static final int SAMPLE_MILLIS = 500;
  private static final int MOST_PARANOID_READABLE = 2;

  private final SystemFiles files;
  private final Environment environment;

  Doctor(SystemFiles files) {
    this.files = files;
    this.environment = new Environment(files);
  }

  /// Examines this machine; takes half a second, in which the machine's idleness is sampled.
  ///
  /// @param resultsFolder where runs will be written; need not exist yet
  public static List<Finding> examine(Path resultsFolder) {
    return new Doctor(new SystemFiles(Path.of("/"))).findings(resultsFolder);
  }

  List<Finding> findings(Path resultsFolder) {
    MachineSampler sampler = new MachineSampler(files);
    sleep();
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(cores(Runtime.getRuntime().availableProcessors()));
    findings.add(load(sampler.load(), Runtime.getRuntime().availableProcessors()));
    findings.add(steal(sampler.sample().stealPercent()));
    findings.add(virtualised());
    findings.add(governor());
    findings.add(boost());
    findings.add(cpuLimit());
    findings.add(memory());
    findings.add(hugePages());
    findings.add(clockSource());
    findings.add(counters());
    findings.add(valgrind());
    findings.add(disk(resultsFolder));
    return List.copyOf(findings);
  }

  private static void sleep() {
    try {
      Thread.sleep(SAMPLE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Finding good(String subject, String value, String meaning) {
    return new Finding(subject, value, Severity.GOOD, meaning);
  }

  private static Finding note(String subject, String value, String meaning) {
    return new Finding(subject, value, Severity.NOTE, meaning);
  }

  private static Finding bad(String subject, String value, String meaning) {
    return new Finding(subject, value, Severity.BAD, meaning);
  }

  private static Finding notKnown(String subject) {
    return note(subject, Environment.NOT_KNOWN, "This platform does not tell.");
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String value = System.getProperty("java.vm.name") + " " + Runtime.version();
    if (feature != 25) {
      return bad(
          "java",
          value,
          "Flags and compiler are those of JDK 25; figures of another one are not comparable.");
    }
    return good("java", value, "The JDK that this harness is made for.");
  }

  static Finding cores(int cores) {
    String value = Integer.toString(cores);
    if (cores == 1) {
      return bad(
          "cores",
          value,
          "Collector and compiler threads take their time from the measured thread; use two cores "
              + "or more.");
    }
    if (cores == 2) {
      return note(
          "cores",
          value,
          "Enough for one measured thread with the collector beside it; anything else that runs "
              + "widens the intervals.");
    }
    return good("cores", value, "The measured thread shares its core with nobody.");
  }

  static Finding load(@Nullable Double load, int cores) {
    if (load == null) {
      return notKnown("load");
    }
    String value = String.format(Locale.ROOT, "%.2f", load);
    if (load > cores) {
      return bad(
          "load",
          value,
          "More work is waiting than there are cores; stop other programs before a run.");
    }
    if (load > cores * BUSY_LOAD_PER_CORE) {
      return note("load", value, "The machine is busy: intervals will be wider than they need be.");
    }
    return good("load", value, "The machine is quiet.");
  }

  static Finding steal(@Nullable Double percent) {
    if (percent == null) {
      return notKnown("steal");
    }
    String value = String.format(Locale.ROOT, "%.1f %%", percent);
    if (percent >= BAD_STEAL_PERCENT) {
      return bad(
          "steal",
          value,
          "The hypervisor takes the CPU away in the middle of measurements; run at another time or "
              + "on another machine.");
    }
    if (percent >= NOTABLE_STEAL_PERCENT) {
      return note(
          "steal",
          value,
          "The hypervisor takes some CPU time; duels bear it, absolute times less.");
    }
    return good("steal", value, "The hypervisor takes nothing worth mentioning.");
  }

  private Finding virtualised() {
    String value = environment.virtualised();
    return switch (value) {
      case Environment.NOT_KNOWN -> notKnown("virtualised");
      case "no" -> good("virtualised", value, "No neighbour shares the caches.");
      default ->
          note(
              "virtualised",
              value,
              "Neighbours share caches and memory bandwidth, so absolute times drift by tenths "
                  + "between forks; ratios come from duels for that reason.");
    };
  }

  private Finding governor() {
    String value = files.text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    if (value == null) {
      return notKnown("governor");
    }
    if (value.equals("performance")) {
      return good("governor", value, "The clock stays up.");
    }
    return note(
        "governor",
        value,
        "The clock may change while measuring: `cpupower frequency-set -g performance` keeps it "
            + "up.");
  }

  private Finding boost() {
    String noTurbo = files.text("sys/devices/system/cpu/intel_pstate/no_turbo");
    String boost = files.text("sys/devices/system/cpu/cpufreq/boost");
    if (noTurbo == null && boost == null) {
      return notKnown("boost");
    }
    boolean on = "0".equals(noTurbo) || "1".equals(boost);
    if (on) {
      return note(
          "boost",
          "on",
          "The clock depends on temperature and on what the other cores do; duels bear it, "
              + "absolute times less.");
    }
    return good("boost", "off", "The clock does not depend on temperature.");
  }

  private Finding cpuLimit() {
    String value = environment.cpuLimit();
    if (value == null) {
      return notKnown("cgroup cpu limit");
    }
    if (value.equals("unlimited")) {
      return good("cgroup cpu limit", value, "Nothing throttles the run.");
    }
    return note(
        "cgroup cpu limit",
        value,
        "The kernel stops the whole run once the quota of a period is used up: wall times jump, "
            + "thread CPU times do not.");
  }

  private Finding memory() {
    Long available = files.kibibytes("proc/meminfo", "MemAvailable");
    String limit = environment.memoryLimit();
    Double bytes = available == null ? null : available * 1024.0;
    if (limit != null && limit.endsWith(" B")) {
      double limitBytes = Double.parseDouble(limit.substring(0, limit.length() - 2));
      bytes = bytes == null ? limitBytes : Math.min(bytes, limitBytes);
    }
    if (bytes == null) {
      return notKnown("free memory");
    }
    String value = String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    if (bytes < WANTED_MEMORY_BYTES) {
      return bad(
          "free memory",
          value,
          "Forks touch their whole heap of up to 2 GiB; with less than 4 GiB free they may swap or "
              + "be killed.");
    }
    return good("free memory", value, "Room for the heaps of host and fork.");
  }

  private Finding hugePages() {
    String value = environment.hugePages();
    if (value == null) {
      return notKnown("huge pages");
    }
    if (value.equals("always")) {
      return note(
          "huge pages",
          value,
          "Heaps lie in huge pages: fewer TLB misses than most servers see, which helps objects "
              + "more than arenas.");
    }
    return good("huge pages", value, "The heap lies in ordinary pages, as by default.");
  }

  private Finding clockSource() {
    String value = environment.clockSource();
    if (value == null) {
      return notKnown("clock source");
    }
    if (value.equals("tsc") || value.equals("arch_sys_counter")) {
      return good("clock source", value, "Reading the clock costs some 20 ns.");
    }
    return note(
        "clock source",
        value,
        "Reading the clock is a system call or an emulated device; short figures grow by it.");
  }

  private Finding counters() {
    boolean hasUnit =
        files.isFolder("sys/bus/event_source/devices/cpu")
            || files.isFolder("sys/bus/event_source/devices/cpu_core")
            || files.isFolder("sys/bus/event_source/devices/armv8_pmuv3_0");
    if (!files.isFolder("sys/bus/event_source/devices")) {
      return notKnown("hardware counters");
    }
    if (!hasUnit) {
      return note(
          "hardware counters",
          "none",
          "The machine hides its counters (most virtual ones do): cache misses can be simulated "
              + "by valgrind only.");
    }
    if (!Commands.has("perf")) {
      return note(
          "hardware counters", "no perf", "Install `linux-perf` (or `linux-tools`) to read them.");
    }
    Long paranoid = SystemFiles.number(files.text("proc/sys/kernel/perf_event_paranoid"));
    if (paranoid != null && paranoid > MOST_PARANOID_READABLE) {
      return note(
          "hardware counters",
          "perf_event_paranoid=" + paranoid,
          "Not readable for this user: `sysctl kernel.perf_event_paranoid=2` allows it.");
    }
    return good("hardware counters", "readable", "Cache misses are counted by the processor.");
  }

  private static Finding valgrind() {
    return Commands.has("valgrind")
        ? good("valgrind", "installed", "Cache misses can be simulated.")
        : note(
            "valgrind",
            "not installed",
            "Without hardware counters cache misses stay unmeasured; install `valgrind`.");
  }

  private static Finding disk(Path resultsFolder) {
    Path folder = resultsFolder.toAbsolutePath();
    while (!Files.exists(folder)) {
      Path parent = folder.getParent();
      if (parent == null) {
        return notKnown("disk");
      }
      folder = parent;
    }
    try {
      double bytes = Files.getFileStore(folder).getUsableSpace();
      String value = String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
      return bytes < WANTED_DISK_BYTES
          ? bad("disk", value, "A run needs some megabytes, a recording more: make room first.")
          : good("disk", value, "Room for the run folder.");
    } catch (IOException e) {
      return notKnown("disk");
    }
  }
}
