package dev.arenabench.harness.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.Finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final List<String> SUBJECTS =
      List.of(
          "java",
          "cores",
          "load",
          "steal",
          "virtualised",
          "governor",
          "boost",
          "cgroup cpu limit",
          "free memory",
          "huge pages",
          "clock source",
          "hardware counters",
          "valgrind",
          "disk");

  @TempDir private Path folder;

  @Test
  void examine_thisMachine_findsSomethingOfEverySubject() {
    List<Finding> findings = Doctor.examine(folder);

    assertEquals(SUBJECTS, findings.stream().map(Finding::subject).toList());
    for (Finding finding : findings) {
      assertFalse(finding.value().isBlank(), finding.toString());
      assertTrue(finding.meaning().endsWith("."), finding.toString());
    }
  }

  @Test
  void findings_systemThatTellsNothing_areNotKnownAndNeverFail() {
    Map<String, Finding> findings =
        new Doctor(new SystemFiles(folder.resolve("nothing")))
            .findings(folder.resolve("not").resolve("yet")).stream()
                .collect(Collectors.toMap(Finding::subject, finding -> finding));

    for (String subject :
        List.of(
            "steal",
            "virtualised",
            "governor",
            "boost",
            "cgroup cpu limit",
            "free memory",
            "huge pages",
            "clock source",
            "hardware counters")) {
      assertEquals("not known", of(findings, subject).value(), subject);
    }
  }

  @Test
  void findings_nonsenseInFiles_neverFail() throws Exception {
    for (String file :
        List.of(
            "proc/stat",
            "proc/meminfo",
            "proc/cpuinfo",
            "proc/pressure/cpu",
            "proc/sys/kernel/perf_event_paranoid",
            "sys/fs/cgroup/cpu.max",
            "sys/fs/cgroup/memory.max",
            "sys/kernel/mm/transparent_hugepage/enabled",
            "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")) {
      write(file, "cpu MemTotal: kB x some total= what\nMemAvailable: many kB\nflags : a\n");
    }
    Files.createDirectories(folder.resolve("sys/bus/event_source/devices/cpu"));

    assertEquals(
        SUBJECTS,
        new Doctor(new SystemFiles(folder))
            .findings(folder).stream().map(Finding::subject).toList());
  }

  @Test
  void cores_one_isBad() {
    assertEquals(Severity.BAD, Doctor.cores(1).severity());
    assertEquals(Severity.NOTE, Doctor.cores(2).severity());
    assertEquals(Severity.GOOD, Doctor.cores(3).severity());
  }

  @Test
  void load_aboveCores_isBad() {
    assertEquals(Severity.GOOD, Doctor.load(0.9, 2).severity());
    assertEquals(Severity.NOTE, Doctor.load(1.1, 2).severity());
    assertEquals(Severity.BAD, Doctor.load(2.1, 2).severity());
    assertEquals("not known", Doctor.load(null, 2).value());
  }

  @Test
  void steal_percent_decidesSeverity() {
    assertEquals(Severity.GOOD, Doctor.steal(0.4).severity());
    assertEquals(Severity.NOTE, Doctor.steal(0.5).severity());
    assertEquals(Severity.BAD, Doctor.steal(5.0).severity());
    assertEquals("5.0 %", Doctor.steal(5.0).value());
  }

  @Test
  void findings_quotaOfControlGroup_isNoted() throws Exception {
    write("sys/fs/cgroup/cpu.max", "150000 100000\n");
    write("sys/fs/cgroup/memory.max", "1073741824\n");

    Map<String, Finding> findings =
        new Doctor(new SystemFiles(folder))
            .findings(folder).stream()
                .collect(Collectors.toMap(Finding::subject, finding -> finding));

    assertEquals("150000/100000", of(findings, "cgroup cpu limit").value());
    assertEquals(Severity.NOTE, of(findings, "cgroup cpu limit").severity());
    assertEquals("1.0 GiB", of(findings, "free memory").value());
    assertEquals(Severity.BAD, of(findings, "free memory").severity());
  }

  private static Finding of(Map<String, Finding> findings, String subject) {
    return Objects.requireNonNull(findings.get(subject), subject);
  }

  private void write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
