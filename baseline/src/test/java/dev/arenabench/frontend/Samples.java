package dev.arenabench.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Lua programs that come with the tests; together they have every construct.
final class Samples {
  private static final String[] NAMES = {
    "control.lua", "lexical.lua", "templates.lua", "warehouse.lua"
  };

  private Samples() {}

  static List<SourceText> all() throws IOException {
    List<SourceText> samples = new ArrayList<>();
    for (String name : NAMES) {
      try (InputStream in = Samples.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("no resource, name=" + name);
        }
        samples.add(SourceText.of(in.readAllBytes()));
      }
    }
    return samples;
  }
}
