package dev.arenabench.harness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may depend on whom, and what no class of this project does.
class HouseTest {
  private static final Pattern MODULE =
      Pattern.compile("/(\\w+)/target/(?:classes/|[\\w.-]+\\.jar!/)");
  private static final DescribedPredicate<JavaClass> JDK_AND_ANNOTATIONS =
      resideInAnyPackage("java..", "jdk..", "org.jspecify..");

  private static JavaClasses house;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(new WithoutTests())
            .importPackages("dev.arenabench")
            .that(not(resideInAPackage("..jmh_generated..")));
  }

  @Test
  void modules_all_areSeen() {
    Set<String> modules = new TreeSet<>();
    house.forEach(type -> modules.add(moduleOf(type)));

    assertEquals(Set.of("arena", "baseline", "harness"), modules);
  }

  @Test
  void baseline_any_dependsOnNothing() {
    check(
        classes()
            .that(in("baseline"))
            .should(onlyDependOnClassesThat(JDK_AND_ANNOTATIONS.or(in("baseline")))));
  }

  @Test
  void allocator_any_dependsOnNothingOfOurs() {
    DescribedPredicate<JavaClass> allocator =
        resideInAPackage("dev.arenabench.arena..")
            .and(not(resideInAPackage("dev.arenabench.arena.tree..")));

    check(
        classes()
            .that(allocator)
            .should(onlyDependOnClassesThat(JDK_AND_ANNOTATIONS.or(allocator))));
  }

  @Test
  void arenaTree_any_dependsOnAllocatorAndSeamOnly() {
    check(
        classes()
            .that(resideInAPackage("dev.arenabench.arena.tree.."))
            .should(
                onlyDependOnClassesThat(
                    JDK_AND_ANNOTATIONS.or(
                        resideInAnyPackage("dev.arenabench.arena..", "dev.arenabench.syntax")))));
  }

  @Test
  void harness_any_isDependedOnByNothing() {
    check(
        noClasses()
            .that(not(in("harness")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.arenabench.harness.."));
  }

  @Test
  void packages_any_areNamedBySubject() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager.."));
  }

  @Test
  void packages_any_formNoCycle() {
    check(slices().matching("dev.arenabench.(**)").should().beFreeOfCycles());
  }

  @Test
  void standardStreams_outsideCommandLine_areLeftAlone() {
    check(
        noClasses()
            .that(not(resideInAPackage("dev.arenabench.harness.cli..")))
            .should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void threadLocals_any_areNotUsed() {
    check(noClasses().should().dependOnClassesThat(assignableTo(ThreadLocal.class)));
  }

  @Test
  void staticFields_any_areFinal() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void rule_brokenByAnotherModule_fails() {
    ArchRule narrow = classes().that(in("harness")).should(onlyDependOnClassesThat(in("harness")));

    assertThrows(AssertionError.class, () -> check(narrow));
  }

  private static void check(ArchRule rule) {
    rule.check(house);
  }

  /// A package that is new belongs to a rule by where it was built, not by being listed.
  private static DescribedPredicate<JavaClass> in(String module) {
    return describe("in module " + module, type -> moduleOf(type).equals(module));
  }

  private static String moduleOf(JavaClass type) {
    return type.getBaseComponentType()
        .getSource()
        .map(source -> MODULE.matcher(source.getUri().toString()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .orElse("");
  }
}
