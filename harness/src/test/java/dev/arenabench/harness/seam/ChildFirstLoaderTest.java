package dev.arenabench.harness.seam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.harness.WithoutTests;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildFirstLoaderTest {
  private static final String PARSER = "dev.arenabench.frontend.Parser";

  /// Every class of ours that implements the seam between parser and tree.
  private static final Map<String, String> BUILDERS =
      Map.of(
          "dev.arenabench.heap.HeapTreeBuilder", "heap",
          "dev.arenabench.heap.careless.CarelessTreeBuilder", "heap-careless",
          "dev.arenabench.arena.tree.ArenaTreeBuilder", "arena",
          "dev.arenabench.arena.tree.NativeTreeBuilder", "arena-native",
          "dev.arenabench.harness.contender.Recorder", "recorder",
          "dev.arenabench.harness.contender.EmptyBuilder", "empty",
          "dev.arenabench.frontend.Expectation$Nothing", "expectation");

  private static final Source[] SOURCES = {source("a.lua", "local a = 1 return a + 2\n")};

  @Test
  void loadClass_twoSides_defineTheFrontEndTwice() throws Exception {
    try (ChildFirstLoader one = ChildFirstLoader.ofThisCode("one");
        ChildFirstLoader other = ChildFirstLoader.ofThisCode("other")) {
      assertNotSame(one.loadClass(PARSER), other.loadClass(PARSER));
      assertNotSame(one.loadClass(PARSER), Class.forName(PARSER));
      assertSame(one.loadClass(PARSER), one.loadClass(PARSER));
      assertSame(one, one.loadClass("dev.arenabench.syntax.TreeBuilder").getClassLoader());
    }
  }

  @Test
  void loadClass_seamAndLibraries_areShared() throws Exception {
    try (ChildFirstLoader loader = ChildFirstLoader.ofThisCode("one")) {
      assertSame(Rig.class, loader.loadClass(Rig.class.getName()));
      assertSame(Test.class, loader.loadClass(Test.class.getName()));
      assertSame(List.class, loader.loadClass(List.class.getName()));
    }
  }

  @Test
  void loadClass_classOfOursThatIsMissing_isNotTakenFromTheParent() throws Exception {
    try (ChildFirstLoader loader = new ChildFirstLoader("empty", List.<URL>of())) {
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass(PARSER));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "parse, parse, heap",
    "parse, parse, heap-careless",
    "parse, parse, arena",
    "parse, parse, arena-fresh",
    "parse, parse, arena-growing",
    "parse, parse, arena-native",
    "parse, parse, arena-tiered",
    "build, build, heap",
    "build, build, heap-careless",
    "build, build, arena",
    "build, build, arena-fresh",
    "build, build, arena-native",
    "build, build, empty"
  })
  void create_rigOfASide_loadsOneBuilderOnly(String suite, String measure, String side)
      throws Exception {
    Recordings recordings;
    try (ChildFirstLoader loader = ChildFirstLoader.ofThisCode("recorder")) {
      recordings = RigFactory.open(loader).record(SOURCES);
      assertEquals(Set.of("recorder"), buildersOf(loader));
    }
    try (ChildFirstLoader loader = ChildFirstLoader.ofThisCode("side");
        Rig rig =
            RigFactory.open(loader)
                .create(
                    new RigRequest(
                        suite,
                        measure,
                        side,
                        SOURCES,
                        suite.equals("build") ? recordings : null))) {
      rig.prepare();
      rig.pass();

      boolean onHeap = side.startsWith("arena-") && !side.equals("arena-native");
      assertEquals(Set.of(onHeap ? "arena" : side), buildersOf(loader));
    }
  }

  @Test
  void buildersOf_list_isComplete() {
    Set<String> found =
        new com.tngtech.archunit.core.importer.ClassFileImporter()
                .withImportOption(new WithoutTests())
                .importPackages(
                    "dev.arenabench.heap",
                    "dev.arenabench.arena",
                    "dev.arenabench.frontend",
                    "dev.arenabench.syntax",
                    "dev.arenabench.harness.contender")
                .stream()
                .filter(type -> !type.isInterface())
                .filter(type -> type.isAssignableTo("dev.arenabench.syntax.TreeBuilder"))
                .map(com.tngtech.archunit.core.domain.JavaClass::getName)
                .collect(Collectors.toSet());

    assertEquals(BUILDERS.keySet(), found);
  }

  private static Set<String> buildersOf(ChildFirstLoader loader) {
    return BUILDERS.keySet().stream()
        .filter(loader::hasDefined)
        .map(BUILDERS::get)
        .collect(Collectors.toSet());
  }

  private static Source source(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Source(name, java.util.Arrays.copyOf(bytes, bytes.length + 64), bytes.length);
  }
}
