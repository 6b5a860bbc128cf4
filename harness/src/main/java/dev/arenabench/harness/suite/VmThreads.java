package dev.arenabench.harness.suite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// CPU time of the JVM's own threads, as HotSpot tells it: who compiles, and who collects.
///
/// Needs `--add-exports java.management/sun.management=ALL-UNNAMED`, which the harness gives to its
/// forks; without it every figure is not-a-number. By reflection, since no compiler that honours
/// `--release` knows the class.
final class VmThreads {
  /// Threads that neither compile nor collect. The VM thread counts as the collector: what it does
  /// in a steady state are collections.
  private static final Set<String> OTHERS =
      Set.of("VM Periodic Task Thread", "Service Thread", "Monitor Deflation Thread");

  private final @Nullable Object bean;
  private final @Nullable Method times;

  VmThreads() {
    Object found = null;
    Method method = null;
    try {
      Class<?> helper = Class.forName("sun.management.ManagementFactoryHelper");
      found = helper.getMethod("getHotspotThreadMBean").invoke(null);
      method =
          Class.forName("sun.management.HotspotThreadMBean").getMethod("getInternalThreadCpuTimes");
      method.invoke(found);
    } catch (ReflectiveOperationException e) {
      found = null;
    }
    bean = found;
    times = method;
  }

  /// What compiling and collecting took up to now, in nanoseconds.
  record Times(double compilerNanos, double collectorNanos) {
    /// What they took since an earlier look. A compiler thread that has ended takes its time with
    /// it, so less than none counts as none.
    Times since(Times earlier) {
      return new Times(
          Math.max(0, compilerNanos - earlier.compilerNanos),
          Math.max(0, collectorNanos - earlier.collectorNanos));
    }
  }

  /// Looks; some ten microseconds.
  Times now() {
    Map<?, ?> byThread = byThread();
    if (byThread == null) {
      return new Times(Double.NaN, Double.NaN);
    }
    double compilers = 0;
    double collectors = 0;
    for (Map.Entry<?, ?> entry : byThread.entrySet()) {
      String thread = String.valueOf(entry.getKey());
      double nanos = entry.getValue() instanceof Long value ? value : 0;
      if (thread.contains("CompilerThread")) {
        compilers += nanos;
      } else if (!OTHERS.contains(thread)) {
        collectors += nanos;
      }
    }
    return new Times(compilers, collectors);
  }

  private @Nullable Map<?, ?> byThread() {
    if (bean == null || times == null) {
      return null;
    }
    try {
      return (Map<?, ?>) times.invoke(bean);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }
}
