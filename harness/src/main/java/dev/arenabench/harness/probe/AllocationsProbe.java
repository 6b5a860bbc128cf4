package dev.arenabench.harness.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Counts every object that some work allocates, by class, with the flight recorder.
///
/// With `-XX:-UseTLAB` each allocation takes the slow path, and each slow path emits
/// `jdk.ObjectAllocationOutsideTLAB`: not a sample but all of them. Two marker events bound the
/// window; a first window is thrown away, because the recorder's own start allocates. What the JIT
/// has removed by escape analysis is not allocated and so not counted: that is why the figure is
/// taken twice, with all compilers and with the first one only.
///
/// The sum of the sizes must equal the thread's own allocation counter over the same window; a
/// window in which it does not (the recorder dropped events) is a failure, not a figure.
final class AllocationsProbe {
  private AllocationsProbe() {}

  /// Bounds of the window.
  @Name("dev.arenabench.Window")
  @StackTrace(false)
  static final class Window extends Event {}

  /// Objects and bytes by class name, as the recorder spells it.
  record Allocations(long objects, long bytes, Map<String, Long> objectsByClass) {}

  /// Runs the work twice, the second time counted.
  ///
  /// @throws IllegalStateException when events were lost, so that there is no exact count
  static Allocations count(Runnable work) throws IOException {
    Path file = Files.createTempFile("arenabench-allocations", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
      recording.enable(Window.class);
      recording.start();
      window(work);
      long bytes = window(work);
      recording.stop();
      recording.dump(file);
      Allocations counted = read(file);
      if (counted.bytes() != bytes) {
        throw new IllegalStateException(
            "recordedBytes="
                + counted.bytes()
                + ", allocatedBytes="
                + bytes
                + ": the flight recorder lost events; use a smaller corpus");
      }
      return counted;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long window(Runnable work) {
    // Both markers and the first call of the counter allocate, so they come before the window.
    Window begin = new Window();
    Window end = new Window();
    AllocatedBytes.current();
    begin.commit();
    long before = AllocatedBytes.current();
    work.run();
    long after = AllocatedBytes.current();
    end.commit();
    return after - before;
  }

  private static Allocations read(Path file) throws IOException {
    // Four markers: the last two bound the counted window. Events of a thread are in its order.
    long thread = Thread.currentThread().threadId();
    long markers = 0;
    long objects = 0;
    long bytes = 0;
    Map<String, Long> byClass = new TreeMap<>();
    for (RecordedEvent event : inOrder(file)) {
      if (event.getThread() == null || event.getThread().getJavaThreadId() != thread) {
        continue;
      }
      if (event.getEventType().getName().equals("dev.arenabench.Window")) {
        markers++;
      } else if (markers == 3
          && event.getEventType().getName().equals("jdk.ObjectAllocationOutsideTLAB")) {
        objects++;
        bytes += event.getLong("allocationSize");
        byClass.merge(event.getClass("objectClass").getName(), 1L, Long::sum);
      }
    }
    if (markers != 4) {
      throw new IllegalStateException("markers=" + markers + ", expected=4: events were lost");
    }
    return new Allocations(objects, bytes, byClass);
  }

  private static List<RecordedEvent> inOrder(Path file) throws IOException {
    List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file));
    events.sort(Comparator.comparing(RecordedEvent::getStartTime));
    return events;
  }
}
