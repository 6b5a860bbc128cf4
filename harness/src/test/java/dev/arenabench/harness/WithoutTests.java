package dev.arenabench.harness;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/// Leaves out tests: of this module, and those of `baseline` that are used here, which lie in a
/// folder until they are packaged and in a jar from then on.
public final class WithoutTests implements ImportOption {
  private static final Pattern TESTS =
      Pattern.compile(".*(/target/test-classes/|-tests\\.jar!/).*");

  @Override
  public boolean includes(Location location) {
    return !location.matches(TESTS);
  }
}
