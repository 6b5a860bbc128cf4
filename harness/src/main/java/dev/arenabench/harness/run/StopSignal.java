package dev.arenabench.harness.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C (or a polite kill): ends what this process has started, says how to go on, and lets the
/// run know that a fork that fails now has not failed by itself.
final class StopSignal implements AutoCloseable {
  /// A terminal interrupts host and fork at once, and the fork may be the first to die.
  private static final int PATIENCE_MILLIS = 500;

  private final CountDownLatch raised = new CountDownLatch(1);
  private final Thread hook;

  /// @param farewell called when the signal comes
  StopSignal(Runnable farewell) {
    hook =
        Thread.ofPlatform()
            .name("run-stop")
            .unstarted(
                () -> {
                  raised.countDown();
                  ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                  farewell.run();
                });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Whether the signal is there, or comes within half a second.
  boolean isRaisedSoon() throws InterruptedException {
    return raised.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Whether the signal is there.
  boolean isRaised() {
    return raised.getCount() == 0;
  }

  @Override
  public void close() {
    if (!isRaised()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM goes down this moment: the hook runs, and has nothing left to end.
        raised.countDown();
      }
    }
  }
}
