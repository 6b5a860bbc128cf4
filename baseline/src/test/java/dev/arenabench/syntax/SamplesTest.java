package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua54.Lua54;

/// The samples that the contracts rest on are what the reference implementation says they are.
class SamplesTest {
  private final Lua54 reference = new Lua54();

  @AfterEach
  void close() {
    reference.close();
  }

  static Stream<String> loadable() {
    return Stream.of(
            // `load` knows neither a first line with `#` nor a byte-order mark; `loadfile` does.
            Samples.PROGRAMS.stream().filter(program -> !program.matches("(?s)[#\u00ef].*")),
            Samples.NEIGHBOURS.stream(),
            Samples.ACCEPTED.stream(),
            Samples.USES.stream().map(Samples.Uses::source))
        .flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("loadable")
  void sample_right_isLoadedByTheReference(String program) {
    assertDoesNotThrow(() -> load(program));
  }

  static List<Samples.Rejected> rejected() {
    return Samples.REJECTED;
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void sample_wrong_isRejectedInTheSameWords(Samples.Rejected rejected) {
    LuaException thrown = assertThrows(LuaException.class, () -> load(rejected.source()));
    assertEquals(
        withoutPlaces(rejected.diagnostic().message()),
        withoutPlaces(String.valueOf(thrown.getMessage())));
  }

  static List<Samples.Rejected> rejectedTwice() {
    return Samples.REJECTED_TWICE;
  }

  @ParameterizedTest
  @MethodSource("rejectedTwice")
  void sample_wrongTwice_isRejected(Samples.Rejected rejected) {
    assertThrows(LuaException.class, () -> load(rejected.source()));
  }

  private void load(String program) {
    byte[] bytes = program.getBytes(ISO_8859_1);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
    direct.put(bytes).flip();
    try {
      reference.load(direct, "=sample");
    } finally {
      reference.setTop(0);
    }
  }

  private static String withoutPlaces(String message) {
    return message.replaceAll("^sample:\\d+: | (at|on) line \\d+| near (<eof>|'[^']*')$", "");
  }
}
