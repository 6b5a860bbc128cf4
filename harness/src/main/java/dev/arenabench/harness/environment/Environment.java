package dev.arenabench.harness.environment;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the JVM, the machine and the measured code are, in words for a reader. Holds nothing that
/// changes between two looks on the same machine, so that a run which is taken up again can be held
/// against its first part, and no path, so that it can be published.
public final class Environment {
  /// What stands for a value that the platform does not tell.
  public static final String NOT_KNOWN = "not known";

  /// Control groups of version 1 say "none" with the greatest multiple of a page.
  private static final long NO_MEMORY_LIMIT_BYTES = 1L << 60;

  private static final String OWN_CLASSES = "dev/arenabench/";

  private final SystemFiles files;

  Environment(SystemFiles files) {
    this.files = files;
  }

  /// Name → value, in the order in which a reader wants them.
  public static Map<String, String> describe() {
    return new Environment(new SystemFiles(Path.of("/"))).values();
  }

  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("java", property("java.runtime.version"));
    values.put("jvm", property("java.vm.name"));
    values.put("jvm version", property("java.vm.version"));
    values.put("jvm vendor", property("java.vm.vendor"));
    values.put("jmh", org.openjdk.jmh.util.Version.getPlainVersion());
    values.put("system", property("os.name") + " " + property("os.version"));
    values.put("architecture", property("os.arch"));
    values.put("processor", processor());
    values.put("caches", known(caches()));
    values.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    values.put("memory", memory());
    values.put("cgroup cpu limit", known(cpuLimit()));
    values.put("cgroup memory limit", known(memoryLimit()));
    values.put("virtualised", virtualised());
    values.put("clock source", known(clockSource()));
    values.put("huge pages", known(hugePages()));
    values.put("code sha256", codeHash());
    return values;
  }

  private static String property(String name) {
    return known(System.getProperty(name));
  }

  private static String known(@Nullable String value) {
    return value == null || value.isEmpty() ? NOT_KNOWN : value;
  }

  private String processor() {
    String model = files.field("proc/cpuinfo", "model name");
    return known(model == null ? files.field("proc/cpuinfo", "Model") : model);
  }

  /// Size of each cache that the first core sees, `L1 Data 32K, L2 Unified 1024K`, or `null`.
  @Nullable String caches() {
    StringJoiner caches = new StringJoiner(", ");
    for (int i = 0; ; i++) {
      String path = "sys/devices/system/cpu/cpu0/cache/index" + i + "/";
      String level = files.text(path + "level");
      if (level == null) {
        break;
      }
      caches.add("L" + level + " " + files.text(path + "type") + " " + files.text(path + "size"));
    }
    return caches.length() == 0 ? null : caches.toString();
  }

  private String memory() {
    Long kibibytes = files.kibibytes("proc/meminfo", "MemTotal");
    return kibibytes == null
        ? NOT_KNOWN
        : String.format(Locale.ROOT, "%.1f GiB", kibibytes / (1024.0 * 1024.0));
  }

  /// CPUs that the control group may use, as `quota/period`, `unlimited`, or `null`.
  @Nullable String cpuLimit() {
    String path = "sys/fs/cgroup/";
    String v2 = files.text(path + "cpu.max");
    if (v2 != null) {
      return v2.startsWith("max") ? "unlimited" : v2.replace(' ', '/');
    }
    String quota = files.text(path + "cpu/cpu.cfs_quota_us");
    String period = files.text(path + "cpu/cpu.cfs_period_us");
    if (quota == null || period == null) {
      return null;
    }
    return quota.startsWith("-") ? "unlimited" : quota + "/" + period;
  }

  /// Bytes that the control group may use, `unlimited`, or `null`.
  @Nullable String memoryLimit() {
    String limit = files.text("sys/fs/cgroup/memory.max");
    if ("max".equals(limit)) {
      return "unlimited";
    }
    Long bytes =
        SystemFiles.number(
            limit == null ? files.text("sys/fs/cgroup/memory/memory.limit_in_bytes") : limit);
    if (bytes == null) {
      return null;
    }
    return bytes >= NO_MEMORY_LIMIT_BYTES ? "unlimited" : bytes + " B";
  }

  /// `yes` (with the hypervisor's name where it is told), `no`, or that it is not known.
  String virtualised() {
    String flags = files.field("proc/cpuinfo", "flags");
    if (flags == null) {
      return NOT_KNOWN;
    }
    if (!(" " + flags + " ").contains(" hypervisor ")) {
      return "no";
    }
    String product = files.text("sys/class/dmi/id/product_name");
    return product == null || product.isEmpty() ? "yes" : "yes (" + product + ")";
  }

  @Nullable String clockSource() {
    return files.text("sys/devices/system/clocksource/clocksource0/current_clocksource");
  }

  /// The mode of transparent huge pages that is selected, or `null`.
  @Nullable String hugePages() {
    String modes = files.text("sys/kernel/mm/transparent_hugepage/enabled");
    if (modes == null) {
      return null;
    }
    int open = modes.indexOf('[');
    int close = modes.indexOf(']');
    return open >= 0 && close > open ? modes.substring(open + 1, close) : modes;
  }

  /// A hash over this project's classes and resources on the class path: two runs with the same one
  /// measured the same code, whatever git says.
  static String codeHash() {
    Map<String, byte[]> hashes = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) {
        continue;
      }
      Path path = Path.of(entry);
      try {
        if (Files.isDirectory(path.resolve(OWN_CLASSES))) {
          hashFolder(path, hashes);
        } else if (entry.endsWith(".jar") && entry.contains("arenabench") && Files.exists(path)) {
          hashJar(path, hashes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    MessageDigest all = sha256();
    hashes.forEach(
        (name, hash) -> {
          all.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          all.update(hash);
        });
    return HexFormat.of().formatHex(all.digest());
  }

  private static void hashFolder(Path folder, Map<String, byte[]> hashes) throws IOException {
    try (Stream<Path> found = Files.walk(folder.resolve(OWN_CLASSES))) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        hashes.put(name, sha256().digest(Files.readAllBytes(file)));
      }
    }
  }

  private static void hashJar(Path path, Map<String, byte[]> hashes) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(OWN_CLASSES)) {
          try (InputStream bytes = jar.getInputStream(entry)) {
            hashes.put(entry.getName(), sha256().digest(bytes.readAllBytes()));
          }
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
