/// Where a run happens: [dev.arenabench.harness.environment.Environment] says what the JVM and the
/// machine are and is stored with every run, [dev.arenabench.harness.environment.Doctor] says what
/// that means for the figures. Both read files that Linux keeps; on other systems they know less
/// and say so.
@NullMarked
package dev.arenabench.harness.environment;

import org.jspecify.annotations.NullMarked;
