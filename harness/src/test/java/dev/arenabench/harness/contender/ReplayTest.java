package dev.arenabench.harness.contender;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.seam.Recording;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.heap.HeapDump;
import dev.arenabench.heap.HeapTreeBuilder;
import dev.arenabench.syntax.TreeBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final FrontEnd frontEnd = new FrontEnd();
  private final Source[] sources = GateRigs.SOURCES;

  @Test
  void play_recordedCorpus_buildsWhatTheParserBuilt() {
    Recording[] recordings = Orchard.record(frontEnd, sources);
    HeapTreeBuilder builder = new HeapTreeBuilder();
    for (int i = 0; i < sources.length; i++) {
      frontEnd.parse(sources[i], FrontEnd.dialects(sources)[i], builder);
      String parsed = HeapDump.dump(builder.tree(), frontEnd.interner(), true);

      Replay.play(recordings[i], builder);

      assertEquals(parsed, HeapDump.dump(builder.tree(), frontEnd.interner(), true));
      assertEquals(sources[i].length(), recordings[i].sourceBytes());
    }
  }

  @Test
  void play_someOperationsAtATime_buildsTheSame() {
    Recording recording = Orchard.record(frontEnd, sources)[0];
    HeapTreeBuilder builder = new HeapTreeBuilder();
    Replay.play(recording, builder);
    String whole = HeapDump.dump(builder.tree(), frontEnd.interner(), true);
    Replay replay = new Replay(recording);

    assertFalse(replay.play(builder, 3));
    while (!replay.play(builder, 7)) {}

    assertEquals(whole, HeapDump.dump(builder.tree(), frontEnd.interner(), true));
  }

  @Test
  void play_toARecorder_isTheSameRecording() {
    Recorder again = new Recorder();
    for (Recording recording : Orchard.record(frontEnd, sources)) {
      Replay.play(recording, again);

      assertEquals(recording.sourceBytes(), again.recording().sourceBytes());
      assertArrayEquals(recording.words(), again.recording().words());
      assertArrayEquals(recording.numbers(), again.recording().numbers());
    }
  }

  @Test
  void recorder_everyTypedMethod_isOverridden() throws Exception {
    Set<Integer> operations = new HashSet<>();
    for (Method method : TreeBuilder.class.getMethods()) {
      if (!method.isDefault()) {
        continue;
      }
      Recorder recorder = new Recorder();
      recorder.begin(1);
      Object[] arguments =
          Arrays.stream(method.getParameterTypes())
              .map(type -> type == boolean.class ? (Object) true : number(type))
              .toArray();
      method.invoke(recorder, arguments);
      Recording recording = recorder.recording();

      assertTrue(operations.add(recording.words()[0]), method.getName());
      Recorder again = new Recorder();
      Replay.play(recording, again);
      assertArrayEquals(recording.words(), again.recording().words(), method.getName());
      assertArrayEquals(recording.numbers(), again.recording().numbers(), method.getName());
    }
    long constants =
        Stream.of(Operation.class, TypedOperation.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .count();
    assertEquals(constants, operations.size());
  }

  private static Object number(Class<?> type) {
    return switch (type.getName()) {
      case "int" -> 5;
      case "long" -> 6L;
      case "double" -> -0.0;
      default -> throw new AssertionError(type);
    };
  }
}
