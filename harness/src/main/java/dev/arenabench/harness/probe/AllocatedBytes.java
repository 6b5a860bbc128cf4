package dev.arenabench.harness.probe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// The current thread's allocation counter, in bytes, exact at any moment.
final class AllocatedBytes {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedBytes() {}

  /// Bytes that this thread has allocated since it started.
  static long current() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
