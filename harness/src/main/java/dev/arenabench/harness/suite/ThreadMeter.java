package dev.arenabench.harness.suite;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Clocks of the current thread and of the process.
final class ThreadMeter {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  ThreadMeter() {
    if (!threads.isCurrentThreadCpuTimeSupported()) {
      throw new UnsupportedOperationException(
          "this JVM does not tell the CPU time of a thread: use one that does, as on Linux");
    }
  }

  /// CPU time of the current thread in nanoseconds; the collector's threads are not in it.
  long cpuNanos() {
    return threads.getCurrentThreadCpuTime();
  }

  /// Bytes that the current thread has allocated.
  long allocatedBytes() {
    return threads.getCurrentThreadAllocatedBytes();
  }

  /// CPU time of all threads of the process in nanoseconds.
  long processCpuNanos() {
    return system.getProcessCpuTime();
  }
}
