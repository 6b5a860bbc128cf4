package dev.arenabench.harness.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one way in which this project writes and reads its own JSON: records as objects, unknown
/// properties refused (a folder of another format must not be half understood), numbers exact.
public final class Json {
  private static final JsonMapper LINE =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Only what a record holds, not what it can answer.
          .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
          .build();
  private static final JsonMapper PRETTY =
      LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /// One line, without a line break.
  public static String line(Object value) {
    return LINE.writeValueAsString(value);
  }

  /// Indented, for people, without a final line break.
  public static String pretty(Object value) {
    return PRETTY.writeValueAsString(value);
  }

  /// The bytes of [#pretty] in UTF-8 with a final line break.
  public static byte[] prettyBytes(Object value) {
    return (pretty(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a value from text.
  ///
  /// @throws JacksonException when the text is not JSON of that type
  public static <T> T read(String text, Class<T> type) {
    return LINE.readValue(text, type);
  }

  /// Reads a value from a file.
  ///
  /// @throws JacksonException when the file is not JSON of that type
  public static <T> T read(Path file, Class<T> type) {
    return LINE.readValue(file, type);
  }

  /// Reads a list from a file.
  ///
  /// @throws JacksonException when the file is not a JSON array of that type
  public static <T> java.util.List<T> readList(Path file, Class<T> elementType) {
    JavaType type =
        LINE.getTypeFactory().constructCollectionType(java.util.List.class, elementType);
    return LINE.readValue(file, type);
  }
}
