package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArenaPackageTest {
  private static final String PACKAGE = "dev/arenabench/arena/";

  @Test
  void allocator_dependsOnTheJdkOnly() throws IOException, URISyntaxException {
    URI classes = Arena.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    List<Path> files;
    try (Stream<Path> listing = Files.list(Path.of(classes).resolve(PACKAGE))) {
      files = listing.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertTrue(files.size() >= 4, () -> "classes=" + files);
    Set<String> foreign = new TreeSet<>();
    for (Path file : files) {
      if (file.endsWith("package-info.class")) {
        continue; // @NullMarked is there for the compiler only.
      }
      ClassModel model = ClassFile.of().parse(file);
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof ClassEntry used && !isAllowed(used.asInternalName())) {
          foreign.add(model.thisClass().asInternalName() + " uses " + used.asInternalName());
        }
      }
    }
    assertEquals(Set.of(), foreign);
  }

  private static boolean isAllowed(String name) {
    String element = name.replaceFirst("^\\[+L?", "");
    boolean here = element.startsWith(PACKAGE) && element.indexOf('/', PACKAGE.length()) < 0;
    return here || element.startsWith("java/") || element.length() == 1;
  }
}
