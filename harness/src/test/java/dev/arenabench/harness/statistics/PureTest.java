package dev.arenabench.harness.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.arenabench.harness.WithoutTests;
import org.junit.jupiter.api.Test;

class PureTest {
  /// No files, no clock, no JMH, no other part of the harness: numbers in, numbers out.
  @Test
  void statistics_dependOnNumbersAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.arenabench.harness.statistics",
            "java.lang..",
            "java.util..",
            "org.apache.commons.math3..",
            "org.jspecify.annotations")
        .check(
            new ClassFileImporter()
                .withImportOption(new WithoutTests())
                .importPackages("dev.arenabench.harness.statistics"));
  }
}
