package dev.arenabench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/// JMH's processor writes the list of benchmarks while the harness is compiled. Where it did not
/// run, the build still passes and nothing would be measured.
class BenchmarkListTest {
  @Test
  void list_everyBenchmark_isIn() {
    Set<String> declared =
        new ClassFileImporter()
            .withImportOption(new WithoutTests()).importPackages("dev.arenabench").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Benchmark.class))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(declared, listed());
  }

  @Test
  void list_ofThisBuild_isNotEmpty() {
    assertFalse(listed().isEmpty(), "META-INF/BenchmarkList is empty");
  }

  private static Set<String> listed() {
    return BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
        .stream()
        .map(entry -> entry.getUsername())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
