package dev.arenabench.harness.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir private Path folder;

  @Test
  void describe_twice_isTheSame() {
    assertEquals(Environment.describe(), Environment.describe());
  }

  @Test
  void describe_thisMachine_namesNoPath() {
    Map<String, String> values = Environment.describe();

    assertTrue(values.getOrDefault("java", "").startsWith("25"), values.toString());
    assertEquals("1.37", values.get("jmh"));
    assertEquals(64, values.getOrDefault("code sha256", "").length());
    for (Map.Entry<String, String> entry : values.entrySet()) {
      assertFalse(entry.getValue().contains("/home"), entry.toString());
      assertFalse(entry.getValue().contains(System.getProperty("java.home")), entry.toString());
      assertFalse(entry.getValue().contains(System.getProperty("user.dir")), entry.toString());
    }
  }

  @Test
  void values_filesOfAMachine_areRead() throws Exception {
    write("proc/cpuinfo", "model name\t: Some CPU\nflags\t\t: fpu hypervisor vme\n");
    write("proc/meminfo", "MemTotal:       24684084 kB\n");
    write("sys/class/dmi/id/product_name", "KVM\n");
    write("sys/devices/system/cpu/cpu0/cache/index0/level", "1\n");
    write("sys/devices/system/cpu/cpu0/cache/index0/type", "Data\n");
    write("sys/devices/system/cpu/cpu0/cache/index0/size", "32K\n");
    write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

    Map<String, String> values = new Environment(new SystemFiles(folder)).values();

    assertEquals("Some CPU", values.get("processor"));
    assertEquals("23.5 GiB", values.get("memory"));
    assertEquals("yes (KVM)", values.get("virtualised"));
    assertEquals("L1 Data 32K", values.get("caches"));
    assertEquals("madvise", values.get("huge pages"));
    assertEquals("unlimited", values.get("cgroup cpu limit"));
    assertEquals("unlimited", values.get("cgroup memory limit"));
    assertEquals("not known", values.get("clock source"));
  }

  private void write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
